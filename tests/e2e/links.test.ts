import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../src/read/content.ts';
import { routes } from '../../src/routes.ts';
import { dist, projectRoot } from '../helpers/built-site.ts';
import { magentaFinder, paintFragments, type Box, type MagentaFinder } from '../helpers/highlight.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const content = readContent(`${projectRoot}/`);
const agreement = routes.entry('agreements', 'xiongan-zhanlue-hezuo-2017');

/** Where each clause, work point and passage stands in context. */
const placed = content.entries.flatMap(({ collection, id, data }) => {
  if (collection === 'clauses') return [routes.clauseInContext(id)];
  if (collection === 'work-points' && 'plan' in data) return [routes.workPointInContext(data.plan, id)];
  const passages = collection === 'sources' ? (content.passages.get(id) ?? []) : [];
  return passages.map((passage) => routes.passage(`${id}#${passage.id}`));
});
const anchorsByPage = [...Map.groupBy(placed, (address) => address.replace(/#.*/, ''))].map(
  ([page, addresses]) => [page, addresses.map((address) => address.replace(/.*#/, ''))] as const,
);
const ownPages = content.entries.flatMap(({ collection, id }) => {
  if (collection === 'clauses') return [routes.clause(id)];
  return collection === 'work-points' ? [routes.entry('work-points', id)] : [];
});

let site: OpenSite;
let findMagenta: MagentaFinder;

beforeAll(async () => {
  site = await openSite(dist);
  findMagenta = await magentaFinder(site.browser);
});

afterAll(() => site.close());

/** A place as its control gives it. */
interface Place {
  readonly id: string;
  readonly text: string;
  readonly link: string;
  readonly quotation: string;
  readonly precise: string;
}

/** What every control of the page copies, each opened and pressed. */
async function placesOf(page: Page): Promise<Place[]> {
  await page.locator('copy-link button').first().click();
  await page.locator('copy-sheet button').first().waitFor();
  return page.evaluate(() => {
    let copied = '';
    navigator.clipboard.writeText = (text) => {
      copied = text;
      return Promise.resolve();
    };
    const press = (sheet: Element | null, name: string): string => {
      copied = '';
      const buttons = [...(sheet?.querySelectorAll('button') ?? [])];
      buttons.find(({ textContent }) => textContent.startsWith(name))?.click();
      return copied;
    };
    document.querySelector('copy-sheet')?.remove();
    return [...document.querySelectorAll('copy-link')].map((control) => {
      control.querySelector('button')?.click();
      const sheet = control.querySelector('copy-sheet');
      const row = control.closest('.row');
      const place = {
        id: row?.id ?? '',
        text: row?.querySelector('[data-printed]')?.textContent ?? '',
        link: press(sheet, '复制链接'),
        quotation: press(sheet, '复制引文和链接'),
        precise: press(sheet, '复制精确链接'),
      };
      sheet?.remove();
      return place;
    });
  });
}

/** Where the words of a place stand on the screen, and how the place is marked. */
async function look(page: Page, id: string) {
  return page.evaluate((anchor) => {
    const row = anchor === '' ? document.querySelector('.ledger .row') : document.getElementById(anchor);
    const block = row?.querySelector('[data-printed]');
    if (!row || !block) return undefined;
    const range = new Range();
    range.selectNodeContents(block);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    const box = {
      left: Math.min(...lines.map(({ left }) => left)),
      top: Math.min(...lines.map(({ top }) => top)),
      right: Math.max(...lines.map(({ right }) => right)),
      bottom: Math.max(...lines.map(({ bottom }) => bottom)),
    };
    const first = lines.find(({ top }) => top >= 0);
    const seen =
      first &&
      document.elementFromPoint(first.left + 2, Math.min(first.top + first.height / 2, innerHeight - 1));
    return {
      box,
      height: innerHeight,
      target: document.querySelector(':target')?.closest('.row') === row,
      // What a text fragment finds makes the block around it the target, in place of what the anchor names.
      found: block.contains(document.querySelector(':target')),
      washed: getComputedStyle(block).backgroundColor !== 'rgba(0, 0, 0, 0)',
      ruled: getComputedStyle(row, '::before').borderInlineStartWidth === '3px',
      uncovered: seen !== undefined && seen !== null && block.contains(seen),
    };
  }, id);
}

type Look = NonNullable<Awaited<ReturnType<typeof look>>>;

/** True when what was painted is all of the words that the screen has room for, and nothing else. */
function covers(painted: Box | undefined, { box, height }: Look): boolean {
  const line = 20;
  return (
    painted !== undefined &&
    Math.abs(painted.left - box.left) < line &&
    Math.abs(painted.right - box.right) < 2 * line &&
    Math.abs(painted.top - Math.max(0, box.top)) < line &&
    Math.abs(painted.bottom - Math.min(height, box.bottom)) < line
  );
}

async function openPainted(viewport: { width: number; height: number }): Promise<Page> {
  const context = await site.browser.newContext({ viewport });
  const page = await context.newPage();
  await paintFragments(page);
  return page;
}

/** Loads an address anew: the same page with another fragment would only be scrolled. */
async function load(page: Page, address: string, nth: number): Promise<void> {
  const url = new URL(address);
  url.searchParams.set('load', String(nth));
  await page.goto(url.href, { waitUntil: 'load' });
}

/** True when the page comes to be as expected within some seconds; Chromium looks for the words once it has settled. */
async function settles(page: Page, isAsExpected: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await isAsExpected()) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

const isPainted = async (page: Page): Promise<boolean> => (await findMagenta(page)) !== undefined;

describe.each([360, 1280])('at %i px', (width) => {
  it.each(anchorsByPage)(
    'opens every place of %s marked, with and without a text fragment',
    async (address, anchors) => {
      const page = await openPainted({ width, height: 740 });
      await page.goto(new URL(address.slice(1), site.url).href);
      const places = await placesOf(page);
      const faults: string[] = [];
      for (const [nth, { id, link, precise, quotation, text }] of places.entries()) {
        if (!quotation.startsWith(`“${text}”\n——《`) || !quotation.endsWith(link)) faults.push(quotation);
        await load(page, link, nth);
        const plain = await look(page, id);
        const isSeen = plain !== undefined && plain.box.top >= 0 && plain.box.top < plain.height;
        const isMarked = plain?.target === true && plain.washed && plain.ruled && plain.uncovered;
        if (!isSeen || !isMarked) faults.push(`${link}: ${JSON.stringify(plain)}`);
        await load(page, precise, nth);
        // A picture of every place on a phone, of every eighth on a desk: each takes half a second.
        const isPictured = width === 360 || nth % 8 === 0;
        const isFound = await settles(page, async () => {
          const place = await look(page, id);
          if (place?.found !== true || !place.target || !place.washed || !place.uncovered) return false;
          return !isPictured || covers(await findMagenta(page), place);
        });
        if (!isFound) faults.push(`${decodeURIComponent(precise)}: ${JSON.stringify(await look(page, id))}`);
      }
      expect(faults).toEqual([]);
      expect(places.map(({ id }) => id).toSorted()).toEqual(anchors.toSorted());
      await page.context().close();
    },
  );

  it('marks no other place than the one meant', async () => {
    const page = await openPainted({ width, height: 740 });
    await page.goto(new URL(agreement.slice(1), site.url).href);
    const [first, second] = await placesOf(page);
    await load(page, second?.precise ?? '', 1);
    expect(await settles(page, () => isPainted(page))).toBe(true);
    const place = await look(page, first?.id ?? '');
    expect(place && covers(await findMagenta(page), place)).toBe(false);
    await load(page, (first?.precise ?? '').replace(/text=.*/, 'text=nothing'), 2);
    expect(await findMagenta(page)).toBeUndefined();
    await page.context().close();
  });
});

it('leads by text fragment to the words of every clause and work point on its own page', async () => {
  const page = await openPainted({ width: 360, height: 740 });
  const faults: string[] = [];
  for (const [nth, address] of ownPages.entries()) {
    await page.goto(new URL(address.slice(1), site.url).href);
    const [place] = await placesOf(page);
    if (place?.link !== page.url()) faults.push(`${address}: ${place?.link ?? 'no link'}`);
    await load(page, place?.precise ?? '', nth);
    const isFound = await settles(page, async () => {
      const seen = await look(page, '');
      return seen?.found === true && seen.washed && seen.uncovered;
    });
    if (!isFound) faults.push(decodeURIComponent(place?.precise ?? address));
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

describe('the control beside a place', () => {
  it('is the plain link without JavaScript, and it works', async () => {
    const { page } = await site.open(agreement, { javaScriptEnabled: false });
    await page.locator('#jiaotong-2').getByRole('link', { name: '交通第2项的链接' }).click();
    expect(new URL(page.url()).hash).toBe('#jiaotong-2');
    expect(await page.locator('button:visible').allInnerTexts()).not.toContain('链接');
    await page.context().close();
  });

  it('takes no more room with a script than without', async () => {
    const rows = (page: Page) =>
      page
        .locator('.row:has(copy-link)')
        .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    const viewport = { width: 360, height: 740 };
    const { page } = await site.open(agreement, { viewport });
    const { page: bare } = await site.open(agreement, { viewport, javaScriptEnabled: false });
    expect(await rows(page)).toEqual(await rows(bare));
    await page.context().close();
    await bare.context().close();
  });

  it('opens by keyboard, copies, says so, and gives the focus back on Esc', async () => {
    const { page, complaints } = await site.open(agreement, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('#jiaotong-2').getByRole('button', { name: '交通第2项的链接' }).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: '链接与引文' });
    await sheet.getByRole('button', { name: '复制链接' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制链接');
    await page.keyboard.press('Enter');
    await sheet.getByText('已复制').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.url}${agreement.slice(1)}#jiaotong-2`,
    );
    expect(await sheet.getByRole('status').innerText()).toBe('已复制');
    expect(await sheet.getByRole('link', { name: '引用' }).getAttribute('href')).toBe(
      `${agreement}jiaotong-2/#cite`,
    );
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '交通第2项的链接',
    );
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('shows the text selected where the clipboard is refused', async () => {
    const { page } = await site.open(agreement);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.locator('#jiaotong-2 copy-link button').click();
    await page.getByRole('button', { name: '复制链接' }).click();
    const field = page.getByRole('textbox', { name: '要复制的文字' });
    await field.waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(
      `${site.url}${agreement.slice(1)}#jiaotong-2`,
    );
    expect(await page.getByRole('dialog').getByRole('status').innerText()).toContain('Ctrl-C');
    await page.context().close();
  });

  it.each([320, 360, 1280])('stays on the screen at %i px, its targets large enough', async (width) => {
    const { page } = await site.open(agreement, { viewport: { width, height: 740 } });
    for (const id of ['chuangxin-1', 'duijie-jizhi']) {
      await page.locator(`#${id} copy-link button`).click();
      const sheet = page.getByRole('dialog');
      await sheet.waitFor();
      const box = await sheet.boundingBox();
      expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 740).toBe(
        true,
      );
      for (const button of [
        ...(await sheet.locator('button, a').all()),
        page.locator(`#${id} copy-link > button`),
      ]) {
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      }
      await page.keyboard.press('Escape');
    }
    await page.context().close();
  });

  it('is not printed', async () => {
    const { page } = await site.open(agreement);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('copy-link:visible').count()).toBe(0);
    await page.context().close();
  });
});

/** Selects words in a block as a reader does, with the mouse; they begin outside a link, as a drag on one moves it. */
async function drag(page: Page, selector: string, words: string): Promise<void> {
  const { from, to } = await page.locator(selector).evaluate((block, wanted) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode() !== null) nodes.push(walker.currentNode as Text);
    const start = nodes
      .map(({ data }) => data)
      .join('')
      .indexOf(wanted);
    if (start === -1) throw new Error('no such words');
    // Names within the words are links: a place is in one of several text nodes.
    const box = (at: number) => {
      let offset = at;
      const node = nodes.find(({ length }) => offset < length || ((offset -= length), false));
      if (node === undefined) throw new Error('no such place');
      const range = new Range();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return range.getBoundingClientRect();
    };
    block.scrollIntoView({ block: 'center' });
    const [first, last] = [box(start), box(start + wanted.length - 1)];
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    };
  }, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

const offer = (page: Page) => page.getByRole('button', { name: '链接到所选文字' });

/** The link to the selected words, as copied. */
async function offeredLink(page: Page, name = '复制链接'): Promise<string> {
  await offer(page).click();
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) => {
      document.body.dataset['copied'] = text;
      return Promise.resolve();
    };
  });
  await page.getByRole('dialog').getByRole('button', { name }).click();
  return (await page.locator('body').getAttribute('data-copied')) ?? '';
}

const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('search-hits') ?? [])].map((range) =>
      range instanceof Range ? range.toString() : '',
    ),
  );

describe('selected words', () => {
  const clause = `${agreement}#jiaotong-2`;

  it.each([
    ['a clause in context', clause, '#jiaotong-2 [data-printed]', '加快建设京雄铁路、京石城际', 'jiaotong-2'],
    ['a clause on its page', `${agreement}jiaotong-2/`, '.said-clause', '实现交通路网高效', ''],
    ['a commitment', `${agreement}jiaotong-2/`, '.commitments li:last-child blockquote', '一卡通', 'any'],
    ['a passage', '/sources/xiongan-xieyi-2017/', '#p13 [data-printed]', '推动建设北京市', 'p13'],
    [
      'a work point',
      '/agreements/beijing-yaodian-2019/',
      '[id="2019-shujie-2"] [data-printed]',
      '309家',
      '2019-shujie-2',
    ],
    ['a quote', '/projects/jing-xiong-gaosu/', '.said-quote >> nth=0', '高速', 'why'],
  ])(
    'in %s are offered a link that opens with just these words marked',
    async (_, address, block, words, anchor) => {
      const { page, complaints } = await site.open(address);
      await drag(page, block, words);
      const selected = await page.evaluate(() => getSelection()?.toString());
      expect(selected).toBe(words);
      const link = new URL(await offeredLink(page));
      expect(link.searchParams.get('words')).toBe(words);
      if (anchor !== 'any') expect(link.hash).toBe(anchor === '' ? '' : `#${anchor}`);
      const { page: opened, complaints: others } = await site.open(link.href.replace(site.url, '/'));
      await opened.getByRole('status').getByText('有链接所指的字').waitFor();
      expect(await marked(opened)).toEqual([words]);
      expect([...complaints, ...others]).toEqual([]);
      await page.context().close();
      await opened.context().close();
    },
  );

  it('are the article’s own, without the marks we put around a quote', async () => {
    const { page } = await site.open('/projects/jing-xiong-gaosu/');
    const quote = page.locator('blockquote').first();
    const shown = await quote.innerText();
    await quote.click({ clickCount: 3 });
    expect(new URL(await offeredLink(page)).searchParams.get('words')).toBe(shown.slice(1, -1));
    await page.context().close();
  });

  it('of a kind that stands twice in a clause lead to the one that was meant', async () => {
    const { page } = await site.open(clause);
    const nth = await page.locator('#jiaotong-2 [data-printed]').evaluate((block) => {
      const text = block.textContent;
      const second = text.indexOf('城际', text.indexOf('城际') + 1);
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let offset = second;
      let node = walker.nextNode() as Text;
      for (; offset >= node.length; node = walker.nextNode() as Text) offset -= node.length;
      getSelection()?.setBaseAndExtent(node, offset, node, offset + 2);
      return second;
    });
    const link = await offeredLink(page);
    const { page: opened } = await site.open(link.replace(site.url, '/'));
    await opened.getByRole('status').getByText('有链接所指的字').waitFor();
    const found = await opened.locator('#jiaotong-2 [data-printed]').evaluate((block) =>
      [...(CSS.highlights.get('search-hits') ?? [])].map(({ startContainer, startOffset }) => {
        const before = new Range();
        before.setStart(block, 0);
        before.setEnd(startContainer, startOffset);
        return before.toString().length;
      }),
    );
    expect(found).toEqual([nth]);
    await page.context().close();
    await opened.context().close();
  });

  it('have a link with a text fragment as well, which shows them even where they cut a word', async () => {
    const { page } = await site.open(clause);
    await drag(page, '#jiaotong-2 [data-printed]', '快建设京');
    const precise = await offeredLink(page, '复制精确链接');
    expect(precise).toContain('#jiaotong-2:~:text=');
    const fragments = await openPainted({ width: 360, height: 740 });
    await fragments.goto(precise);
    expect(await settles(fragments, () => isPainted(fragments))).toBe(true);
    expect(await marked(fragments)).toEqual(['快建设京']);
    await page.context().close();
    await fragments.context().close();
  });

  it('are said to have gone where the place holds them no longer, and the place is shown', async () => {
    for (const width of [360, 1280]) {
      const { page } = await site.open(`${agreement}?words=${encodeURIComponent('京雄高铁')}#jiaotong-2`, {
        viewport: { width, height: 740 },
      });
      await page.getByText('本段已没有这些字：“京雄高铁”。').waitFor();
      expect(await marked(page)).toEqual([]);
      expect((await look(page, 'jiaotong-2'))?.target).toBe(true);
      await page.getByRole('button', { name: '清除' }).click();
      expect(page.url()).toBe(`${site.url}${clause.slice(1)}`);
      expect(await page.getByText('本段已没有这些字').count()).toBe(0);
      await page.context().close();
    }
  });

  it('are said to have gone where the stored text is altered, and where its paragraph is not there', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.route('**/xiongan-zhanlue-hezuo-2017/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('京雄铁路', '京雄城际铁路') });
    });
    const words = `?words=${encodeURIComponent('京雄铁路')}`;
    await page.goto(`${site.url}${agreement.slice(1)}${words}#jiaotong-2`);
    await page.getByText('本段已没有这些字：“京雄铁路”。').waitFor();
    await page.goto(`${site.url}${agreement.slice(1)}${words}&again#no-such-place`);
    await page.getByText('本页已没有链接所指的段落。').waitFor();
    await context.close();
  });

  it('are let go when the reader goes on to another place of the page', async () => {
    const { page } = await site.open(`${agreement}?words=${encodeURIComponent('京雄铁路')}#jiaotong-2`);
    await page.getByText('本段有链接所指的字').waitFor();
    await page.evaluate(() => (location.hash = '#jiaotong-1'));
    await page.getByText('本段有链接所指的字').waitFor({ state: 'detached' });
    expect(page.url()).toBe(`${site.url}${agreement.slice(1)}#jiaotong-1`);
    expect(await marked(page)).toEqual([]);
    await page.context().close();
  });

  it('are marked wherever they stand when what stood around them has changed', async () => {
    const query = new URLSearchParams({ words: '城际', prefix: '甲' });
    const { page } = await site.open(`${agreement}?${query.toString()}#jiaotong-2`);
    await page.getByText('链接所指的字，本段有3处，都已标出。').waitFor();
    expect(await marked(page)).toEqual(['城际', '城际', '城际']);
    await page.context().close();
  });

  it('are come to by the Tab key, and the offer goes with the selection', async () => {
    const { page } = await site.open(clause);
    // The offer follows the passage, and with it the links in it.
    await drag(page, '#jiaotong-2 [data-printed]', '延伸覆盖');
    await offer(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('链接到所选文字');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('链接到所选文字');
    await page.locator('h1').click();
    await offer(page).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('are offered no link that are ours, of two passages, or too long', async () => {
    const { page } = await site.open('/sources/xiongan-xieyi-2017/');
    const select = (from: string, to: string) =>
      page.evaluate(
        ([start, end]) => {
          const [a, b] = [document.querySelector(start ?? ''), document.querySelector(end ?? '')];
          if (a && b) getSelection()?.setBaseAndExtent(a, 0, b, b.childNodes.length);
        },
        [from, to],
      );
    await select('#p13 [data-printed]', '#p13 [data-printed]');
    await offer(page).waitFor();
    for (const [from, to] of [
      ['#p12 [data-printed]', '#p13 [data-printed]'],
      ['h1', 'h1'],
      ['#p13 .entry', '#p13 [data-printed]'],
    ] as const) {
      await select(from, to);
      await offer(page).waitFor({ state: 'hidden' });
    }
    await select('#p13 [data-printed]', '#p13 [data-printed]');
    await offer(page).waitFor();
    await page.locator('#p13 [data-printed]').evaluate((block) => block.append('长'.repeat(300)));
    await select('#p13 [data-printed]', '#p13 [data-printed]');
    await offer(page).waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('cost nothing before a reader selects: no request but for the scripts the page names', async () => {
    const { page } = await site.open('/404.html');
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    await page.goto(new URL(agreement.slice(1), site.url).href, { waitUntil: 'networkidle' });
    expect(scripts).toHaveLength(await page.evaluate(() => document.scripts.length));
    expect(scripts.filter((url) => url.includes('LinkParts'))).toEqual([]);
    await page.context().close();
  });
});

it('opens the closed details a passage stands in, by anchor, by text fragment and for words', async () => {
  const context = await site.browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.route('**/sources/xiongan-xieyi-2017/*', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(/<div class="ledger"/, '<details><summary>全文</summary>$&');
    await route.fulfill({ response, body: html });
  });
  const source = `${site.url}sources/xiongan-xieyi-2017/`;
  for (const address of [
    `${source}?a#p13`,
    `${source}?b#:~:text=${encodeURIComponent('推动建设北京市')}`,
    `${source}?words=${encodeURIComponent('推动建设北京市')}#p13`,
  ]) {
    await page.goto(address);
    await page.locator('#p13 [data-printed]').waitFor({ state: 'visible' });
    expect((await look(page, 'p13'))?.uncovered).toBe(true);
  }
  await context.close();
});
