import { z } from 'zod';
import { care } from './care.ts';
import { dated } from './dated.ts';
import { evidence } from './evidence.ts';
import { words } from './id.ts';
import { formerIds } from './identity.ts';
import { voices } from './passage.ts';

/** Grades of evidence, strongest first. */
export const grades = ['official-text', 'official-report', 'reporter', 'interview', 'opinion'] as const;

/** A statement about the article itself: printed on it, or inferred with a reason. */
const attributed = z.discriminatedUnion('basis', [
  z.strictObject({ name: words, basis: z.literal('stated'), evidence }),
  z.strictObject({ name: words, basis: z.literal('inferred'), reason: words }),
]);

/** Somebody the article's byline names as having written it. */
const author = z.strictObject({ name: words, evidence });

/** One report on the page: a file may hold several. */
const part = z.strictObject({
  id: z.string().regex(/^[a-z]$/),
  /** The report's printed title; absent where the page we have does not carry it. */
  title: words.optional(),
  /** What is missing or peculiar about the report, in our own words. */
  note: words.optional(),
  /** The speech act of its running text, where all of it is of one kind. */
  voice: z.enum(voices).optional(),
});

/** What an editor declares about an article; the rest of its record is computed from the raw file. */
export const sourceDeclaration = z.strictObject({
  /** The article's title, as printed. */
  title: words,
  /** Where the title is printed. */
  evidence: z.array(evidence).min(1),
  /** Still being worked on: checked like any other, but nothing that rests on it is published. Absent once it is. */
  draft: z.literal(true).optional(),
  /** Other titles it goes by. */
  aliases: z.array(words).min(1).optional(),
  formerIds,
  /** News report or opinion piece. */
  kind: z.enum(['news', 'opinion']),
  /** The weight of what it says. */
  grade: z.enum(grades),
  /** Who wrote it, as its byline prints them; whoever edited, checked or scraped it is none. */
  authors: z.array(author).min(1).optional(),
  /** The number of the newspaper's page it stands on, where the page prints one. */
  page: z.strictObject({ number: words, evidence }).optional(),
  /** The number a government document goes by, as printed: 国发〔2015〕2号. */
  documentNumber: z.strictObject({ number: words, evidence }).optional(),
  /** Who published it. */
  publisher: attributed.optional(),
  /** The paper it was reprinted from. */
  reprintedFrom: attributed.optional(),
  /** The date that places the article in time, and what it is the date of. */
  date: dated,
  dateOf: z.enum(['publication', 'event']),
  /** The date of the event reported, where it differs from `date`. */
  eventDate: dated.optional(),
  /** The reports on the page, in reading order. */
  parts: z.array(part).min(1),
  /** Whose the words are. */
  rights: words,
  /** `full`: all passages are shown; `quotes`: only what entries quote. */
  publish: z.enum(['full', 'quotes']),
  /** Who declared the repairs and who checked them. */
  care,
});
export type SourceDeclaration = z.infer<typeof sourceDeclaration>;

/** The raw file: bytes kept as received. */
export const rawFile = z.strictObject({
  file: z.enum(['raw.txt', 'raw.html', 'raw.md']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']),
  shape: z.enum(['columns', 'lines', 'html', 'scrape']),
});

/** The front matter of a generated `sources/<id>/index.mdx`. */
export const source = sourceDeclaration.extend({
  raw: rawFile.extend({ bytes: z.number().int().positive(), lines: z.number().int().positive() }),
  /** Characters taken out or changed by each mechanical rule. */
  rules: z.record(z.string(), z.number().int().positive()),
  /** Every declared act of judgement, in the order applied. */
  repairs: z.array(z.strictObject({ act: z.string(), where: z.string(), reason: words })),
});
export type Source = z.infer<typeof source>;
