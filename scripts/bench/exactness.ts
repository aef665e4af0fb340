import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { visibleBlocks } from '../../src/lib/blocks.ts';
import { attributeOf, elementsOf, parseHtml } from '../../src/lib/html.ts';
import { listFiles } from '../../src/read/files.ts';
import { reduced } from '../exam-questions.ts';
import { pick, Score, seeded } from '../measure.ts';
import { probeSearch } from '../search-probe.ts';
import type { Host } from './host.ts';

/** How much of what should be found is found, and how much of what is found should be. */
export interface Exactness {
  readonly recall: number;
  readonly precision: number;
  readonly strings: number;
}

/** A page that is to be found, with the text of each of its visible blocks. */
export interface SearchedPage {
  readonly address: string;
  readonly blocks: readonly string[];
}

/** Every page of a built site that says it is to be found, whichever generator made it. */
export function searchedPages(dist: string): SearchedPage[] {
  return listFiles(dist, '.')
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const elements = elementsOf(parseHtml(readFileSync(join(dist, file), 'utf8')));
      const bodies = [...elements].filter(
        (element) => attributeOf(element, 'data-pagefind-body') !== undefined,
      );
      const blocks = bodies.flatMap(visibleBlocks).map(({ text }) => reduced(text));
      if (blocks.length === 0) return [];
      return [{ address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, blocks }];
    });
}

/** `count` strings of two to eight characters that stand in blocks of the pages; the same for the same pages. */
export function sampleStrings(pages: readonly SearchedPage[], count: number): string[] {
  const random = seeded(8);
  const strings = new Set<string>();
  for (let tries = 0; strings.size < count && tries < count * 50; tries += 1) {
    const points = Array.from(pick(pick(pages, random).blocks, random));
    const length = 2 + (strings.size % 7);
    const start = Math.floor(random() * (points.length - length + 1));
    const string = points.slice(Math.max(0, start), start + length).join('');
    if (/^\p{Script=Han}+$/u.test(string) && Array.from(string).length === length) strings.add(string);
  }
  return [...strings];
}

/** The addresses of the pages that hold a string in one block. */
export function holders(pages: readonly SearchedPage[], string: string): Set<string> {
  const holds = ({ blocks }: SearchedPage): boolean => blocks.some((block) => block.includes(string));
  return new Set(pages.filter(holds).map(({ address }) => address));
}

/** What this site's search page gives, held against the text of its pages. */
export async function ourExactness(dist: string, strings: readonly string[]): Promise<Exactness> {
  const pages = searchedPages(dist);
  const probe = await probeSearch(dist);
  try {
    const score = new Score();
    const page = await probe.open();
    for (const string of strings) {
      const { hits } = await page.ask(string);
      score.add(holders(pages, string), new Set(hits.map((hit) => hit.replace(/#.*$/, ''))));
    }
    return { recall: score.recall, precision: score.precision, strings: strings.length };
  } finally {
    await probe.close();
  }
}

/** What Starlight's search gives, asked as its dialog asks it, held against the text of its own pages. */
export async function starlightExactness(
  browser: Browser,
  site: Host,
  dist: string,
  strings: readonly string[],
): Promise<Exactness> {
  const pages = searchedPages(dist);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    const score = new Score();
    for (const string of strings) {
      const found = await page.evaluate(async (words) => {
        const pagefind = (await import(`${location.origin}/pagefind/pagefind.js`)) as {
          search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
        };
        const { results } = await pagefind.search(words);
        const data = await Promise.all(results.map((result) => result.data()));
        return data.map(({ url }) => new URL(url, location.origin).pathname);
      }, string);
      score.add(holders(pages, string), new Set(found));
    }
    return { recall: score.recall, precision: score.precision, strings: strings.length };
  } finally {
    await context.close();
  }
}
