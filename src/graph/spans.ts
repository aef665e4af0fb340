import type { Entry } from '../model/collections.ts';
import { keyOf, type Graph } from './graph.ts';
import type { Quote } from './quotes.ts';

/**
 * Entries that quote some of the same words as `entry`, each once, in the order of the graph: a clause and
 * the projects it names, a statement and the figures in it. `within` narrows to some of the entry's quotes.
 */
export function sharingWords(
  graph: Graph,
  entry: Entry,
  within: (quote: Quote) => boolean = () => true,
): Entry[] {
  const passages = new Set(
    graph.quotes.filter((quote) => quote.entry === entry && within(quote)).map(({ passage }) => passage),
  );
  const others = [...passages].flatMap((passage) => {
    const spans = graph.spans.get(passage) ?? [];
    const own = spans.filter(({ quote }) => quote.entry === entry && within(quote));
    return spans.filter(
      (other) =>
        other.quote.entry !== entry && own.some(({ start, end }) => other.start < end && start < other.end),
    );
  });
  return [...new Map(others.map(({ quote }) => [keyOf(quote.entry), quote.entry])).values()];
}
