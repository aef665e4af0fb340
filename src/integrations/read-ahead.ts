import { Worker } from 'node:worker_threads';
import type { PageYield, SiteConfig } from './page-yield.ts';

/** What `read-ahead-worker.ts` is started with. */
export interface ReadAheadData {
  readonly directory: string;
  readonly config: SiteConfig;
}

/** The reading of pages beside the making of them. */
export interface ReadAhead {
  /** What is made of every page, in the order of their paths, once no more are made. Rejects when a page is wrong. */
  finish(): Promise<readonly PageYield[]>;
}

/**
 * Reads the pages of a site in a thread of its own while others are still being made: most of a second processor is idle
 * then. What a page was read as counts only when its file has not changed since, so that the outcome is that of reading
 * all of them at the end.
 */
export function readAhead(data: ReadAheadData): ReadAhead {
  const worker = new Worker(new URL('./read-ahead-worker.ts', import.meta.url), { workerData: data });
  const done = new Promise<readonly PageYield[]>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // A build that fails before its pages are read is not kept waiting, and says itself why.
  done.catch(() => undefined);
  worker.unref();
  return {
    finish: () => {
      worker.ref();
      worker.postMessage('finish');
      return done;
    },
  };
}
