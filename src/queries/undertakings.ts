import { getPassage, type Graph } from '../graph/graph.ts';
import type { Undertaking } from '../graph/undertakings.ts';
import type { Entry } from '../model/collections.ts';
import type { UndertakingView } from '../model/agreement-views.ts';
import type { Words } from '../model/views.ts';
import { addressOf, anchorOf, routes } from '../routes.ts';
import { followedBy } from './across.ts';
import {
  checkOf,
  agreementOf,
  clausesInOrder,
  href,
  isOf,
  rawLinesOf,
  shownPassage,
  shownPassageText,
  undertakingName,
  undertakingNumber,
  undertakingNumbering,
  workPointsInOrder,
} from './views.ts';
import { wordsOfQuote, wordsOfShown } from './words.ts';

/** What an agreement holds: its clauses, or a plan's work points, in order. */
export function undertakingsOf(graph: Graph, agreement: Entry<'agreements'>): Undertaking[] {
  return [...clausesInOrder(graph, agreement), ...workPointsInOrder(graph, agreement)];
}

export function toUndertakingView(graph: Graph, entry: Undertaking): UndertakingView {
  const { passage, source } = getPassage(graph, entry.data.passage);
  const check = checkOf(graph, { passage: entry.data.passage, quote: wordsOf(graph, entry) });
  return {
    id: entry.id,
    anchor: isOf(entry, 'clauses') ? anchorOf(entry.id) : entry.id,
    name: undertakingName(graph, entry),
    number: undertakingNumber(entry),
    numbering: undertakingNumbering(graph, entry),
    excerpt: entry.data.excerpt,
    text: wordsOf(graph, entry),
    words: linkedWordsOf(graph, entry),
    page: href(addressOf(entry)),
    inContext: href(
      isOf(entry, 'clauses')
        ? routes.clauseInContext(entry.id)
        : routes.workPointInContext(entry.data.plan, entry.id),
    ),
    citedAs: `《${agreementOf(graph, entry).data.title}》${undertakingName(graph, entry)}（${undertakingNumbering(graph, entry)}）`,
    cite: href(routes.citation(addressOf(entry))),
    passage: { label: `段落${passage.id}`, href: href(routes.passage(`${source}#${passage.id}`)) },
    rawLines: rawLinesOf(passage.rawLines),
    commitmentCount: entry.data.commitments.length,
    laterCount: followedBy(graph, entry).length,
    ...(check === undefined ? {} : { check }),
  };
}

/** A clause is its whole passage; a work point the words it quotes of one. */
export function wordsOf(graph: Graph, entry: Undertaking): string {
  return isOf(entry, 'clauses') ? shownPassageText(graph, entry.data.passage) : entry.data.quote;
}

function linkedWordsOf(graph: Graph, entry: Undertaking): Words[] {
  const { passage } = entry.data;
  return isOf(entry, 'clauses')
    ? wordsOfShown(graph, passage, shownPassage(graph, passage)).flat()
    : wordsOfQuote(graph, entry.data);
}
