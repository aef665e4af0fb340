import { byCodeUnit } from '../lib/text.ts';
import { isOf, type Entry } from '../model/collections.ts';
import { entriesOf, keyOf, type Graph } from './graph.ts';
import { oncePerGraph } from './once.ts';
import type { Span } from './quotes.ts';
import { holds } from './stretches.ts';

/** A clause of an agreement or a task of a plan: what somebody undertakes, in one place of one text. */
export type Undertaking = Entry<'clauses'> | Entry<'work-points'>;

/**
 * The projects a commitment is about: those whose quote ends within its words, or holds all of them. Where commitments
 * share a verb their quotes nest: a project then belongs to the shortest that holds its end, and to no shorter one.
 */
export function projectsOfCommitment(graph: Graph, entry: Undertaking, nth: number): Entry<'projects'>[] {
  const spans = graph.spans.get(entry.data.passage) ?? [];
  const own = spans.filter(
    ({ quote: { entry: by, path } }) => by === entry && path[0] === 'commitments' && path.length === 3,
  );
  const words = own.find(({ quote }) => quote.path[1] === nth);
  const isNested = own.some((other) => other !== words && words !== undefined && holds(other, words));
  const about = spans
    .filter(
      (span) =>
        commitmentAt(own, span.end) === nth || (words !== undefined && !isNested && holds(span, words)),
    )
    .map(({ quote }) => quote.entry)
    .filter((other) => isOf(other, 'projects'));
  return [...new Set(about)].sort((a, b) => byCodeUnit(a.id, b.id));
}

/** The shortest of the commitments that hold the character before `end`. */
function commitmentAt(commitments: readonly Span[], end: number): number | undefined {
  const [shortest] = commitments
    .filter((span) => span.start < end && end <= span.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return shortest === undefined ? undefined : Number(shortest.quote.path[1]);
}

/** The reports that name an undertaking as what they follow from, on whatever ground. */
export function reportsFollowing(graph: Graph, entry: Undertaking): Entry<'statements'>[] {
  return followingReports(graph).get(keyOf(entry)) ?? [];
}

/** The reports by what they follow from, in the order of their IDs. */
const followingReports = oncePerGraph((graph) => {
  const reports = entriesOf(graph, 'statements').filter(({ data }) => data.kind === 'report');
  const targets = reports.flatMap((report) =>
    [...new Set(report.data.links?.map(({ to }) => to))].map((to) => ({ to, report })),
  );
  const groups = Map.groupBy(targets, ({ to }) => to);
  return new Map([...groups].map(([to, group]) => [to, group.map(({ report }) => report)]));
});
