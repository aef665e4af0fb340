import type { Line, Shape } from './lines.ts';

/** Lines that run on into one another: a paragraph, a heading, or a stretch of a column. */
export interface Block {
  readonly lines: readonly Line[];
}

/** Blocks as the print gives them: runs of lines without a blank in columns, single lines elsewhere. */
export function toBlocks(lines: readonly Line[], shape: Shape): Block[] {
  const blocks: Block[] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push({ lines: run });
    run = [];
  };
  for (const line of lines) {
    if (line.glyphs.length === 0) close();
    else {
      run.push(line);
      if (shape !== 'columns') close();
    }
  }
  close();
  return blocks;
}

/** Number of a block's first line. */
export function firstLine(block: Block): number {
  return block.lines[0]?.number ?? 0;
}

/** Number of a block's last line. */
export function lastLine(block: Block): number {
  return block.lines.at(-1)?.number ?? 0;
}

/** "4-10", or "36+42" for a block joined from lines apart. */
export function lineSpec(block: Block): string {
  return toRanges(block.lines.map(({ number }) => number))
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`))
    .join('+');
}

/** Ranges that cover the numbers in the order given; a gap of one (a blank line) does not part a range. */
export function toRanges(numbers: Iterable<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && number >= last[0] && number <= last[1] + 2) last[1] = Math.max(last[1], number);
    else ranges.push([number, number]);
  }
  return ranges;
}
