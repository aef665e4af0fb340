import { z } from 'zod';
import { care } from './care.ts';
import { evidenceList } from './evidence.ts';
import { id, idList, words } from './id.ts';
import { formerIds } from './identity.ts';
import { link } from './link.ts';

/**
 * What a statement is: a speech, the opinion of an article, a next step somebody announces, or a report of
 * what has been done.
 */
export const statementKinds = ['speech', 'opinion', 'next-step', 'report'] as const;

/** What a person or an article says that is no clause and no work point. */
export const statement = z.strictObject({
  /** What it is about, in our own words; unique. */
  title: words,
  formerIds,
  kind: z.enum(statementKinds),
  /** Who says it: a person of the record … */
  speaker: id.optional(),
  /** … or whom the article gives, where that is no named person (评论、本报、省司法厅). */
  by: words.optional(),
  /** The words, verbatim. */
  evidence: evidenceList,
  themes: idList,
  /** Places named. */
  regions: idList.optional(),
  /** What it follows from. */
  links: z.array(link).min(1).optional(),
  care,
});
export type Statement = z.infer<typeof statement>;
