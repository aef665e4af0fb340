import { z } from 'zod';
import { care } from './care.ts';
import { evidenceList } from './evidence.ts';
import { id } from './id.ts';
import { identity } from './identity.ts';

export const regionKinds = [
  'composite',
  'municipality',
  'province',
  'prefecture',
  'new-area',
  'district',
  'county',
  'zone',
  'water',
] as const;

/** A place an article names. */
export const region = z.strictObject({
  ...identity,
  kind: z.enum(regionKinds),
  /** The place it lies in; absent for what spans several or where the articles and plain geography do not say. */
  parent: id.optional(),
  /** Where it is named. */
  evidence: evidenceList,
  care,
});
export type Region = z.infer<typeof region>;
