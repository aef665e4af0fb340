import { z } from 'zod';
import { care } from './care.ts';
import { dated } from './dated.ts';
import { evidenceList } from './evidence.ts';
import { idList, words } from './id.ts';
import { formerIds } from './identity.ts';

export const eventKinds = ['visit', 'signing', 'briefing', 'symposium', 'inspection'] as const;

/** Something that took place, as an article reports it: a visit, a signing, a briefing, a symposium, an inspection. */
export const event = z.strictObject({
  /** What it was, in our own words; unique. */
  title: words,
  formerIds,
  kind: z.enum(eventKinds),
  date: dated,
  /** Places where it took place. */
  regions: idList.optional(),
  /** People the article names as taking part. */
  leaders: idList.optional(),
  /** Bodies the article names as taking part or visited. */
  organisations: idList.optional(),
  /** Agreements concluded or issued there. */
  agreements: idList.optional(),
  themes: idList.optional(),
  evidence: evidenceList,
  care,
});
export type Event = z.infer<typeof event>;
