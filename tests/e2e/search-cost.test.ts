import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visibleBlocks } from '../../src/lib/blocks.ts';
import { fold } from '../../src/search/tokens.ts';
import { builtPages, dist, withAttribute } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

const kilobyte = 1024;

let site: OpenSite;

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

/** Notes the files a page asks for from now on. */
function watchFiles(page: Page): readonly string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    files.push(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  });
  return files;
}

/** What files weigh when compressed, in kilobytes. */
function weightOf(files: Iterable<string>): number {
  const bytes = [...files].map(
    (file) => gzipSync(readFileSync(join(dist, decodeURI(file))), { level: 9 }).length,
  );
  return bytes.reduce((sum, each) => sum + each, 0) / kilobyte;
}

async function search(page: Page, query: string): Promise<number> {
  await page.locator('input[name=q]').fill(query);
  const started = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction((words) => {
    const element = document.querySelector<HTMLElement>('#search-results');
    return element?.dataset['query'] === words && element.getAttribute('aria-busy') === 'false';
  }, query);
  return performance.now() - started;
}

/** Substrings of 1 to 4 characters from all over the site, the same in every run. */
function sampleQueries(count: number): string[] {
  const blocks = builtPages().flatMap(({ tree }) =>
    withAttribute(tree, 'data-pagefind-body').flatMap((body) =>
      visibleBlocks(body).map(({ text }) => fold(text)),
    ),
  );
  let state = 41;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const queries = new Set<string>();
  while (queries.size < count) {
    const block = blocks[next(blocks.length)] ?? '';
    const start = next(block.length);
    const query = block.slice(start, start + 1 + next(4));
    if (query !== '') queries.add(query);
  }
  return [...queries];
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

it('asks for no file of the search before it is used', async () => {
  for (const address of ['/', '/search/', '/projects/']) {
    const requested: string[] = [];
    const { page } = await site.open('/404.html');
    page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}${address.slice(1)}`, { waitUntil: 'networkidle' });
    expect(requested.filter((path) => path.startsWith('/search/') && path.endsWith('.json'))).toEqual([]);
    await page.context().close();
  }
});

it('costs from closed to the first result at most 140 KB, the page itself included', async () => {
  const weights: number[] = [];
  for (const query of ['京雄', '雄安新区', '京', 'xiongan']) {
    const { page } = await site.open('/404.html');
    const files = watchFiles(page);
    await page.goto(`${site.url}search/`);
    await page.locator('input[name=q]').pressSequentially(query);
    await search(page, query);
    weights.push(weightOf(files));
    await page.context().close();
  }
  console.log(`first result: ${weights.map((weight) => weight.toFixed(1)).join(', ')} KB`);
  expect(Math.max(...weights)).toBeLessThanOrEqual(140);
});

it('costs from the field of another page at most 140 KB to the first pages offered, and to the results', async () => {
  const offered: number[] = [];
  const weights: number[] = [];
  for (const query of ['京雄', '雄安新区', '京', 'xiongan']) {
    const { page } = await site.open('/404.html');
    await page.goto(`${site.url}projects/`, { waitUntil: 'networkidle' });
    const files = watchFiles(page);
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    await page.getByRole('option').first().waitFor();
    offered.push(weightOf(files));
    await page.keyboard.press('Enter');
    await page.locator('#search-results[data-state=found]').waitFor();
    // The second page has what the first one fetched, or is told that it is still good.
    weights.push(weightOf(new Set(files)));
    await page.context().close();
  }
  const listed = (some: readonly number[]): string => some.map((weight) => weight.toFixed(1)).join(', ');
  console.log(`from another page: ${listed(offered)} KB to the offers, ${listed(weights)} KB to the results`);
  expect(Math.max(...weights)).toBeLessThanOrEqual(140);
});

it('costs for each further query of up to 4 characters 45 KB at the median and 65 KB at most in 95 of 100', async () => {
  // Every query in a page that has made one other, so that none profits from those before it.
  const weights: number[] = [];
  const times: number[] = [];
  for (const query of sampleQueries(40)) {
    const { page } = await site.open('/search/');
    await search(page, '蔡奇');
    await page.waitForLoadState('networkidle');
    const files = watchFiles(page);
    times.push(await search(page, query));
    weights.push(weightOf(files));
    await page.context().close();
  }
  const median = quantile(weights, 0.5);
  const high = quantile(weights, 0.95);
  console.log(
    `further query: median ${median.toFixed(1)} KB, p95 ${high.toFixed(1)} KB, worst ${Math.max(...weights).toFixed(1)} KB; ` +
      `median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
  );
  expect(median).toBeLessThanOrEqual(45);
  expect(high).toBeLessThanOrEqual(65);
});
