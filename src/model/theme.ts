import { z } from 'zod';
import { words } from './id.ts';
import { identity } from './identity.ts';

/** A policy theme, by which everything else is gathered. */
export const theme = z.strictObject({
  ...identity,
  /** Position in lists of themes; unique. */
  order: z.number().int().positive(),
  /** What belongs here and what does not, in our own words. */
  scope: words,
});
export type Theme = z.infer<typeof theme>;
