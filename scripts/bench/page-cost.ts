import type { Browser, BrowserContext, Page } from 'playwright-core';
import { percentile } from '../measure.ts';
import type { Host, Sent } from './host.ts';

/** What a first visit to a page costs. */
export interface PageCost {
  /** Bytes of all bodies as sent, and of the scripts among them that are files of their own. */
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
  /** First and largest contentful paint, in milliseconds from the start of the navigation. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Total blocking time: of every task after the first paint, what it takes beyond 50 milliseconds. */
  readonly blocked: number;
}

/** A telephone and a network as Lighthouse emulates them for "slow 4G", with a processor four times as slow. */
export const slow = {
  processor: 4,
  latency: 562.5,
  download: (1.6 * 1024 * 1024 * 0.9) / 8,
  upload: (750 * 1024 * 0.9) / 8,
};

/** So long nothing may be asked for before a page counts as loaded, in milliseconds: longer than the network takes. */
const quiet = 1000;
/** How slow a page may be at most, in milliseconds. */
export const patience = 120_000;

/** A browser that has never seen the site, on a slow telephone. */
export async function slowContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
}

/** Slows the processor of a page down, and the network too where `network` says so. */
export async function slowDown(page: Page, { network }: { network: boolean }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
  if (!network) return;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.download,
    uploadThroughput: slow.upload,
  });
}

/** A first visit to a page of the site on a slow telephone, on a slow network where `network` says so. */
export async function visit(
  browser: Browser,
  site: Host,
  path: string,
  { network }: { network: boolean },
): Promise<PageCost> {
  const context = await slowContext(browser);
  try {
    const page = await context.newPage();
    await slowDown(page, { network });
    await page.addInitScript(watchPaints);
    site.take();
    await page.goto(`${site.url}${path}`, { waitUntil: 'load', timeout: patience });
    await settle(page, site);
    const paints = await page.evaluate(() => (globalThis as unknown as { paints: Paints }).paints);
    return { ...weigh(site.take()), ...paints };
  } finally {
    await context.close();
  }
}

interface Paints {
  firstPaint: number;
  largestPaint: number;
  blocked: number;
}

/** Runs in the page, before anything of it. */
function watchPaints(): void {
  const paints: Paints = { firstPaint: 0, largestPaint: 0, blocked: 0 };
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') paints.firstPaint = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    paints.largestPaint = startTime;
  });
  watch('longtask', ({ startTime, duration }) => {
    if (paints.firstPaint > 0 && startTime + duration > paints.firstPaint) paints.blocked += duration - 50;
  });
  Object.assign(globalThis, { paints });
}

/** Waits until the page has nothing to do, and has asked for nothing for a while. */
export async function settle(page: Page, site: Host): Promise<void> {
  const idle = (): Promise<unknown> =>
    page.evaluate((timeout) => new Promise((done) => requestIdleCallback(done, { timeout })), 10_000);
  await idle();
  while (site.quietFor() < quiet) await page.waitForTimeout(quiet / 10);
  await idle();
}

export function weigh(sent: readonly Sent[]): Pick<PageCost, 'bytes' | 'scriptBytes' | 'requests'> {
  const sum = (some: readonly Sent[]): number => some.reduce((total, { bytes }) => total + bytes, 0);
  return {
    bytes: sum(sent),
    scriptBytes: sum(sent.filter(({ type }) => type.startsWith('text/javascript'))),
    requests: sent.length,
  };
}

/** The median of each figure over several visits. */
export function medianPage(visits: readonly PageCost[]): PageCost {
  const of = (figure: (visit: PageCost) => number): number => percentile(visits.map(figure), 0.5);
  return {
    bytes: of(({ bytes }) => bytes),
    scriptBytes: of(({ scriptBytes }) => scriptBytes),
    requests: of(({ requests }) => requests),
    firstPaint: of(({ firstPaint }) => firstPaint),
    largestPaint: of(({ largestPaint }) => largestPaint),
    blocked: of(({ blocked }) => blocked),
  };
}

/** Kinds of pages and what the addresses of each look like: of each the one in the middle is visited. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['首页', /^$/],
  ['条款', /^agreements\/[^/]+\/[^/]+$/],
  ['项目', /^projects\/(?!by\/)[^/]+$/],
  ['言论', /^statements\/(?!by\/)[^/]+$/],
  ['文章', /^sources\/(?!by\/)[^/]+$/],
  ['列表', /^projects$/],
];

/** One page of each kind that there is, the same for the same pages. */
export function samplePages(paths: readonly string[]): { kind: string; path: string }[] {
  return kinds.flatMap(([kind, pattern]) => {
    const own = paths.filter((path) => pattern.test(path)).toSorted();
    const path = own[Math.floor(own.length / 2)];
    return path === undefined ? [] : [{ kind, path: path === '' ? '' : `${path}/` }];
  });
}
