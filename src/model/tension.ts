import { z } from 'zod';
import { care } from './care.ts';
import { evidence } from './evidence.ts';
import { id, idList, words } from './id.ts';
import { formerIds } from './identity.ts';

/** In what way things stand beside one another. */
export const tensionKinds = ['unreconciled', 'same-number', 'overlap', 'division', 'wording'] as const;

/** One thing that stands beside the others: a figure of the ledger, or words of an article. */
const side = z.union([z.strictObject({ figure: id }), evidence]);

/** Statements of the articles that stand side by side: neither merged nor explained. */
export const tension = z.strictObject({
  formerIds,
  /** What it is about, in neutral words of ours. */
  title: words,
  /** One sentence: what the articles print. No reason, no guess, no judgement. */
  says: words,
  kind: z.enum(tensionKinds),
  themes: idList,
  /** What stands side by side, in the order of the articles. */
  sides: z.array(side).min(2),
  /** The projects, agreements and events whose pages lead here. */
  projects: idList.optional(),
  agreements: idList.optional(),
  events: idList.optional(),
  care,
});
export type Tension = z.infer<typeof tension>;
