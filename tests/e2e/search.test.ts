import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleBlocks } from '../../src/lib/blocks.ts';
import { fold } from '../../src/search/tokens.ts';
import { builtPages, dist, withAttribute } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

/** The folded visible blocks of every indexed page, computed from the served HTML. */
const indexed = builtPages().flatMap(({ address, tree }) => {
  const body = withAttribute(tree, 'data-pagefind-body')[0];
  if (body === undefined) return [];
  return [{ address, blocks: visibleBlocks(body).map(({ text }) => fold(text)) }];
});

/** Pages that hold the words in one block: what every search must give, no more and no less. */
function expectedFor(query: string): string[] {
  const words = fold(query);
  return indexed
    .filter(({ blocks }) => blocks.some((block) => block.includes(words)))
    .map(({ address }) => address)
    .sort();
}

/** A small generator with a fixed seed: the sample is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function sampleQueries(count: number): string[] {
  const random = seeded(20170817);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const queries = new Set<string>();
  while (queries.size < count) {
    const block = pick(pick(indexed).blocks);
    const length = 1 + Math.floor(random() * 8);
    const start = Math.floor(random() * Math.max(1, block.length - length + 1));
    const query = block.slice(start, start + length);
    if (query !== '') queries.add(query);
  }
  return [...queries];
}

let site: OpenSite;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await openSite(dist);
  ({ page, complaints } = await site.open('/search/'));
});

afterAll(() => site.close());

/** Types a query, sends it and reads the results the page shows. */
async function search(
  query: string,
): Promise<{ total: number; pages: string[]; interpretation: string | null }> {
  await page.locator('input[name=q]').fill(query);
  await page.keyboard.press('Enter');
  return readResults(page, query);
}

async function readResults(
  shown: Page,
  query: string,
): Promise<{ total: number; pages: string[]; interpretation: string | null }> {
  const results = shown.locator('#search-results');
  await shown.waitForFunction(
    (words) => {
      const element = document.querySelector<HTMLElement>('#search-results');
      return element?.dataset['query'] === words && element.getAttribute('aria-busy') === 'false';
    },
    query,
    { timeout: 20_000 },
  );
  const urls = await results
    .locator('li[data-url]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-url') ?? ''));
  return {
    total: Number(await results.getAttribute('data-total')),
    pages: urls.map((url) => url.split('#')[0] ?? '').sort(),
    interpretation: await results.getAttribute('data-interpretation'),
  };
}

describe('the search page of the production build', () => {
  it('finds every sampled substring of 1 to 8 characters where it stands, and nowhere else', async () => {
    const faults: string[] = [];
    for (const query of sampleQueries(500)) {
      const { pages, total } = await search(query);
      const expected = expectedFor(query);
      if (pages.join() !== expected.join() || total !== expected.length) {
        faults.push(`${query}: ${pages.join(' ')} instead of ${expected.join(' ')}`);
      }
    }
    expect(indexed.length).toBeGreaterThan(40);
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(['309家', '2106.18亿元', '1-1.5小时', '张家口、承德', '“交钥匙”', '京雄'])(
    'finds %s exactly',
    async (query) => {
      const expected = expectedFor(query);
      expect(expected.length).toBeGreaterThan(0);
      expect((await search(query)).pages).toEqual(expected);
    },
  );

  it.each(['量子计算机', '不存在的词', '5500个市场', '１１６６个', '上海迪士尼'])(
    'finds nothing for %s and says so',
    async (query) => {
      expect(expectedFor(query)).toEqual([]);
      const { total, pages, interpretation } = await search(query);
      expect({ total, pages, interpretation }).toEqual({ total: 0, pages: [], interpretation: 'none' });
      expect(await page.getByRole('status').innerText()).toContain('没有');
    },
  );

  it('runs a query that comes with the address, and leads to the passage that holds it', async () => {
    const { page: direct } = await site.open(`/search/?q=${encodeURIComponent('永定城')}`);
    const { pages } = await readResults(direct, '永定城');
    expect(pages).toEqual(expectedFor('永定城'));
    // Hits further down lead to the passage once they are near.
    await direct.locator('li[data-url^="/sources/xianxingqu-shifanqu-2023/"]').scrollIntoViewIfNeeded();
    await direct.locator('li[data-url^="/sources/xianxingqu-shifanqu-2023/#p"] a').first().click();
    await direct.waitForURL(/#p\d+$/);
    expect(await direct.locator(':target').innerText()).toContain('永定城');
    await direct.context().close();
  });

  it('shows no inferred date without its mark in the results', async () => {
    await search('京雄铁路');
    const text = await page.locator('#search-results').innerText();
    const dates = [...text.matchAll(/2017-08-1[78](.{0,6})/gs)];
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.filter(([shown]) => !shown.includes('推断'))).toEqual([]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '"',
    '\\',
    '.*',
    '😀',
    '\u202e京雄',
    '%',
    '京'.repeat(10_000),
    ' ',
  ])('takes hostile input %j in its stride', async (query) => {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query).slice(0, 8000)}`);
    await page.waitForFunction(
      () => document.querySelector('#search-results')?.getAttribute('aria-busy') === 'false',
    );
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
