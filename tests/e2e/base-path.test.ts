import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyProject } from '../helpers/build-elsewhere.ts';
import { openSite } from '../helpers/open-site.ts';

it('works under a sub-path of a named site: pages, links, styles, data, search and citations', async () => {
  const copy = copyProject();
  try {
    const { status, output } = copy.build({ BASE_PATH: '/record/', SITE_URL: 'https://record.example' });
    expect(status, output).toBe(0);
    const site = await openSite(join(copy.folder, 'dist'), '/record/');
    try {
      const { page, complaints } = await site.open('/');
      await page.getByRole('link', { name: '逐项看这份协议' }).click();
      await page.waitForURL(/\/record\/agreements\/xiongan-zhanlue-hezuo-2017\/$/);
      await page.goto(`${site.url}search/?q=${encodeURIComponent('京雄')}`);
      const hit = page.locator('li[data-url]').first();
      await hit.waitFor();
      expect(await hit.getAttribute('data-url')).toMatch(/^\/record\//);
      await hit.locator('a').first().click();
      await page.waitForURL(/\/record\/(agreements|sources|regions|themes)\//);
      expect(await page.locator('h1').count()).toBe(1);
      const data = await page.request.get(`${site.url}data/clauses.json`);
      expect(((await data.json()) as { url: string }[])[0]?.url).toMatch(/^\/record\/agreements\//);
      const citation = await page.request.get(`${site.url}projects/jing-xiong-gaosu/cite.json`);
      expect(await citation.json()).toMatchObject([
        { URL: 'https://record.example/record/projects/jing-xiong-gaosu/' },
      ]);
      await page.goto(`${site.url}projects/jing-xiong-gaosu/#cite`);
      expect(await page.locator('.cite-text').first().innerText()).toMatch(
        / https:\/\/record\.example\/record\/projects\/jing-xiong-gaosu\/\.$/,
      );
      expect(complaints).toEqual([]);
    } finally {
      await site.close();
    }
  } finally {
    copy.remove();
  }
});
