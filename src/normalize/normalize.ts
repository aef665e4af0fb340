import { decode } from '../lib/decode.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Passage } from '../model/passage.ts';
import { problemAt, problemOn, type Problem } from '../model/problem.ts';
import type { Repairs } from '../model/repairs.ts';
import { applyRepairs, repairNotes, type RepairNote } from './apply-repairs.ts';
import { lineSpec, toBlocks, toRanges, type Block } from './blocks.ts';
import { conservationFaults } from './conservation.ts';
import { textOf, Trace, type Glyph } from './glyphs.ts';
import { toLines, type Line, type Shape } from './lines.ts';
import { closeCjkSpaces, dropByteOrderMark, dropRepeats, trimLine, undoubleLine, unfence } from './rules.ts';

/** The outcome for one source. Nothing is returned half-done: either all passages or all problems. */
export type Normalized =
  | {
      readonly kind: 'passages';
      readonly passages: readonly Passage[];
      /** Glyphs removed or changed by each mechanical rule. */
      readonly rules: Readonly<Record<string, number>>;
      /** Declared acts in the order applied. */
      readonly repairs: readonly RepairNote[];
      /** Lines of the decoded raw text. */
      readonly lineCount: number;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** The files a source is made from; paths are from the project root, for messages. */
export interface SourceFiles {
  readonly rawFile: string;
  readonly raw: Uint8Array;
  readonly repairsFile: string;
  readonly repairs: Repairs;
}

/** From raw bytes to passages with fixed IDs, by mechanical rules and declared repairs. Pure. */
export function normalize(files: SourceFiles): Normalized {
  const { repairs } = files;
  const decoded = decode(files.raw, repairs.raw.encoding);
  if (decoded.kind === 'undecodable') {
    const { byte } = decoded;
    const good = files.raw.subarray(0, byte);
    const before = new TextDecoder(repairs.raw.encoding).decode(good, { stream: true }).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    const details = { encoding: repairs.raw.encoding, byte };
    const problem = problemOn('raw-undecodable', files.rawFile, before.length, column, details);
    return { kind: 'problems', problems: [problem] };
  }
  const { blocks, problems, trace } = repairedBlocks(mechanicalText(decoded.text, repairs.raw.shape), files);
  // Where an act fits nothing the blocks are not those meant: only then is the list of passages not held to them.
  const all = [
    ...problems,
    ...referenceProblems(files),
    ...(problems.length > 0 ? [] : listingProblems(blocks, files)),
  ];
  if (all.length > 0) return { kind: 'problems', problems: all };
  const texts = blocks.map((block) => blockGlyphs(block, repairs.raw.shape, trace));
  const faults = conservationFaults(decoded.text, texts, trace.removals);
  if (faults.length > 0) {
    const reason = faults.slice(0, 5).join('；');
    return { kind: 'problems', problems: [problemAt('conservation-broken', files.rawFile, [], { reason })] };
  }
  const rawLine = lineCounter(decoded.text);
  return {
    kind: 'passages',
    passages: texts.map((glyphs, index) => toPassage(glyphs, index, repairs, rawLine)),
    rules: countRules(trace, texts),
    repairs: repairNotes(repairs),
    lineCount: decoded.text.split('\n').length,
  };
}

/** A block after the declared acts: the lines it comes from, and its words. */
export interface Outlined {
  readonly lines: string;
  readonly text: string;
}

/** A decoded text after the mechanical rules, before any declared act. Outlined once: the acts go into its trace. */
export interface MechanicalText {
  readonly text: string;
  readonly shape: Shape;
  readonly lines: readonly Line[];
  readonly blocks: readonly Block[];
  readonly trace: Trace;
}

/** Takes a decoded text through the mechanical rules and cuts it into the blocks that the print gives. */
export function mechanicalText(text: string, shape: Shape): MechanicalText {
  const trace = new Trace();
  const lines = mechanicalLines(text, shape, trace);
  return { text, shape, lines, blocks: toBlocks(lines, shape), trace };
}

/** The blocks of a raw file after its declared acts: what to list as passages. */
export function outline(files: SourceFiles): Outlined[] {
  const { encoding, shape } = files.repairs.raw;
  const decoded = decode(files.raw, encoding);
  return decoded.kind === 'undecodable' ? [] : outlineText(mechanicalText(decoded.text, shape), files).blocks;
}

/**
 * The outline of a text whose passages are not listed yet, with what normalising says of it: the counts of the rules,
 * and why it would be refused, `[]` where it would not.
 */
export function outlineText(
  mechanical: MechanicalText,
  files: SourceFiles,
): { blocks: Outlined[]; rules: Readonly<Record<string, number>>; faults: readonly string[] } {
  const { blocks, problems, trace } = repairedBlocks(mechanical, files);
  const glyphs = blocks.map((block) => blockGlyphs(block, mechanical.shape, trace));
  return {
    blocks: blocks.map((block, index) => ({ lines: lineSpec(block), text: textOf(glyphs[index] ?? []) })),
    rules: countRules(trace, glyphs),
    faults: [
      ...problems.map(({ code }) => code),
      ...conservationFaults(mechanical.text, glyphs, trace.removals),
    ],
  };
}

function repairedBlocks({ blocks, trace }: MechanicalText, { repairs, repairsFile }: SourceFiles) {
  return { ...applyRepairs(blocks, repairs, repairsFile, trace), trace };
}

/** The mechanical part: every rule that needs no judgement, in its fixed order. */
export function mechanicalLines(text: string, shape: Shape, trace: Trace): Line[] {
  const lines = Array.from(toLines(text, shape, trace), (line, index) => {
    const marked = index === 0 ? dropByteOrderMark(line, trace) : line;
    return undoubleLine(trimLine(marked, trace), trace);
  });
  return shape === 'scrape' ? dropRepeats(unfence(lines, trace), trace) : lines;
}

function blockGlyphs({ lines }: Block, shape: Shape, trace: Trace): Glyph[] {
  const glyphs = lines.flatMap((line) => line.glyphs);
  return closeCjkSpaces(glyphs, shape === 'columns' && lines.length > 1, trace);
}

/** Each passage ID is given once, and parts and labels name what there is. */
function referenceProblems({ repairs, repairsFile }: SourceFiles): Problem[] {
  const { passages } = repairs;
  const ids = passages.map(({ id }) => id);
  const firstIndex = new Map(ids.map((id, index) => [id, index] as const).reverse());
  const parts = repairs.source.parts.map(({ id }) => id);
  return [
    ...passages.flatMap(({ id, part }, index) => [
      ...((firstIndex.get(id) ?? index) < index
        ? [problemAt('id-duplicate', repairsFile, ['passages', index, 'id'], { id, where: '同一来源' })]
        : []),
      ...(part === undefined || parts.includes(part)
        ? []
        : [unlisted(repairsFile, ['passages', index, 'part'], part, parts)]),
    ]),
    ...(repairs.labels ?? []).flatMap(({ before }, index) =>
      ids.includes(before) ? [] : [unlisted(repairsFile, ['labels', index, 'before'], before, ids)],
    ),
  ];
}

/** The passages listed in `repairs.yaml` must be the blocks that resulted, one for one. */
function listingProblems(blocks: readonly Block[], { repairs, repairsFile }: SourceFiles): Problem[] {
  const { passages } = repairs;
  const found = blocks.map(lineSpec);
  const differing = Array.from({ length: Math.max(found.length, passages.length) }, (_, index) => index).find(
    (index) => passages[index]?.lines !== found[index],
  );
  if (differing === undefined) return [];
  return [
    problemAt('repair-passages', repairsFile, ['passages', Math.min(differing, passages.length - 1)], {
      listed: passages[differing]?.lines ?? '（没有）',
      found: found[differing] ?? '（没有）',
    }),
  ];
}

function unlisted(
  file: string,
  path: (string | number)[],
  value: string,
  allowed: readonly string[],
): Problem {
  const expected = `其中之一：${allowed.join('、')}`;
  return problemAt('field-invalid', file, path, { field: path.join('.'), value, expected });
}

function toPassage(
  glyphs: readonly Glyph[],
  index: number,
  repairs: Repairs,
  rawLine: (offset: number) => number,
): Passage {
  const listed = repairs.passages[index];
  if (listed === undefined) throw new Error(`no passage is listed for block ${String(index)}`);
  const partId = listed.part ?? repairs.source.parts[0]?.id ?? 'a';
  const part = repairs.source.parts.find(({ id }) => id === partId);
  const voice = listed.voice ?? (listed.kind === 'text' ? part?.voice : undefined);
  const label = repairs.labels?.find(({ before }) => before === listed.id)?.label;
  return {
    id: listed.id,
    kind: listed.kind,
    part: partId,
    ...(voice === undefined ? {} : { voice }),
    ...(label === undefined ? {} : { label }),
    rawLines: toRanges(glyphs.map(({ start }) => rawLine(start))),
    text: textOf(glyphs),
  };
}

/** Tells the raw line, counted from 1, that an offset lies on. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function countRules(trace: Trace, texts: readonly (readonly Glyph[])[]): Record<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, count: number): void => {
    if (!name.startsWith('repair:')) counts.set(name, (counts.get(name) ?? 0) + count);
  };
  for (const { by, count } of trace.removals) add(by, count);
  for (const glyphs of texts) for (const { by } of glyphs) if (by !== undefined) add(by, 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => byCodeUnit(a, b)));
}
