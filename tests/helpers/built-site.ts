import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  attributeOf,
  elementsOf,
  isBlock,
  parseHtml,
  textContentOf,
  type HtmlElement,
  type HtmlNode,
} from '../../src/lib/html.ts';
import { listFiles } from '../../src/read/files.ts';

export const projectRoot = resolve(import.meta.dirname, '../..');
export const dist = join(projectRoot, 'dist');

/** A page of the built site. */
export interface BuiltPage {
  /** `/agreements/`, or `/404.html`. */
  readonly address: string;
  readonly html: string;
  readonly tree: HtmlNode;
}

let pages: BuiltPage[] | undefined;

/** Every HTML page of `dist/`, read once; fails when nothing was built. */
export function builtPages(): BuiltPage[] {
  pages ??= readPages();
  return pages;
}

function readPages(): BuiltPage[] {
  if (!existsSync(join(dist, '404.html'))) throw new Error('dist/ is not built: run "npm run build" first');
  return listFiles(dist, '.')
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      return { address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, tree: parseHtml(html) };
    });
}

/** The page at an address; throws when it was not built. */
export function pageAt(address: string): BuiltPage {
  const page = builtPages().find((other) => other.address === address);
  if (page === undefined) throw new Error(`no page ${address} in dist/`);
  return page;
}

export function byTag(node: HtmlNode, tag: string): HtmlElement[] {
  return [...elementsOf(node)].filter(({ tagName }) => tagName === tag);
}

export function withAttribute(node: HtmlNode, name: string): HtmlElement[] {
  return [...elementsOf(node)].filter((element) => attributeOf(element, name) !== undefined);
}

export function byClass(node: HtmlNode, name: string): HtmlElement[] {
  return [...elementsOf(node)].filter((element) =>
    (attributeOf(element, 'class') ?? '').split(/\s+/).includes(name),
  );
}

/** The text of a page without what stands inside `[data-raw]`. */
export function textOutsideRaw(node: HtmlNode): string {
  if ('attrs' in node && attributeOf(node, 'data-raw') !== undefined) return '';
  if (!('childNodes' in node)) return textContentOf(node);
  return node.childNodes.map(textOutsideRaw).join('');
}

const articleWords = ['data-raw', 'data-printed', 'data-verbatim'];

/** What a page says in our own words: its text without the raw article and its quotes, block by block. */
export function textOutsideQuotes(node: HtmlNode): string {
  if ('attrs' in node && articleWords.some((name) => attributeOf(node, name) !== undefined)) return '';
  if (!('childNodes' in node)) return textContentOf(node);
  const text = node.childNodes.map(textOutsideQuotes).join('');
  return isBlock(node) ? `\n${text}\n` : text;
}
