import type { Corpus } from '../search/answer.ts';
import { readEntities, type Entity } from '../search/entities.ts';
import { gramsOf, meetingPoints, pagesAt, partOf, unpackPart, type Grams } from '../search/grams.ts';
import { unpackTable, type PageBlock, type PageRow } from '../search/page.ts';
import { unpackSimplified } from '../search/simplified.ts';
import { tokenise } from '../search/tokens.ts';

/** The search index of the site, loaded part by part as queries need it. */
export interface SearchEngine extends Corpus {
  readonly pages: readonly PageRow[];
  /** The text of a page, by its number. */
  readonly textOf: (page: number) => Promise<readonly PageBlock[]>;
}

/** How many parts of a long query are looked up before it is seen whether the text can still be there. */
const stride = 8;

/**
 * Loads the table of pages from the search folder (`…/search/`). Everything rejects when a file cannot be had, so
 * that an empty answer means there is no such page. Browsers may remember what failed: from the second attempt on
 * they are told to ask anew.
 */
export async function loadEngine(folder: string, base: string, attempt: number): Promise<SearchEngine> {
  const options: RequestInit = attempt === 0 ? {} : { cache: 'reload' };
  const load = (name: string): Promise<unknown> => loadJson(`${folder}${name}`, options);
  const entities = memoize(async () => readEntities(await load('entities.json')));
  // Every query asks for them: they come together with the table. Who asks next is told if they do not.
  entities('').catch(() => undefined);
  const { version, parts, pages, starts } = unpackTable(await load('index/pages.json'));
  const numbers = new Map(pages.map(({ url }, number) => [base.replace(/\/$/, '') + url, number]));
  const part = memoize(async (number: number): Promise<Grams> =>
    unpackPart(await load(`index/${version}/part-${String(number)}.json`)),
  );
  const positionsOf = async (gram: string): Promise<readonly number[]> =>
    (await part(partOf(gram, parts))).get(gram) ?? [];
  const simplified = memoize(async () =>
    unpackSimplified(String(await load(`index/${version}/simplified.json`))),
  );
  const textOf = memoize(
    async (page: number) =>
      (await load(`index/${version}/text-${String(page)}.json`)) as readonly PageBlock[],
  );
  return {
    pages,
    textOf,
    find: memoize((text: string) => findPages(tokenise(text), positionsOf, starts)),
    entities: () => entities(''),
    simplified: () => simplified(''),
    pageOf: ({ href }: Entity) => numbers.get(href),
  };
}

/** Keeps the engine once it is asked for, until it is given up with whatever of it could not be had. */
export class EngineKeeper {
  #engine: Promise<SearchEngine> | undefined;
  #attempts = 0;

  load(folder: string, base: string): Promise<SearchEngine> {
    this.#engine ??= loadEngine(folder, base, this.#attempts);
    return this.#engine;
  }

  /** The next load starts a new one. */
  giveUp(): void {
    this.#engine = undefined;
    this.#attempts += 1;
  }
}

async function findPages(
  tokens: readonly string[],
  positionsOf: (gram: string) => Promise<readonly number[]>,
  starts: readonly number[],
): Promise<ReadonlySet<number>> {
  const grams = gramsOf(tokens);
  const lists: { offset: number; positions: readonly number[] }[] = [];
  for (let at = 0; at < grams.length; at += stride) {
    const some = await Promise.all(
      grams
        .slice(at, at + stride)
        .map(async ({ gram, offset }) => ({ offset, positions: await positionsOf(gram) })),
    );
    lists.push(...some);
    if (some.some(({ positions }) => positions.length === 0)) return new Set();
  }
  if (tokens.length === 1) return new Set(lists[0]?.positions);
  return new Set(pagesAt(meetingPoints(lists), starts));
}

async function loadJson(address: string, options: RequestInit): Promise<unknown> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response.json();
}

/** The function, asked once for each key; what was refused is asked for again. */
function memoize<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const answers = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const asked = ask(key);
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
    return asked;
  };
}
