import { z } from 'zod';
import { address } from './addresses.ts';
import { id, idList, words } from './id.ts';

/** One change to the published record, as readers who follow it are told. Never changed once published. */
const change = z.strictObject({
  /** Stays for ever: feeds know the change by it. */
  id,
  /** The day it was published. */
  date: z.iso.date(),
  /** What changed, in our own words. */
  title: words,
  /** What a reader finds there now. */
  summary: words,
  /** The articles that came in with it, or whose entries it changed. */
  articles: idList.optional(),
  /** Where to look; absent where that is the page of its one article. */
  at: address.optional(),
});
export type Change = z.infer<typeof change>;

/** `content/changes.yaml`: what changed in the record and when, oldest first. Only ever added to. */
export const changes = z.strictObject({ changes: z.array(change) });

/** Where they are written, from the project root. */
export const changesFile = 'content/changes.yaml';
