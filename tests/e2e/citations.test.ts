import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const clause = '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/';
const source = '/sources/xiongan-xieyi-2017/';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

/** References are filled in when a reader first does something. */
async function startReading(page: Page): Promise<void> {
  await page.mouse.wheel(0, 300);
  await page.getByRole('button', { name: /^复制GB/ }).waitFor();
}

it('leads from #cite to the references, whole and in view, at any width', async () => {
  for (const width of [1280, 360]) {
    const { page } = await site.open(`${clause}#cite`, { viewport: { width, height: 800 } });
    const heading = page.locator('#cite h2');
    expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    expect((await page.locator('.cite-text').first().boundingBox())?.y).toBeLessThan(800);
    await page.context().close();
  }
});

it("fills in the day by the reader's own calendar and the whole address", async () => {
  const { page } = await site.open(clause, { timezoneId: 'Asia/Shanghai' });
  // Five in the afternoon at Greenwich is the next day in Shanghai.
  await page.clock.setFixedTime(new Date('2026-03-04T17:00:00Z'));
  await page.reload();
  await startReading(page);
  const address = new URL(clause.slice(1), site.url).href;
  const [gbt7714 = '', apa = ''] = await page.locator('.cite-text').allInnerTexts();
  expect(gbt7714).toMatch(/京津冀协同发展政策追踪\(2026-11-20\)\[2026-03-05\]\. /);
  expect(gbt7714.endsWith(`. ${address}.`)).toBe(true);
  expect(apa.endsWith(` Retrieved March 5, 2026, from ${address}`)).toBe(true);
  await page.context().close();
});

it('copies a reference as it stands, by keyboard, and says so', async () => {
  const { page, complaints } = await site.open(source, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await startReading(page);
  const button = page.getByRole('button', { name: '复制GB/T 7714—2015' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator('.cite-text').first().innerText());
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('selects the reference and says what to press where copying is refused', async () => {
  const { page } = await site.open(source);
  await startReading(page);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: '复制APA（第7版）' }).click();
  await page.getByRole('status').filter({ hasText: '已选中' }).waitFor();
  const selected = await page.evaluate(() => getSelection()?.toString());
  expect(selected).toBe(await page.locator('.cite-text').nth(1).innerText());
  await page.context().close();
});

it('without JavaScript leaves a place for the day, offers no button that does nothing, and still gives files', async () => {
  const { page } = await site.open(source, { javaScriptEnabled: false, acceptDownloads: true });
  for (const text of await page.locator('.cite-text').allInnerTexts()) expect(text).toContain('[引用日期]');
  expect(await page.locator('.cite button:visible').count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'BibTeX' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('sources-xiongan-xieyi-2017.bib');
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^@article\{sources:xiongan-xieyi-2017,\n/);
  await page.context().close();
});

it('prints the reference by GB/T 7714 alone', async () => {
  const { page } = await site.open(clause);
  await page.emulateMedia({ media: 'print' });
  const shown = page.locator('.cite-text:visible, .cite-address:visible, .cite-files:visible');
  expect(await shown.count()).toBe(1);
  expect(await shown.innerText()).toContain('[EB/OL]');
  await page.context().close();
});
