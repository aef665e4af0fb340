import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.ts';
import { serveFolder, type Running } from '../../scripts/server.ts';

/** The built site in a real browser. */
export interface OpenSite {
  readonly url: string;
  readonly browser: Browser;
  /** Opens an address (`/agreements/`) in a page of its own; `complaints` fills with every error it reports. */
  readonly open: (address: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** Console errors, script errors, policy violations, failed and foreign requests. */
  readonly complaints: string[];
}

/** Serves a built folder and launches Chromium; `close` ends both. */
export async function openSite(folder: string, base = '/'): Promise<OpenSite> {
  const server: Running = await serveFolder(folder, 4500, base);
  const browser = await launchBrowser();
  const origin = new URL(server.url).origin;
  return {
    url: server.url,
    browser,
    open: async (address, options = {}) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(origin)) complaints.push(`foreign request ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400 && !address.includes('404')) {
          complaints.push(`${String(response.status())} ${response.url()}`);
        }
      });
      await page.goto(new URL(address.replace(/^\//, ''), server.url).href, { waitUntil: 'load' });
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
