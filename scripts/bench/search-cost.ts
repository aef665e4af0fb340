import type { Browser, Page } from 'playwright-core';
import { percentile } from '../measure.ts';
import type { Host } from './host.ts';
import { patience, settle, slowContext, slowDown, weigh } from './page-cost.ts';

/** What the first result of a search costs a reader. */
export interface SearchCost {
  /** From the last key to the first result that can be followed. */
  readonly milliseconds: number;
  /** All that was sent from the opening of the search on. */
  readonly bytes: number;
}

/** How a reader searches a site from its front page. */
export interface SearchWay {
  /** Goes to the field; `isFirst` says that the page has just been opened. */
  readonly open: (page: Page, isFirst: boolean) => Promise<void>;
  /** Types the words and sends them, if they must be sent. */
  readonly type: (page: Page, query: string) => Promise<void>;
  /** The event of the last key, from which time is counted. */
  readonly event: 'keydown' | 'input';
  /** What a first result is; `{}` stands for the words. */
  readonly result: string;
}

/** The field of the front page, with the pages that hold the words below it. */
export const ourWay: SearchWay = {
  open: async (page) => {
    await page.locator('input[name=q]').click();
  },
  type: async (page, query) => {
    await page.locator('input[name=q]').fill(query);
  },
  event: 'input',
  result: '#search-options[data-query="{}"] [role=option]',
};

/** Starlight's dialog, with the delay after a key that it has by default. */
export const starlightWay: SearchWay = {
  open: async (page, isFirst) => {
    if (isFirst) await page.locator('button[data-open-modal]').click();
    await page.locator('input.pagefind-ui__search-input').click();
    if (!isFirst) await page.locator('input.pagefind-ui__search-input').fill('');
  },
  type: async (page, query) => {
    await page.locator('input.pagefind-ui__search-input').fill(query);
  },
  event: 'input',
  result: '.pagefind-ui__result-link[href]',
};

/** How long a reader takes over the words, in milliseconds: what the field loads meanwhile is no waiting. */
const typing = 1000;

/**
 * The first search after the front page was opened, and one more in the same page: what the first result of each
 * costs on a slow telephone, on a slow network where `network` says so.
 */
export async function searchTwice(
  browser: Browser,
  site: Host,
  way: SearchWay,
  { cold, warm, network }: { cold: string; warm: string; network: boolean },
): Promise<{ cold: SearchCost; warm: SearchCost }> {
  const context = await slowContext(browser);
  try {
    const page = await context.newPage();
    await slowDown(page, { network });
    await page.addInitScript(watchResults, { event: way.event, result: way.result });
    await page.goto(site.url, { waitUntil: 'load', timeout: patience });
    await settle(page, site);
    return {
      cold: await search(page, site, way, cold, true),
      warm: await search(page, site, way, warm, false),
    };
  } finally {
    await context.close();
  }
}

async function search(
  page: Page,
  site: Host,
  way: SearchWay,
  query: string,
  isFirst: boolean,
): Promise<SearchCost> {
  site.take();
  await way.open(page, isFirst);
  await page.waitForTimeout(typing);
  await page.evaluate((words) => {
    sessionStorage.setItem('bench', JSON.stringify({ words }));
  }, query);
  await way.type(page, query);
  const end = performance.now() + patience;
  for (;;) {
    const state = await page.evaluate(() => sessionStorage.getItem('bench')).catch(() => null);
    const { sent, shown } = JSON.parse(state ?? '{}') as { sent?: number; shown?: number };
    if (sent !== undefined && shown !== undefined) {
      await settle(page, site);
      return { milliseconds: shown - sent, bytes: weigh(site.take()).bytes };
    }
    if (performance.now() > end) throw new Error(`检索“${query}”没有结果：${page.url()}`);
    await page.waitForTimeout(50);
  }
}

/** Runs in every page, before anything of it: notes when the words were sent and when the first result stood there. */
function watchResults({ event, result }: Pick<SearchWay, 'event' | 'result'>): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const read = (): { words?: string; sent?: number; shown?: number } => {
    try {
      return JSON.parse(sessionStorage.getItem('bench') ?? '{}') as {
        words?: string;
        sent?: number;
        shown?: number;
      };
    } catch {
      return {};
    }
  };
  addEventListener(
    event,
    (key) => {
      if (key instanceof KeyboardEvent && key.key !== 'Enter') return;
      const { words } = read();
      if (words !== undefined) sessionStorage.setItem('bench', JSON.stringify({ words, sent: now() }));
    },
    { capture: true },
  );
  new MutationObserver(() => {
    const { words, sent, shown } = read();
    if (words === undefined || sent === undefined || shown !== undefined) return;
    if (document.querySelector(result.replace('{}', words)) === null) return;
    sessionStorage.setItem('bench', JSON.stringify({ words, sent, shown: now() }));
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

/** The median of each figure over several searches. */
export function medianSearch(searches: readonly SearchCost[]): SearchCost {
  return {
    milliseconds: percentile(
      searches.map(({ milliseconds }) => milliseconds),
      0.5,
    ),
    bytes: percentile(
      searches.map(({ bytes }) => bytes),
      0.5,
    ),
  };
}
