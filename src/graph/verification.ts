import { placesOf } from '../lib/verbatim.ts';
import type { Graph } from './graph.ts';
import type { Quote } from './quotes.ts';

/** A quote and where it was found in its passage. */
export interface VerifiedQuote {
  readonly quote: Quote;
  /** Where it begins, for every place it was found; offsets in UTF-16 code units. */
  readonly places: readonly number[];
  readonly result: 'once' | 'absent' | 'several';
}

/** Every quote of the record looked up in its passage, in the order of the graph. */
export function verifyQuotes(graph: Graph): VerifiedQuote[] {
  return graph.quotes.map((quote) => {
    const places = placesOf(graph.passages.get(quote.passage)?.passage.text ?? '', quote);
    return { quote, places, result: resultOf(places.length) };
  });
}

function resultOf(count: number): VerifiedQuote['result'] {
  if (count === 1) return 'once';
  return count === 0 ? 'absent' : 'several';
}
