import { z } from 'zod';
import { collectionNames } from './collections.ts';
import { id, words } from './id.ts';

const entryKey = z
  .string()
  .regex(new RegExp(`^(?:${collectionNames.join('|')})/[a-z0-9-]+(?:/[a-z0-9-]+)?$`));

/** One mistake that stood on published pages, and what stands there now. Once written it stays as it is. */
export const correction = z.strictObject({
  /** Its anchor on the page of corrections and its name in the feed. */
  id,
  /** The day the pages were put right. */
  date: z.iso.date(),
  /** The entries whose pages were wrong, `<collection>/<id>`; by the IDs they had on that day. */
  entries: z.array(entryKey).min(1),
  /** What was wrong, in our own words. */
  was: words,
  /** What stands there now. */
  now: words,
  /** Why it was wrong: what the article says, or does not. */
  why: words,
  /** Who put it right. */
  by: words,
});
export type Correction = z.infer<typeof correction>;

/** `content/corrections.yaml`: mistakes put right after they were published, in order of time. Only ever added to. */
export const corrections = z.strictObject({ corrections: z.array(correction) });

/** Where they are written, from the project root. */
export const correctionsFile = 'content/corrections.yaml';
