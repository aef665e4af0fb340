import type { Entry } from '../model/collections.ts';
import { entriesOf, keyOf, type Graph } from './graph.ts';
import type { Span } from './quotes.ts';

/** A clause of an agreement or a task of a plan: what somebody undertakes, in one place of one text. */
export type Undertaking = Entry<'clauses'> | Entry<'work-points'>;

/**
 * The projects a commitment is about: those whose quote ends within its words. Where commitments share a
 * verb their quotes nest, and a project belongs to the shortest that holds its end.
 */
export function projectsOfCommitment(graph: Graph, entry: Undertaking, nth: number): Entry<'projects'>[] {
  const spans = graph.spans.get(entry.data.passage) ?? [];
  const own = spans.filter(
    ({ quote: { entry: by, path } }) => by === entry && path[0] === 'commitments' && path.length === 3,
  );
  const ids = new Set(
    spans
      .filter(({ quote, end }) => quote.entry.collection === 'projects' && commitmentAt(own, end) === nth)
      .map(({ quote }) => quote.entry.id),
  );
  return entriesOf(graph, 'projects').filter(({ id }) => ids.has(id));
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
  return entriesOf(graph, 'statements').filter(
    ({ data }) => data.kind === 'report' && data.links?.some(({ to }) => to === keyOf(entry)) === true,
  );
}
