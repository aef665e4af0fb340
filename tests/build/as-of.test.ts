import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attributeOf, parseHtml, textContentOf, type HtmlNode } from '../../src/lib/html.ts';
import { isOf } from '../../src/model/collections.ts';
import { readContent } from '../../src/read/content.ts';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { builtPages, byTag, pageAt, projectRoot } from '../helpers/built-site.ts';
import { removeLaterArticles } from '../helpers/earlier-content.ts';

const content = readContent(`${projectRoot}/`);
const articles = content.entries
  .filter((entry) => isOf(entry, 'sources'))
  .map(({ id, data }) => ({ id, date: data.date.value, title: data.title }));
const textOf = (ids: readonly string[]): string =>
  ids
    .flatMap((id) => content.passages.get(id) ?? [])
    .map(({ text }) => text)
    .join('\n');

const pages = builtPages()
  .filter(({ address }) => /^\/as-of\/.+\/$/.test(address))
  .map(({ address, tree }) => {
    const date = address.slice('/as-of/'.length, -1);
    const main = byTag(tree, 'main')[0] ?? fail(address);
    return {
      date,
      main,
      known: articles.filter((article) => article.date <= date).map(({ id }) => id),
      later: articles.filter((article) => article.date > date).map(({ id }) => id),
    };
  });

/** Every stretch of so many characters that a text holds. */
function stretchesOf(text: string, length: number): Set<string> {
  return new Set(
    Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length)),
  );
}

/** The text of a page without the names that are ours: those that no article prints. */
function textBesideOurNames(node: HtmlNode, printed: string): string {
  if ('tagName' in node && node.tagName === 'a' && !printed.includes(textContentOf(node).trim())) return '\n';
  if (!('childNodes' in node)) return textContentOf(node);
  return node.childNodes.map((child) => textBesideOurNames(child, printed)).join('');
}

const hrefsIn = (node: HtmlNode): string[] => byTag(node, 'a').map((link) => attributeOf(link, 'href') ?? '');

describe.each(pages)('the page of $date', ({ main, known, later }) => {
  it('shows no words that only later articles print', () => {
    const shown = stretchesOf(textBesideOurNames(main, textOf([...known, ...later])), 6);
    const printed = stretchesOf(textOf(known), 6);
    const leaked = [...stretchesOf(textOf(later), 6)].filter(
      (words) => shown.has(words) && !printed.has(words),
    );
    expect(known.length + later.length).toBe(5);
    expect(leaked.filter((words) => !words.includes('\n'))).toEqual([]);
  });

  it('leads to no passage of a later article, and quotes known ones', () => {
    const hrefs = hrefsIn(main).filter((href) => href.startsWith('/sources/'));
    expect(hrefs.filter((href) => later.some((id) => href.startsWith(`/sources/${id}/`)))).toEqual([]);
    expect(known.filter((id) => !hrefs.some((href) => href.startsWith(`/sources/${id}/`)))).toEqual([]);
    const text = textOf(known);
    const quotes = byTag(main, 'blockquote').map((quote) =>
      textContentOf(quote).replace(/^\s*“\s*|\s*”\s*$/g, ''),
    );
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });

  it('stands outside the search index', () => {
    expect([...byTag(main, 'article')].map((article) => attributeOf(article, 'data-pagefind-body'))).toEqual([
      undefined,
    ]);
  });
});

it('is reached from home and from the page of each article', () => {
  for (const { id, date } of articles) {
    expect(hrefsIn(pageAt(`/sources/${id}/`).tree), id).toContain(`/as-of/${date}/`);
    expect(hrefsIn(pageAt('/').tree), id).toContain(`/as-of/${date}/`);
  }
  expect(hrefsIn(pageAt('/as-of/').tree)).toEqual(
    expect.arrayContaining(pages.map(({ date }) => `/as-of/${date}/`)),
  );
});

describe('a site built from the articles up to 2019-06-03 alone', () => {
  const date = '2019-06-03';
  let copy: Copy;

  beforeAll(() => {
    copy = copyProject();
    removeLaterArticles(copy.folder, date);
    // It is a site of its own, with addresses of its own.
    rmSync(join(copy.folder, 'content/addresses.yaml'), { force: true });
    for (const name of ['corrections.yaml', 'english.yaml']) {
      rmSync(join(copy.folder, 'content', name), { force: true });
    }
    writeFileSync(join(copy.folder, 'content/ids.ledger'), '');
    const registered = copy.run('scripts/ids.ts', '--accept');
    if (registered.status !== 0) throw new Error(registered.output);
    const { status, output } = copy.build({});
    if (status !== 0) throw new Error(output);
  });

  afterAll(() => {
    copy.remove();
  });

  it('says on its page of that day, its last, what the whole site says there', () => {
    const html = readFileSync(join(copy.folder, `dist/as-of/${date}/index.html`), 'utf8');
    const own = byTag(parseHtml(html), 'main')[0] ?? fail('main');
    const whole = pages.find((page) => page.date === date)?.main ?? fail(date);
    // Names are compared by themselves: the whole site calls a few things as they were called then.
    expect(linesOf(whole)).toEqual(linesOf(own));
    const then = textOf(articles.filter((article) => article.date <= date).map(({ id }) => id));
    const names = new Map(byTag(own, 'a').map((link) => [attributeOf(link, 'href'), nameIn(link)]));
    const others = byTag(whole, 'a').filter((link) => {
      const isTurn = attributeOf(link, 'rel') === 'next';
      return !isTurn && names.get(attributeOf(link, 'href')) !== nameIn(link);
    });
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(nameIn).filter((name) => !then.includes(name))).toEqual([]);
  });
});

/** What a page says line by line, and where it leads; without the names it gives things and the way to the next day. */
function linesOf(main: HtmlNode): string[] {
  const said = ['h1', 'h2', 'p', 'blockquote', 'summary', 'time'].flatMap((tag) =>
    byTag(main, tag).map((element) => textContentOf(element).trim()),
  );
  const lines = byTag(main, 'span').map((element) => textContentOf(element).trim());
  const hrefs = byTag(main, 'a')
    .filter((link) => attributeOf(link, 'rel') !== 'next')
    .map((link) => attributeOf(link, 'href') ?? '');
  return [...said, ...lines.filter((line) => line !== ''), ...hrefs];
}

function nameIn(link: HtmlNode): string {
  return textContentOf(link)
    .trim()
    .replace(/^“(.*)”$/, '$1');
}

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
