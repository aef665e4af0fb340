import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveWithNginx } from '../../scripts/nginx-server.ts';
import type { Running } from '../../scripts/server.ts';
import { listFiles } from '../../src/read/files.ts';
import { listenToComplaints, openServed } from './open-site.ts';

/** Serves a built site with a real nginx out of a temporary folder that `close` removes. */
export async function serveForReal(dist: string): Promise<Running> {
  const out = mkdtempSync(join(tmpdir(), 'nginx-'));
  // An nginx started by root serves as somebody else, who has to be let in.
  chmodSync(out, 0o755);
  try {
    const server = await serveWithNginx(dist, out);
    return {
      ...server,
      close: async () => {
        await server.close();
        rmSync(out, { recursive: true });
      },
    };
  } catch (error) {
    rmSync(out, { recursive: true });
    throw error;
  }
}

/** The files of a built site as paths below its address; a folder's page is the folder (`projects/`). */
export function pathsIn(dist: string): string[] {
  return listFiles(dist, '.')
    .filter((file) => !/^_(headers|redirects)$/.test(file))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'));
}

/** What came of a visit. */
export interface Visit {
  /** What the browser complained of. */
  readonly complaints: string[];
  readonly cookies: unknown[];
}

/** Opens each page of a site that is served, until all that it asked for has been answered. */
export async function visitPages(server: Running, pages: readonly string[]): Promise<Visit> {
  const site = await openServed({ ...server, close: () => Promise.resolve() });
  try {
    const context = await site.browser.newContext();
    const complaints = await listenToComplaints(context, site.url);
    const queue = [...pages];
    const visitor = async (): Promise<void> => {
      const page = await context.newPage();
      let answers: Promise<unknown>[] = [];
      // What is asked for while the page is closed has no answer.
      page.on('request', (request) => answers.push(request.response().catch(() => undefined)));
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        answers = [];
        await page.goto(new URL(path, site.url).href, { waitUntil: 'load' });
        await Promise.all(answers);
      }
      await page.close();
    };
    await Promise.all([visitor(), visitor(), visitor()]);
    return { complaints, cookies: await context.cookies() };
  } finally {
    await site.close();
  }
}

/** Asks as a reader does, by typing, and opens the first hit; says how many pages were found. */
export async function visitSearch(server: Running, text: string): Promise<Visit & { found: number }> {
  const site = await openServed({ ...server, close: () => Promise.resolve() });
  try {
    const { page, complaints } = await site.open('/search/');
    await page.locator('input[name=q]').fill(text);
    await page.keyboard.press('Enter');
    const results = page.locator('#search-results');
    await results.locator('li[data-url]').first().waitFor();
    const found = Number(await results.getAttribute('data-total'));
    await results.locator('li[data-url] a').first().click();
    await page.locator('main h1').waitFor();
    return { complaints, cookies: await page.context().cookies(), found };
  } finally {
    await site.close();
  }
}
