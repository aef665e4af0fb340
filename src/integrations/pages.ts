import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseHtml, type HtmlNode } from '../lib/html.ts';

/** An HTML page of a built site. */
export interface BuiltPage {
  /** Its file, from the site's folder: `projects/x/index.html`. */
  readonly path: string;
  readonly tree: HtmlNode;
}

/** The files of all HTML pages below a folder, in the order of their paths. */
export function pagePaths(directory: string): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}

export function readPage(directory: string, path: string): BuiltPage {
  return { path, tree: parseHtml(readFileSync(join(directory, path), 'utf8')) };
}

/** Every HTML page below a folder, one after another in the order of their paths. */
export function* pagesIn(directory: string): Generator<BuiltPage> {
  for (const path of pagePaths(directory)) yield readPage(directory, path);
}

/** The address a file is served at, from the site's root and without the base path. */
export function addressOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}
