import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './bench-search-documents.ts';
import { projectRoot } from './cli.ts';

/** The documents, and beside them the search page of the built site with all it needs. */
export function writeSite(folder: string, documents: readonly Document[]): void {
  for (const name of ['_astro', 'search', 'icon.svg', '404.html']) {
    cpSync(join(projectRoot, 'dist', name), join(folder, name), { recursive: true });
  }
  cpSync(join(folder, '404.html'), join(folder, 'index.html'));
  mkdirSync(join(folder, 'docs'));
  for (const [index, document] of documents.entries()) {
    writeFileSync(join(folder, urlOf(index)), toPage(document));
  }
}

/** Where the document of a place in the list stands. */
export function urlOf(index: number): string {
  return `/docs/${String(index + 1).padStart(5, '0')}.html`;
}

/** The least page that the index takes: a body, a title and a kind. */
export function toPage({ title, paragraphs }: Document): string {
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return (
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
    `<body><main data-pagefind-body data-search-kind="文档" data-search-title="${escapeHtml(title)}">\n${body}\n</main></body></html>\n`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
