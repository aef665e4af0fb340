import { z } from 'zod';
import { partialDate } from './dated.ts';
import { words } from './id.ts';

/** Who did a piece of editorial work, and when. */
const act = z.strictObject({ by: words, on: partialDate });

/** Record care: who coded the entry from the article, and who read it a second time against it. */
export const care = z.strictObject({
  /** The first reading, which wrote the entry. */
  coded: act,
  /** The second reading; absent until it happened. */
  reread: act.optional(),
});
