/** The longest query that is searched for, in characters. What lies beyond is left out, and the reader is told. */
export const queryLimit = 300;

/**
 * The fold of one code point: compatibility forms decomposed, case dropped, and of what is left only letters,
 * numbers and marks. `''` for punctuation, space, symbols, controls and lone surrogates; more than one code point
 * for some (`㎡` is `m2`).
 */
export function foldPoint(point: string): string {
  // Nearly all of Chinese text folds to itself; the full way takes four times as long.
  if (/^[a-z0-9\u4e00-\u9fff]$/.test(point)) return point;
  const caseless = Array.from(point.normalize('NFKD'), (part) =>
    part.toLowerCase().toUpperCase().toLowerCase(),
  ).join('');
  return caseless.normalize('NFKD').replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/**
 * Text as search compares it. Folding goes code point by code point, so the fold of a part is a part of the fold of
 * the whole; composed forms (NFKC) would not give that: `e` is no part of `é`. What is equal under NFKC is equal here too, marks in unusual order aside.
 */
export function fold(text: string): string {
  return Array.from(text, foldPoint).join('');
}

/** The units of search, in order: one folded code point each. Index and query are both cut here and nowhere else. */
export function tokenise(text: string): string[] {
  return Array.from(fold(text));
}

export interface Query {
  /** What must all be found, as typed; each holds a letter or number, and no two fold to the same. */
  readonly terms: readonly string[];
  /** What must not be found, as typed after its `-`. */
  readonly excluded: readonly string[];
  /** True when the query was longer than `queryLimit` and only its beginning is searched for. */
  readonly cut: boolean;
}

/**
 * Reads a query: terms parted by white space, each to be found exactly, and those after a `-` not to be found.
 * Any string is a query; most junk has no terms.
 */
export function parseQuery(query: string): Query {
  const characters = Array.from(query.trim().replace(/\s+/gu, ' '));
  const words = characters.slice(0, queryLimit).join('').split(' ');
  return {
    terms: distinct(words.filter((word) => !isExclusion(word))),
    excluded: distinct(words.filter(isExclusion).map((word) => word.replace(/^[-－]/u, ''))),
    cut: characters.length > queryLimit,
  };
}

function isExclusion(word: string): boolean {
  return /^[-－]./u.test(word);
}

/** The words that hold a letter or number, the first of those that fold to the same. */
function distinct(words: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const word of words) {
    const folded = fold(word);
    if (/[\p{L}\p{N}]/u.test(folded) && !found.has(folded)) found.set(folded, word);
  }
  return [...found.values()];
}
