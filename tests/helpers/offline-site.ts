import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { serveFolder, type Running } from '../../scripts/server.ts';
import { writeOffline } from '../../src/integrations/offline.ts';
import { dist } from './built-site.ts';

/** A copy of the built site that can change, on a server that can stop, always at the same address. */
export interface OfflineSite {
  readonly folder: string;
  readonly url: string;
  readonly browser: Browser;
  /** Ends every connection; nothing answers at the address until `connect`. */
  readonly cut: () => Promise<void>;
  readonly connect: () => Promise<void>;
  /** Lists the folder anew, as a build does; returns the edition. */
  readonly publish: () => string;
  readonly close: () => Promise<void>;
}

/** Serves what of the built site lies in no folder of `without`; its list is that of the whole until `publish`. */
export async function openOfflineSite(port: number, without: readonly string[] = []): Promise<OfflineSite> {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  cpSync(dist, folder, { recursive: true, filter: (path) => !without.includes(relative(dist, path)) });
  const browser = await launchBrowser();
  let server: Running | undefined = await serveFolder(folder, port);
  const { url, port: taken } = server;
  const cut = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  return {
    folder,
    url,
    browser,
    cut,
    connect: async () => {
      server ??= await serveFolder(folder, taken);
      if (server.port !== taken) throw new Error(`port ${String(taken)} was taken by somebody else`);
    },
    publish: () => writeOffline(folder, workerIn(folder)).edition,
    close: async () => {
      await browser.close();
      await cut();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The worker's own code: all but the first line, which is the list. */
function workerIn(folder: string): string {
  const script = readFileSync(join(folder, 'offline.js'), 'utf8');
  return script.slice(script.indexOf('\n') + 1);
}

/** What the page of 离线保存 says, once it says something that matches. */
export async function saidOn(page: Page, words: RegExp): Promise<string> {
  const status = page.locator('offline-save [role=status]').filter({ hasText: words });
  await status.waitFor({ timeout: 120_000 });
  return status.innerText();
}

export async function press(page: Page, label: string | RegExp): Promise<void> {
  await page.locator('offline-save').getByRole('button', { name: label }).click();
}
