import { unpackPage, type IndexedPage } from '../search/page.ts';
import { tokenise, toPhrase } from '../search/tokens.ts';

/** What is used of Pagefind's runtime. */
interface Runtime {
  search(query: string): Promise<{ results: readonly Found[] }>;
  destroy(): Promise<void>;
}

interface Found {
  readonly id: string;
  data(): Promise<{ meta: Readonly<Record<string, string>> }>;
}

/** The search index of the site, loaded part by part as queries need it. */
export interface SearchEngine {
  /**
   * At least every page that holds all the terms. Rejects when a part of the index cannot be had, so that an empty
   * answer means there is no such page.
   */
  find(terms: readonly string[], signal: AbortSignal): Promise<IndexedPage[]>;
  close(): void;
}

/**
 * Loads the runtime from the index's folder (`…/pagefind/`). Browsers and Pagefind both remember what failed to load,
 * so each new attempt takes a number of its own and starts from nothing.
 */
export async function loadEngine(folder: string, attempt: number): Promise<SearchEngine> {
  const address = `${folder}pagefind.js${attempt === 0 ? '' : `?attempt=${String(attempt)}`}`;
  const runtime = (await import(/* @vite-ignore */ address)) as Runtime;
  const lookUp = async (term: string): Promise<readonly Found[]> =>
    (await runtime.search(toPhrase(term))).results;
  return {
    async find(terms, signal) {
      const perTerm = await Promise.all(terms.map(lookUp));
      for (const [index, term] of terms.entries()) {
        if (perTerm[index]?.length === 0) return confirmAbsent(term, folder, lookUp, signal);
      }
      const data = await Promise.all(inAll(perTerm).map((found) => found.data()));
      return data.map(({ meta }) => unpackPage(meta['page'] ?? ''));
    },
    close() {
      runtime.destroy().catch(() => undefined);
    },
  };
}

/** No pages; rejects when the term was not found only because part of the index is missing, which Pagefind hides. */
async function confirmAbsent(
  term: string,
  folder: string,
  lookUp: (term: string) => Promise<readonly Found[]>,
  signal: AbortSignal,
): Promise<IndexedPage[]> {
  const response = await fetch(`${folder}tokens.json`, { signal });
  if (!response.ok) throw new Error(`tokens.json: ${String(response.status)}`);
  const known = new Set((await response.json()) as readonly string[]);
  const tokens = [...new Set(tokenise(term))];
  if (!tokens.every((token) => known.has(token))) return [];
  for (const token of tokens) {
    if ((await lookUp(token)).length === 0) throw new Error(`Part of the index is missing: ${token}`);
  }
  return [];
}

/** What is found for every term. */
function inAll([first = [], ...others]: readonly (readonly Found[])[]): Found[] {
  const idsOfOthers = others.map((list) => new Set(list.map(({ id }) => id)));
  return first.filter(({ id }) => idsOfOthers.every((ids) => ids.has(id)));
}
