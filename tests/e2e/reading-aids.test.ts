import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const theme = '/themes/jiaotong/';
const clause = '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite(dist);
});
afterAll(async () => {
  await site.close();
});

const paperOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const light = 'rgb(247, 248, 245)';
const dark = 'rgb(17, 25, 34)';

describe('the choice of colours', () => {
  it('follows the system until it is made', async () => {
    for (const [colorScheme, paper] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const { page } = await site.open(theme, { colorScheme });
      expect(await paperOf(page)).toBe(paper);
      expect(await page.getByRole('radio', { name: '跟随系统' }).isChecked()).toBe(true);
      await page.context().close();
    }
  });

  it('is made with the keyboard, kept over a reload and on every other page, and undone', async () => {
    const { page, complaints } = await site.open(theme, { colorScheme: 'light' });
    await page.getByRole('radio', { name: '跟随系统' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await paperOf(page)).toBe(dark);
    await page.reload();
    expect(await paperOf(page)).toBe(dark);
    await page.goto(new URL('search/', site.url).href);
    expect(await paperOf(page)).toBe(dark);
    expect(await page.getByRole('radio', { name: '深' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: '跟随系统' }).check();
    await page.reload();
    expect(await paperOf(page)).toBe(light);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('stands before anything is painted: the first frame has it', async () => {
    const { page } = await site.open(theme, { colorScheme: 'light' });
    await page.getByRole('radio', { name: '深' }).check();
    // What the page is when its body begins to exist is what it is first painted as.
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (document.querySelector('body') === null) return;
        seen.disconnect();
        sessionStorage.setItem('first', document.documentElement.dataset['theme'] ?? 'none');
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.evaluate(() => sessionStorage.getItem('first'))).toBe('dark');
    await page.context().close();
  });

  it('is followed by pages that are open beside it', async () => {
    const { page } = await site.open(theme, { colorScheme: 'light' });
    const other = await page.context().newPage();
    await other.goto(new URL(clause.slice(1), site.url).href);
    await page.getByRole('radio', { name: '深' }).check();
    await other.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    expect(await paperOf(other)).toBe(dark);
    await page.context().close();
  });

  it('is not offered without JavaScript, and the system is followed', async () => {
    const { page } = await site.open(theme, { colorScheme: 'dark', javaScriptEnabled: false });
    expect(await page.locator('theme-choice').isVisible()).toBe(false);
    expect(await paperOf(page)).toBe(dark);
    await page.context().close();
  });
});

describe('the contents of a page', () => {
  const current = (page: Page): Promise<string[]> =>
    page
      .locator('.contents [aria-current="location"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));

  it('mark the section that is being read, in the fold strip and above the page', async () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 360, height: 800 },
    ]) {
      const { page, complaints } = await site.open(theme, { viewport });
      expect(await current(page)).toEqual([]);
      await page.locator('.contents').getByRole('link', { name: /^言论/ }).click();
      await page.waitForFunction(() => document.querySelectorAll('.contents [aria-current]').length === 1);
      expect(await current(page)).toEqual(['#related-statements']);
      await page.evaluate(() => {
        document.querySelector('#related-projects')?.scrollIntoView();
      });
      await page.waitForFunction(
        () =>
          document.querySelector('.contents [aria-current]')?.getAttribute('href') === '#related-projects',
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('stay in sight in the fold strip and cover nothing', async () => {
    const { page } = await site.open(`${theme}#related-statements`, {
      viewport: { width: 1280, height: 900 },
    });
    const list = await page.locator('.contents ol').boundingBox();
    const row = await page.locator('#related-statements .row').first().boundingBox();
    expect(list?.y).toBeGreaterThan(0);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThan(900);
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThan(row?.x ?? 0);
    await page.context().close();
  });

  it('lead to their sections without JavaScript', async () => {
    const { page } = await site.open(theme, { javaScriptEnabled: false });
    await page
      .locator('.contents')
      .getByRole('link', { name: /^工作要点/ })
      .click();
    expect(page.url()).toContain('#related-work-points');
    await page.context().close();
  });
});

describe('a list in another order', () => {
  it('has an address, goes back with the back button, and needs no JavaScript', async () => {
    const { page } = await site.open('/projects/', { javaScriptEnabled: false });
    const first = (): Promise<string> => page.locator('.list-title').first().innerText();
    const own = await first();
    await page
      .getByRole('navigation', { name: '排列' })
      .getByRole('link', { name: '最久未见的在前' })
      .click();
    expect(page.url()).toMatch(/\/projects\/sorted\/silence\/$/);
    expect(await page.locator('h1').innerText()).toBe('项目：最久未见的在前');
    expect(await first()).not.toBe(own);
    await page.goBack();
    expect(page.url()).toMatch(/\/projects\/$/);
    expect(await first()).toBe(own);
    await page.context().close();
  });
});

describe('a printed page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'record-print-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/agreements/xiongan-zhanlue-hezuo-2017/', 10],
    [clause, 8],
    ['/chains/jing-xiong-gaosu/', 3],
    ['/projects/jing-xiong-gaosu/', 6],
  ])('of %s is black on white in either scheme, in at most %d sheets', async (address, most) => {
    const { page } = await site.open(address, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
    expect(await paperOf(page)).toBe('rgb(255, 255, 255)');
    for (const gone of [
      '.masthead-list',
      '.contents',
      '.reading',
      '.actions',
      '.theme-choice',
      '.turn',
      '.fold',
    ]) {
      for (const part of await page.locator(gone).all()) expect(await part.isVisible()).toBe(false);
    }
    const path = join(folder, 'page.pdf');
    const pdf = await page.pdf({ path, preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.length).toBeLessThanOrEqual(most);
    await page.context().close();
  });

  it('says on every sheet which page it is from, up to when it holds, and how many there are', async () => {
    const { page } = await site.open(clause);
    const said = await page.evaluate(() => {
      const boxes: string[] = [];
      const collect = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if (rule instanceof CSSPageRule) boxes.push(rule.cssText);
          else if (rule instanceof CSSGroupingRule) collect(rule.cssRules);
        }
      };
      for (const sheet of document.styleSheets) collect(sheet.cssRules);
      return {
        boxes: boxes.join(' '),
        shown: Object.fromEntries(Object.entries(document.documentElement.dataset)),
      };
    });
    expect(said.shown['address']).toBe(clause);
    expect(said.shown['cutOff']).toBe('内容截至2023年5月13日');
    for (const part of ['attr(data-address)', 'attr(data-cut-off)', 'counter(page)', 'counter(pages)']) {
      expect(said.boxes).toContain(part);
    }
    await page.context().close();
  });
});
