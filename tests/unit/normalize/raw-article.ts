import type { Repairs } from '../../../src/model/repairs.ts';
import { toBlocks, type Block } from '../../../src/normalize/blocks.ts';
import { textOf, Trace } from '../../../src/normalize/glyphs.ts';
import type { Shape } from '../../../src/normalize/lines.ts';
import {
  mechanicalLines,
  normalize,
  outline,
  type Normalized,
  type SourceFiles,
} from '../../../src/normalize/normalize.ts';

type Acts = Pick<Repairs, 'replacements' | 'splits' | 'moves' | 'joins' | 'drops' | 'labels'>;

/** The declarations of an article of which only the acts matter. */
export function repairsOf(
  shape: Shape,
  passages: Repairs['passages'],
  acts: Acts = {},
  encoding: Repairs['raw']['encoding'] = 'utf-8',
): Repairs {
  return {
    source: {
      title: '题',
      evidence: [{ passage: 'yi#p1', quote: '题' }],
      kind: 'news',
      grade: 'reporter',
      date: { value: '2019', basis: 'inferred', reason: '测试' },
      dateOf: 'event',
      parts: [{ id: 'a' }],
      rights: '测试',
      publish: 'full',
      care: { coded: { by: '甲', on: '2019' } },
    },
    raw: { file: 'raw.txt', sha256: '0'.repeat(64), encoding, shape },
    ...acts,
    passages,
  };
}

/** The files of an article; its passages are not listed yet. */
export function filesOf(raw: string | Uint8Array, repairs: Repairs): SourceFiles {
  return {
    rawFile: 'raw.txt',
    raw: typeof raw === 'string' ? new TextEncoder().encode(raw) : raw,
    repairsFile: 'repairs.yaml',
    repairs,
  };
}

/** What becomes of a raw text whose passages are listed as they come out. */
export function normalizeText(
  raw: string | Uint8Array,
  shape: Shape,
  acts: Acts = {},
  encoding: Repairs['raw']['encoding'] = 'utf-8',
): Normalized {
  const unlisted = repairsOf(shape, [], acts, encoding);
  const passages = outline(filesOf(raw, unlisted)).map(({ lines }, index) => ({
    id: `p${String(index + 1)}`,
    lines,
    kind: 'text' as const,
  }));
  return normalize(filesOf(raw, { ...unlisted, passages }));
}

/** The passages of a raw text and the counts of the rules; throws where it cannot be normalised. */
export function read(
  raw: string | Uint8Array,
  shape: Shape,
  acts: Acts = {},
  encoding: Repairs['raw']['encoding'] = 'utf-8',
): { texts: string[]; rules: Readonly<Record<string, number>> } {
  const result = normalizeText(raw, shape, acts, encoding);
  if (result.kind === 'problems') throw new Error(JSON.stringify(result.problems));
  return { texts: result.passages.map(({ text }) => text), rules: result.rules };
}

/** The blocks of a raw text before any declared act. */
export function blocksOf(raw: string, shape: Shape): Block[] {
  return toBlocks(mechanicalLines(raw, shape, new Trace()), shape);
}

/** Blocks as the numbers and words of their lines. */
export function shown(blocks: readonly Block[]): string[] {
  return blocks.map(({ lines }) =>
    lines.map(({ number, glyphs }) => `${String(number)}${textOf(glyphs)}`).join('|'),
  );
}
