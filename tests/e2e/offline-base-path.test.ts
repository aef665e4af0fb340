import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyProject } from '../helpers/build-elsewhere.ts';
import { press, saidOn } from '../helpers/offline-site.ts';
import { openSite } from '../helpers/open-site.ts';

it('can be kept under a sub-path, and leaves the rest of the origin alone', async () => {
  const copy = copyProject();
  try {
    const { status, output } = copy.build({ BASE_PATH: '/record/' });
    expect(status, output).toBe(0);
    const site = await openSite(join(copy.folder, 'dist'), '/record/');
    try {
      const { page } = await site.open('/offline/');
      await press(page, /^离线保存/);
      await saidOn(page, /已经存好一版/);
      await page.context().setOffline(true);
      await page.goto(`${site.url}search/?q=${encodeURIComponent('京雄')}`);
      await page.locator('li[data-url]').first().locator('a').first().click();
      await page.waitForURL(/\/record\/(agreements|sources|regions|themes)\//);
      expect(await page.locator('footer [data-held] a').getAttribute('href')).toBe(`${site.url}offline/`);
      await page.goto(`${site.url}data/projects.csv`);
      expect(page.url()).toBe(`${site.url}offline/#left-out`);
      await expect(page.goto(new URL('/', site.url).href)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    } finally {
      await site.close();
    }
  } finally {
    copy.remove();
  }
});
