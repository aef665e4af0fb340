import { z } from 'zod';
import { idList, words } from './id.ts';

/**
 * IDs (file names) an entry was published under before; shared by every collection. Their addresses lead to the
 * entry for ever; nothing refers to them any more and no other entry is given one.
 */
export const formerIds = idList.optional();

/** Names an entity goes by, and IDs it had; shared by every collection of named things. */
export const identity = {
  /** The canonical name. */
  title: words,
  /** Other forms in which the articles print it; each resolves in search. */
  aliases: z.array(words).min(1).optional(),
  formerIds,
};
