import { z } from 'zod';
import { care } from './care.ts';
import { dated } from './dated.ts';
import { evidence, evidenceList } from './evidence.ts';
import { id, idList, passageRef, words } from './id.ts';
import { formerIds } from './identity.ts';

/** What we hold of an agreement's text: the text, a newspaper's rendering of it, or its name alone. */
export const textBases = ['full', 'press', 'named-only'] as const;

export const agreementKinds = ['agreement', 'protocol', 'plan', 'policy'] as const;

/** One area of an agreement, in the order the article gives. */
const area = z.strictObject({
  id,
  /** The area's plain name. */
  label: words,
  /** Where the plain name is printed. */
  evidence,
  /** The passage that prints the area's own heading; absent where the heading is lost. */
  heading: passageRef.optional(),
  /** Where the printed heading stood, when it was displaced; in our own words. */
  headingNote: words.optional(),
  /** The theme the area belongs to. */
  theme: id,
});

/** An agreement or plan. Its clauses are files beside it. */
export const agreement = z.strictObject({
  /** The short name used on this site. */
  title: words,
  /** The full name as printed. */
  fullTitle: words,
  /** The name by which this site refers to it in passing; ours, not printed. */
  shortTitle: words,
  aliases: z.array(words).min(1).optional(),
  formerIds,
  /** An agreement or protocol between parties, a plan with tasks, or a policy the articles cite. */
  kind: z.enum(agreementKinds),
  textBasis: z.enum(textBases),
  /** Where it is named in full. */
  evidence: evidenceList,
  /** When it was signed or issued. */
  date: dated.optional(),
  /** The time a plan is for, as its name or the article prints it: what it lists is due by its end. */
  period: dated.optional(),
  /** Who concluded or issued it. */
  parties: z
    .array(
      z.strictObject({
        name: words,
        region: id,
        /** The record of the body named, where there is one; it bears the printed name. */
        organisation: id.optional(),
        evidence,
      }),
    )
    .min(1)
    .optional(),
  /** Who signed it, with the title the article prints and the party signed for. */
  signatories: z
    .array(
      z.strictObject({
        leader: id,
        title: words,
        party: words,
        evidence,
        /** Where the article says on whose behalf, when that is elsewhere. */
        onBehalf: evidence.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Its areas in order; clauses name the area they belong to. */
  areas: z.array(area).min(1).optional(),
  themes: idList,
  regions: idList.optional(),
  /** How much the article says there is, with the words that say so. */
  extent: z.array(evidence).min(1).optional(),
  care,
});
export type Agreement = z.infer<typeof agreement>;
