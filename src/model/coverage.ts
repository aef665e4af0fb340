import { z } from 'zod';
import { evidence } from './evidence.ts';

/** Why a sentence need not be quoted: a closed list. Titles, bylines and the like are excused by their kind. */
export const excuseReasons = [
  'layout',
  'lead-in',
  'framing',
  'exhortation',
  'background',
  'repeat',
  'elsewhere',
] as const;

/** `coverage.yaml` of a source: the sentences nobody quotes, each with its reason. */
export const coverage = z.strictObject({
  excuses: z.array(
    evidence.extend({
      /** Words of the sentence stand in `quote`; one excuse covers one sentence. */
      reason: z.enum(excuseReasons),
    }),
  ),
});
export type Coverage = z.infer<typeof coverage>;
