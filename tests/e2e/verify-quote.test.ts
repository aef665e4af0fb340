import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../helpers/axe.ts';
import { dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

interface Result {
  readonly id: string;
  readonly sha256: string;
  readonly start: number;
  readonly evidence: readonly [{ passage: string; quote: string; prefix?: string; suffix?: string }];
}

/** One page of each kind that shows quotes. */
const samples = [
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/',
  '/agreements/xiongan-zongti-guihua/',
  '/agreements/beijing-yaodian-2019/',
  '/work-points/2019-jiaotong-3/',
  '/projects/jing-xiong-gaosu/',
  '/statements/2019-02-xianxing-xianshi/',
  '/statements/2023-cao-qingwei-jingxiong-gaosu/',
  '/organisations/beijing-xietongban/',
  '/events/2019-10-21-jing-ji-zuotan/',
  '/leaders/chen-jining/',
  '/regions/xiongan/',
  '/figures/',
  '/sources/jing-ji-hezuo-2019/coverage/',
];
const sample = '/projects/jing-xiong-gaosu/';

let site: OpenSite;

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

/** Presses the first control of a page and waits for what it says. */
async function pressFirst(page: Page): Promise<{ kind: string | null; text: string }> {
  await page.getByRole('button', { name: '核验' }).first().click();
  const output = page.locator('verify-quote output[data-verdict]').first();
  await output.waitFor({ timeout: 30_000 });
  return { kind: await output.getAttribute('data-verdict'), text: await output.innerText() };
}

/** Opens a page whose stored texts come as `answer` has it. */
async function openWith(answer: (route: Route) => Promise<void>, address = sample): Promise<Page> {
  const { page } = await site.open('/404.html');
  await page.route('**/passages.json', answer);
  await page.goto(new URL(address.slice(1), site.url).href);
  return page;
}

/** The stored texts with something changed. */
function altered(change: (file: { texts: { id: string; text: string }[] }) => void) {
  return async (route: Route): Promise<void> => {
    const response = await route.fetch();
    const file = (await response.json()) as { texts: { id: string; text: string }[] };
    change(file);
    await route.fulfill({ response, json: file });
  };
}

describe('核验', () => {
  it('succeeds on every quote of the record, by the site’s own script in a browser', async () => {
    const results = JSON.parse(readFileSync(join(dist, 'data/verification.json'), 'utf8')) as Result[];
    const { page, complaints } = await site.open(sample);
    const failed = await page.evaluate(async (all) => {
      const main = document.querySelector('main');
      const outputs: [string, Element | null][] = [];
      for (const {
        id,
        sha256,
        start,
        evidence: [evidence],
      } of all) {
        const { passage, quote, prefix, suffix } = evidence;
        const [source = '', name = ''] = passage.split('#');
        const shown = document.createElement('p');
        shown.dataset['verbatim'] = '';
        shown.textContent = quote;
        const control = document.createElement('verify-quote');
        Object.assign(control.dataset, { file: `/sources/${source}/passages.json`, id: name, sha256, start });
        if (prefix !== undefined) control.dataset['prefix'] = prefix;
        if (suffix !== undefined) control.dataset['suffix'] = suffix;
        control.append(document.createElement('a'));
        main?.append(shown, control);
        const output = control.querySelector('output');
        const said = new Promise((resolve) => {
          new MutationObserver(() => {
            if (output?.dataset['verdict'] !== undefined) resolve(undefined);
          }).observe(control, { attributes: true, subtree: true });
        });
        control.querySelector('button')?.click();
        await said;
        outputs.push([`${id}: ${output?.textContent ?? ''}`, output]);
        shown.remove();
        control.remove();
      }
      return outputs
        .filter(([, output]) => output?.getAttribute('data-verdict') !== 'holds')
        .map(([said]) => said);
    }, results);
    expect(results.length).toBeGreaterThan(1000);
    expect(failed).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it.each(samples)(
    'succeeds on every quote of %s by its button, fetching nothing before',
    async (address) => {
      const { page, complaints } = await site.open('/404.html');
      const fetched: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('.json')) fetched.push(request.url());
      });
      await page.goto(new URL(address.slice(1), site.url).href, { waitUntil: 'networkidle' });
      expect(fetched).toEqual([]);
      const buttons = page.getByRole('button', { name: '核验' });
      const count = await buttons.count();
      expect(count).toBeGreaterThan(0);
      await page.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('verify-quote button')) button.click();
      });
      await page.waitForFunction(
        (all) => document.querySelectorAll('verify-quote output[data-verdict]').length === all,
        count,
      );
      expect(await page.locator('output[data-verdict="holds"]').count()).toBe(count);
      const first = await page.locator('verify-quote').first().getAttribute('data-sha256');
      const said = await page.locator('output').first().innerText();
      expect(said).toContain('核对无误');
      expect(said).toContain(`算得 SHA-256 ${first ?? ''}，与建站时写进本页的相同`);
      expect(said).toContain('恰好一处');
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it('works by keyboard, is announced, and breaks no rule of access once it has spoken', async () => {
    const { page } = await site.open(sample, { bypassCSP: true });
    await page.getByRole('button', { name: '核验' }).first().focus();
    await page.keyboard.press('Enter');
    await page.locator('output[data-verdict="holds"]').waitFor();
    expect(await page.getByRole('status').filter({ hasText: '核对无误' }).count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('needs no sideways scroll at 320 px once it has spoken, and a target of 24 px', async () => {
    const { page } = await site.open(sample, { viewport: { width: 320, height: 700 } });
    const box = await page.getByRole('button', { name: '核验' }).first().boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await pressFirst(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.context().close();
  });

  it('leads without script to the build’s own result', async () => {
    const { page } = await site.open(sample, { javaScriptEnabled: false });
    await page.getByRole('link', { name: '核验' }).first().click();
    expect(page.url()).toContain('/verification/gongzuo-yaodian-2019/#p24');
    expect(await page.locator('#p24').innerText()).toContain('力争开工建设京雄高速');
    await page.context().close();
  });
});

describe('核验 fails visibly', () => {
  it('when one character of the stored quote is altered, naming it', async () => {
    const page = await openWith(
      altered(({ texts }) => {
        for (const each of texts)
          each.text = each.text.replace('力争开工建设京雄高速', '力争开工建成京雄高速');
      }),
    );
    const { kind, text } = await pressFirst(page);
    expect(kind).toBe('refuted');
    expect(text).toContain('对不上');
    expect(text).toContain('所存的文字变了');
    expect(text).toContain('引文第6字本页作“设”，所存的作“成”');
    expect(await page.locator('output strong').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('when the passage is altered elsewhere, though the quote still stands', async () => {
    const page = await openWith(
      altered(({ texts }) => {
        for (const each of texts) each.text += '。';
      }),
    );
    const { kind, text } = await pressFirst(page);
    expect([kind, text.includes('所存的文字变了')]).toEqual(['refuted', true]);
    await page.context().close();
  });

  it('when the words in the page are altered', async () => {
    const { page } = await site.open(sample);
    await page.evaluate(() => {
      const [quote] = document.querySelectorAll('[data-verbatim]');
      if (quote) quote.textContent = '已经建成京雄高速';
    });
    const { kind, text } = await pressFirst(page);
    expect(kind).toBe('refuted');
    expect(text).toContain('引文在其中没有找到');
    await page.context().close();
  });

  it.each<[string, string, string, (route: Route) => Promise<void>]>([
    ['the passage is gone', 'refuted', '取来的文件里没有段落p24', altered((file) => (file.texts = []))],
    [
      'the file is not there',
      'unchecked',
      '服务器答 404',
      (route) => route.fulfill({ status: 404, body: '' }),
    ],
    ['there is no connection', 'unchecked', '连接不通', (route) => route.abort()],
    [
      'the file is no JSON',
      'unchecked',
      '取来的文件读不懂',
      (route) => route.fulfill({ body: '<!doctype html>' }),
    ],
    ['no answer comes', 'unchecked', '10秒没有回应', () => new Promise(() => undefined)],
  ])('when %s', async (_, kind, line, answer) => {
    const page = await openWith(answer);
    const said = await pressFirst(page);
    expect(said.kind).toBe(kind);
    expect(said.text).toContain(line);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  });

  it('and says so when the browser computes no SHA-256, comparing the words alone', async () => {
    const { page } = await site.open('/404.html');
    await page.addInitScript(() => {
      Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
    });
    await page.goto(new URL(sample.slice(1), site.url).href);
    const { kind, text } = await pressFirst(page);
    expect(kind).toBe('unhashed');
    expect(text).toContain('只比对了文字');
    expect(text).toContain('恰好一处');
    await page.context().close();
  });

  it('and can be tried again when what was amiss has passed', async () => {
    const page = await openWith((route) => route.abort());
    expect((await pressFirst(page)).kind).toBe('unchecked');
    await page.unroute('**/passages.json');
    await page.getByRole('button', { name: '核验' }).first().click();
    await page.locator('output[data-verdict="holds"]').waitFor();
    await page.context().close();
  });
});

describe('what became of every word', () => {
  const address = '/sources/xiongan-xieyi-2017/coverage/';

  it('leads from words that one entry quotes straight to it, from words of several to a note, and back', async () => {
    const { page } = await site.open(address);
    const shared = page.locator('#p13 a.xray-shared').first();
    const words = await shared.evaluate((link) => link.textContent);
    const note = await shared.getAttribute('href');
    await shared.click();
    expect(new URL(page.url()).hash).toBe(note);
    const shown = page.locator(note ?? '');
    expect(await shown.isVisible()).toBe(true);
    expect(await shown.innerText()).toContain(words);
    expect(await shown.evaluate((item) => getComputedStyle(item).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
    await shown.locator('a').first().click();
    expect(new URL(page.url()).hash).toBe(`#${(await shared.getAttribute('id')) ?? ''}`);
    const single = page.locator('p.xray a:not(.xray-shared)').first();
    const href = await single.getAttribute('href');
    await single.click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe(href);
    await page.context().close();
  });

  it('shows who quotes beside the words on a wide screen and below them on a phone', async () => {
    for (const [width, isBeside] of [
      [1280, true],
      [360, false],
    ] as const) {
      const { page } = await site.open(address, { viewport: { width, height: 800 } });
      const text = await page.locator('#p13 .xray').boundingBox();
      const margin = await page.locator('#p13 .xray-by').boundingBox();
      expect((margin?.x ?? 0) > (text?.x ?? 0) + (text?.width ?? 0)).toBe(isBeside);
      expect((margin?.y ?? 0) > (text?.y ?? 0) + (text?.height ?? 0)).toBe(!isBeside);
      await page.context().close();
    }
  });

  it('tells assistive technology where each link leads', async () => {
    const { page } = await site.open(address);
    const links = page.locator('p.xray a');
    expect(await links.count()).toBeGreaterThan(200);
    const untold = await links.evaluateAll((all) => all.filter((link) => !link.hasAttribute('title')).length);
    expect(untold).toBe(0);
    await page.context().close();
  });
});
