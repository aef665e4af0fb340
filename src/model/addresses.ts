import { z } from 'zod';
import { words } from './id.ts';

/**
 * An address as the ledger writes it, root-relative: a page ends in `/`, an anchor in `/#…`, a file in its
 * ending.
 */
export const address = z
  .string()
  .regex(
    /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*|[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+)?$/,
  );

/** What was renamed and is no entry: a page, a list, a data file, an anchor. What lies below `from` goes along. */
const moved = z.strictObject({
  from: address,
  /** Where it stands now. */
  to: address,
});

/** What was taken out of the record. What lies below its addresses goes along. */
const retired = z.strictObject({
  /** Where it stood. */
  addresses: z.array(address).min(1),
  /** What stood there, in our own words. */
  was: words,
  /** The day it was taken out. */
  date: z.iso.date(),
  /** Addresses of what took its place; absent where nothing did. */
  now: z.array(address).min(1).optional(),
  /** Why it was taken out, in our own words. */
  reason: words,
});

/** `addresses.yaml`: what became of published addresses that no longer open as they did. Entries are never taken out. */
export const declaredAddresses = z.strictObject({
  moved: z.array(moved),
  retired: z.array(retired),
});
export type DeclaredAddresses = z.infer<typeof declaredAddresses>;
export type Retired = z.infer<typeof retired>;
