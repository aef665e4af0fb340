import { z } from 'zod';
import { care } from './care.ts';
import { evidence } from './evidence.ts';
import { idList, words } from './id.ts';
import { identity } from './identity.ts';

/** A person named with a public role. */
export const leader = z.strictObject({
  ...identity,
  /** The person's titles: each exactly as one article prints it, valid for that article only. */
  roles: z
    .array(
      z.strictObject({
        title: words,
        evidence,
        /** Regions the printed title names. */
        regions: idList.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Where the person is named without a title of their own. */
  mentions: z.array(evidence).min(1).optional(),
  /** People of the same name who are not shown by the articles to be this person. */
  notSameAs: idList.optional(),
  care,
});
export type Leader = z.infer<typeof leader>;
