import { countOccurrences } from '../lib/text.ts';
import { firstLine, lastLine, type Block } from './blocks.ts';
import { textOf, type Glyph } from './glyphs.ts';
import type { Line } from './lines.ts';

/** What an act makes of the blocks, or why it fits nothing: an act that fits nothing is never passed over. */
export type Outcome =
  | { readonly kind: 'done'; readonly blocks: readonly Block[]; readonly removed?: readonly Glyph[] }
  | { readonly kind: 'unmatched'; readonly reason: string };

const unmatched = (reason: string): Outcome => ({ kind: 'unmatched', reason });

/** Sets words of one line differently; the new glyphs stand at the place of the old, which are removed. */
export function replaceWords(
  blocks: readonly Block[],
  { line: number, from, to }: { line: number; from: string; to: string },
): Outcome {
  const isMeant = (line: Line): boolean =>
    line.number === number && countOccurrences(textOf(line.glyphs), from) === 1;
  const line = blocks.flatMap(({ lines }) => lines).find(isMeant);
  if (line === undefined) return unmatched(`“${from}”在那里不是恰好出现一次`);
  const start = indexOfText(line.glyphs, from);
  const removed = line.glyphs.slice(start, start + [...from].length);
  const at = removed[0]?.start ?? 0;
  const inserted = [...to].map((char): Glyph => ({ char, start: at, end: at, by: 'repair:replace' }));
  const glyphs = line.glyphs.toSpliced(start, removed.length, ...inserted);
  const changed = blocks.map(({ lines }) => ({
    lines: lines.map((other) => (other === line ? { ...other, glyphs } : other)),
  }));
  return { kind: 'done', blocks: changed, removed };
}

/** Begins a new block after a line. */
export function splitAfter(blocks: readonly Block[], number: number): Outcome {
  const at = blocks.findIndex(({ lines }) => lines.slice(0, -1).some((line) => line.number === number));
  const block = blocks[at];
  if (block === undefined) return unmatched('那里之后本来就是断开的，或没有这个编号');
  const cut = block.lines.findIndex((line) => line.number === number) + 1;
  return {
    kind: 'done',
    blocks: blocks.toSpliced(at, 1, { lines: block.lines.slice(0, cut) }, { lines: block.lines.slice(cut) }),
  };
}

/** Begins a new block before words inside a line. */
export function splitBefore(
  blocks: readonly Block[],
  { line: number, before }: { line: number; before: string },
): Outcome {
  const holds = (line: Line): boolean =>
    line.number === number && countOccurrences(textOf(line.glyphs), before) === 1;
  const at = blocks.findIndex(({ lines }) => lines.some(holds));
  const block = blocks[at];
  const nth = block?.lines.findIndex(holds) ?? -1;
  const line = block?.lines[nth];
  const cut = line === undefined ? 0 : indexOfText(line.glyphs, before);
  if (block === undefined || line === undefined || (nth === 0 && cut === 0)) {
    return unmatched(`“${before}”在那里不是恰好出现一次，或本来就在段首`);
  }
  const head = cut > 0 ? [{ ...line, glyphs: line.glyphs.slice(0, cut) }] : [];
  const tail = { ...line, glyphs: line.glyphs.slice(cut) };
  return {
    kind: 'done',
    blocks: blocks.toSpliced(
      at,
      1,
      { lines: [...block.lines.slice(0, nth), ...head] },
      { lines: [tail, ...block.lines.slice(nth + 1)] },
    ),
  };
}

/** Takes the blocks that lie in a range behind the block that holds line `after`; 0 is the very beginning. */
export function moveBlocks(
  blocks: readonly Block[],
  { from, to, after }: { from: number; to: number; after: number },
): Outcome {
  const isMoved = liesWithin(from, to);
  const moved = blocks.filter(isMoved);
  const rest = blocks.filter((block) => !isMoved(block));
  const target = rest.findLastIndex(({ lines }) => lines.some((line) => line.number === after));
  if (moved.length === 0) return unmatched('那里没有完整的一块');
  if (after !== 0 && target === -1) return unmatched(`没有编号${String(after)}可接`);
  return { kind: 'done', blocks: rest.toSpliced(target + 1, 0, ...moved) };
}

/** Runs the block that ends with one line on into the next, which begins with the other. */
export function joinBlocks(blocks: readonly Block[], [first, second]: readonly [number, number]): Outcome {
  const at = blocks.findIndex((block) => lastLine(block) === first);
  const block = blocks[at];
  const next = blocks[at + 1];
  if (block === undefined || next === undefined || firstLine(next) !== second) {
    return unmatched('它们不是前后相邻两块的末行与首行');
  }
  return { kind: 'done', blocks: blocks.toSpliced(at, 2, { lines: [...block.lines, ...next.lines] }) };
}

/** Takes out the blocks that lie in a range. */
export function dropBlocks(blocks: readonly Block[], { from, to }: { from: number; to: number }): Outcome {
  const isDropped = liesWithin(from, to);
  const dropped = blocks.filter(isDropped);
  if (dropped.length === 0) return unmatched('那里没有完整的一块');
  return {
    kind: 'done',
    blocks: blocks.filter((block) => !isDropped(block)),
    removed: dropped.flatMap(({ lines }) => lines.flatMap(({ glyphs }) => glyphs)),
  };
}

function liesWithin(from: number, to: number): (block: Block) => boolean {
  return (block) => firstLine(block) >= from && lastLine(block) <= to;
}

function indexOfText(glyphs: readonly Glyph[], text: string): number {
  const whole = textOf(glyphs);
  return [...whole.slice(0, whole.indexOf(text))].length;
}
