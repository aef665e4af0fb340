import type { Graph } from '../graph/graph.ts';
import { statusOfEvent } from '../graph/status.ts';
import { dueOf } from '../graph/targets.ts';
import { projectsOfCommitment, type Undertaking } from '../graph/undertakings.ts';
import { sharingWords } from '../graph/spans.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Commitment } from '../model/clause.ts';
import { isOf, type Entry } from '../model/collections.ts';
import { modalityNames, voiceNames } from '../model/names.ts';
import type { WordingColumn } from '../model/project-views.ts';
import type { ProgressEvent } from '../model/project.ts';
import { dueText } from './due.ts';
import { shownFigure, statusViews } from './items.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { sourceDate, toEvidenceView } from './views.ts';

/** True when more than one article speaks of a project: only then is there wording to compare. */
export function isComparable(graph: Graph, { data }: Entry<'projects'>): boolean {
  return new Set(data.progress.map((event) => sourceOf(graph, event))).size > 1;
}

/** What each year says of a project, side by side; [] where only one article speaks of it. */
export function wordingsOf(graph: Graph, project: Entry<'projects'>): WordingColumn[] {
  if (!isComparable(graph, project)) return [];
  const years = [...new Set(sourcesInTime(graph).map(({ data }) => data.date.value.slice(0, 4)))];
  let before: Fields | undefined;
  return years.map((year) => {
    const events = project.data.progress
      .map((event, index) => ({ event, index }))
      .filter(({ event }) => yearOf(graph, event) === year);
    const fields = fieldsOf(graph, project, events);
    const column = {
      year,
      fields: [...fields].map(([label, { text, compared }]) => ({
        label,
        text,
        changed: isChanged(before?.get(label)?.compared, compared),
      })),
      quotes: events.map(({ event }) => toQuote(graph, event)),
    };
    if (events.length > 0) before = fields;
    return column;
  });
}

/** Only what an agreement or plan commits to has a coded force; between the rest nothing is compared. */
const ungraded = '讲话、评论、报道不分级';

function isChanged(before: string | undefined, now: string): boolean {
  return before !== undefined && before !== now && before !== ungraded && now !== ungraded;
}

/** Each field as shown, and what of it is compared: of numbers the number, not its measure word. */
type Fields = ReadonlyMap<string, { readonly text: string; readonly compared: string }>;

interface Placed {
  readonly event: ProgressEvent;
  readonly index: number;
}

/** What is compared: coded fields, never the sentences themselves, whose differences may mean nothing. */
function fieldsOf(graph: Graph, project: Entry<'projects'>, events: readonly Placed[]): Fields {
  if (events.length === 0) return new Map();
  const commitments = events.flatMap(({ index }) => commitmentsAt(graph, project, index));
  const levels = commitments.map(({ commitment }) => modalityNames[commitment.modality.level]);
  const dues = commitments.flatMap(({ entry, commitment }) => {
    const due = dueOf(graph, entry, commitment);
    return due === undefined ? [] : [dueText(due, commitment.deadline)];
  });
  const announced = events.flatMap(({ event: { due, deadline } }) =>
    due === undefined ? [] : [dueText({ ...due, ground: 'deadline' }, deadline)],
  );
  const figures = events.flatMap(({ index }) => figuresAt(graph, project, index));
  const list = (values: readonly string[], none: string): string =>
    values.length === 0 ? none : [...new Set(values)].join('；');
  const field = (values: readonly string[], none: string, compared = values) => ({
    text: list(values, none),
    compared: list(compared, none),
  });
  return new Map([
    [
      '种类',
      field(
        events.map(({ event }) => voiceNames[event.kind]),
        '',
      ),
    ],
    [
      '用字',
      field(
        events.map(({ event }) => `“${event.wording}”`),
        '',
      ),
    ],
    ['语气', field(levels, ungraded)],
    [
      '数量',
      field(
        figures.map(shownFigure),
        '没有印',
        figures.map(({ data }) => data.value),
      ),
    ],
    ['期限', field([...dues, ...announced], '没有印')],
  ]);
}

/** The commitments of clauses and work points that are about the project in one of its quotes. */
function commitmentsAt(
  graph: Graph,
  project: Entry<'projects'>,
  index: number,
): { entry: Undertaking; commitment: Commitment }[] {
  return around(graph, project, index)
    .filter((entry) => isOf(entry, 'clauses') || isOf(entry, 'work-points'))
    .flatMap((entry) =>
      entry.data.commitments.flatMap((commitment, nth) =>
        projectsOfCommitment(graph, entry, nth).includes(project) ? [{ entry, commitment }] : [],
      ),
    );
}

function figuresAt(graph: Graph, project: Entry<'projects'>, index: number): Entry<'figures'>[] {
  return around(graph, project, index)
    .filter((entry) => isOf(entry, 'figures'))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}

function around(graph: Graph, project: Entry<'projects'>, index: number): Entry[] {
  return sharingWords(graph, project, ({ path }) => path[0] === 'progress' && path[1] === index);
}

function toQuote(graph: Graph, event: ProgressEvent): WordingColumn['quotes'][number] {
  const evidence = toEvidenceView(graph, event.evidence);
  const { quote } = evidence;
  const at = quote.indexOf(event.wording);
  return {
    mark: statusViews[statusOfEvent(event)],
    evidence,
    before: quote.slice(0, at),
    wording: event.wording,
    after: quote.slice(at + event.wording.length),
  };
}

function yearOf(graph: Graph, { evidence }: ProgressEvent): string | undefined {
  return sourceDate(graph, evidence.passage)?.value.slice(0, 4);
}

function sourceOf(graph: Graph, { evidence }: ProgressEvent): string | undefined {
  return graph.passages.get(evidence.passage)?.source;
}
