import { join } from 'node:path';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smoke } from '../../scripts/smoke-checks.ts';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';
import { pathsIn, serveForReal, visitPages, visitSearch } from '../helpers/real-host.ts';
import { childrenNamed, readXml } from '../helpers/xml.ts';

/** One page of each kind that is printed with its address. */
const printed = [
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/',
  '/work-points/2019-jiaotong-3/',
  '/projects/jing-xiong-gaosu/',
  '/sources/xiongan-xieyi-2017/',
];

function expectedOf(address: string) {
  const whole = `https://record.example/record${address}`;
  return { onScreen: false, read: whole, words: `本页地址 ${whole}`, canonical: whole };
}

/** What a page on paper says of its address: in its QR code, read from the page's picture, and in words. */
async function readPrintedCode(site: OpenSite, address: string) {
  const { page } = await site.open(address, { deviceScaleFactor: 3 });
  const code = page.locator('svg.qr[aria-hidden="true"]:has(> path:only-child)');
  const onScreen = await code.isVisible();
  await page.emulateMedia({ media: 'print' });
  const shot = (await code.screenshot()).toString('base64');
  const reader = await site.browser.newPage();
  const image = await reader.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    return { width: bitmap.width, height: bitmap.height, data: [...pixels] };
  }, shot);
  const words = await page.locator('.printed-address p').innerText();
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  await page.context().close();
  await reader.close();
  return {
    onScreen,
    read: decodeQR({ ...image, data: Uint8Array.from(image.data) }, { timeLimit: 10_000 }),
    words: words.replace('\u3000', ' '),
    canonical,
  };
}

/** What other programs are told of where things stand: whole addresses, each of which opens below the site's own. */
async function checkWholeAddresses(site: OpenSite): Promise<void> {
  const { page } = await site.open('/');
  const text = async (address: string) => (await page.request.get(`${site.url}${address}`)).text();
  const whole = 'https://record.example/record/';
  expect(await text('robots.txt')).toContain(`Sitemap: ${whole}sitemap.xml\n`);
  const listed = readXml(await text('sitemap.xml')).children.map(
    (url) => childrenNamed(url, 'loc')[0]?.text ?? '',
  );
  expect(listed.length).toBeGreaterThan(900);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.filter((address) => !address.startsWith(whole))).toEqual([]);
  expect(listed).toContain(`${whole}projects/jing-xiong-gaosu/`);
  expect(listed).not.toContain(`${whole}chains/2017-cai-qi-dongao/`);
  const feed = readXml(await text('regions/xiongan/feed.xml'));
  const links = childrenNamed(feed, 'link').map(({ attributes }) => attributes['href']);
  expect(links).toEqual([`${whole}regions/xiongan/feed.xml`, `${whole}regions/xiongan/`]);
  expect(await text('projects/jing-xiong-gaosu/')).toContain(`"@id":"${whole}projects/jing-xiong-gaosu/"`);
  expect((await text('projects/jing-xiong-gaosu/index.txt')).split('\n')[1]).toBe(
    `${whole}projects/jing-xiong-gaosu/`,
  );
  expect(await text('projects/jing-xiong-gaosu/index.json')).toContain(
    '"/record/projects/jing-xiong-gaosu/"',
  );
  expect(await text('data/')).toContain(`${whole}data/projects.json`);
  expect(await text('llms.txt')).toContain(`${whole}data/index.json`);
  await page.context().close();
}

let copy: Copy;

beforeAll(() => {
  copy = copyProject();
  const { status, output } = copy.build({ BASE_PATH: '/record/', SITE_URL: 'https://record.example' });
  expect(status, output).toBe(0);
});

afterAll(() => copy.remove());

it('works under a sub-path of a known site: pages, links, styles, data, search, citations and printed addresses', async () => {
  const site = await openSite(join(copy.folder, 'dist'), '/record/');
  try {
    const { page, complaints } = await site.open('/');
    await page.locator('main a[href$="/agreements/xiongan-zhanlue-hezuo-2017/"]').first().click();
    await page.waitForURL(/\/record\/agreements\/xiongan-zhanlue-hezuo-2017\/$/);
    await page.goto(`${site.url}search/?q=${encodeURIComponent('京雄')}`);
    const hit = page.locator('li[data-url]').first();
    await hit.waitFor();
    expect(await hit.getAttribute('data-url')).toMatch(/^\/record\//);
    await hit.locator('a').first().click();
    await page.waitForURL(/\/record\/(agreements|sources|regions|themes)\//);
    expect(await page.locator('h1').count()).toBe(1);
    await page.keyboard.press('/');
    await page.keyboard.type('蔡奇');
    await page.getByRole('option').first().click();
    await page.waitForURL(/\/record\/leaders\/cai-qi\/$/);
    await page.keyboard.press('/');
    await page.keyboard.type('白洋淀');
    await page.getByRole('option').filter({ hasText: '›' }).first().click();
    await page.waitForURL(/\/record\/(agreements|work-points|projects|sources)\//);
    const data = await page.request.get(`${site.url}data/clauses.json`);
    expect(((await data.json()) as { url: string }[])[0]?.url).toMatch(/^\/record\/agreements\//);
    const citation = await page.request.get(`${site.url}projects/jing-xiong-gaosu/cite.json`);
    expect(await citation.json()).toMatchObject([
      { URL: 'https://record.example/record/projects/jing-xiong-gaosu/' },
    ]);
    await page.goto(`${site.url}projects/jing-xiong-gaosu/#cite`);
    await page.getByRole('button', { name: /^复制GB/ }).waitFor();
    expect(await page.locator('.cite-text').first().innerText()).toMatch(
      / https:\/\/record\.example\/record\/projects\/jing-xiong-gaosu\/\.$/,
    );
    expect(complaints).toEqual([]);
    await checkWholeAddresses(site);
    for (const address of printed) expect(await readPrintedCode(site, address)).toEqual(expectedOf(address));
  } finally {
    await site.close();
  }
});

it('opens every page and searches under a sub-path of a real nginx, with no breach of the policy, error, foreign request or cookie', async () => {
  const built = join(copy.folder, 'dist');
  const server = await serveForReal(built);
  try {
    expect(new URL(server.url).pathname).toBe('/record/');
    const pages = pathsIn(built).filter((path) => path === '' || /(\/|\.html)$/.test(path));
    expect(pages.length).toBeGreaterThan(500);
    expect(await visitPages(server, pages)).toEqual({ complaints: [], cookies: [] });
    const { found, ...visit } = await visitSearch(server, '京雄高速');
    expect(visit).toEqual({ complaints: [], cookies: [] });
    expect(found).toBeGreaterThan(5);
    expect((await fetch(new URL('/projects/', server.url))).status).toBe(404);
    const url = new URL(server.url);
    const seen = await smoke({ url, ask: (path) => fetch(new URL(path, url), { redirect: 'manual' }) });
    expect(seen.filter(({ level }) => level !== 'good').map(({ text }) => text)).toEqual([
      `自称在 https://record.example/record/，其实在 ${url.href}：用 SITE_URL=${url.origin} 重建，引文里的地址才对。`,
    ]);
  } finally {
    await server.close();
  }
});
