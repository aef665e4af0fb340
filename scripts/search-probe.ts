import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { createScale, sumWeights, type Weight } from './measure.ts';
import { serveFolder } from './server.ts';

/** What the search page of a built site answered to a query. */
export interface Asked {
  /** Undefined when the search did not come to an end. */
  readonly total: number | undefined;
  readonly interpretation: string;
  /** The addresses the hits link to, from the site's root and without the base path, in their order. */
  readonly hits: readonly string[];
  /** The addresses of the named things above the hits. */
  readonly named: readonly string[];
  /** From the key that sent the query to the results shown. */
  readonly milliseconds: number;
  /** Every file asked for since the query was typed, each once. */
  readonly files: readonly string[];
}

/** A search page in a browser that has nothing of the site in its memory but what it asked for itself. */
export interface ProbePage {
  readonly ask: (query: string) => Promise<Asked>;
  /** Every file asked for so far, each once. */
  readonly files: () => ReadonlySet<string>;
  /** Brings a hit into sight, where its passage is looked up, and gives the address it then links to. */
  readonly addressInSight: (hit: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A served site and a browser to search it with. */
export interface SearchProbe {
  /** A search page, reached from the front page as readers do when `from` says so. */
  readonly open: (from?: 'front-page') => Promise<ProbePage>;
  readonly weigh: (files: Iterable<string>) => Weight;
  /** The browser's name and version. */
  readonly browser: string;
  readonly close: () => Promise<void>;
}

/** After this many milliseconds a search has failed; the page itself gives up sooner. */
const patience = 30_000;
/** A page that asks for nothing for so many milliseconds has all it wants. */
const quiet = 120;

/** Serves a built folder under the base path it was built for. */
export async function probeSearch(folder: string): Promise<SearchProbe> {
  const html = readFileSync(join(folder, 'search/index.html'), 'utf8');
  const base = /<search-page\b[^>]*\bdata-base="([^"]*)"/.exec(html)?.[1] ?? '';
  const server = await serveFolder(folder, 4800, base === '' ? '/' : base);
  const browser = await launchBrowser();
  const scale = createScale(folder);
  return {
    open: (from) => openPage(browser, server.url, from === 'front-page'),
    weigh: (files) => sumWeights(Array.from(files, scale)),
    browser: `Chromium ${browser.version()}`,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openPage(browser: Browser, root: string, isFromFront: boolean): Promise<ProbePage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const requests = watchRequests(page, root);
  if (isFromFront) {
    await page.goto(root, { waitUntil: 'load' });
    await requests.settle();
    requests.forget();
  }
  await page.goto(`${root}search/`, { waitUntil: 'load' });
  await requests.settle();
  const { pathname } = new URL(root);
  const withoutBase = (address: string): string =>
    address.startsWith(pathname) ? address.slice(pathname.length - 1) : address;
  return {
    ask: async (query) => {
      const before = requests.all().length;
      const shown = await search(page, query);
      await requests.settle();
      const files = [...new Set(requests.all().slice(before))];
      return { ...shown, hits: shown.hits.map(withoutBase), named: shown.named.map(withoutBase), files };
    },
    files: () => new Set(requests.all()),
    addressInSight: async (hit) =>
      withoutBase(await anchoredAddress(page, pathname.slice(0, -1) + hit.replace(/#.*$/, ''))),
    close: () => context.close(),
  };
}

interface Requests {
  /** The paths asked for, below the root, in order. */
  readonly all: () => readonly string[];
  readonly forget: () => void;
  readonly settle: () => Promise<void>;
}

function watchRequests(page: Page, root: string): Requests {
  const asked: string[] = [];
  /** What the page has already seen need not be sent again. */
  const forgotten = new Set<string>();
  let open = 0;
  let last = performance.now();
  page.on('request', (request) => {
    open += 1;
    last = performance.now();
    const path = new URL(request.url()).pathname.slice(new URL(root).pathname.length - 1);
    if (!forgotten.has(path)) asked.push(path);
  });
  const onEnd = (): void => {
    open -= 1;
    last = performance.now();
  };
  page.on('requestfinished', onEnd);
  page.on('requestfailed', onEnd);
  return {
    all: () => asked,
    forget: () => {
      for (const path of asked.splice(0)) forgotten.add(path);
    },
    settle: async () => {
      while (open > 0 || performance.now() - last < quiet) await page.waitForTimeout(quiet / 4);
    },
  };
}

/** Types a query, sends it, and reads what the page shows when it says that it is done. */
async function search(page: Page, query: string): Promise<Omit<Asked, 'files'>> {
  await page.locator('search-page input[name=q]').fill(query);
  // Watching begins before the key is pressed: some answers are there at once.
  const watch = await page.evaluateHandle(
    ([words, limit]) => ({
      shown: new Promise<number | undefined>((resolve) => {
        const results = document.querySelector<HTMLElement>('#search-results');
        let sent = performance.now();
        addEventListener('keydown', () => (sent = performance.now()), { capture: true, once: true });
        const look = (): void => {
          if (results?.dataset['query'] !== words || results.getAttribute('aria-busy') !== 'false') return;
          observer.disconnect();
          resolve(performance.now() - sent);
        };
        const observer = new MutationObserver(look);
        if (results !== null) observer.observe(results, { attributes: true });
        setTimeout(() => resolve(undefined), limit);
      }),
    }),
    [query, patience] as const,
  );
  await page.keyboard.press('Enter');
  const milliseconds = await watch.evaluate(({ shown }) => shown);
  await watch.dispose();
  const read = await page.evaluate(() => {
    const results = document.querySelector<HTMLElement>('#search-results');
    const items = document.querySelectorAll<HTMLElement>('#search-results li[data-url]');
    const links = document.querySelectorAll<HTMLAnchorElement>('#search-entities a[href]');
    return {
      total: results?.dataset['total'],
      interpretation: results?.dataset['interpretation'] ?? 'none',
      hits: Array.from(items, (item) => item.dataset['url'] ?? ''),
      named: Array.from(links, (link) => link.getAttribute('href') ?? ''),
    };
  });
  const isDone = milliseconds !== undefined && read.total !== undefined;
  return {
    ...read,
    total: isDone ? Number(read.total) : undefined,
    milliseconds: milliseconds ?? patience,
  };
}

/** Hits further down get the address of their passage when they come near the window. */
async function anchoredAddress(page: Page, address: string): Promise<string> {
  return page.evaluate(
    async ([wanted, limit]) => {
      const item = Array.from(document.querySelectorAll<HTMLElement>('#search-results li[data-url]')).find(
        ({ dataset }) => dataset['url']?.replace(/#.*$/, '') === wanted,
      );
      if (item === undefined) return wanted;
      item.scrollIntoView();
      const end = performance.now() + limit;
      while (!(item.dataset['url'] ?? '').includes('#') && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return item.dataset['url'] ?? '';
    },
    [address, 5000] as const,
  );
}
