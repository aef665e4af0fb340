import { z } from 'zod';
import { evidence } from './evidence.ts';
import { words } from './id.ts';

/** Collections a link across time may lead to. */
export const linkTargetPattern =
  /^(agreements|clauses|work-points|projects|statements)\/[a-z0-9-]+(\/[a-z0-9-]+)?$/;

const to = z.string().regex(linkTargetPattern);

/** A link from a later text to an earlier record, with the ground it stands on. */
export const link = z.discriminatedUnion('ground', [
  /** The later text names the earlier. */
  z.strictObject({ to, ground: z.literal('explicit'), evidence }),
  /** Both speak of the same named thing. */
  z.strictObject({ to, ground: z.literal('same-subject'), evidence }),
  /** An editor's judgement that both speak of the same matter, with the reason. */
  z.strictObject({ to, ground: z.literal('topical'), evidence, reason: words }),
]);
export type Link = z.infer<typeof link>;
