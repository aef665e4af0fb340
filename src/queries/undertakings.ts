import { entriesOf, getPassage, type Graph } from '../graph/graph.ts';
import type { Quote } from '../graph/quotes.ts';
import { sharingWords } from '../graph/spans.ts';
import type { Entry } from '../model/collections.ts';
import type { UndertakingView } from '../model/views.ts';
import { addressOf, anchorOf, routes } from '../routes.ts';
import { followedBy } from './across.ts';
import {
  clausesInOrder,
  href,
  isOf,
  rawLinesOf,
  shownPassageText,
  undertakingName,
  undertakingNumber,
  undertakingNumbering,
  workPointsInOrder,
} from './views.ts';

/** A clause of an agreement or a task of a plan: what somebody undertakes, in one place of one text. */
export type Undertaking = Entry<'clauses'> | Entry<'work-points'>;

/** What an agreement holds: its clauses, or a plan's work points, in order. */
export function undertakingsOf(graph: Graph, agreement: Entry<'agreements'>): Undertaking[] {
  return [...clausesInOrder(graph, agreement), ...workPointsInOrder(graph, agreement)];
}

export function toUndertakingView(graph: Graph, entry: Undertaking): UndertakingView {
  const { passage, source } = getPassage(graph, entry.data.passage);
  return {
    id: entry.id,
    anchor: isOf(entry, 'clauses') ? anchorOf(entry.id) : entry.id,
    name: undertakingName(graph, entry),
    number: undertakingNumber(entry),
    numbering: undertakingNumbering(graph, entry),
    excerpt: entry.data.excerpt,
    text: wordsOf(graph, entry),
    page: href(addressOf(entry)),
    inContext: href(
      isOf(entry, 'clauses')
        ? routes.clauseInContext(entry.id)
        : routes.workPointInContext(entry.data.plan, entry.id),
    ),
    passage: { label: `段落${passage.id}`, href: href(routes.passage(`${source}#${passage.id}`)) },
    rawLines: rawLinesOf(passage.rawLines),
    commitmentCount: entry.data.commitments.length,
    laterCount: followedBy(graph, entry).length,
  };
}

/** A clause is its whole passage; a work point the words it quotes of one. */
export function wordsOf(graph: Graph, entry: Undertaking): string {
  return isOf(entry, 'clauses') ? shownPassageText(graph, entry.data.passage) : entry.data.quote;
}

/** The projects that quote some of a commitment's words. */
export function projectsOfCommitment(graph: Graph, entry: Undertaking, nth: number): Entry<'projects'>[] {
  const isOwn = ({ path }: Quote): boolean => path[0] === 'commitments' && path[1] === nth;
  const ids = new Set(
    sharingWords(graph, entry, isOwn)
      .filter(({ collection }) => collection === 'projects')
      .map(({ id }) => id),
  );
  return entriesOf(graph, 'projects').filter(({ id }) => ids.has(id));
}
