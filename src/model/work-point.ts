import { z } from 'zod';
import { care } from './care.ts';
import { commitment } from './clause.ts';
import { id, idList, passageRef, words } from './id.ts';
import { formerIds } from './identity.ts';
import { link } from './link.ts';

/** One task of an annual plan, as the article renders it: a plan, never a report. */
export const workPoint = z.strictObject({
  formerIds,
  /** The plan it belongs to, an agreement of kind `plan`. */
  plan: id,
  /** The keyword of the plan under which it stands, an area of the plan. */
  area: id,
  /** Position under its keyword, counted by us from 1; the article numbers only the keywords. */
  order: z.number().int().positive(),
  /** The passage that holds it. */
  passage: passageRef,
  /** The task's words, verbatim. */
  quote: words,
  /** A few of its own words, verbatim, by which lists name it; unique among the work points. */
  excerpt: words,
  themes: idList,
  /** Places the passage names for this task. */
  regions: idList.optional(),
  /** What the task undertakes; each quote stands within the task's words. */
  commitments: z.array(commitment).min(1),
  /** What it follows from. */
  links: z.array(link).min(1).optional(),
  care,
});
export type WorkPoint = z.infer<typeof workPoint>;
