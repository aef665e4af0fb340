import { z } from 'zod';
import { passageRef, words } from './id.ts';

/**
 * A quote selector (after the W3C Text Quote Selector): the exact words and the passage they stand in.
 * The build fails unless the quote stands in the passage exactly once.
 */
export const evidence = z.strictObject({
  /** The passage, `<source-id>#p12`. */
  passage: passageRef,
  /** The words, verbatim, punctuation included. */
  quote: words,
  /** The words right before the quote; only where the quote stands more than once in the passage. */
  prefix: words.optional(),
  /** The words right after the quote; only where the quote stands more than once in the passage. */
  suffix: words.optional(),
});
export type Evidence = z.infer<typeof evidence>;

/** One or more quotes for one statement. */
export const evidenceList = z.array(evidence).min(1);
