import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { visibleBlocks, type TextBlock } from '../lib/blocks.ts';
import { attributeOf, elementsOf, isElement, parseHtml, type HtmlElement } from '../lib/html.ts';
import { packPage, type IndexedPage, type PageBlock } from '../search/page.ts';
import { blockSeparator, tokenise, toWords } from '../search/tokens.ts';

/** What of a build's logger is used. */
export interface SearchLogger {
  info(message: string): void;
}

/** Puts the search index into the built site: `pagefind/`, with Pagefind's runtime and the list of all tokens. */
export function searchIndex() {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir, logger }: { dir: URL; logger: SearchLogger }) =>
        buildSearchIndex(fileURLToPath(dir), logger),
    },
  };
}

/**
 * Indexes every HTML page below `directory` that has an element `[data-pagefind-body]` and writes `pagefind/` into it,
 * in place of what stood there. The same pages give the same bytes; the pages themselves are not changed. Fails when
 * a page does not say what it is, when there is nothing to index, and on any error Pagefind reports.
 */
export async function buildSearchIndex(directory: string, logger: SearchLogger): Promise<void> {
  const pages = await readPages(directory);
  if (pages.length === 0) throw new Error('检索索引：没有一页带 data-pagefind-body，检索会是空的。');
  const files = [...(await runPagefind(pages)), tokenList(pages)];
  await rm(join(directory, 'pagefind'), { recursive: true, force: true });
  for (const { path, content } of files) {
    const target = join(directory, 'pagefind', path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
  logger.info(`${String(pages.length)}页，${String(files.length)}个文件，${String(bytes)}字节`);
}

/** The pages to index, in the order of their URLs. */
async function readPages(directory: string): Promise<IndexedPage[]> {
  const names = await readdir(directory, { recursive: true });
  const paths = names.map((name) => name.split(sep).join('/')).filter((path) => path.endsWith('.html'));
  const pages: IndexedPage[] = [];
  for (const path of paths.sort()) {
    const page = readPage(path, await readFile(join(directory, path), 'utf8'));
    if (page !== undefined) pages.push(page);
  }
  return pages.sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** What is indexed of a page, undefined when it is to stay out of search. */
function readPage(path: string, html: string): IndexedPage | undefined {
  const bodies = [...elementsOf(parseHtml(html))].filter(
    (element) => attributeOf(element, 'data-pagefind-body') !== undefined,
  );
  const [body, ...others] = bodies;
  if (body === undefined) return undefined;
  if (others.length > 0) throw new Error(`检索索引：${path} 有不止一个 data-pagefind-body，只能有一个。`);
  const date = attributeOf(body, 'data-search-date');
  const place = attributeOf(body, 'data-search-path');
  return {
    url: urlOf(path),
    title: requireAttribute(body, 'data-search-title', path),
    kind: requireAttribute(body, 'data-search-kind', path),
    ...(date ? { date } : {}),
    ...(place ? { path: place } : {}),
    blocks: visibleBlocks(body)
      .filter(({ text }) => tokenise(text).length > 0)
      .map(toPageBlock),
  };
}

function toPageBlock({ text, anchor, element }: TextBlock): PageBlock {
  return {
    text,
    ...(anchor === undefined ? {} : { anchor }),
    ...(isPrinted(element) ? { printed: true } : {}),
  };
}

/** True when the element, or one around it, is marked as holding an article's words. */
function isPrinted(element: HtmlElement): boolean {
  if (attributeOf(element, 'data-printed') !== undefined) return true;
  return element.parentNode !== null && isElement(element.parentNode) && isPrinted(element.parentNode);
}

function requireAttribute(body: HtmlElement, name: string, path: string): string {
  const value = attributeOf(body, name);
  if (!value) throw new Error(`检索索引：${path} 带 data-pagefind-body 的元素上缺 ${name}。`);
  return value;
}

/** The address a file is served at, from the site's root and without the base path. */
function urlOf(path: string): string {
  return encodeURI(`/${path.replace(/(^|\/)index\.html$/, '$1')}`);
}

/** Gives Pagefind a copy of each page cut into words, and takes the files a browser needs from what it makes. */
async function runPagefind(pages: readonly IndexedPage[]): Promise<IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'en' });
    assertNone(errors, '建立索引');
    if (index === undefined) throw new Error('检索索引：Pagefind 没有建立索引。');
    for (const page of pages) await addPage(index, page);
    const made = await index.getFiles();
    assertNone(made.errors, '取出文件');
    return made.files.filter(({ path }) => isRuntimeFile(path));
  } finally {
    await close();
  }
}

async function addPage(index: PagefindIndex, page: IndexedPage): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: page.url, content: toCopy(page) });
  assertNone(errors, page.url);
}

/**
 * The page as Pagefind is to see it: tokens as words, blocks kept apart, all it must give back packed out of its sight.
 * No filters: Pagefind writes their values in another order each time, and the kind is in the packed page.
 */
function toCopy(page: IndexedPage): string {
  const text = page.blocks.map((block) => toWords(block.text)).join(` ${blockSeparator} `);
  return (
    '<!doctype html><html lang="en"><body data-pagefind-body>' +
    `<p data-pagefind-meta="page[data-page]" data-page="${packPage(page)}">${text}</p></body></html>`
  );
}

/** Pagefind also makes user interfaces, which this site does not use, and a second WebAssembly for other languages. */
function isRuntimeFile(path: string): boolean {
  return /^(pagefind(-worker)?\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.en\.pagefind|(index|fragment)\/.+)$/.test(
    path,
  );
}

/**
 * Every token of the site, once. Pagefind takes a part of the index that fails to load for an empty one; by this list
 * the browser knows that a token must be there, and tells a broken download from text that does not exist.
 */
function tokenList(pages: readonly IndexedPage[]): IndexFile {
  const tokens = new Set(pages.flatMap((page) => page.blocks.flatMap(({ text }) => tokenise(text))));
  return { path: 'tokens.json', content: new TextEncoder().encode(JSON.stringify([...tokens].sort())) };
}

function assertNone(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`检索索引：${what}失败。${errors.join('；')}`);
}
