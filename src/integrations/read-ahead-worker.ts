import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { pagePaths, readPage } from './pages.ts';
import { takePage, type PageYield } from './page-yield.ts';
import type { ReadAheadData } from './read-ahead.ts';

/** How long to wait for more pages, in milliseconds. */
const pause = 500;

const { directory, config } = workerData as ReadAheadData;
const taken = new Map<string, { stamp: string; page: PageYield }>();

/** What changes when a file is written. */
function stampOf(path: string): string {
  const { size, mtimeNs } = statSync(join(directory, path), { bigint: true });
  return `${String(size)} ${String(mtimeNs)}`;
}

/** Before it is read: a file that is written meanwhile is read again at the end. */
function take(path: string): void {
  const stamp = stampOf(path);
  if (taken.get(path)?.stamp === stamp) return;
  taken.set(path, { stamp, page: takePage(directory, readPage(directory, path), config) });
}

function takeNew(): void {
  for (const path of existsSync(directory) ? pagePaths(directory) : []) {
    if (taken.has(path)) continue;
    try {
      take(path);
    } catch {
      // Half written, most likely. If it is wrong when all are made, the build fails then.
    }
  }
}

function takeAll(): readonly PageYield[] {
  const paths = pagePaths(directory);
  for (const path of paths) take(path);
  return paths.flatMap((path) => taken.get(path)?.page ?? []);
}

const made = new AbortController();
parentPort?.once('message', () => {
  made.abort();
});
while (!made.signal.aborted) {
  takeNew();
  await setTimeout(pause, undefined, { signal: made.signal }).catch(() => undefined);
}
parentPort?.postMessage(takeAll());
