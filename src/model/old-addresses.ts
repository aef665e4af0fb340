import { z } from 'zod';

const old = {
  /** The address as it was published, with the deployment's base path. */
  url: z.string().regex(/^\//),
};

/** The records of `/data/addresses.json`: every published address that no longer opens as it did. */
export const oldAddressRecord = z.discriminatedUnion('kind', [
  z.object({
    ...old,
    kind: z.literal('moved'),
    /** Where the same thing stands now. */
    to: z.string().regex(/^\//),
  }),
  z.object({
    ...old,
    kind: z.literal('retired'),
    /** What stood there. */
    was: z.string().min(1),
    /** The day it was taken out. */
    date: z.iso.date(),
    /** What took its place; empty where nothing did. */
    now: z.array(z.string().regex(/^\//)),
    /** Why it was taken out. */
    reason: z.string().min(1),
  }),
]);
export type OldAddressRecord = z.infer<typeof oldAddressRecord>;
