import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { buildSearchIndex } from '../../src/integrations/search-index.ts';
import { serveSite, writeClient, writePages } from '../helpers/search-site.ts';
import type { MadePage, ServedSite } from '../helpers/search-site.ts';

const pages: readonly MadePage[] = [
  made(
    '/sources/a/',
    '来源',
    '文章',
    '<div id="p1"><p data-printed>“加快建设京雄铁路、京石城际”，投资2106.18亿元。</p></div>',
  ),
  made(
    '/agreements/x/',
    '协议',
    '协议甲',
    '<p>没有别的。</p><section id="jiaotong-1"><p>力争开工建设京雄高速</p></section>',
  ),
  made('/agreements/x/jiaotong-1/', '条款', '京雄高速', '<p>京雄高速，京雄铁路</p>'),
  made('/leaders/b/', '人物', '某人', '<p>京</p><p>雄</p>'),
];

describe('<search-page>', () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-page-'));
  let browser: Browser;
  let site: ServedSite;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    writePages(folder, [...pages, searchPage, noEntities]);
    await writeClient(folder, join(import.meta.dirname, '../../src'));
    buildSearchIndex(folder, { info: () => undefined });
    site = await serveSite(folder, '/record/');
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    site.fault = () => undefined;
    complaints = [];
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const results = () => page.locator('#search-results');
  const status = () => page.locator('[role="status"]').textContent();
  const urls = () =>
    page.locator('li[data-url]').evaluateAll((items) => items.map((item) => item.getAttribute('data-url')));
  const marks = () => page.locator('mark').allTextContents();

  async function open(query?: string): Promise<void> {
    await page.goto(`${site.url}search/${query === undefined ? '' : `?q=${encodeURIComponent(query)}`}`);
    await settled(query ?? '');
  }

  async function ask(query: string): Promise<void> {
    await page.fill('input[name="q"]', query);
    await page.press('input[name="q"]', 'Enter');
  }

  /** Waits until the region shows the query and is not busy. */
  async function settled(query: string): Promise<void> {
    await page.waitForFunction((wanted) => {
      const region = document.querySelector<HTMLElement>('#search-results');
      return (
        region?.dataset['state'] !== undefined &&
        region.dataset['query'] === wanted &&
        region.getAttribute('aria-busy') === 'false'
      );
    }, query);
  }

  async function region(): Promise<(string | null)[]> {
    return Promise.all(
      ['data-state', 'data-query', 'data-total', 'data-interpretation', 'aria-busy'].map((name) =>
        results().getAttribute(name),
      ),
    );
  }

  test('says what to do when nothing is asked, and loads nothing', async () => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await open();
    expect(await region()).toEqual(['ready', '', '0', 'none', 'false']);
    expect(await status()).toBe('输入要查的词语。几个词用空格隔开，同一页上须都有；词前加 - 是排除。');
    expect(requested.filter((url) => url.endsWith('.json'))).toEqual([]);
  });

  test('answers the query in the address, by kind and address, with links to the blocks', async () => {
    await open('京雄');
    expect(await region()).toEqual(['found', '京雄', '3', 'exact', 'false']);
    expect(await status()).toBe('共3页。');
    expect(await page.inputValue('input[name="q"]')).toBe('京雄');
    expect(await urls()).toEqual([
      '/record/agreements/x/jiaotong-1/',
      '/record/agreements/x/#jiaotong-1',
      '/record/sources/a/#p1',
    ]);
    expect(
      await page.locator('li[data-url] a').evaluateAll((links) => links.map((a) => a.getAttribute('href'))),
    ).toEqual(await urls());
  });

  test('marks what was typed whole, in title and text', async () => {
    await open('京雄');
    expect(await marks()).toEqual(['京雄', '京雄', '京雄', '京雄', '京雄']);
    await open('2106.18亿元');
    expect(await marks()).toEqual(['2106.18亿元']);
  });

  test('shows of a hit its title, text, place, kind and date', async () => {
    await open('京石');
    const item = page.locator('li[data-url]');
    expect(await item.locator('h3').textContent()).toBe('文章');
    expect(await item.locator('.snip').textContent()).toBe('“加快建设京雄铁路、京石城际”，投资2106.18亿元。');
    expect(await item.locator('.snip').getAttribute('data-printed')).toBe('');
    expect(await item.locator('.from').textContent()).toBe('本站 › 来源　来源　2017-08-18（推断）');
    expect(await item.locator('.entry').textContent()).toBe('来源1');
    await open('京雄高速');
    expect(await page.locator('.from').first().textContent()).toBe('条款 › 甲　2017-08-18（推断）');
  });

  test('takes several terms for pages that hold each of them', async () => {
    await open('铁路　京雄');
    expect(await urls()).toEqual(['/record/agreements/x/jiaotong-1/', '/record/sources/a/#p1']);
    await open('铁路 力争');
    expect(await region()).toEqual(['found', '铁路 力争', '0', 'none', 'false']);
    expect(await status()).toBe('这些文章中没有哪一页同时有“铁路”“力争”。');
  });

  test('says so when nothing holds the string', async () => {
    await open('雄京');
    expect(await region()).toEqual(['found', '雄京', '0', 'none', 'false']);
    expect(await status()).toBe('这些文章中没有“雄京”。');
    expect(await urls()).toEqual([]);
  });

  test.each(['，。', '——', '😀'])('asks for a letter or number when the query is %s', async (query) => {
    await open(query);
    expect(await region()).toEqual(['nothing-to-find', query, '0', 'none', 'false']);
    expect(await status()).toBe('请输入至少一个字、字母或数字。');
  });

  test('searches for the beginning of a query that is too long, and says so', async () => {
    await open();
    await ask('京'.repeat(10_000));
    await settled('京'.repeat(10_000));
    expect(await status()).toMatch(/^这些文章中没有“京{300}”。检索词太长，只查了前300字。$/);
  });

  test('takes markup for text', async () => {
    await open('<img src=x onerror=alert(1)>');
    expect(await status()).toBe('这些文章中没有哪一页同时有“<img”“src=x”“onerror=alert(1)>”。');
  });

  test('answers a new query without a reload, and Back and Forward bring the answers again', async () => {
    await open('京雄');
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    await ask('高速');
    await settled('高速');
    expect(new URL(page.url()).searchParams.get('q')).toBe('高速');
    expect(await urls()).toHaveLength(2);
    await page.goBack();
    await settled('京雄');
    expect(await urls()).toHaveLength(3);
    expect(await page.inputValue('input[name="q"]')).toBe('京雄');
    await page.goForward();
    await settled('高速');
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
  });

  test('asking the same again adds nothing to the history', async () => {
    await open('京雄');
    const before = await page.evaluate(() => history.length);
    await ask('京雄');
    await settled('京雄');
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  test('shows only the answer to the latest query', async () => {
    await open();
    const slow: ((fault: undefined) => void)[] = [];
    await page.route('**/index/pages.json', async (route) => {
      await new Promise((resolve) => slow.push(resolve));
      await route.continue();
    });
    await ask('京石');
    await ask('高速');
    await expect.poll(() => slow.length).toBe(1);
    slow[0]?.(undefined);
    await settled('高速');
    await page.waitForTimeout(300);
    expect(await region()).toEqual(['found', '高速', '2', 'exact', 'false']);
    expect(await status()).toBe('共2页。');
  });

  test('says that it is searching after a moment, and gives up after 15 seconds', async () => {
    site.fault = (path) => (path.includes('/search/index/') ? 'hang' : undefined);
    await page.clock.install({ time: 0 });
    await open();
    // From here time passes only when it is told to, however slow the machine.
    await page.clock.pauseAt(600_000);
    await ask('京雄');
    expect(await results().getAttribute('aria-busy')).toBe('true');
    expect(await status()).not.toBe('正在检索…');
    await page.clock.fastForward(250);
    expect(await status()).toBe('正在检索…');
    await page.clock.fastForward(15_000);
    await settled('京雄');
    expect(await region()).toEqual(['failed', '京雄', null, null, 'false']);
  });

  test.each([
    ['the table of pages', /\/pages\.json$/],
    ['the whole index', /\/search\/index\//],
    ['a part of the index', /\/part-\d+\.json$/],
    ["a page's text", /\/text-\d+\.json$/],
  ])(
    'says that it failed when %s cannot be loaded, and finds when retried',
    async (_, missing) => {
      site.fault = (path) => (missing.test(path) ? 'missing' : undefined);
      await open('京雄');
      expect(await region()).toEqual(['failed', '京雄', null, null, 'false']);
      expect(await status()).toBe('检索没有完成：索引没能载入。请检查网络后重试。');
      site.fault = () => undefined;
      await page.click('button[data-retry]');
      await page.waitForSelector('#search-results[data-state="found"]');
      expect(await region()).toEqual(['found', '京雄', '3', 'exact', 'false']);
      expect(await page.isVisible('button[data-retry]')).toBe(false);
    },
    40_000,
  );

  test.each([/simplified\.json$/, /entities\.json$/])(
    'says that it failed, not that there is nothing, when it cannot be sure: %s',
    async (missing) => {
      site.fault = (path) => (missing.test(path) ? 'missing' : undefined);
      await open('雄京');
      expect((await region())[0]).toBe('failed');
      expect(await page.isVisible('[data-ways]')).toBe(true);
    },
  );

  test('does without the named things when only they cannot be loaded', async () => {
    site.fault = (path) => (path.endsWith('/entities.json') ? 'missing' : undefined);
    await open('京雄');
    expect(await region()).toEqual(['found', '京雄', '3', 'exact', 'false']);
    expect(await page.isVisible('#search-entities')).toBe(false);
  });

  test('leaves out pages with a word after a minus', async () => {
    await open('京雄 -铁路');
    expect(await urls()).toEqual(['/record/agreements/x/#jiaotong-1']);
    await open('京雄 -京雄');
    expect(await region()).toEqual(['found', '京雄 -京雄', '0', 'none', 'false']);
    expect(await status()).toBe('有“京雄”的页都有“京雄”，排除之后没有了。');
    await open('-京雄');
    expect((await region())[0]).toBe('nothing-to-find');
  });
});

function made(url: string, kind: string, title: string, content: string): MadePage {
  const path = kind === '条款' ? '条款 › 甲' : `本站 › ${kind}`;
  const attributes = `data-search-kind="${kind}" data-search-title="${title}" data-search-path="${path}" data-search-date="2017-08-18（推断）"`;
  const html = `<!doctype html><html lang="zh-CN"><head><title>${title}</title></head><body><main id="main" data-pagefind-body ${attributes}>${content}</main></body></html>`;
  return { url, html };
}

/** A list of named things that has none. */
const noEntities: MadePage = { url: '/search/entities.json', html: '[]' };

/** The markup of `SearchPage.astro`, as far as the script goes. */
const searchPage: MadePage = {
  url: '/search/',
  html: `<!doctype html><html lang="zh-CN"><head><title>检索</title><script type="module" src="../code/client/search-page.js"></script></head><body>
<search-page data-base="/record/" data-scope="这些文章"><form role="search" method="get" action="/record/search/"><input name="q" type="text" aria-label="检索"><button type="submit">检索</button></form>
<ul id="search-options" hidden></ul><p role="status"></p><p data-examples hidden>例如</p><p data-ways hidden>目录</p><button type="button" data-retry hidden>重试</button>
<section id="search-entities" hidden><ul></ul></section>
<details data-filters hidden><summary>筛选</summary><fieldset data-facet="kind" hidden><label hidden><input type="checkbox" name="kind" value="条款"><span>条款</span><span class="tally"></span></label></fieldset><button type="button" data-clear hidden>清除</button></details>
<section id="search-results" aria-busy="false" data-query=""><ol></ol><button type="button" data-csv hidden>CSV</button></section></search-page></body></html>`,
};
