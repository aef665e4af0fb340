import { z } from 'zod';
import { evidence } from './evidence.ts';
import { words } from './id.ts';

/** A date with the precision of its source, as a quoted string: "2019", "2019-06" or "2019-06-03". */
export const partialDate = z.union([
  z.string().regex(/^\d{4}$/),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  z.iso.date(),
]);

/** A date printed in full, or one inferred; an inferred date says why and is marked 推断 wherever it shows. */
export const dated = z.discriminatedUnion('basis', [
  z.strictObject({
    value: partialDate,
    basis: z.literal('stated'),
    /** Where the date is printed. */
    evidence,
  }),
  z.strictObject({
    value: partialDate,
    basis: z.literal('inferred'),
    /** Why this date, in our own words; outside knowledge is called so. */
    reason: words,
    /** What is printed of it, if anything ("6月3日", "昨天"). */
    evidence: evidence.optional(),
  }),
]);
export type Dated = z.infer<typeof dated>;

/** A printed deadline read as a date: the last day, month or year by which the thing is to be done. */
export const due = z.strictObject({
  by: partialDate,
  /** What of the date is not printed and why it is read so, in our own words; absent only where the year is printed. */
  reason: words.optional(),
});
export type Due = z.infer<typeof due>;
