import type { Entry } from '../model/collections.ts';
import { keyOf, type Graph } from './graph.ts';
import { oncePerGraph } from './once.ts';
import { isNaming, type Quote } from './quotes.ts';

/** The quotes of each entry that makes any. */
export const quotesByEntry = oncePerGraph(({ quotes }) => Map.groupBy(quotes, ({ entry }) => entry));

/**
 * Entries that quote some of the same words as `entry`, each once, in the order of the graph: a clause and
 * the projects it names, a statement and the figures in it. `within` narrows to some of the entry's quotes.
 */
export function sharingWords(
  graph: Graph,
  entry: Entry,
  within: (quote: Quote) => boolean = () => true,
): Entry[] {
  const isOwn = (quote: Quote): boolean => quote.entry === entry && !isNaming(quote) && within(quote);
  const passages = new Set(
    (quotesByEntry(graph).get(entry) ?? []).filter(isOwn).map(({ passage }) => passage),
  );
  const others = [...passages].flatMap((passage) => {
    const spans = graph.spans.get(passage) ?? [];
    const own = spans.filter(({ quote }) => isOwn(quote));
    return spans.filter(
      (other) =>
        other.quote.entry !== entry &&
        !isNaming(other.quote) &&
        own.some(({ start, end }) => other.start < end && start < other.end),
    );
  });
  return [...new Map(others.map(({ quote }) => [keyOf(quote.entry), quote.entry])).values()];
}
