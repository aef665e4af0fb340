import { distance } from 'fastest-levenshtein';

/** True for a Han character (any script block Unicode calls Han). */
export function isHan(char: string): boolean {
  return /^\p{Script=Han}$/u.test(char);
}

/** True for punctuation of the full-width Chinese kind, the curly quotes Chinese shares with Latin included. */
export function isChinesePunctuation(char: string): boolean {
  return /^[，。、；：？！“”‘’（）《》〈〉【】「」『』…—―・·～]$/u.test(char);
}

/** True for an ASCII letter or digit. */
export function isAsciiAlphanumeric(char: string): boolean {
  return /^[0-9A-Za-z]$/.test(char);
}

/** The candidate closest to `value` by edit distance, or undefined when even the closest shares too little. */
export function nearestId(value: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(value.length * 0.6)) + 1;
  for (const candidate of [...candidates].sort()) {
    const d = distance(value, candidate);
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
      const d = distance(quote, candidate) + edgesApart(quote, candidate) / 4;
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

/** How many times `part` stands in `whole`, overlapping occurrences counted. */
export function countOccurrences(whole: string, part: string): number {
  if (part === '') return 0;
  let count = 0;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) count += 1;
  return count;
}

/** Plain code-unit order: the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
