import { countOccurrences } from '../lib/text.ts';
import type { Repairs } from '../model/repairs.ts';
import type { Block } from '../normalize/blocks.ts';
import { firstLine, lastLine } from '../normalize/blocks.ts';
import { textOf } from '../normalize/glyphs.ts';
import type { Line } from '../normalize/lines.ts';
import { startsWithLabel } from './labels.ts';

/** The acts of judgement that ingest proposes; all others are an editor's. */
export type ProposedActs = Pick<Repairs, 'replacements' | 'splits' | 'drops'>;

/** More than this is no help to an editor, who would have to judge each. */
const most = 300;

/** Takes the blocks of a page that are not the article out, in ranges. */
export function dropsOf(blocks: readonly Block[], kept: ReadonlySet<number>): ProposedActs {
  const ranges: { from: number; to: number }[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const isDropped = !block.lines.some(({ number }) => kept.has(number));
    const last = ranges.at(-1);
    if (isDropped && isOpen && last !== undefined) last.to = lastLine(block);
    else if (isDropped) ranges.push({ from: firstLine(block), to: lastLine(block) });
    isOpen = isDropped;
  }
  if (ranges.length === 0) return {};
  const reason = '网页的导航、按钮、相关链接等，不是文章；由程序认出，待编者核对。';
  return { drops: ranges.map((range) => ({ ...range, reason })) };
}

/**
 * Begins a paragraph in columns where a line is indented or begins with a printed number and the one above it ends,
 * and below a numbered heading, which ends short of the column.
 */
export function splitsOf(blocks: readonly Block[], indented: ReadonlySet<number>): ProposedActs {
  const widths = blocks
    .flatMap(({ lines }) => lines.map(({ glyphs }) => glyphs.length))
    .sort((a, b) => a - b);
  // Most lines fill the column; three in four are no wider.
  const width = widths[Math.floor(widths.length * 0.75)] ?? 0;
  const isHeading = (line: Line): boolean => {
    const text = textOf(line.glyphs);
    return startsWithLabel(text) && text.length < width * 0.85 && !/[，。；：]/.test(text);
  };
  const prose = blocks.findIndex(({ lines }) => lines.some(({ glyphs }) => /[，。；]/.test(textOf(glyphs))));
  // A headline ends where it ends and not with the column, unless its sense runs on.
  const endsHeadline = (line: Line, block: number): boolean => {
    const text = textOf(line.glyphs);
    return (
      block < prose && text.length < width * 0.85 && text.length >= 6 && !/[的于和与发、《“]$/.test(text)
    );
  };
  const after = blocks.flatMap(({ lines }, block) =>
    lines.slice(1).flatMap((line, index) => {
      const above = lines[index];
      if (above === undefined) return [];
      const isBeginning = indented.has(line.number) || startsWithLabel(textOf(line.glyphs));
      const isEnded = /[。！？：；”）》]$/u.test(textOf(above.glyphs));
      const isPart =
        isHeading(above) || endsHeadline(above, block) || (isBeginning && (isEnded || isHeading(line)));
      return isPart ? [above.number] : [];
    }),
  );
  if (after.length === 0 || after.length > most) return {};
  const reason = '下一行缩进或以印出的序号开头，或上一行是标题、小标题：是另一段；由程序认出，待编者核对。';
  return { splits: [{ after, reason }] };
}

/** The lines of the raw text that begin with an indent of two characters' width. */
export function indentedLines(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  text.split('\n').forEach((line, index) => {
    if (/^(?:\u3000{1,2}| {2,8}|\t)\S/.test(line)) found.add(index + 1);
  });
  return found;
}

/** Takes the marks of Markdown out, which are no words of the article: those of headings, lists, quotes and stress. */
export function unmarkMarkdown(lines: readonly Line[]): ProposedActs {
  const reason = 'Markdown 的记号，不是文章的字。';
  const replacements = lines.flatMap(({ number: line, glyphs }) => {
    const text = textOf(glyphs);
    const mark = /^(#{1,6}|[-*+>])\s/.exec(text)?.[1];
    const stressed = [...text.matchAll(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/g)];
    return [
      ...(mark === undefined ? [] : [{ line, from: mark, to: '', reason }]),
      ...stressed.map(([from, to = '']) => ({ line, from, to, reason })),
    ].filter(({ from }) => countOccurrences(text, from) === 1);
  });
  return replacements.length === 0 || replacements.length > most ? {} : { replacements };
}
