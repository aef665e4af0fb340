/** The longest query that is searched for, in characters. What lies beyond is left out, and the reader is told. */
export const queryLimit = 300;

/** Stands between two blocks of indexed text, so that no phrase runs on from one into the next; no token is like it. */
export const blockSeparator = 'zz';

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

/** The tokens of a text as words that Pagefind indexes and looks up unchanged, with a space between. */
export function toWords(text: string): string {
  return tokenise(text).map(toWord).join(' ');
}

/** The Pagefind query that finds exactly the texts whose tokens hold those of `term` in a row. */
export function toPhrase(term: string): string {
  return `"${toWords(term)}"`;
}

export interface Query {
  /** What must all be found, as typed; each holds a letter or number, and no two fold to the same. */
  readonly terms: readonly string[];
  /** True when the query was longer than `queryLimit` and only its beginning is searched for. */
  readonly cut: boolean;
}

/** Reads a query: terms parted by white space, each to be found exactly. Any string is a query; most junk has no terms. */
export function parseQuery(query: string): Query {
  const characters = Array.from(query.trim().replace(/\s+/gu, ' '));
  const terms = new Map<string, string>();
  for (const term of characters.slice(0, queryLimit).join('').split(' ')) {
    const folded = fold(term);
    if (/[\p{L}\p{N}]/u.test(folded) && !terms.has(folded)) terms.set(folded, term);
  }
  return { terms: [...terms.values()], cut: characters.length > queryLimit };
}

/**
 * Pagefind drops marks standing alone, strips accents and stems words. Han characters, ASCII letters and digits pass
 * through it unharmed; any other code point is spelt by its number.
 */
function toWord(token: string): string {
  return Array.from(token, (point) =>
    /^(?:[a-z0-9]|(?=[\p{L}\p{N}])\p{Script=Han})$/u.test(point) ? point : `u${String(point.codePointAt(0))}`,
  ).join('');
}
