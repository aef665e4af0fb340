import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, parseHtml, textContentOf } from '../../src/lib/html.ts';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { htmlRules } from '../helpers/html-rules.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const agreement = 'agreements/xiongan-zhanlue-hezuo-2017';

let copy: Copy;
let site: OpenSite | undefined;
/** What a build said when the clause was renamed and nothing else. */
let unsaid: ReturnType<Copy['build']>;

beforeAll(async () => {
  copy = copyProject();
  renameClause();
  unsaid = copy.build({});
  sayWhatBecame();
  const accepted = copy.run('scripts/ids.ts', '--accept');
  if (accepted.status !== 0) throw new Error(accepted.output);
  const { status, output } = copy.build({ BASE_PATH: '/record/', SITE_URL: 'https://record.example.org' });
  if (status !== 0) throw new Error(output);
  site = await openSite(join(copy.folder, 'dist'), '/record/');
});

afterAll(async () => {
  await site?.close();
  copy.remove();
});

function open(): OpenSite {
  if (site === undefined) throw new Error('the site was not built');
  return site;
}

function change(file: string, from: string, to: string): void {
  const path = join(copy.folder, 'content', file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`"${from}" does not stand in ${file}`);
  writeFileSync(path, text.replace(from, to));
}

/** The clause gets another file name, and its last commitment another number. */
function renameClause(): void {
  const folder = join(copy.folder, 'content', agreement);
  renameSync(join(folder, 'rencai-2.mdx'), join(folder, 'rencai-peixun.mdx'));
  change(`${agreement}/rencai-peixun.mdx`, 'id: c4', 'id: c5');
}

/** Says so; renames a region and retires an organisation and a figure; a passage and a data file had other names. */
function sayWhatBecame(): void {
  const content = (file: string) => join(copy.folder, 'content', file);
  change(`${agreement}/rencai-peixun.mdx`, 'kind: clause', 'kind: clause\nformerIds: [rencai-2]');
  renameSync(content('regions/panda-shuiku.mdx'), content('regions/panda.mdx'));
  change('regions/panda.mdx', 'kind: water', 'formerIds: [panda-shuiku]\nkind: water');
  for (const file of ['projects/panda-shuiku-zhiwu.mdx', 'statements/2019-02-hupo-shuiku.mdx']) {
    change(file, 'panda-shuiku', 'panda');
  }
  rmSync(content('organisations/kejibu.mdx'));
  rmSync(content('figures/2023-sifa-xingdong-8.mdx'));
  appendFileSync(content('numbers.yaml'), '  - { words: 八个专项行动, reason: name }\n');
  appendFileSync(content('ids.ledger'), '/data/fields.json\n/sources/xiongan-xieyi-2017/#p0\n');
  writeFileSync(
    content('addresses.yaml'),
    `moved:
  - { from: /${agreement}/rencai-2/#c4, to: /${agreement}/rencai-peixun/#c5 }
  - { from: /sources/xiongan-xieyi-2017/#p0, to: /sources/xiongan-xieyi-2017/#p31 }
  - { from: /data/fields.json, to: /data/themes.json }
retired:
  - addresses: [/organisations/kejibu/]
    was: 机构“科技部”
    date: "2026-11-20"
    now: [/organisations/guojia-fagaiwei/]
    reason: 测试用
  - addresses: [/figures/#2023-sifa-xingdong-8]
    was: 数字“八项行动”
    date: "2026-11-20"
    reason: 测试用
  - addresses: [/chains/2017-cai-qi-dongao/]
    was: 线索“冬奥会筹办”
    date: "2026-11-20"
    reason: 与网站自己的记录相同
`,
  );
}

const fetched = async (address: string) => {
  const response = await fetch(new URL(address.slice(1), open().url));
  return { status: response.status, text: await response.text() };
};

/** Opens an old address and waits until the address bar shows where it leads. */
async function follow(address: string, to: RegExp, javaScriptEnabled = true): Promise<Page> {
  const { page } = await open().open(address, { javaScriptEnabled, viewport: { width: 360, height: 740 } });
  await page.waitForURL(to);
  return page;
}

describe('a renamed ID of which nothing is said', () => {
  it('fails the build, which names its page, its anchor in context, and where it may be now', () => {
    expect(unsaid.status).toBe(1);
    const lost = [...unsaid.output.matchAll(/已发布的地址 (\S+) 不再存在/g)].map(([, address]) => address);
    expect(lost).toEqual([`/${agreement}/rencai-2/`, `/${agreement}/#rencai-2`]);
    expect(unsaid.output).toContain(`新地址里最像的是 /${agreement}/rencai-peixun/`);
    expect(unsaid.output).toContain('formerIds');
  });
});

describe('the old address of a renamed page', () => {
  const clause = `/${agreement}/rencai-2/`;

  it('answers any static host with a page that leads on: canonical, refresh and a plain link', async () => {
    const { status, text } = await fetched(clause);
    expect(status).toBe(200);
    const elements = [...elementsOf(parseHtml(text))];
    const attribute = (tag: string, name: string, value: string, wanted: string) =>
      elements
        .filter((each) => each.tagName === tag && attributeOf(each, name) === value)
        .map((each) => attributeOf(each, wanted));
    const now = `/record/${agreement}/rencai-peixun/`;
    expect(attribute('link', 'rel', 'canonical', 'href')).toEqual([`https://record.example.org${now}`]);
    expect(attribute('meta', 'http-equiv', 'refresh', 'content')).toEqual([`0; url=${now}`]);
    expect(attribute('meta', 'name', 'robots', 'content')).toEqual(['noindex']);
    expect(
      elements.filter(({ tagName }) => tagName === 'a').map((link) => attributeOf(link, 'href')),
    ).toEqual([now]);
    expect((await fetched(now.replace('/record', ''))).status).toBe(200);
  });

  it.each([true, false])('leads on in a browser, with script: %s', async (script) => {
    const page = await follow(clause, /\/rencai-peixun\/$/, script);
    expect(await page.locator('h1').textContent()).toBe('雄安新区管理人员来京培训学习');
  });

  it('carries an anchor along, however slow the new page is', async () => {
    const { page } = await open().open('/');
    await page.route('**/rencai-peixun/', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`${open().url}${clause.slice(1)}#c3`);
    await page.waitForURL(/\/rencai-peixun\/#c3$/);
    expect(await page.locator(':target').getAttribute('id')).toBe('c3');
  });

  it('carries an anchor along that has another name there', async () => {
    const page = await follow(`${clause}#c4`, /\/rencai-peixun\/#c4$/);
    const marked = page.locator('li:has(> :target)');
    expect(await marked.getAttribute('id')).toBe('c5');
    await expect.poll(() => marked.evaluate((row) => row.getBoundingClientRect().top)).toBeLessThan(740);
  });

  it('leads on for the lists narrowed to it', async () => {
    const page = await follow('/projects/by/region/panda-shuiku/', /\/projects\/by\/region\/panda\/$/);
    expect(await page.locator('h1').textContent()).toContain('潘大水库');
    expect((await fetched('/projects/by/region/panda-shuiku/list.csv')).text).toBe(
      (await fetched('/projects/by/region/panda/list.csv')).text,
    );
  });
});

describe('an old anchor on a page that stays', () => {
  it.each([
    [`/${agreement}/#rencai-2`, 'rencai-peixun'],
    ['/sources/xiongan-xieyi-2017/#p0', 'p31'],
  ])('%s opens marked where the thing stands now, without script', async (address, now) => {
    const { page } = await open().open(address, {
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const row = page.locator('.row:has(> :target)');
    expect(await row.getAttribute('id')).toBe(now);
    const { top } = await row.evaluate((each) => each.getBoundingClientRect());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(370);
    const [marked, other] = await Promise.all([
      row.locator('.said').evaluate((words) => getComputedStyle(words).backgroundColor),
      page
        .locator('.row:not(:has(> :target)) .said')
        .first()
        .evaluate((words) => getComputedStyle(words).backgroundColor),
    ]);
    expect(marked).not.toBe(other);
  });

  it('says that what stood there was retired, and when', async () => {
    const { page } = await open().open('/figures/#2023-sifa-xingdong-8', { javaScriptEnabled: false });
    const note = (await page.locator(':target').textContent()) ?? '';
    expect(note).toContain('数字“八项行动”');
    expect(note).toContain('2026年11月20日');
    expect(note).toContain('没有接替的内容');
  });
});

describe('a retired page', () => {
  it('says what stood there, what took its place and why, and asks not to be indexed', async () => {
    const { page, complaints } = await open().open('/organisations/kejibu/');
    expect(await page.locator('h1').textContent()).toBe('机构“科技部”（已撤下）');
    expect(await page.locator('.facts').textContent()).toMatch(
      /原是.*机构“科技部”.*撤下.*2026年11月20日.*缘由.*测试用.*现见/s,
    );
    const now = page.locator('.facts a');
    expect(await now.getAttribute('href')).toBe('/record/organisations/guojia-fagaiwei/');
    expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    expect(complaints).toEqual([]);
  });

  it('is in no list, no record and not in the search', () => {
    const built = (file: string) => readFileSync(join(copy.folder, 'dist', file), 'utf8');
    for (const file of [
      'organisations/index.html',
      'data/organisations.json',
      'search/index/pages.json',
      'search/entities.json',
    ]) {
      expect(built(file)).not.toContain('kejibu');
      expect(built(file)).toContain('guojia-fagaiwei');
    }
  });
});

describe('what tools read of old addresses', () => {
  it('is each old address with what became of it, in the order of publication', async () => {
    const records = JSON.parse((await fetched('/data/addresses.json')).text) as Record<string, unknown>[];
    const find = (url: string) => records.find((record) => record['url'] === `/record${url}`);
    expect(find('/regions/panda-shuiku/')).toEqual({
      url: '/record/regions/panda-shuiku/',
      kind: 'moved',
      to: '/record/regions/panda/',
    });
    expect(find('/organisations/kejibu/')).toEqual({
      url: '/record/organisations/kejibu/',
      kind: 'retired',
      was: '机构“科技部”',
      date: '2026-11-20',
      now: ['/record/organisations/guojia-fagaiwei/'],
      reason: '测试用',
    });
    expect(find(`/${agreement}/rencai-2/#c4`)).toMatchObject({
      to: `/record/${agreement}/rencai-peixun/#c5`,
    });
  });

  it('is a copy of the new file at the address of an old one', async () => {
    expect((await fetched('/data/fields.json')).text).toBe((await fetched('/data/themes.json')).text);
  });

  it('is a redirect file of one rule a line, base path included, without anchors and what was retired', async () => {
    const rules = readFileSync(join(copy.folder, 'dist/_redirects'), 'utf8').trimEnd().split('\n');
    expect(rules).toContain(`/record/${agreement}/rencai-2/ /record/${agreement}/rencai-peixun/ 301`);
    expect(rules).toContain('/record/data/fields.json /record/data/themes.json 301');
    expect(
      rules.filter((rule) => !/^\/record\/\S+ \/record\/\S+ 301$/.test(rule) || rule.includes('#')),
    ).toEqual([]);
    expect(rules.join()).not.toContain('kejibu');
    for (const rule of rules) {
      const [, to = ''] = rule.split(' ');
      expect((await fetched(to.replace('/record', ''))).status).toBe(200);
    }
  });
});

it('says all this in valid HTML, under one heading and a title of its own, the pages with old anchors too', async () => {
  const validator = new HtmlValidate(htmlRules);
  const pages = [
    `/${agreement}/rencai-2/`,
    '/regions/panda-shuiku/',
    '/organisations/kejibu/',
    '/figures/',
    `/${agreement}/`,
    `/${agreement}/rencai-peixun/`,
  ];
  const titles: (string | undefined)[] = [];
  for (const address of pages) {
    const { text } = await fetched(address);
    const { results } = await validator.validateString(text);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${address} ${message}`))).toEqual(
      [],
    );
    const elements = [...elementsOf(parseHtml(text))];
    expect(elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    titles.push(elements.filter(({ tagName }) => tagName === 'title').map(textContentOf)[0]);
  }
  expect(new Set(titles).size).toBe(pages.length);
});
