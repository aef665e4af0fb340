import { z } from 'zod';
import { idPattern } from './id.ts';

/** One English sentence or two: what a thing is, in our words, with nothing of what became of it. */
const abstract = z
  .string()
  .max(260)
  .regex(/^[^\p{Script=Han}]+\.$/u);

const abstracts = z.record(z.string().regex(idPattern), abstract).optional();

/** Chains have no file of their own; so that a translator finds everything in one place, the others stand with them. */
export const englishKinds = ['agreements', 'themes', 'chains'] as const;
export type EnglishKind = (typeof englishKinds)[number];

/** `content/english.yaml`: abstracts by ID, for readers who do not read Chinese. */
export const english = z.strictObject({ agreements: abstracts, themes: abstracts, chains: abstracts });
export type English = z.infer<typeof english>;

/** Where they are written, from the project root. */
export const englishFile = 'content/english.yaml';

export const noEnglish: English = {};
