import { fold, foldPoint } from './tokens.ts';

/** A stretch of a text, `end` not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A run of text that is wholly inside or wholly outside what was searched for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** A stretch of a text, in segments; joined they are that stretch, unchanged. */
export interface Excerpt {
  readonly segments: readonly Segment[];
  /** True when the text goes on before or after the stretch. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** True when the folded block holds the folded term. A term without letters or numbers is found nowhere. */
export function contains(block: string, term: string): boolean {
  const needle = fold(term);
  return needle !== '' && fold(block).includes(needle);
}

/**
 * Where the terms stand in a text, as offsets into the text as it is. Every occurrence is covered whole, punctuation
 * inside it included and around it not. Ranges are in order; those that share a character are one, neighbours are not.
 */
export function markRanges(text: string, terms: readonly string[]): Range[] {
  const { folded, sources } = foldWithSources(text);
  const found = terms.flatMap((term) => occurrences(folded, fold(term)));
  const ranges = found.flatMap(({ start, end }) => {
    const first = sources[start];
    const last = sources[end - 1];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
  return mergeOverlaps(ranges);
}

/** The whole text in segments. */
export function segments(text: string, terms: readonly string[]): Segment[] {
  return cutSegments(text, markRanges(text, terms), { start: 0, end: text.length });
}

/**
 * About `width` characters around the first place where a term stands, the text's beginning when none does. Marks are
 * never cut, so it grows with a longer one; it begins after punctuation where there is some shortly before the mark.
 */
export function excerpt(text: string, terms: readonly string[], width: number): Excerpt {
  const ranges = markRanges(text, terms);
  const window = excerptWindow(text, ranges, width);
  return {
    segments: cutSegments(text, ranges, window),
    cutBefore: window.start > 0,
    cutAfter: window.end < text.length,
  };
}

/** The folded text, and for each of its code units the code point of `text` that it came from. */
function foldWithSources(text: string): { folded: string; sources: Range[] } {
  const sources: Range[] = [];
  let folded = '';
  let start = 0;
  for (const point of text) {
    const end = start + point.length;
    const part = foldPoint(point);
    sources.push(...part.split('').map(() => ({ start, end })));
    folded += part;
    start = end;
  }
  return { folded, sources };
}

function occurrences(whole: string, part: string): Range[] {
  const found: Range[] = [];
  if (part === '') return found;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    found.push({ start: at, end: at + part.length });
  }
  return found;
}

function mergeOverlaps(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}

/** The share of an excerpt that may come before its first mark. */
const leadShare = 0.3;

function excerptWindow(text: string, ranges: readonly Range[], width: number): Range {
  if (text.length <= width) return { start: 0, end: text.length };
  const mark = ranges[0] ?? { start: 0, end: 0 };
  const earliest = Math.max(0, Math.min(mark.start - Math.floor(width * leadShare), text.length - width));
  const pause = earliest === 0 ? -1 : text.slice(earliest, mark.start).search(/[，。、；：！？]/u);
  const start = earliest + pause + 1;
  const end = Math.min(text.length, Math.max(mark.end, start + width));
  const straddling = ranges.find((range) => range.start < end && end < range.end);
  return { start: toBoundary(text, start), end: straddling?.end ?? toBoundary(text, end) };
}

/** The offset, or the one before it where it would split a surrogate pair. */
function toBoundary(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}

/** The part of a text within `window`; every range lies wholly inside or wholly outside it. */
function cutSegments(text: string, ranges: readonly Range[], window: Range): Segment[] {
  const cut: Segment[] = [];
  let at = window.start;
  for (const { start, end } of ranges) {
    if (start < window.start || end > window.end) continue;
    if (at < start) cut.push({ text: text.slice(at, start), hit: false });
    cut.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < window.end) cut.push({ text: text.slice(at, window.end), hit: false });
  return cut;
}
