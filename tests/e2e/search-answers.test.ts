import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { visibleBlocks } from '../../src/lib/blocks.ts';
import { fold } from '../../src/search/tokens.ts';
import { violationsOf } from '../helpers/axe.ts';
import { builtPages, dist, withAttribute } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const indexed = builtPages().flatMap(({ address, tree }) => {
  const body = withAttribute(tree, 'data-pagefind-body')[0];
  return body === undefined ? [] : [{ address, blocks: visibleBlocks(body).map(({ text }) => fold(text)) }];
});

/** The pages that hold a text in one block, worked out from the served HTML. */
function holding(text: string): string[] {
  return indexed
    .filter(({ blocks }) => blocks.some((block) => block.includes(fold(text))))
    .map(({ address }) => address)
    .sort();
}

let site: OpenSite;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

beforeEach(async () => {
  ({ page, complaints } = await site.open('/search/', { bypassCSP: true }));
});

afterEach(() => page.context().close());

async function settled(query: string): Promise<void> {
  await page.waitForFunction((words) => {
    const element = document.querySelector<HTMLElement>('#search-results');
    return element?.dataset['query'] === words && element.getAttribute('aria-busy') === 'false';
  }, query);
}

async function search(query: string): Promise<void> {
  await page.locator('input[name=q]').fill(query);
  await page.keyboard.press('Enter');
  await settled(query);
}

async function shown(): Promise<{ total: number; pages: string[]; interpretation: string | null }> {
  const results = page.locator('#search-results');
  const urls = await results
    .locator('li[data-url]')
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-url') ?? ''));
  return {
    total: Number(await results.getAttribute('data-total')),
    pages: urls.map((url) => url.split('#')[0] ?? '').sort(),
    interpretation: await results.getAttribute('data-interpretation'),
  };
}

const said = (): Promise<string> => page.getByRole('status').innerText();
const direct = (): Promise<string[]> => page.locator('#search-entities a').allInnerTexts();

describe('named things', () => {
  it.each([
    ['新机场', '北京大兴国际机场'],
    ['xiongan', '雄安新区'],
    ['xa', '雄安新区'],
    ['caiqi', '蔡奇'],
    ['bjsfzx', '北京城市副中心'],
    ['蔡奇', '蔡奇'],
  ])('stand above the results of %s, with a link to their page', async (query, title) => {
    await search(query);
    const link = page.locator('#search-entities').getByRole('link', { name: title, exact: true });
    await link.click();
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
    expect((await page.locator('h1').innerText()).replace(/\s/g, '')).toContain(title);
  });

  it('are at least four for 京雄', async () => {
    await search('京雄');
    const titles = await direct();
    expect(titles.length).toBeGreaterThanOrEqual(4);
    expect(titles.filter((title) => title.includes('京雄')).length).toBeGreaterThanOrEqual(4);
  });

  it('are offered as one types, chosen with arrows and opened with Enter; no hand leaves the keyboard', async () => {
    await page.locator('input[name=q]').focus();
    await page.keyboard.type('caiqi');
    const field = page.getByRole('combobox');
    await page.getByRole('option').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe('search-option-0');
    expect(await page.getByRole('option', { selected: true }).innerText()).toContain('蔡奇');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/leaders\/cai-qi\//);
  });

  it('are put away by Escape; Enter in the field then searches, and Tab leads to the first thing, filter and hit', async () => {
    await page.locator('input[name=q]').focus();
    await page.keyboard.type('京雄');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    await page.keyboard.press('Enter');
    await settled('京雄');
    const reached = new Set<string>();
    for (let nth = 0; nth < 60 && !reached.has('hit'); nth += 1) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => {
          const active = document.activeElement;
          if (active?.closest('#search-entities')) return 'entity';
          if (active?.closest('[data-filters]')) return 'filter';
          return active?.closest('li[data-url]') ? 'hit' : 'other';
        }),
      );
    }
    expect([...reached].sort()).toEqual(['entity', 'filter', 'hit', 'other']);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  });
});

describe('a query that stands nowhere', () => {
  it.each([
    ['雄安新區', 'traditional', '雄安新区'],
    ['新機場', 'traditional', '新机场'],
    ['五十', 'numeral', '50'],
    ['二〇一九年', 'numeral', '2019年'],
    ['xiongan', 'pinyin', '雄安新区'],
    ['xiong an', 'pinyin', '雄安新区'],
    ['caiqi', 'pinyin', '蔡奇'],
  ])('%s is read as %s, and this is said', async (query, interpretation, meant) => {
    expect(holding(query)).toEqual([]);
    await search(query);
    const pages = holding(meant);
    expect(await shown()).toEqual({ total: pages.length, pages, interpretation });
    expect(await said()).toMatch(/^本语料五篇文章中没有“.+”。按.+检索：共\d+页。$/);
    expect(await said()).toContain(`“${meant}”`);
  });

  it('is split into words that are all found', async () => {
    await search('医保定点石家庄');
    const both = holding('医保定点').filter((address) => holding('石家庄').includes(address));
    expect(await shown()).toEqual({ total: both.length, pages: both, interpretation: 'all-terms' });
    expect(await said()).toContain('拆成“医保定点”“石家庄”');
  });

  it('is answered with the nearest names, and this is said', async () => {
    await search('京熊高速');
    const { pages, interpretation, total } = await shown();
    expect(interpretation).toBe('nearest');
    expect(pages).toContain('/projects/jing-xiong-gaosu/');
    expect(total).toBe(pages.length);
    expect(await said()).toMatch(/^本语料五篇文章中没有“京熊高速”。名称相近的：/);
  });

  it('is told to be nowhere, with ways on', async () => {
    await search('量子计算机');
    expect(await shown()).toEqual({ total: 0, pages: [], interpretation: 'none' });
    expect(await said()).toBe('本语料五篇文章中没有“量子计算机”。');
    expect(await page.locator('[data-ways] a').count()).toBeGreaterThan(4);
  });
});

it('leaves out the pages that hold an excluded word', async () => {
  await search('京雄 -高速');
  const pages = holding('京雄').filter((address) => !holding('高速').includes(address));
  expect(pages.length).toBeGreaterThan(0);
  expect(await shown()).toEqual({ total: pages.length, pages, interpretation: 'exact' });
});

describe('filters', () => {
  const box = (facet: string) => page.locator(`fieldset[data-facet="${facet}"] label:visible`);

  it('count what the list then shows, for every facet and value', async () => {
    await search('建设');
    for (const facet of ['kind', 'theme', 'region', 'year', 'source', 'status']) {
      const count = await box(facet).count();
      expect(count, facet).toBeGreaterThan(0);
      for (let nth = 0; nth < Math.min(count, 4); nth += 1) {
        const label = box(facet).nth(nth);
        const tally = Number(await label.locator('.tally').innerText());
        await label.locator('input').check();
        await page.waitForFunction(
          (wanted) => document.querySelectorAll('li[data-url]').length === wanted,
          tally,
        );
        expect((await shown()).total).toBe(tally);
        await label.locator('input').uncheck();
        await page.waitForFunction(() => !location.search.includes('&'));
        await settled('建设');
      }
    }
  });

  it('stand in the address, are taken from it, and Back undoes them one by one', async () => {
    await search('京雄');
    const all = (await shown()).total;
    await page.locator('input[name="kind"][value="项目"]').check();
    await page.waitForURL(/kind=/);
    await settled('京雄');
    await page.locator('fieldset[data-facet="year"] label:visible input').first().check();
    await page.waitForURL(/year=/);
    await settled('京雄');
    const both = await shown();
    const { page: other } = await site.open(page.url().slice(site.url.length - 1));
    await other.waitForSelector('li[data-url]');
    expect(await other.locator('li[data-url]').count()).toBe(both.total);
    await other.context().close();
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('year='));
    await settled('京雄');
    expect((await shown()).pages.every((address) => address.startsWith('/projects/'))).toBe(true);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('kind='));
    await expect.poll(async () => (await shown()).total).toBe(all);
    expect(await page.locator('input[name="kind"][value="项目"]').isChecked()).toBe(false);
  });

  it('are shut on phones until one is chosen, and can be cleared', async () => {
    const { page: phone } = await site.open('/search/?q=%E4%BA%AC%E9%9B%84', {
      viewport: { width: 360, height: 700 },
    });
    await phone.waitForSelector('li[data-url]');
    expect(await phone.locator('[data-filters]').getAttribute('open')).toBeNull();
    await phone.locator('summary').click();
    await phone.locator('input[name="kind"][value="项目"]').check();
    await phone.locator('[data-clear]').click();
    await phone.waitForFunction(() => !location.search.includes('kind='));
    await phone.context().close();
  });
});

it('gives the list as CSV, a row for each hit in the order shown', async () => {
  await search('京雄');
  const waiting = page.waitForEvent('download');
  await page.locator('[data-csv]').click();
  const download = await waiting;
  const csv = readFileSync(await download.path(), 'utf8');
  const rows = csv.trimEnd().split('\r\n');
  const titles = await page.locator('li[data-url] h3').allInnerTexts();
  expect(download.suggestedFilename()).toBe('检索 京雄.csv');
  expect(rows[0]).toBe('\ufeff标题,类别,位置,日期,状态,地址');
  expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(titles);
  expect(rows[1]).toContain(`${new URL(site.url).origin}/agreements/`);
});

it('gives hits further down their excerpt and anchor as they come near, never all at once', async () => {
  const texts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/text-')) texts.push(request.url());
  });
  await search('京');
  const { total } = await shown();
  expect(total).toBeGreaterThan(100);
  expect(texts.length).toBeLessThan(30);
  const last = page.locator('li[data-url]').last();
  expect(await last.locator('.snip').innerText()).toBe('');
  await last.scrollIntoViewIfNeeded();
  await expect.poll(() => last.locator('.snip').innerText()).not.toBe('');
  expect(texts.length).toBeLessThan(total);
});

describe('each state', () => {
  const states: readonly (readonly [string, () => Promise<void>])[] = [
    ['ready', () => Promise.resolve()],
    ['results', () => search('京雄')],
    ['interpreted', () => search('雄安新區')],
    ['none', () => search('量子计算机')],
    ['nothing to find', () => search('，。')],
    [
      'offering',
      async () => {
        await page.locator('input[name=q]').pressSequentially('京雄');
        await page.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
      },
    ],
    [
      'loading',
      async () => {
        await page.route('**/pages.json', () => undefined);
        await page.locator('input[name=q]').fill('京雄');
        await page.keyboard.press('Enter');
        await expect.poll(said).toBe('正在检索…');
      },
    ],
    [
      'failed',
      async () => {
        await page.route('**/pages.json', (route) => route.abort());
        await search('京雄');
        expect(await page.locator('[data-retry]').isVisible()).toBe(true);
        expect(await page.locator('[data-ways] a').count()).toBeGreaterThan(4);
      },
    ],
  ];

  it.each(states)('has no axe violation: %s', async (_, reach) => {
    await reach();
    expect(await violationsOf(page)).toEqual([]);
  });
});

it('offers searches to try while the field is empty', async () => {
  expect(await page.locator('[data-examples] a:visible').count()).toBeGreaterThan(3);
  await search('京雄');
  expect(await page.locator('[data-examples] a:visible').count()).toBe(0);
});

it('lists the main terms for readers without JavaScript', async () => {
  const { page: bare } = await site.open('/search/', { javaScriptEnabled: false });
  expect(await bare.locator('main a[href^="/themes/"]:visible').count()).toBeGreaterThan(5);
  expect(await bare.locator('main a[href^="/projects/"]:visible').count()).toBeGreaterThan(5);
  await bare.context().close();
});

it('is described for browsers to search from their own field', async () => {
  const link = page.locator('link[rel="search"]');
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', site.url).href);
  expect(await answer.text()).toContain('/search/?q={searchTerms}"');
  expect(complaints).toEqual([]);
});
