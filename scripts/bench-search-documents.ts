import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readContent } from '../src/read/content.ts';
import { listFiles } from '../src/read/files.ts';
import { fold } from '../src/search/tokens.ts';
import { projectRoot } from './cli.ts';
import { pick, seeded } from './measure.ts';

/** A document to be indexed. */
export interface Document {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The mean length of a made document, in characters: that of the 3,504 statutes the method was first measured on. */
const meanLength = 5700;

/** How many of the corpus's clauses one document draws on, so that a string stands in some documents and not in all. */
const clausesPerDocument = 120;

/** Documents made of the record's own clauses, or the text files of a folder. */
export function readDocuments({
  dir,
  docs,
  seed,
}: {
  dir: string | undefined;
  docs: number;
  seed: number;
}): Document[] {
  if (dir !== undefined) {
    const folder = resolve(dir);
    const names = listFiles(folder, '.').filter((name) => /\.(md|txt)$/.test(name));
    return names.map((name) => toDocument(name, readFileSync(join(folder, name), 'utf8')));
  }
  const { passages } = readContent(projectRoot);
  const texts = [...passages.values()].flatMap((list) => list.map(({ text }) => text));
  return [...makeDocuments(clausesOf(texts), { count: docs, seed })];
}

/** Clauses of texts: what stands between punctuation, quotation marks and brackets kept. */
export function clausesOf(texts: readonly string[]): string[] {
  const clauses = texts.flatMap((text) => text.split(/[，。；：！？、…]+[”’）]?/u));
  return [...new Set(clauses.filter((clause) => fold(clause).length >= 3))];
}

/** `count` documents in which the clauses stand in new orders; the same for the same seed. */
export function* makeDocuments(
  clauses: readonly string[],
  { count, seed }: { count: number; seed: number },
): Generator<Document> {
  const random = seeded(seed);
  for (let number = 1; number <= count; number += 1) {
    const own = Array.from({ length: clausesPerDocument }, () => pick(clauses, random));
    const length = meanLength * (0.4 + 1.2 * random());
    const paragraphs: string[] = [];
    let written = 0;
    while (written < length) {
      const paragraph = makeParagraph(own, random);
      paragraphs.push(paragraph);
      written += paragraph.length;
    }
    yield { title: `${pick(own, random)}（第${String(number)}号）`, paragraphs };
  }
}

function makeParagraph(clauses: readonly string[], random: () => number): string {
  const sentences = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const parts = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(clauses, random));
    return `${parts.join('，')}。`;
  });
  return sentences.join('');
}

/** A text file as a document: paragraphs are parted by empty lines, line breaks within one are spaces. */
export function toDocument(name: string, text: string): Document {
  const paragraphs = text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  return { title: basename(name).replace(/\.(md|txt)$/, ''), paragraphs };
}

/** `count` strings of 1 to 8 characters from anywhere in the documents, as many of each length. */
export function sampleQueries(documents: readonly Document[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < count * 100; tries += 1) {
    const { paragraphs } = pick(documents, random);
    const length = 1 + (queries.size % 8);
    // Cut from the text without its punctuation, so that a length is a number of characters to be found.
    const points = Array.from(fold(paragraphs.length === 0 ? '' : pick(paragraphs, random)));
    const start = Math.floor(random() * (points.length - length + 1));
    const query = points.slice(Math.max(0, start), start + length).join('');
    if (Array.from(query).length === length) queries.add(query);
  }
  return [...queries];
}
