import { z } from 'zod';
import { passageId, words } from './id.ts';

/** What a passage is on the printed page. */
export const passageKinds = [
  'title',
  'subtitle',
  'heading',
  'text',
  'caption',
  'byline',
  'furniture',
] as const;

/**
 * What kind of speech act a passage reports. Only `report` may ever support a "reported" status;
 * `agreement` is the rendering of an agreement's clauses.
 */
export const voices = ['agreement', 'plan', 'report', 'speech', 'opinion'] as const;

export type Voice = (typeof voices)[number];

/** A numbered stretch of an article, the only place its words are kept. */
export const passage = z.strictObject({
  id: passageId,
  /** What it is on the page. */
  kind: z.enum(passageKinds),
  /** The report it belongs to, where one file holds several. */
  part: z.string().regex(/^[a-z]$/),
  /** The kind of speech act, for running text that is wholly of one kind. */
  voice: z.enum(voices).optional(),
  /** The editor's label that stands before it where the printed heading is lost. */
  label: words.optional(),
  /** First and last line of the raw file, counted from 1, for each stretch the passage was joined from. */
  rawLines: z.array(z.tuple([z.number().int().positive(), z.number().int().positive()])).min(1),
  /** The words. */
  text: z.string().min(1),
});
export type Passage = z.infer<typeof passage>;
