import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const address = '/statements/2019-10-wang-dongfeng-dongao/';
const blockLines = [
  '条目：statements/2019-10-wang-dongfeng-dongao',
  '引文：“贯彻“四个办奥”理念”（jing-ji-hezuo-2019#p4）',
];

describe('指出问题', () => {
  let site: OpenSite;

  beforeAll(async () => {
    site = await openSite(dist);
  });

  afterAll(async () => {
    await site.close();
  });

  it('opens and can be selected whole without script', async () => {
    const { page, complaints } = await site.open(address, { javaScriptEnabled: false });
    const block = page.locator('.fault-report pre');
    expect(await block.isVisible()).toBe(false);
    await page.locator('.fault-report summary').click();
    expect(await block.isVisible()).toBe(true);
    for (const line of blockLines) expect(await block.innerText()).toContain(line);
    expect(await page.locator('.fault-report button').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('is copied by its button, reached by keyboard, and says so', async () => {
    const { page, complaints } = await site.open(address, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('.fault-report summary').focus();
    await page.keyboard.press('Enter');
    const button = page.locator('.fault-report button');
    await button.waitFor({ state: 'visible' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.fault-report [role=status]', { hasText: '已复制' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator('.fault-report pre').textContent());
    for (const line of blockLines) expect(copied).toContain(line);
    expect(complaints).toEqual([]);
  });

  it('does not widen a page of 320 pixels', async () => {
    const { page } = await site.open(address, { viewport: { width: 320, height: 800 } });
    await page.locator('.fault-report summary').click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
  });
});
