import type { Browser } from 'playwright-core';

/** What a measurement has to work with. */
export interface Place {
  /** A folder of its own, which is gone afterwards. */
  readonly folder: string;
  /** The reference's installed packages. */
  readonly packages: string;
  readonly browser: Browser;
  /** How often each thing is measured. */
  readonly runs: number;
}
