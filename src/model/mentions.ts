import { z } from 'zod';
import { evidence } from './evidence.ts';
import { words } from './id.ts';

/** An entry that words of an article can name, `<collection>/<id>`. */
const named = z.string().regex(/^(leaders|regions|organisations|agreements|projects|events)\/[a-z0-9-]+$/);

/**
 * `content/mentions.yaml`: what an editor reads where names alone do not tell. Nothing here is needed where the
 * entries' own quotes say what a name means.
 */
export const mentions = z.strictObject({
  /** Names that several entries share because they are one thing under two headings, with the page that is linked. */
  shared: z.array(z.strictObject({ name: words, means: named, reason: words })),
  /** Longer names that are no entry's: what stands within them names nothing of ours. */
  others: z.array(z.strictObject({ name: words, reason: words })),
  /** Words of one passage and what they name there; without `means` they name no entry. */
  places: z.array(evidence.extend({ means: named.optional(), reason: words })),
});
export type Mentions = z.infer<typeof mentions>;

/** Where they are written, from the project root. */
export const mentionsFile = 'content/mentions.yaml';

export const noMentions: Mentions = { shared: [], others: [], places: [] };
