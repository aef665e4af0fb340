import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleBlocks } from '../../src/lib/blocks.ts';
import { attributeOf, type HtmlElement } from '../../src/lib/html.ts';
import { markRanges } from '../../src/search/match.ts';
import { violationsOf } from '../helpers/axe.ts';
import { builtPages, byTag, dist, pageAt, withAttribute } from '../helpers/built-site.ts';
import { openSite, type OpenPage, type OpenSite } from '../helpers/open-site.ts';

const article = '/sources/xianxingqu-shifanqu-2023/';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

/** The scripts of a page outside templates, in bytes as sent; data in a script element is none. */
function scriptBytes(address: string): number {
  const { tree } = pageAt(address);
  return byTag(tree, 'script')
    .flatMap((script) => attributeOf(script, 'src') ?? [])
    .map((file) => gzipSync(readFileSync(join(dist, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name') ?? null);

describe('the search field', () => {
  it('stands in the masthead of every page but those whose main part is a search', () => {
    const faults = builtPages().flatMap(({ address, tree }) => {
      const forms = byTag(tree, 'form').filter((form) => attributeOf(form, 'role') === 'search');
      const leads = (form: HtmlElement): boolean =>
        attributeOf(form, 'action') === '/search/' &&
        attributeOf(form, 'method') === 'get' &&
        byTag(form, 'input').some((input) => attributeOf(input, 'name') === 'q');
      const inMasthead = forms.filter((form) => attributeOf(form, 'class') === 'masthead-search').length;
      const expected = ['/', '/search/'].includes(address) ? 0 : 1;
      return forms.length > 0 && forms.every(leads) && inMasthead === expected ? [] : [address];
    });
    expect(faults).toEqual([]);
  });

  it('costs, with all else on a page, at most 3 KB of script, and no request when the field is taken', async () => {
    expect(scriptBytes('/sources/')).toBeGreaterThan(0);
    expect(scriptBytes('/sources/')).toBeLessThanOrEqual(3000);
    const { page } = await site.open('/404.html');
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.resourceType()));
    await page.goto(`${site.url}sources/`, { waitUntil: 'networkidle' });
    const scripts = requested.filter((type) => type === 'script').length;
    await page.keyboard.press('/');
    expect(requested.filter((type) => type === 'script')).toHaveLength(scripts);
    expect(requested.filter((type) => type === 'fetch' || type === 'xhr')).toEqual([]);
    await page.context().close();
  });

  it.each([article, '/', '/search/', '/404.html'])(
    'takes the focus on %s by /, Ctrl-K and ⌘K',
    async (address) => {
      const { page, complaints } = await site.open(address);
      for (const key of ['/', 'Control+k', 'Meta+k']) {
        await page.evaluate(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        });
        expect(await focused(page)).toBe(null);
        await page.keyboard.press(key);
        expect(await focused(page), key).toBe('q');
      }
      const field = page.locator('input[name=q]:focus');
      expect(await field.getAttribute('aria-keyshortcuts')).toBe('/ Control+K Meta+K');
      expect(await field.getAttribute('title')).toContain('Ctrl-K');
      expect(await field.inputValue()).toBe('');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('takes / as a character while the reader types', async () => {
    const { page } = await site.open(article);
    await page.keyboard.press('/');
    await page.keyboard.type('1/2');
    expect(await page.locator('input[name=q]').inputValue()).toBe('1/2');
    await page.context().close();
  });

  it('goes to the results on Enter', async () => {
    const { page, complaints } = await site.open(article);
    await page.keyboard.press('/');
    await page.keyboard.type('京雄');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}search/?q=${encodeURIComponent('京雄')}`);
    await page.locator('li[data-url]').first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('lets go on Esc and leads back to where the reader was', async () => {
    const { page } = await site.open(article);
    await page.locator('#p16 a').first().focus();
    await page.evaluate(() => scrollTo(0, 900));
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('q');
    expect(await page.evaluate(() => scrollY)).toBeLessThan(200);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => [scrollY, document.activeElement?.textContent])).toEqual([900, 'p16']);
    await page.context().close();
  });

  it('works without a script', async () => {
    const { page } = await site.open(article, { javaScriptEnabled: false });
    await page.getByRole('searchbox', { name: '检索全站' }).fill('京雄');
    await page.getByRole('search').getByRole('button', { name: '检索' }).click();
    expect(page.url()).toBe(`${site.url}search/?q=${encodeURIComponent('京雄')}`);
    await page.context().close();
  });

  it.each([320, 360, 768, 1000, 1280])('crowds nothing at %i px, in use or not', async (width) => {
    const { page } = await site.open(article, { viewport: { width, height: 700 } });
    const boxes = () =>
      page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        lines: new Set(
          [...document.querySelectorAll('.masthead-link')].map((link) => link.getBoundingClientRect().top),
        ).size,
        linkHeight: Math.max(
          ...[...document.querySelectorAll('.masthead-link')].map(
            (link) => link.getBoundingClientRect().height,
          ),
        ),
        nav: document.querySelector('.masthead-nav')?.getBoundingClientRect().top,
        main: document.querySelector('main')?.getBoundingClientRect().top,
      }));
    const idle = await boxes();
    expect(idle.overflow).toBe(0);
    expect(idle.lines).toBe(1);
    expect(idle.linkHeight).toBeLessThan(50);
    await page.keyboard.press('/');
    expect(await boxes()).toEqual(idle);
    const field = await page.locator('input[name=q]').boundingBox();
    expect(field?.width).toBeGreaterThan(90);
    await page.context().close();
  });
});

describe('a page that a search led to', () => {
  /** Opens an address as a click on a result does: with what the result leaves behind. */
  async function follow(
    address: string,
    terms: unknown,
    options: BrowserContextOptions = {},
    init: () => void = () => undefined,
  ): Promise<OpenPage> {
    const opened = await site.open('/404.html', options);
    const left = JSON.stringify({ path: address.split('#')[0], terms });
    await opened.page.evaluate((value) => sessionStorage.setItem('search-marks', value), left);
    await opened.page.addInitScript(init);
    await opened.page.goto(new URL(address.slice(1), site.url).href, { waitUntil: 'load' });
    return opened;
  }

  const bar = (page: Page) => page.getByRole('region', { name: '页内检索' });
  const place = (page: Page) => bar(page).getByRole('status').innerText();

  /** What is highlighted, and where the selected place is. */
  const shown = (page: Page) =>
    page.evaluate(() => {
      const ranges = (name: string): Range[] => [...(CSS.highlights.get(name) ?? [])] as Range[];
      const [selected] = ranges('search-hit');
      const box = selected?.getBoundingClientRect();
      return {
        all: ranges('search-hits').map(String),
        selected: selected?.toString(),
        row: selected?.startContainer.parentElement?.closest('[id]')?.id,
        isInView: box !== undefined && box.top >= 0 && box.bottom < innerHeight - 46,
      };
    });

  const withoutHighlights = (): void => {
    Reflect.deleteProperty(CSS, 'highlights');
  };

  it.each([360, 1280])('opens at the passage with the words marked, at %i px', async (width) => {
    const { page, complaints } = await follow(`${article}#p16`, ['京津'], {
      viewport: { width, height: 700 },
    });
    await bar(page).waitFor();
    const { all, ...rest } = await shown(page);
    expect(rest).toEqual({ selected: '京津', row: 'p16', isInView: true });
    expect(new Set(all)).toEqual(new Set(['京津']));
    expect(await place(page)).toMatch(new RegExp(`^第\\d+处，共${String(all.length)}处$`));
    expect(page.url()).toBe(`${site.url.replace(/\/$/, '')}${article}#p16`);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.locator('mark').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows a place far down a long passage', async () => {
    const { page } = await follow('/sources/guangdu-shendu-2019/#p5', ['水源涵养'], {
      viewport: { width: 320, height: 240 },
    });
    await bar(page).waitFor();
    expect(await shown(page)).toMatchObject({ selected: '水源涵养', row: 'p5', isInView: true });
    await page.context().close();
  });

  it('stays at the passage when the words are not in it, and counts from there', async () => {
    const { page } = await follow(`${article}#p7`, ['京津']);
    await bar(page).waitFor();
    const top = await page.evaluate(() => document.querySelector('#p7')?.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(100);
    expect((await shown(page)).row).toBe('p11');
    await page.context().close();
  });

  it('goes to the first place where the address names no passage', async () => {
    const { page } = await follow(article, ['资源和要素充分涌流']);
    await bar(page).waitFor();
    expect(await place(page)).toBe('第1处，共1处');
    expect(await shown(page)).toMatchObject({ row: 'p15', isInView: true });
    await page.context().close();
  });

  it('leads from place to place by button and by key, round and round', async () => {
    const { page, complaints } = await follow(article, ['雄安']);
    await bar(page).waitFor();
    const count = (await shown(page)).all.length;
    const at = (number: number): string => `第${String(number)}处，共${String(count)}处`;
    expect(await place(page)).toBe(at(1));
    await page.keyboard.press('n');
    expect(await place(page)).toBe(at(2));
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Shift+N');
    expect(await place(page)).toBe(at(count));
    expect((await shown(page)).isInView).toBe(true);
    await bar(page).getByRole('button', { name: '下一处' }).click();
    expect(await place(page)).toBe(at(1));
    expect((await shown(page)).isInView).toBe(true);
    await bar(page).getByRole('button', { name: '上一处' }).click();
    expect(await place(page)).toBe(at(count));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('unfolds what is folded up around a place', async () => {
    const { page: clean } = await site.open('/figures/');
    const folded = (await clean.locator('details:not([open]) li').first().textContent()) ?? '';
    await clean.context().close();
    const { page } = await follow('/figures/', [folded]);
    await bar(page).waitFor();
    expect(await page.locator('details[open] li').first().textContent()).toBe(folded);
    expect(await shown(page)).toMatchObject({ selected: folded, isInView: true });
    await page.context().close();
  });

  it('leaves keys to the field that has them', async () => {
    const { page } = await follow(article, ['雄安']);
    await bar(page).waitFor();
    const before = await place(page);
    await page.keyboard.press('/');
    await page.keyboard.type('n');
    expect(await page.locator('input[name=q]').inputValue()).toBe('n');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe(null);
    expect(await place(page)).toBe(before);
    await page.context().close();
  });

  it.each([
    ['highlights', (): void => undefined],
    ['marks', withoutHighlights],
  ])('is as it was once cleared: %s', async (_, init) => {
    const clean = await site.open(`${article}#p16`);
    await clean.page.waitForLoadState('networkidle');
    const before = await clean.page.locator('main > article').innerHTML();
    await clean.page.context().close();
    for (const clear of ['Escape', 'button']) {
      const { page, complaints } = await follow(`${article}#p16`, ['京津', '9'], {}, init);
      await bar(page).waitFor();
      if (clear === 'Escape') await page.keyboard.press('Escape');
      else await bar(page).getByRole('button', { name: '清除' }).click();
      await bar(page).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => ('highlights' in CSS ? CSS.highlights.size : 0))).toBe(0);
      if (clear === 'button') {
        expect(await page.evaluate(() => document.activeElement?.closest('[id]')?.id)).toBe('p16');
        await page.keyboard.press('Tab');
      }
      expect(await page.locator('main > article').innerHTML()).toBe(before);
      await page.keyboard.press('n');
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it('marks with elements where the browser has no highlights, links and text whole', async () => {
    const { page, complaints } = await follow(
      `${article}#p11`,
      ['京津冀协同发展', '9'],
      {},
      withoutHighlights,
    );
    await bar(page).waitFor();
    const { page: clean } = await site.open(`${article}#p11`);
    const text = (of: typeof page) => of.locator('main > article').innerText();
    expect(await text(page)).toBe(await text(clean));
    expect(await page.locator('main a').count()).toBe(await clean.locator('main a').count());
    const selected = page.locator('mark.selected');
    expect((await selected.allTextContents()).join('')).toBe('京津冀协同发展');
    expect(await selected.first().evaluate((mark) => mark.closest('[id]')?.id)).toBe('p11');
    await page.keyboard.press('n');
    expect(await page.locator('mark.selected').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
    await clean.context().close();
  });

  it.each(['京', '雄安', '2019', '交通', 'P1', '，北京'])(
    'counts the places where %s stands as search does',
    async (term) => {
      const addresses = [
        article,
        '/agreements/xiongan-zhanlue-hezuo-2017/',
        '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/',
        '/projects/jing-xiong-gaosu/',
        '/leaders/chen-jining/',
        '/themes/jiaotong/',
        '/figures/',
      ];
      for (const address of addresses) {
        const body = withAttribute(pageAt(address).tree, 'data-pagefind-body')[0];
        if (body === undefined) throw new Error(`${address} is not indexed`);
        const count = visibleBlocks(body).flatMap(({ text }) => markRanges(text, [term])).length;
        const { page } = await follow(address, [term]);
        if (count === 0) expect(await page.locator('find-on-page:visible').count()).toBe(0);
        else {
          await bar(page).waitFor();
          expect(await place(page), address).toBe(`第1处，共${String(count)}处`);
        }
        await page.context().close();
      }
    },
  );

  it('takes its words from the address too, which is clean once they are cleared', async () => {
    const { page } = await site.open(`${article}?mark=${encodeURIComponent('京津 河北')}#p16`);
    await bar(page).waitFor();
    expect(new Set((await shown(page)).all)).toEqual(new Set(['京津', '河北']));
    await page.keyboard.press('Escape');
    expect(page.url()).toBe(`${site.url.replace(/\/$/, '')}${article}#p16`);
    await page.context().close();
  });

  it('shows nothing and loads nothing on any other page, or a second time', async () => {
    const { page } = await site.open('/404.html');
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.evaluate(() => {
      sessionStorage.setItem('search-marks', '{"path":"/sources/","terms":["京"]}');
    });
    for (const address of ['projects/', 'sources/']) {
      await page.goto(site.url + address, { waitUntil: 'networkidle' });
      expect(await page.locator('find-on-page').count()).toBe(0);
    }
    expect(requested.filter((url) => url.includes('FindOnPage'))).toEqual([]);
    await page.context().close();
  });

  it.each(['', 'null', '{', '[]', '{"path":"/sources/xianxingqu-shifanqu-2023/","terms":[1,null]}'])(
    'shrugs at %j where its words should be',
    async (left) => {
      const { page, complaints } = await site.open('/404.html');
      await page.evaluate((value) => sessionStorage.setItem('search-marks', value), left);
      await page.goto(site.url + article.slice(1), { waitUntil: 'networkidle' });
      expect(await page.locator('find-on-page:visible').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['<img src=x onerror=alert(1)>', '"', '\\', '.*', '\u202e', '😀', '京'.repeat(500), ' '])(
    'takes hostile words %j in its stride',
    async (words) => {
      const { page, complaints } = await site.open(`${article}?mark=${encodeURIComponent(words)}`);
      await page.waitForLoadState('networkidle');
      expect(await page.locator('find-on-page:visible').count()).toBe(0);
      expect(await page.locator('main img').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    ['light', 'highlights', (): void => undefined],
    ['dark', 'highlights', (): void => undefined],
    ['light', 'marks', withoutHighlights],
    ['dark', 'marks', withoutHighlights],
  ] as const)('has no axe violation with the bar shown, in %s with %s', async (colorScheme, _, init) => {
    const options = { colorScheme, bypassCSP: true };
    const { page, complaints } = await follow(`${article}#p16`, ['京津'], options, init);
    await bar(page).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('needs no sideways scroll at 320 px, and prints without the bar', async () => {
    const { page } = await follow(`${article}#p16`, ['京'], { viewport: { width: 320, height: 700 } });
    await bar(page).waitFor();
    const box = await bar(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    expect(
      await page.evaluate(() => {
        const bar = document.querySelector('.find-bar');
        return [
          document.documentElement.scrollWidth - document.documentElement.clientWidth,
          bar === null ? undefined : bar.scrollWidth - bar.clientWidth,
        ];
      }),
    ).toEqual([0, 0]);
    await page.emulateMedia({ media: 'print' });
    expect(await bar(page).isVisible()).toBe(false);
    expect(await page.locator('input[name=q]').isVisible()).toBe(false);
    await page.context().close();
  });
});
