import { z } from 'zod';
import { care } from './care.ts';
import { dated, due } from './dated.ts';
import { evidence } from './evidence.ts';
import { idList, words } from './id.ts';
import { identity } from './identity.ts';

export const projectKinds = [
  'rail',
  'road',
  'airport',
  'port',
  'transport-service',
  'park',
  'platform',
  'market',
  'industry',
  'school',
  'hospital',
  'venue',
  'culture',
  'ecology',
  'water',
  'fund',
  'programme',
] as const;

/** What a report says has come of a project; only a report has one. */
export const outcomes = ['underway', 'done', 'in-use'] as const;

const said = {
  /** The words that say how far it is (续建、力争、建成……), verbatim from the quote; never promoted to a status. */
  wording: words,
  evidence,
  /** The date the event has of its own; absent when it is the article's. */
  date: dated.optional(),
  /** The deadline it names, verbatim from the quote; absent when it names none. */
  deadline: words.optional(),
  /** The date that deadline means; stands with it, never alone. */
  due: due.optional(),
};

/** One dated mention of a project. Append-only, in order of the articles. */
export const progressEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agreement'), ...said }),
  z.strictObject({ kind: z.literal('plan'), ...said }),
  z.strictObject({ kind: z.literal('report'), outcome: z.enum(outcomes), ...said }),
  z.strictObject({ kind: z.literal('speech'), ...said }),
  z.strictObject({ kind: z.literal('opinion'), ...said }),
]);
export type ProgressEvent = z.infer<typeof progressEvent>;

/** One real thing that is planned, built or run: a line, a park, a school, a platform, a programme. */
export const project = z.strictObject({
  ...identity,
  kind: z.enum(projectKinds),
  themes: idList,
  /** Places the articles name for it. */
  regions: idList.optional(),
  /** Projects whose names are alike but which the articles do not show to be this one. */
  notSameAs: idList.optional(),
  /** The larger project it is named as a part of. */
  partOf: idList.optional(),
  /** Every dated mention. */
  progress: z.array(progressEvent).min(1),
  care,
});
export type Project = z.infer<typeof project>;
