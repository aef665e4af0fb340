import { z } from 'zod';
import { care } from './care.ts';
import { evidenceList } from './evidence.ts';
import { idList } from './id.ts';
import { identity } from './identity.ts';

export const organisationKinds = [
  'party',
  'government',
  'agency',
  'enterprise',
  'school',
  'hospital',
  'institute',
  'collective',
] as const;

/** A body an article names: a government, an agency, an enterprise, a school. */
export const organisation = z.strictObject({
  ...identity,
  kind: z.enum(organisationKinds),
  /** Places its name or the article ties it to. */
  regions: idList.optional(),
  /** Bodies of like name that the articles do not show to be this one. */
  notSameAs: idList.optional(),
  /** Where it is named. */
  evidence: evidenceList,
  care,
});
export type Organisation = z.infer<typeof organisation>;
