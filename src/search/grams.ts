import type { PageBlock } from './page.ts';
import { tokenise } from './tokens.ts';

/*
 * The index: for each pair of neighbouring tokens the positions where it stands, for each single token the pages
 * that hold it. A text of two tokens or more is found by the pairs it is made of, standing at their distances: no
 * candidate is ever wrong, so no page's text is needed to count the pages.
 */

/** What stands where: for a pair the rising positions of its first token, for a single token rising page numbers. */
export type Grams = ReadonlyMap<string, readonly number[]>;

/** The grams of all pages, and where each page begins. */
export interface Indexed {
  readonly grams: Grams;
  readonly starts: readonly number[];
  /** The first position after the last page. */
  readonly end: number;
}

/** Indexes the pages' blocks. No pair spans two blocks, and between two blocks one position stays empty. */
export function indexPages(pages: readonly { readonly blocks: readonly PageBlock[] }[]): Indexed {
  const grams = new Map<string, number[]>();
  const starts: number[] = [];
  let position = 0;
  for (const [page, { blocks }] of pages.entries()) {
    starts.push(position);
    for (const { text } of blocks) {
      const tokens = tokenise(text);
      for (const [nth, token] of tokens.entries()) {
        const ownPages = listOf(grams, token);
        if (ownPages.at(-1) !== page) ownPages.push(page);
        const next = tokens[nth + 1];
        if (next !== undefined) listOf(grams, token + next).push(position + nth);
      }
      position += tokens.length + 1;
    }
  }
  return { grams, starts, end: position };
}

function listOf(grams: Map<string, number[]>, gram: string): number[] {
  const known = grams.get(gram);
  if (known !== undefined) return known;
  const made: number[] = [];
  grams.set(gram, made);
  return made;
}

/** A gram of a text, and how many tokens after the text's first it begins. */
export interface PlacedGram {
  readonly gram: string;
  readonly offset: number;
}

/** The fewest grams that cover the tokens: each token on its own only when it is the only one. */
export function gramsOf(tokens: readonly string[]): PlacedGram[] {
  const [only] = tokens;
  if (only === undefined) return [];
  if (tokens.length === 1) return [{ gram: only, offset: 0 }];
  const last = tokens.length - 2;
  const offsets = Array.from({ length: Math.ceil(tokens.length / 2) }, (_, nth) => Math.min(nth * 2, last));
  return offsets.map((offset) => ({ gram: tokens.slice(offset, offset + 2).join(''), offset }));
}

/** The positions at which all of several grams stand at their offsets; each list rises. */
export function meetingPoints(
  lists: readonly { readonly offset: number; readonly positions: readonly number[] }[],
): number[] {
  const [shortest, ...others] = lists.toSorted((a, b) => a.positions.length - b.positions.length);
  if (shortest === undefined) return [];
  const sets = others.map(({ offset, positions }) => ({ offset, positions: new Set(positions) }));
  return shortest.positions
    .map((position) => position - shortest.offset)
    .filter((start) => sets.every(({ offset, positions }) => positions.has(start + offset)));
}

/** The pages that rising positions lie on, each once; `starts` are the pages' first positions. */
export function pagesAt(positions: readonly number[], starts: readonly number[]): number[] {
  const pages: number[] = [];
  let page = 0;
  for (const position of positions) {
    while ((starts[page + 1] ?? Infinity) <= position) page += 1;
    if (pages.at(-1) !== page) pages.push(page);
  }
  return pages;
}

/** The part, of so many, that a gram is kept in: FNV-1a over its code units. */
export function partOf(gram: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % parts;
}

/** About how many bytes of JSON a part holds; what a query of a few characters loads is a few of them. */
const partSize = 16_000;

/** Deals the grams out over parts, each JSON of gram → steps from one number to the next; the same for the same pages. */
export function packParts(grams: Grams): string[] {
  const entries = [...grams].sort(([a], [b]) => (a < b ? -1 : 1));
  const packed = entries.map(([gram, numbers]) => ({ gram, steps: toSteps(numbers) }));
  const size = packed.reduce((sum, { steps }) => sum + JSON.stringify(steps).length + 8, 0);
  const parts = Array.from(
    { length: Math.max(1, Math.ceil(size / partSize)) },
    () => new Map<string, number[]>(),
  );
  for (const { gram, steps } of packed) parts[partOf(gram, parts.length)]?.set(gram, steps);
  return parts.map((part) => JSON.stringify([...part].flat()));
}

/** The grams of one packed part; throws on anything else. */
export function unpackPart(packed: unknown): Grams {
  if (!Array.isArray(packed)) throw new TypeError('Not a part of the index');
  const cells = packed as readonly unknown[];
  const grams = new Map<string, number[]>();
  for (let at = 0; at < cells.length; at += 2) {
    const gram = cells[at];
    const steps = cells[at + 1];
    if (typeof gram !== 'string' || !Array.isArray(steps)) throw new TypeError('Not a part of the index');
    grams.set(gram, fromSteps(steps as readonly number[]));
  }
  return grams;
}

function toSteps(numbers: readonly number[]): number[] {
  return numbers.map((number, nth) => number - (numbers[nth - 1] ?? 0));
}

function fromSteps(steps: readonly number[]): number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}
