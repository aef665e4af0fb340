import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { visibleBlocks, type TextBlock } from '../lib/blocks.ts';
import { attributeOf, elementsOf, isElement, type HtmlElement } from '../lib/html.ts';
import { byCodeUnit } from '../lib/text.ts';
import { simplifiedOf } from '../lib/traditional.ts';
import { indexPages, packParts, type Indexed } from '../search/grams.ts';
import { packTable, type IndexedPage, type PageBlock, type PageFacets } from '../search/page.ts';
import { packSimplified } from '../search/simplified.ts';
import { foldPoint } from '../search/tokens.ts';
import { addressOf, pagesIn, type BuiltPage } from './pages.ts';

/** What of a build's logger is used. */
export interface SearchLogger {
  info(message: string): void;
}

/** Where in the built site the index is put. */
const indexFolder = 'search/index';

/**
 * Indexes every HTML page below `directory` that has an element `[data-pagefind-body]` and writes `search/index/`
 * into it, in place of what stood there: `pages.json`, and in a folder named after their content the parts of the
 * index, the text of each page and the table of simplified characters. The same pages give the same bytes; the pages
 * themselves are not changed. Fails when a page does not say what it is, and when there is nothing to index.
 */
export function buildSearchIndex(directory: string, logger: SearchLogger): void {
  const pages: IndexedPage[] = [];
  for (const page of pagesIn(directory)) pages.push(...indexedPage(page));
  writeSearchIndex(directory, pages, logger);
}

/** Writes the index of pages already read, in whatever order they were. */
export function writeSearchIndex(
  directory: string,
  read: readonly IndexedPage[],
  logger: SearchLogger,
): void {
  if (read.length === 0) throw new Error('检索索引：没有一页带 data-pagefind-body，检索会是空的。');
  const pages = read.toSorted((a, b) => byCodeUnit(a.url, b.url));
  const files = toFiles(pages);
  rmSync(join(directory, indexFolder), { recursive: true, force: true });
  for (const folder of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(join(directory, indexFolder, folder), { recursive: true });
  for (const { path, content } of files) writeFileSync(join(directory, indexFolder, path), content);
  const bytes = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  logger.info(`${String(pages.length)}页，${String(files.length)}个文件，${String(bytes)}字节`);
}

interface IndexFile {
  readonly path: string;
  readonly content: string;
}

/** The files of the index. All but the table stand in a folder of their own, so that no two builds are ever mixed. */
function toFiles(pages: readonly IndexedPage[]): IndexFile[] {
  const indexed = indexPages(pages);
  const parts = packParts(indexed.grams);
  const files = [
    ...parts.map((content, nth) => ({ path: `part-${String(nth)}.json`, content })),
    ...pages.map(({ blocks }, nth) => ({
      path: `text-${String(nth)}.json`,
      content: JSON.stringify(blocks),
    })),
    { path: 'simplified.json', content: simplifiedTable(indexed) },
  ];
  const version = versionOf(files);
  const table = packTable({ version, parts: parts.length, pages, starts: indexed.starts }, indexed.end);
  return [
    { path: 'pages.json', content: table },
    ...files.map(({ path, content }) => ({ path: `${version}/${path}`, content })),
  ];
}

/** Traditional characters whose simplified form stands somewhere on the site. */
function simplifiedTable({ grams }: Indexed): string {
  return JSON.stringify(packSimplified(simplifiedOf(new Set(grams.keys()))));
}

function versionOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(path).update('\0').update(content).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** What is indexed of a page: nothing when it is to stay out of search. */
export function indexedPage({ path, tree }: BuiltPage): IndexedPage[] {
  const [body, ...others] = elementsOf(tree).filter(
    (element) => attributeOf(element, 'data-pagefind-body') !== undefined,
  );
  if (body === undefined) return [];
  if (others.length > 0) throw new Error(`检索索引：${path} 有不止一个 data-pagefind-body，只能有一个。`);
  return [
    {
      url: encodeURI(addressOf(path)),
      title: requireAttribute(body, 'data-search-title', path),
      kind: requireAttribute(body, 'data-search-kind', path),
      path: attributeOf(body, 'data-search-path') ?? '',
      date: attributeOf(body, 'data-search-date') ?? '',
      status: attributeOf(body, 'data-search-status-name') ?? '',
      facets: readFacets(body),
      blocks: visibleBlocks(body)
        .filter(({ text }) => hasToken(text))
        .map(toPageBlock),
    },
  ];
}

/** True for text that search can find: one character that it compares is enough. */
function hasToken(text: string): boolean {
  return Iterator.from(text).some((point) => foldPoint(point) !== '');
}

/** The facets a page states, each as IDs or years parted by spaces. */
function readFacets(body: HtmlElement): PageFacets {
  const read = (name: string): string[] =>
    (attributeOf(body, `data-search-${name}`) ?? '').split(' ').filter((value) => value !== '');
  return {
    theme: read('theme'),
    region: read('region'),
    year: read('year'),
    source: read('source'),
    status: read('status'),
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
