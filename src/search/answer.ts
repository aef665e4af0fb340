import { spelledBy, titlesOfAlias, titlesWithin, type Entity } from './entities.ts';
import { nearestEntities } from './nearest.ts';
import { numeralVariants } from './numerals.ts';
import { knownPieces } from './sentence.ts';
import { toSimplified, type Simplified } from './simplified.ts';
import { fold, type Query } from './tokens.ts';

/** How an answer was found, in the order in which the ways are tried. */
export type Interpretation =
  'exact' | 'traditional' | 'numeral' | 'alias' | 'pinyin' | 'all-terms' | 'nearest' | 'none';

const ways = ['exact', 'traditional', 'numeral', 'alias', 'pinyin', 'all-terms'] as const;
type Way = (typeof ways)[number];

/** What a query can be answered from; each is loaded when it is first asked for. */
export interface Corpus {
  /** The numbers of the pages that hold a text: all of them, and no others. */
  readonly find: (text: string) => Promise<ReadonlySet<number>>;
  readonly entities: () => Promise<readonly Entity[]>;
  readonly simplified: () => Promise<Simplified>;
  /** The page of an entity. */
  readonly pageOf: (entity: Entity) => number | undefined;
}

/** The answer to a query. */
export interface Answer {
  readonly interpretation: Interpretation;
  /** What was searched for in the end: what the excerpts mark. */
  readonly terms: readonly string[];
  readonly pages: readonly number[];
  /** Why there is nothing, where each of several terms is found, or was until pages were excluded. */
  readonly reason?: 'not-together' | 'excluded';
}

/**
 * The pages that hold every term of the query and none it excludes. Where a term is nowhere, the first way of reading
 * it under which something is found, and which way that was; never another reading where the query as typed is found.
 */
export async function answer(query: Query, corpus: Corpus): Promise<Answer> {
  const { terms } = query;
  const exact = await findAll(terms, corpus);
  if (exact.length > 0) return exclude({ interpretation: 'exact', terms, pages: exact }, query, corpus);
  const found = (await readJoined(terms, corpus)) ?? (await readEach(terms, corpus));
  if (found === undefined) return nearest(terms, corpus);
  const pages = await findAll(found.terms, corpus);
  if (pages.length === 0) return { interpretation: 'none', terms, pages, reason: 'not-together' };
  return exclude({ interpretation: found.way, terms: found.terms, pages }, query, corpus);
}

interface Reading {
  readonly way: Way;
  readonly terms: readonly string[];
}

/** The numbers of the pages that hold every term of the query as typed and none it excludes. */
export async function exactPages(query: Query, corpus: Pick<Corpus, 'find'>): Promise<readonly number[]> {
  return without(await findAll(query.terms, corpus), query, corpus);
}

/** Pinyin typed with spaces between its syllables. */
async function readJoined(terms: readonly string[], corpus: Corpus): Promise<Reading | undefined> {
  if (terms.length < 2 || !terms.every((term) => /^[a-z]+$/.test(fold(term)))) return undefined;
  const [best] = spelledBy(await corpus.entities(), terms.join(''));
  return best && { way: 'pinyin', terms: [best.title] };
}

/** Each term as typed where it is found, else as first found; the way is the last that was needed. */
async function readEach(terms: readonly string[], corpus: Corpus): Promise<Reading | undefined> {
  const readings: Reading[] = [];
  for (const term of terms) {
    const reading = await read(term, corpus);
    if (reading === undefined) return undefined;
    readings.push(reading);
  }
  const last = Math.max(...readings.map(({ way }) => ways.indexOf(way)));
  return { way: ways[last] ?? 'exact', terms: [...new Set(readings.flatMap((reading) => reading.terms))] };
}

async function read(term: string, corpus: Corpus): Promise<Reading | undefined> {
  const isFound = async (terms: readonly string[]): Promise<boolean> =>
    (await findAll(terms, corpus)).length > 0;
  if (await isFound([term])) return { way: 'exact', terms: [term] };
  const simplified = toSimplified(term, await corpus.simplified());
  const entities = await corpus.entities();
  const candidates: readonly Reading[] = [
    ...one('traditional', simplified === term ? [] : [simplified]),
    ...one('numeral', numeralVariants(simplified)),
    ...one('alias', [...titlesOfAlias(entities, simplified), ...titlesWithin(entities, simplified)]),
    ...one(
      'pinyin',
      spelledBy(entities, simplified)
        .slice(0, 1)
        .map(({ title }) => title),
    ),
  ];
  for (const candidate of candidates) if (await isFound(candidate.terms)) return candidate;
  const holds = async (text: string): Promise<boolean> => (await corpus.find(text)).size > 0;
  const names = entities.flatMap(({ title, aliases }) => [title, ...aliases]);
  for (const pieces of await knownPieces(simplified, names, holds)) {
    if (await isFound(pieces)) return { way: 'all-terms', terms: pieces };
  }
  return undefined;
}

function one(way: Way, terms: readonly string[]): Reading[] {
  return terms.map((term) => ({ way, terms: [term] }));
}

async function nearest(terms: readonly string[], corpus: Corpus): Promise<Answer> {
  const typed = toSimplified(terms.join(''), await corpus.simplified());
  const near = nearestEntities(await corpus.entities(), typed);
  const pages = near.map(corpus.pageOf).filter((page) => page !== undefined);
  if (pages.length > 0) return { interpretation: 'nearest', terms: [], pages };
  return { interpretation: 'none', terms, pages: [] };
}

async function exclude(found: Answer, query: Query, corpus: Corpus): Promise<Answer> {
  const pages = await without(found.pages, query, corpus);
  if (pages.length > 0) return { ...found, pages };
  return { interpretation: 'none', terms: found.terms, pages, reason: 'excluded' };
}

async function without(
  pages: readonly number[],
  { excluded }: Query,
  { find }: Pick<Corpus, 'find'>,
): Promise<readonly number[]> {
  const taken = await Promise.all(excluded.map(find));
  return pages.filter((page) => !taken.some((set) => set.has(page)));
}

/** The pages that hold each of the terms, rising. */
async function findAll(terms: readonly string[], { find }: Pick<Corpus, 'find'>): Promise<number[]> {
  const [first, ...others] = await Promise.all(terms.map(find));
  return [...(first ?? [])].filter((page) => others.every((pages) => pages.has(page)));
}
