import { distance } from 'fastest-levenshtein';

/** How many UTF-16 code units must be put in, left out or exchanged to make one text of the other. */
export const editDistance: (a: string, b: string) => number = distance;

/** The candidate closest to `value` by edit distance, or undefined when even the closest shares too little. */
export function nearestId(value: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(value.length * 0.6)) + 1;
  for (const candidate of [...candidates].sort()) {
    const d = editDistance(value, candidate);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/**
 * The stretch of `text` that differs least from `quote` by edit distance, as long as the quote or one character
 * longer or shorter; of equals the one that begins and ends as the quote does. Undefined when less than half of
 * it agrees.
 */
export function nearestExcerpt(quote: string, text: string): string | undefined {
  if (quote === '' || text === '') return undefined;
  let best: string | undefined;
  let bestDistance = Math.floor(quote.length / 2) + 1;
  for (const length of new Set([quote.length, quote.length - 1, quote.length + 1])) {
    if (length < 1) continue;
    for (let start = 0; start === 0 || start + length <= text.length; start += 1) {
      const candidate = text.slice(start, start + length);
      const d = editDistance(quote, candidate) + edgesApart(quote, candidate) / 4;
      if (d < bestDistance) {
        best = candidate;
        bestDistance = d;
      }
    }
  }
  return best;
}

/** How many of the two ends differ. */
function edgesApart(a: string, b: string): number {
  return (a.at(0) === b.at(0) ? 0 : 1) + (a.at(-1) === b.at(-1) ? 0 : 1);
}
