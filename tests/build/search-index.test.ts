import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { buildSearchIndex } from '../../src/integrations/search-index.ts';
import { parsePassages } from '../../src/read/source-format.ts';
import { serveSite, writeClient, writePages } from '../helpers/search-site.ts';
import type { IndexedPage } from '../../src/search/page.ts';
import type { MadePage, ServedSite } from '../helpers/search-site.ts';

const root = join(import.meta.dirname, '../..');
const pageCount = 40;
const silent = { info: () => undefined };

/** A page and the texts of its blocks, from which the expected answers are worked out without the code under test. */
interface Known {
  readonly url: string;
  readonly html: string;
  readonly blocks: readonly string[];
}

interface Answer {
  readonly pages: readonly IndexedPage[];
  readonly shown: readonly string[];
}

/** What the probe puts into the browser. */
interface Probe {
  answer(terms: readonly string[]): Promise<Answer>;
}

/** Runs the browser's own search code without its page. */
const probe: MadePage = {
  url: '/probe.js',
  html: `
import { loadEngine } from './code/client/search-engine.js';
import { bestBlock } from './code/search/results.js';
const engine = await loadEngine('/record/search/', '/record/', 0);
globalThis.answer = async (terms) => {
  const found = await Promise.all(terms.map((term) => engine.find(term)));
  const numbers = [...found[0]].filter((page) => found.every((pages) => pages.has(page)));
  const pages = await Promise.all(
    numbers.map(async (number) => ({ ...engine.pages[number], blocks: await engine.textOf(number) })),
  );
  return { pages, shown: pages.filter((page) => bestBlock(page.title, page.blocks, terms)).map(({ url }) => url) };
};`,
};

describe('the search index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
  const indexFolder = join(folder, 'search/index');
  const pages = knownPages();
  const logged: string[] = [];
  let browser: Browser;
  let site: ServedSite;
  let page: Page;

  beforeAll(async () => {
    writePages(folder, [...pages, otherPage, probe]);
    await writeClient(folder, join(root, 'src'));
    buildSearchIndex(folder, { info: (message) => logged.push(message) });
    site = await serveSite(folder, '/record/');
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(`${site.url}other/`);
    await page.waitForFunction(() => 'answer' in globalThis);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the index gives for each list of terms, and the URLs of the pages then shown, one query after another. */
  function find(queries: readonly (readonly string[])[]): Promise<Answer[]> {
    return page.evaluate(async (all) => {
      const answers: Answer[] = [];
      for (const terms of all) answers.push(await (globalThis as unknown as Probe).answer(terms));
      return answers;
    }, queries);
  }

  test('finds each of 400 strings of the articles on exactly the pages that hold it', async () => {
    const queries = sampleQueries(pages, 400);
    const answers = await find(queries.map((query) => [query]));
    const measured = { wanted: 0, found: 0, right: 0, shown: 0 };
    answers.forEach(({ pages: indexed, shown }, at) => {
      const query = queries[at] ?? '';
      const wanted = holders(pages, query);
      expect(shown.toSorted(), query).toEqual(wanted);
      measured.wanted += wanted.length;
      measured.found += indexed.length;
      measured.right += indexed.filter(({ url }) => wanted.includes(url)).length;
      measured.shown += shown.length;
    });
    console.log(
      `${String(queries.length)} queries: index alone recall ${(measured.right / measured.wanted).toFixed(3)}, ` +
        `precision ${(measured.right / measured.found).toFixed(3)}; shown ${String(measured.shown)} of ${String(measured.wanted)}`,
    );
    expect(measured).toEqual({
      wanted: measured.wanted,
      found: measured.wanted,
      right: measured.wanted,
      shown: measured.wanted,
    });
  }, 120_000);

  test.each(['309家', '2106.18亿元', '1-1.5小时', '张家口、承德', '京', '3', '年', 'c'])(
    'finds %s',
    async (query) => {
      const [answer] = await find([[query]]);
      expect(answer?.shown.toSorted()).toEqual(holders(pages, query));
      expect(answer?.shown).not.toEqual([]);
    },
  );

  test('finds whole blocks of any length', async () => {
    const blocks = pages.map(({ blocks: [first = ''] }) => first).toSorted((a, b) => b.length - a.length);
    const longest = blocks.slice(0, 5).map((block) => Array.from(block).slice(0, 300).join(''));
    const answers = await find(longest.map((query) => [query]));
    expect(answers.map(({ shown }) => shown.toSorted())).toEqual(
      longest.map((query) => holders(pages, query)),
    );
  });

  test('finds for several terms the pages that hold each of them', async () => {
    const singles = sampleQueries(pages, 120).map((query) => Array.from(query).slice(0, 2).join(''));
    const pairs = singles.flatMap((one, at) => (at % 2 === 0 ? [[one, singles[at + 1] ?? one]] : []));
    const kept = pairs.filter((pair) => pair.every((term) => reduced(term) !== ''));
    const answers = await find(kept);
    answers.forEach(({ shown }, at) => {
      const [one = '', two = ''] = kept[at] ?? [];
      const both = holders(pages, one).filter((url) => holders(pages, two).includes(url));
      expect(shown.toSorted(), `${one} ${two}`).toEqual(both);
    });
  });

  test('finds nothing for strings that are on no page', async () => {
    const absent = ['雄京', '张家口承德市', '310家企业', '隐藏之字', '引文原件', '囧', 'zz', '藏身'];
    expect(absent.flatMap((query) => holders(pages, query))).toEqual([]);
    const answers = await find(absent.map((query) => [query]));
    expect(answers.map(({ shown }) => shown)).toEqual(absent.map(() => []));
  });

  test('finds letters of any script, folded', async () => {
    const [url] = [pages[0]?.url];
    const queries = ['é 한국', 'Ｃ++', 'ガ', '𠮷', 'ไทย', 'e\u0301', '①', 'Straße'];
    const answers = await find(queries.map((query) => [query]));
    for (const [at, answer] of answers.entries()) expect(answer.shown, queries[at]).toContain(url);
  });

  test('gives back title, kind, date, path and clean blocks of a page', async () => {
    const [answer] = await find([['한국']]);
    expect(answer?.pages).toEqual([
      {
        url: '/page-00/',
        title: '第“0”页 <甲>&乙',
        kind: '条款',
        date: '2017-08-18（推断）',
        path: '协议 › 交通 › 第2项',
        status: '',
        facets: { theme: ['jiaotong', 'shengtai'], region: [], year: ['2017'], source: [], status: [] },
        blocks: expect.arrayContaining([{ text: exotic, anchor: 'p0', printed: true }]) as unknown,
      },
    ]);
  });

  test('needs no more than these files', () => {
    const names = readdirSync(indexFolder, { recursive: true, encoding: 'utf8' });
    const plain = names.map((name) => name.replace(/^[0-9a-f]{12}/, 'version').replace(/\d+/, 'N'));
    expect([...new Set(plain)].sort()).toEqual([
      'pages.json',
      'version',
      'version/part-N.json',
      'version/simplified.json',
      'version/text-N.json',
    ]);
  });

  test('says how much it wrote', () => {
    const files = contentsOf(indexFolder);
    const bytes = files.reduce((sum, [, content]) => sum + content.length, 0);
    expect(logged).toEqual([`${String(pageCount)}页，${String(files.length)}个文件，${String(bytes)}字节`]);
  });

  test('is the same, byte for byte, when built again from another folder', () => {
    const other = mkdtempSync(join(tmpdir(), 'search-index-again-'));
    writePages(other, [otherPage, ...pages.toReversed()]);
    buildSearchIndex(other, silent);
    expect(contentsOf(join(other, 'search/index'))).toEqual(contentsOf(indexFolder));
    rmSync(other, { recursive: true });
  });

  test('leaves the pages as they were', () => {
    for (const { url, html } of pages) {
      expect(readFileSync(join(folder, url, 'index.html'), 'utf8')).toBe(html);
    }
  });
});

describe('building the search index', () => {
  function messageFor(...pages: MadePage[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'search-index-fault-'));
    writePages(folder, pages);
    try {
      buildSearchIndex(folder, silent);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('fails when no page is to be indexed', () => {
    expect(messageFor(otherPage)).toBe('检索索引：没有一页带 data-pagefind-body，检索会是空的。');
  });

  test('fails when a page has no title or kind for its hits', () => {
    const html =
      '<!doctype html><html lang="zh-CN"><main data-pagefind-body data-search-title="甲">一</main></html>';
    expect(messageFor({ url: '/a/', html })).toBe(
      '检索索引：a/index.html 带 data-pagefind-body 的元素上缺 data-search-kind。',
    );
  });

  test('fails when a page has two bodies', () => {
    const body = '<div data-pagefind-body data-search-title="甲" data-search-kind="条款">一</div>';
    expect(messageFor({ url: '/a/', html: `<!doctype html><html><body>${body}${body}</body></html>` })).toBe(
      '检索索引：a/index.html 有不止一个 data-pagefind-body，只能有一个。',
    );
  });
});

/** A page outside the index. */
const otherPage: MadePage = {
  url: '/other/',
  html: '<!doctype html><html lang="zh-CN"><head><title>别页</title><script type="module" src="../probe.js"></script></head><body><p>藏身</p></body></html>',
};

const kinds = ['条款', '协议', '人物', '地区', '主题', '来源'];

const exotic = 'é 한국 C++ ガ 𠮷 ไทย ① STRASSE';

/** The passages of the articles, dealt out over pages in many kinds of element. */
function knownPages(): Known[] {
  const passages = readdirSync(join(root, 'content/sources')).flatMap((source) => {
    const file = readFileSync(join(root, 'content/sources', source, 'index.mdx'), 'utf8');
    const body = file.slice(file.indexOf('\n---\n') + 5);
    return parsePassages(body).passages.map((passage) => (passage as { text: string }).text);
  });
  return Array.from({ length: pageCount }, (_, at) => {
    const own = passages.filter((_, index) => index % pageCount === at);
    const blocks = at === 0 ? [exotic, ...own] : own;
    const number = String(at).padStart(2, '0');
    const attributes =
      at === 0
        ? 'data-search-title="第“0”页 &lt;甲&gt;&amp;乙" data-search-date="2017-08-18（推断）" data-search-path="协议 › 交通 › 第2项" data-search-theme="jiaotong shengtai" data-search-year="2017"'
        : `data-search-title="第${String(at)}页"`;
    return {
      url: `/page-${number}/`,
      html:
        `<!doctype html><html lang="zh-CN"><head><title>${number}</title></head><body><nav>隐藏之字</nav>` +
        `<main id="main" data-pagefind-body data-search-kind="${kinds[at % kinds.length] ?? ''}" ${attributes}>` +
        `${blocks.map(toElement).join('')}<div data-raw>引文原件</div><p hidden>隐藏之字</p></main></body></html>`,
      blocks,
    };
  });
}

function toElement(text: string, at: number): string {
  const points = Array.from(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const half = points.length >> 1;
  const inline = text.includes('&')
    ? points.join('')
    : `${points.slice(0, half).join('')}<em>${points.slice(half).join('')}</em>`;
  const shapes = [
    `<div id="p${String(at)}" data-printed><p>${inline}</p></div>`,
    `<ul><li>${inline}</li></ul>`,
    `<h2 id="h${String(at)}">${inline}</h2>`,
    `<table><tbody><tr><td>${inline}</td></tr></tbody></table>`,
    `<div>${inline}<p></p></div>`,
  ];
  return shapes[at % shapes.length] ?? '';
}

/** DESIGN §6 in its own words: NFKC, case folded, punctuation and space dropped. */
function reduced(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** The URLs of the pages with a block that holds the query. */
function holders(pages: readonly Known[], query: string): string[] {
  return pages
    .filter(({ blocks }) => blocks.some((block) => reduced(block).includes(reduced(query))))
    .map(({ url }) => url);
}

/** Strings of 1 to 8 characters from anywhere in the pages, punctuation included, the same on every run. */
function sampleQueries(pages: readonly Known[], count: number): string[] {
  const random = seeded(20_260_808);
  const blocks = pages.flatMap((page) => page.blocks).filter((block) => block !== exotic);
  const samples: string[] = [];
  while (samples.length < count) {
    const points = Array.from(blocks[Math.floor(random() * blocks.length)] ?? '');
    const start = Math.floor(random() * points.length);
    const sample = points.slice(start, start + 1 + Math.floor(random() * 8)).join('');
    if (reduced(sample) !== '') samples.push(sample);
  }
  return samples;
}

/** Numbers from 0 to 1 by a linear congruence. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every file below a folder with its content, in order. */
function contentsOf(folder: string): [string, Buffer][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))]);
}
