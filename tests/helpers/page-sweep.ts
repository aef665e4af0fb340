import type { BrowserContextOptions, Page } from 'playwright-core';
import { violationsOf } from './axe.ts';
import type { OpenSite } from './open-site.ts';

/** Pages held open side by side: more than the processors of a small machine only wait for each other. */
const lanes = 3;

/** What was wrong with the pages, by what was looked at; each fault names its page first. */
export interface Findings {
  readonly pages: string[];
  readonly axe: string[];
  readonly darkContrast: string[];
  readonly targets: string[];
  readonly overflow: string[];
  readonly shift: string[];
  readonly complaints: string[];
}

/**
 * Opens every address in a browser and looks at each: all of axe in light at 1280 px, contrast in dark, the size of
 * targets at 360 px, sideways scroll at 320 px, what moved while loading at 1280 and 320 px, and what the browser
 * complained of. Every address is visited; none stands for another.
 */
export async function sweepPages(site: OpenSite, addresses: readonly string[]): Promise<Findings> {
  const findings: Findings = {
    pages: [],
    axe: [],
    darkContrast: [],
    targets: [],
    overflow: [],
    shift: [],
    complaints: [],
  };
  const waiting = [...addresses];
  await Promise.all(Array.from({ length: lanes }, () => sweepLane(site, waiting, findings)));
  return findings;
}

async function sweepLane(site: OpenSite, waiting: string[], findings: Findings): Promise<void> {
  // axe is injected by the debugger, past the page's policy, which would rightly refuse it.
  const options: BrowserContextOptions = {
    bypassCSP: true,
    // Colours change at once when the scheme does.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  };
  const { page, complaints } = await site.open('/404.html', options);
  await page.addInitScript(watchShift);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    complaints.length = 0;
    await sweepOne(site, page, address, findings);
    const isExpected = (complaint: string): boolean => address === '/404.html' && complaint.includes('404');
    findings.complaints.push(
      ...complaints.filter((each) => !isExpected(each)).map((each) => `${address} ${each}`),
    );
    findings.pages.push(address);
  }
  await page.context().close();
}

async function sweepOne(site: OpenSite, page: Page, address: string, findings: Findings): Promise<void> {
  const url = new URL(address.slice(1), site.url).href;
  const note = (list: string[], faults: readonly string[]): void => {
    list.push(...faults.map((fault) => `${address} ${fault}`));
  };
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(url, { waitUntil: 'load' });
  note(findings.axe, await violationsOf(page));
  note(findings.shift, await shiftsOf(page, '1280 px'));
  await page.emulateMedia({ colorScheme: 'dark' });
  note(findings.darkContrast, await violationsOf(page, 'color-contrast'));
  await page.setViewportSize({ width: 360, height: 740 });
  note(findings.targets, await violationsOf(page, 'target-size'));
  await page.setViewportSize({ width: 320, height: 700 });
  note(findings.overflow, await overflowOf(page));
  await page.goto(url, { waitUntil: 'load' });
  note(findings.shift, await shiftsOf(page, '320 px'));
}

async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${String(scrollWidth - clientWidth)} px too wide`] : [];
  });
}

interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** In the page, before it loads: counts what moves without the reader having asked. */
function watchShift(): void {
  const seen = window as unknown as { shifts: Shift[] };
  seen.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as {
      value: number;
      sources: { node: Node | null }[];
    }[]) {
      seen.shifts.push({
        value: entry.value,
        moved: entry.sources.map(
          ({ node }) => `${node?.nodeName ?? ''} ${node?.textContent?.slice(0, 20) ?? ''}`,
        ),
      });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * What of a page's parts moved, where all together is not 0 to three decimals. A browser paints
 * while it reads, and on a busy machine may paint a line or a column that is still arriving.
 */
async function shiftsOf(page: Page, width: string): Promise<string[]> {
  const shifts = await page.evaluate(
    () =>
      new Promise<Shift[]>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve((window as unknown as { shifts: Shift[] }).shifts);
          });
        });
      }),
  );
  const whole = shifts.reduce((sum, { value }) => sum + value, 0);
  const moved = shifts.flatMap((shift) => shift.moved).join('; ');
  return whole < 0.0005 ? [] : [`moved by ${whole.toFixed(4)} at ${width}: ${moved}`];
}
