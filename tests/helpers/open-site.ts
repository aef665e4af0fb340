import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
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
  return openServed(await serveFolder(folder, 4500, base));
}

/** Launches Chromium for a site that is served; `close` ends both. */
export async function openServed(server: Running): Promise<OpenSite> {
  const browser = await launchBrowser();
  return {
    url: server.url,
    browser,
    open: async (address, options = {}) => {
      const context = await browser.newContext(options);
      const complaints = await listenToComplaints(context, server.url, address.includes('404'));
      const page = await context.newPage();
      await page.goto(new URL(address.replace(/^\//, ''), server.url).href, { waitUntil: 'load' });
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * A list that fills with all that the pages of a context complain of: console and script errors, breaches of the policy
 * (told by the browser's own event), foreign requests, and failed ones unless some are `expected`.
 */
export async function listenToComplaints(
  context: BrowserContext,
  url: string,
  expected = false,
): Promise<string[]> {
  const complaints: string[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => {
      console.error(`policy violation ${violation.violatedDirective} ${violation.blockedURI}`);
    });
  });
  context.on('weberror', (fault) => complaints.push(fault.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin)) complaints.push(`foreign request ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && !expected) {
      complaints.push(`${String(response.status())} ${response.url()}`);
    }
  });
  return complaints;
}
