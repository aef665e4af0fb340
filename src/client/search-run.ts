import { answer, type Answer } from '../search/answer.ts';
import { entitiesFor, type Entity } from '../search/entities.ts';
import { filterPages, type Filters } from '../search/filters.ts';
import type { PageBlock, PageRow } from '../search/page.ts';
import { bestBlock, inHitOrder } from '../search/results.ts';
import type { Query } from '../search/tokens.ts';
import type { SearchEngine } from './search-engine.ts';

/**
 * How many hits have their excerpt before the results are shown; the others get it when they come near. As many as
 * fill most windows, and as a browser asks an HTTP/1.1 server for at once.
 */
const firstScreen = 6;

/** An answer with all that is needed to show it at once. */
export interface Found {
  readonly asked: Query;
  readonly answer: Answer;
  /** Every page found, in the order of hits. */
  readonly pages: readonly PageRow[];
  /** Those that the filters leave. */
  readonly shown: readonly PageRow[];
  /** The blocks that show the first of them best. */
  readonly blocks: ReadonlyMap<PageRow, PageBlock>;
  readonly entities: readonly Entity[];
}

/** Answers a query; rejects when part of the index cannot be had. */
export async function runSearch(engine: SearchEngine, asked: Query, filters: Filters): Promise<Found> {
  const [given, named] = await Promise.all([answer(asked, engine), entitiesOf(engine, asked.terms)]);
  const pages = rowsOf(engine, given.pages);
  const shown = filterPages(pages, filters);
  const isRead = given.interpretation !== 'exact' && named.length === 0;
  const [blocks, entities] = await Promise.all([
    blocksOf(engine, shown.slice(0, firstScreen), given.terms),
    isRead ? entitiesOf(engine, given.terms) : named,
  ]);
  return { asked, answer: given, pages, shown, blocks, entities };
}

/** The rows of some pages, by their numbers, in the order of hits. */
export function rowsOf(engine: SearchEngine, numbers: readonly number[]): PageRow[] {
  return inHitOrder(numbers.flatMap((number) => engine.pages[number] ?? []));
}

/** The named things that answer to some terms; none where their list cannot be had, which results can do without. */
export async function entitiesOf(engine: SearchEngine, terms: readonly string[]): Promise<readonly Entity[]> {
  if (terms.length === 0) return [];
  try {
    return entitiesFor(await engine.entities(), terms);
  } catch {
    return [];
  }
}

/** The block that shows a hit best. */
export async function blockOf(
  engine: SearchEngine,
  page: PageRow,
  terms: readonly string[],
): Promise<PageBlock | undefined> {
  return bestBlock(page.title, await engine.textOf(engine.pages.indexOf(page)), terms);
}

async function blocksOf(
  engine: SearchEngine,
  pages: readonly PageRow[],
  terms: readonly string[],
): Promise<Map<PageRow, PageBlock>> {
  const found = await Promise.all(
    pages.map(async (page) => [page, await blockOf(engine, page, terms)] as const),
  );
  return new Map(found.flatMap(([page, block]) => (block === undefined ? [] : [[page, block]])));
}
