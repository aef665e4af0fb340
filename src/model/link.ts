import { z } from 'zod';
import { evidence } from './evidence.ts';
import { words } from './id.ts';

/** Collections a link across time may lead to. */
export const linkTargetPattern =
  /^(agreements|clauses|work-points|projects|statements)\/[a-z0-9-]+(\/[a-z0-9-]+)?$/;

const ends = {
  to: z.string().regex(linkTargetPattern),
  /** The words of the earlier record it is about, verbatim; absent where it is about the record as a whole. */
  of: words.optional(),
  /** The words of the later text it stands on. */
  evidence,
};

/** A link from a later text to an earlier record, with the ground it stands on. */
export const link = z.discriminatedUnion('ground', [
  /** The later text names the earlier. */
  z.strictObject({ ...ends, ground: z.literal('explicit') }),
  /** Both speak of the same named thing. */
  z.strictObject({ ...ends, ground: z.literal('same-subject') }),
  /** An editor's judgement that both speak of the same matter, with the reason. */
  z.strictObject({ ...ends, ground: z.literal('topical'), reason: words }),
]);
export type Link = z.infer<typeof link>;
