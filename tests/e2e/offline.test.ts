import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Edition, SavedEdition } from '../../src/lib/offline.ts';
import { builtPages, byTag, dist, pageAt } from '../helpers/built-site.ts';
import { openOfflineSite, press, saidOn, type OfflineSite } from '../helpers/offline-site.ts';
import { textContentOf } from '../../src/lib/html.ts';

/** One page of each kind, with a query and an anchor among them. */
const kinds = [
  '/',
  '/agreements/',
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/',
  '/work-points/2019-jiaotong-3/',
  '/projects/jing-xiong-gaosu/?from=a-friend',
  '/leaders/',
  '/leaders/timeline/',
  '/regions/',
  '/themes/',
  '/projects/by/theme/jiaotong/',
  '/sources/xiongan-xieyi-2017/',
  '/sources/xiongan-xieyi-2017/coverage/',
  '/verification/',
  '/chains/',
  '/as-of/',
  '/pictures/',
  '/timeline/',
  '/obligations/',
  '/method/',
  '/codebook/',
  '/data/',
  '/en/',
  '/search/',
  '/offline/',
];

/** What the site is made smaller by where it is saved again and again. */
const large = [
  'agreements',
  'projects',
  'sources',
  'statements',
  'work-points',
  'search/index',
  'verification',
];

let site: OfflineSite;
let contexts: BrowserContext[] = [];

afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
  await site.connect();
});

/** Has each of the tests beside it meet a site, as large as that. */
function meetSite(without: readonly string[]): void {
  beforeAll(async () => {
    site = await openOfflineSite(4560, without);
    site.publish();
  }, 600_000);

  afterAll(() => site.close());
}

async function newReader(): Promise<Page> {
  const context = await site.browser.newContext();
  contexts.push(context);
  return context.newPage();
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address.slice(1), site.url).href, { waitUntil: 'load' });
}

/** A reader who has the whole site. */
async function readerWhoSaved(): Promise<Page> {
  const page = await newReader();
  await open(page, '/offline/');
  await saidOn(page, /还没有存/);
  await press(page, /^离线保存/);
  await saidOn(page, /已经存好一版/);
  return page;
}

function published(): Edition {
  return JSON.parse(readFileSync(join(site.folder, 'offline.json'), 'utf8')) as Edition;
}

/** What the page gets at each address: the SHA-256 of the bytes, or why there are none. */
function digestsOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  return page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (address) => {
          try {
            const response = await fetch(address);
            const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
            return response.ok
              ? [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
              : String(response.status);
          } catch (error) {
            return String(error);
          }
        }),
      ),
    [...addresses],
  );
}

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

describe('before a reader asks', () => {
  meetSite([]);

  it('nothing is registered, kept or asked for, on the page of 离线保存 nor on any other', async () => {
    const page = await newReader();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await open(page, '/');
    expect(asked.filter((path) => path.startsWith('/offline'))).toEqual([]);
    await open(page, '/offline/');
    expect(await saidOn(page, /还没有存/)).toContain(published().edition);
    expect(asked).not.toContain('/offline.js');
    const kept = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual([0, 0]);
  });

  it('the button says how much it is', async () => {
    const page = await newReader();
    await open(page, '/offline/');
    await saidOn(page, /还没有存/);
    const megabytes = (Math.ceil(published().bytes / 100_000) / 10).toFixed(1);
    expect(await page.locator('button[data-do=save]').innerText()).toBe(`离线保存（约 ${megabytes} MB）`);
  });
});

describe('after 离线保存 and with the network cut', () => {
  meetSite([]);

  let page: Page;

  beforeAll(async () => {
    page = await readerWhoSaved();
    contexts = [];
  }, 300_000);

  afterAll(() => page.context().close());

  it('says which edition is kept, and that the network says nothing of a newer one', async () => {
    await site.cut();
    await open(page, '/offline/');
    const said = await saidOn(page, /现在连不上网站/);
    expect(said).toContain(`已经存好一版：内容截至2023年5月13日，版本 ${published().edition}，`);
  });

  it.each(kinds)('opens %s, whole, and says at its foot which edition it is', async (address) => {
    await site.cut();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await open(page, address);
    const expected = textContentOf(byTag(pageAt(address.replace(/\?.*/, '')).tree, 'title')[0] ?? raise());
    expect(await page.title()).toBe(expected);
    const styles = await page.evaluate(() =>
      [...document.styleSheets].map(({ cssRules }) => cssRules.length),
    );
    expect(Math.min(...styles)).toBeGreaterThan(0);
    expect(await page.locator('footer [data-held]').innerText()).toBe(
      `这是离线保存的一版：内容截至2023年5月13日，版本 ${published().edition}。离线保存`,
    );
    page.removeAllListeners();
    // That page asks the network which edition is published; nothing else is asked for in vain.
    expect(complaints.filter((url) => !url.endsWith('/offline.json'))).toEqual([]);
  });

  it('has every page and every file of the list, byte for byte', async () => {
    await site.cut();
    await open(page, '/');
    const script = readFileSync(join(dist, 'offline.js'), 'utf8');
    const { list } = JSON.parse(
      script.slice('self.savedEdition='.length, script.indexOf(';\n')),
    ) as SavedEdition;
    const pages = builtPages().map(({ address }) => address);
    const addresses = [...new Set([...pages, ...list.map(({ url }) => new URL(url, 'http://x/').pathname)])];
    const got = await digestsOf(page, addresses);
    const wrong = addresses.filter(
      (address, nth) => got[nth] !== digestOf(join(dist, address, address.endsWith('/') ? 'index.html' : '')),
    );
    expect(pages.length).toBeGreaterThan(900);
    expect(addresses.length).toBeGreaterThan(1600);
    expect(wrong).toEqual([]);
  });

  it('finds 京雄 and a clause by its words, and opens the clause where it stands', async () => {
    await site.cut();
    await open(page, `/search/?q=${encodeURIComponent('京雄')}`);
    const results = page.locator('#search-results[aria-busy=false][data-query=京雄]');
    await results.locator('li[data-url]').first().waitFor();
    const total = Number(await results.getAttribute('data-total'));
    expect(total).toBeGreaterThan(20);
    await page.locator('#search-query').fill('固保城际');
    await page.locator('#search-query').press('Enter');
    const hit = page.locator('#search-results[data-query=固保城际] li[data-url*="jiaotong-2"] a').first();
    await hit.click();
    await page.waitForURL(/jiaotong-2/);
    expect(await page.locator('main').innerText()).toContain('固保城际');
    await open(page, '/agreements/xiongan-zhanlue-hezuo-2017/#jiaotong-2');
    expect(await page.locator(':target').innerText()).toContain('固保城际');
  });

  it('checks a quote', async () => {
    await site.cut();
    await open(page, '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/');
    await page.locator('verify-quote button').first().click();
    await page.locator('verify-quote output[data-verdict]').first().waitFor();
    expect(await page.locator('verify-quote output').first().getAttribute('data-verdict')).toBe('holds');
  });

  it('shows the page for what is not there, and leads from a file that was not saved to what is', async () => {
    await site.cut();
    const answer = await page.goto(`${site.url}agreements/no-such-page/`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('没有这一页');
    await page.goto(`${site.url}data/projects.csv`);
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/offline/#left-out');
    expect(await page.locator(':target h2').innerText()).toBe('没有存的');
  });
});

describe('a newer edition', () => {
  meetSite(large);

  const change = (mark: string): void => {
    const file = join(site.folder, 'method/index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('<h1', `<p>${mark}</p><h1`));
  };

  it('is fetched where it differs, waits, and takes over whole', async () => {
    const page = await readerWhoSaved();
    const before = published().edition;
    change('新的一版');
    const after = site.publish();
    expect(after).not.toBe(before);
    const fetched: string[] = [];
    page.context().on('request', (request) => {
      if (request.serviceWorker() !== null) fetched.push(new URL(request.url()).pathname);
    });
    await open(page, '/offline/');
    await saidOn(page, new RegExp(`新的一版也存好了：内容截至2023年5月13日，版本 ${after}`));
    expect(fetched.filter((path) => !path.startsWith('/offline.'))).toEqual(['/method/']);
    await open(page, '/method/');
    expect(await page.locator('main').innerText()).not.toContain('新的一版');
    expect(await page.locator('footer [data-held]').innerText()).toMatch(
      new RegExp(`版本 ${before}。新的一版已经存好，去换上$`),
    );
    await open(page, '/offline/');
    await press(page, '换上新的一版');
    await saidOn(page, new RegExp(`已经存好一版：.*${after}.*和网站现在的一版相同`, 's'));
    await site.cut();
    await open(page, '/method/');
    expect(await page.locator('main').innerText()).toContain('新的一版');
    expect(await page.locator('footer [data-held]').innerText()).toContain(after);
    const kept = await page.evaluate(
      async (name) => (await (await caches.open(name)).keys()).length,
      `offline ${site.url}`,
    );
    expect(kept).toBe(published().files);
  });

  it('that cannot be had whole changes nothing, and says so', async () => {
    const page = await readerWhoSaved();
    const before = published().edition;
    change('不完整的一版');
    rmSync(join(site.folder, 'codebook/index.html'));
    writeFileSync(join(site.folder, 'codebook/index.html'), '<!doctype html><title>新</title>');
    site.publish();
    writeFileSync(join(site.folder, 'codebook/index.html'), '<!doctype html><title>换了</title>');
    await open(page, '/offline/');
    const said = await saidOn(page, /取到的文件和这一版不符/);
    expect(said).toContain('原来存的一版没有动。');
    expect(said).toContain(`已经存好一版：内容截至2023年5月13日，版本 ${before}`);
    await site.cut();
    await open(page, '/method/');
    expect(await page.locator('main').innerText()).not.toContain('不完整的一版');
    await open(page, '/codebook/');
    expect(await page.title()).toContain('编码手册');
  });
});

describe('a saving that breaks off', () => {
  meetSite(large);

  it.each([
    ['before it begins', (bytes: number) => bytes - 1],
    ['on the way, when more is needed than was foreseen', (bytes: number) => bytes + 1],
  ])('for want of space, %s, says so and keeps no edition', async (_, quotaOf) => {
    const page = await newReader();
    await open(page, '/offline/');
    await saidOn(page, /还没有存/);
    const session = await page.context().newCDPSession(page);
    const origin = new URL(site.url).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: quotaOf(published().bytes) });
    await press(page, /^离线保存/);
    await saidOn(page, /没有存完：这台设备给浏览器的空间不够/);
    const active = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.active ?? null,
    );
    expect(active).toBeNull();
  });

  it('leaves no edition, says why, and goes on from there when asked again', async () => {
    const page = await newReader();
    await open(page, '/offline/');
    await press(page, /^离线保存/);
    await saidOn(page, /已取[1-9]\d*个文件/);
    await site.cut();
    const said = await saidOn(page, /没有存完：网络断了/);
    expect(said).toContain('没有存成完整的一版');
    const active = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.active ?? null,
    );
    expect(active).toBeNull();
    await expect(page.goto(`${site.url}method/`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
    await site.connect();
    const later = await page.context().newPage();
    await open(later, '/offline/');
    await saidOn(later, /已取的文件还在/);
    const fetched: string[] = [];
    page.context().on('request', (request) => {
      if (request.serviceWorker() !== null) fetched.push(request.url());
    });
    await press(later, /^离线保存/);
    await saidOn(later, /已经存好一版/);
    expect(fetched.length).toBeGreaterThan(100);
    expect(fetched.length).toBeLessThan(published().files);
  });
});

describe('删去', () => {
  meetSite(large);

  it('leaves nothing: no worker, no file, and pages come from the network again', async () => {
    const page = await readerWhoSaved();
    await press(page, '删去');
    await saidOn(page, /还没有存/);
    const kept = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual([0, 0]);
    await open(page, '/');
    expect(await page.locator('footer [data-held]').count()).toBe(0);
    await site.cut();
    await expect(page.goto(`${site.url}method/`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  });
});

function raise(): never {
  throw new Error('the page has no title');
}
