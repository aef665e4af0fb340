import { z } from 'zod';
import { idList, words } from './id.ts';

/** Names an entity goes by, and IDs it had; shared by every collection of named things. */
export const identity = {
  /** The canonical name. */
  title: words,
  /** Other forms in which the articles print it; each resolves in search. */
  aliases: z.array(words).min(1).optional(),
  /** IDs it was published under before; nothing may refer to them any more. */
  formerIds: idList.optional(),
};
