import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsOf } from '../helpers/axe.ts';
import { dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const article = '/sources/xiongan-xieyi-2017/';

let site: OpenSite;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

beforeEach(async () => {
  ({ page, complaints } = await site.open('/404.html', { bypassCSP: true }));
  complaints.length = 0;
});

afterEach(() => page.context().close());

const options = () => page.getByRole('option');
const open = (address: string) => page.goto(`${site.url}${address.slice(1)}`);

/** Types into the page's search field as a reader would, and waits until all of it has been answered. */
async function type(words: string): Promise<string[]> {
  await page.keyboard.press('/');
  await page.keyboard.type(words);
  await page.locator(`#search-options[data-query=${JSON.stringify(words)}]`).waitFor({ state: 'attached' });
  return options().allInnerTexts();
}

describe('below a search field, as one types', () => {
  it.each([
    ['/', '京雄'],
    [article, '交钥匙'],
    ['/projects/', '1.5小时'],
    ['/404.html', '医院 -学校'],
  ])('on %s for %s, as many pages are spoken of as the search page then shows', async (address, words) => {
    await open(address);
    const offered = await type(words);
    const said = Number(/^全部(\d+)页/.exec(offered.at(-1) ?? '')?.[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === words);
    const results = page.locator('#search-results[aria-busy=false]:not([data-query=""])');
    expect(said).toBe(Number(await results.getAttribute('data-total')));
    expect(await results.getAttribute('data-interpretation')).toBe('exact');
  });

  it('stand named things first, then pages with where they stand, then the way to all', async () => {
    await open('/');
    const offered = await type('学校');
    expect(offered[0]).toMatch(/项目$/);
    expect(offered.filter((text) => text.includes('›')).length).toBe(5);
    expect(offered.at(-1)).toMatch(/^全部\d+页\s*检索结果$/);
    await options().last().click();
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === '学校');
  });

  it('lead arrows and Enter to the passage, its words marked there', async () => {
    await open(article);
    const offered = await type('交钥匙');
    const hit = offered.findIndex((text) => text.includes('公共服务第'));
    for (let nth = 0; nth <= hit; nth += 1) await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).innerText()).toBe(offered[hit]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/agreements\/.*gonggong-fuwu-\d+\//);
    await page.locator('find-on-page').getByText('第1处').waitFor();
    expect(complaints).toEqual([]);
  });

  it('lead names typed in pinyin to their page, and other readings only to the search page, which names them', async () => {
    await open(article);
    expect(await type('caiqi')).toEqual([expect.stringMatching(/^蔡奇/)]);
    await page.keyboard.press('Enter');
    await page.locator('#search-results[data-interpretation=pinyin]').waitFor();
  });

  it('are put away by Escape, a second one leads back to where the reader was', async () => {
    await open(article);
    await page.locator('main a').first().focus();
    await type('京雄');
    expect(await options().count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await options().count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('stands nothing while the index cannot be had; Enter searches all the same, and what comes back is used', async () => {
    await open(article);
    await page.route('**/search/index/**', (route) => route.abort());
    await page.keyboard.press('/');
    const failed = page.waitForEvent('requestfailed');
    await page.keyboard.type('京');
    await failed;
    expect(await options().count()).toBe(0);
    await page.unroute('**/search/index/**');
    await page.keyboard.type('雄');
    await options().first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === '京雄');
  });

  it.each(['<img src=x onerror=alert(1)>', '"\'\\[.*+?^${}()|]', '\u202e\u0000\ud800', '字'.repeat(10_000)])(
    'stand no faults for %j',
    async (words) => {
      await open(article);
      page.on('dialog', () => complaints.push('dialog'));
      await page.keyboard.press('/');
      await page.keyboard.type('京雄');
      await options().first().waitFor();
      await page.locator('input[name=q]').fill(words);
      await page.waitForFunction(() => !document.querySelector('[role=option]'));
      expect(complaints).toEqual([]);
    },
  );

  it.each([
    [320, 'light', article],
    [360, 'dark', '/'],
    [960, 'light', article],
    [1280, 'dark', '/'],
  ] as const)(
    'stands a list without fault for axe at %i px, %s, on %s',
    async (width, colorScheme, address) => {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(address);
      await type('学校');
      await page.keyboard.press('ArrowDown');
      const { left, right } = await page.locator('#search-options').evaluate((list) => {
        const { left: from, right: to } = list.getBoundingClientRect();
        return { left: from, right: to };
      });
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(await violationsOf(page)).toEqual([]);
    },
  );
});
