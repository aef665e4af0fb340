import { z } from 'zod';
import { passageId, words } from './id.ts';
import { passageKinds, voices } from './passage.ts';
import { rawFile, sourceDeclaration } from './source.ts';

const line = z.number().int().positive();

/** Every act says why. */
const reason = words;

/**
 * `repairs.yaml`: every act of judgement between the raw file and its passages. Line numbers are those of
 * the raw file (shapes `columns`, `lines`, `scrape`) or count its blocks (`html`). Acts are applied in the
 * order of the fields below; the passages that result must be exactly those listed.
 */
export const repairs = z.strictObject({
  /** What the editor declares about the article. */
  source: sourceDeclaration,
  /** The raw file and how to read it. */
  raw: rawFile,
  /** Words set differently from print; the raw stretch must stand once in its line. */
  replacements: z.array(z.strictObject({ line, from: words, to: z.string(), reason })).optional(),
  /** Breaks the print lacks: after whole lines, or before words inside a line. */
  splits: z
    .array(
      z.union([
        z.strictObject({ after: z.array(line).min(1), reason }),
        z.strictObject({ line, before: words, reason }),
      ]),
    )
    .optional(),
  /** Blocks out of place: every block that begins in `from`–`to` goes behind the block that holds `after`. */
  moves: z.array(z.strictObject({ from: line, to: line, after: line.or(z.literal(0)), reason })).optional(),
  /** Breaks the text lacks: the block that ends with the first line runs on in the one that begins with the second. */
  joins: z.array(z.strictObject({ pairs: z.array(z.tuple([line, line])).min(1), reason })).optional(),
  /** Blocks that are no part of the article. */
  drops: z.array(z.strictObject({ from: line, to: line, reason })).optional(),
  /** Editor's labels where a printed heading is lost; shown as ours, never as the article's. */
  labels: z.array(z.strictObject({ before: passageId, label: words, reason })).optional(),
  /** The passages in reading order, each with the lines it comes from. An ID, once given, stays. */
  passages: z
    .array(
      z.strictObject({
        id: passageId,
        lines: z.string().regex(/^\d+(-\d+)?(\+\d+(-\d+)?)*$/),
        kind: z.enum(passageKinds),
        part: z
          .string()
          .regex(/^[a-z]$/)
          .optional(),
        voice: z.enum(voices).optional(),
      }),
    )
    .min(1),
});
export type Repairs = z.infer<typeof repairs>;
