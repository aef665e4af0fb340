import { z } from 'zod';
import { care } from './care.ts';
import { dated } from './dated.ts';
import { evidence, evidenceList } from './evidence.ts';
import { id, idList, words } from './id.ts';
import { formerIds } from './identity.ts';
import { voices } from './passage.ts';

/** One number an article prints, with what it counts. Never summed, averaged or merged with another. */
export const figure = z.strictObject({
  formerIds,
  /** The number as printed: "309", "2106.18", "1-1.5", "三". */
  value: words,
  /** The measure word or unit as printed: 家, 亿元, 小时. */
  unit: words,
  /** The word that bounds it, as printed: 超过, 约, 以上, 余. */
  comparator: words.optional(),
  /** What is counted, in our own words, local where the article is local. */
  subject: words,
  /** What kind of statement it stands in. */
  kind: z.enum(voices),
  themes: idList,
  /** The places it is of. */
  regions: idList.optional(),
  /** The time it is of, where the article says. */
  date: dated.optional(),
  /** Figures that look alike but count something else, or that do not reconcile with this one. */
  beside: z.array(id).min(1).optional(),
  evidence,
  /** Where an article prints the same number of the same thing again. */
  repeats: evidenceList.optional(),
  care,
});
export type Figure = z.infer<typeof figure>;
