import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { visibleBlocks, type TextBlock } from '../../src/lib/blocks.ts';
import { elementsOf, parseHtml, type HtmlElement } from '../../src/lib/html.ts';
import { listFiles } from '../../src/read/files.ts';

/** What another site generator is told of one of our pages. */
export interface ReferencePage {
  /** The page's address below the root, without slashes at its ends; '' is the home page. */
  readonly path: string;
  readonly title: string;
  readonly markdown: string;
}

/** Every page of a built site, with the text a reader sees in it, in the order of their addresses. */
export function referencePages(dist: string): ReferencePage[] {
  return listFiles(dist, '.')
    .filter((file) => file.endsWith('/index.html') || file === 'index.html')
    .map((file) => toReferencePage(file, readFileSync(join(dist, file), 'utf8')));
}

/** One page as Markdown: headings, list items and paragraphs of its `main`, nothing of its frame. */
export function toReferencePage(file: string, html: string): ReferencePage {
  const elements = [...elementsOf(parseHtml(html))];
  const main = elements.find(({ tagName }) => tagName === 'main');
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const title = elements.find(({ tagName }) => tagName === 'title');
  const blocks = main === undefined ? [] : visibleBlocks(main).filter(({ element }) => element !== heading);
  return {
    path: file.replace(/(^|\/)index\.html$/, ''),
    title: textOf(heading) ?? textOf(title) ?? file,
    markdown: blocks.map(toMarkdown).join('\n\n'),
  };
}

function textOf(element: HtmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const text = visibleBlocks(element)
    .map((block) => block.text)
    .join('');
  return text === '' ? undefined : text;
}

function toMarkdown({ text, element }: TextBlock): string {
  const escaped = text.replace(/[\\`*_{}[\]<>()#+\-.!|~&:$]/g, '\\$&');
  const level = /^h([2-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) return `${'#'.repeat(Number(level))} ${escaped}`;
  return element.tagName === 'li' ? `- ${escaped}` : escaped;
}

/** Where the reference's own package list, lock and configuration are kept. */
const templates = join(import.meta.dirname, 'reference');

/** The reference's own package list and lock. */
export const packageFiles = ['package.json', 'package-lock.json'].map((name) => join(templates, name));

/**
 * Writes a Starlight site as its own starter makes it, in Chinese, with these pages in place of those that the folder
 * held. `sidebar` is what Starlight does by default, a list of all pages on every page; without it the site is
 * lighter and built faster.
 */
export function writeStarlight(
  folder: string,
  pages: readonly ReferencePage[],
  { sidebar, packages }: { sidebar: boolean; packages: string },
): void {
  const template = (name: string): string => readFileSync(join(templates, `${name}.template`), 'utf8');
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  const own = join(folder, 'node_modules');
  // Copied: Starlight's styles are not found through a link.
  if (!existsSync(own)) cpSync(packages, own, { recursive: true, verbatimSymlinks: true });
  for (const file of packageFiles) cpSync(file, join(folder, basename(file)));
  write(
    join(folder, 'astro.config.mjs'),
    template('astro.config').replace('/* sidebar */', sidebar ? '' : 'sidebar: [],'),
  );
  write(join(folder, 'src/content.config.ts'), template('content.config'));
  for (const page of pages) write(join(folder, 'src/content/docs', page.path, 'index.md'), toFile(page));
}

/** Writes the same pages as a Hugo site with the least of templates: what turning them into HTML costs at all. */
export function writeHugo(folder: string, pages: readonly ReferencePage[]): void {
  rmSync(folder, { recursive: true, force: true });
  const settings = {
    baseURL: '/',
    languageCode: 'zh-CN',
    title: '京津冀协同发展政策追踪',
    disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT'],
  };
  write(join(folder, 'config.json'), JSON.stringify(settings));
  const layout =
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>' +
    '<body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n';
  write(join(folder, 'layouts/_default/list.html'), layout);
  write(join(folder, 'layouts/index.html'), layout);
  for (const page of pages) write(join(folder, 'content', page.path, '_index.md'), toFile(page));
}

function toFile({ title, markdown }: ReferencePage): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${markdown}\n`;
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
