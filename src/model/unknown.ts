/**
 * Why the record cannot say what became of a thing: nobody reported on it, what was reported cannot be measured, or
 * the numbers printed of it do not agree.
 */
export const unknownKinds = ['no-report', 'not-measurable', 'contradictory'] as const;
export type UnknownKind = (typeof unknownKinds)[number];
