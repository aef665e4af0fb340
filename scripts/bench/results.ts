import type { Exactness } from './exactness.ts';
import type { PageCost } from './page-cost.ts';
import type { RunCost } from './run-cost.ts';
import type { SearchCost } from './search-cost.ts';

/** Something measured of this site and of the reference in one run. */
export interface Pair<Measured> {
  readonly ours: Measured;
  readonly reference: Measured;
}

/** What a search costs: the first after opening the site, and one more in the same page. */
export interface Searches {
  readonly cold: SearchCost;
  readonly warm: SearchCost;
}

/**
 * The record as it is, beside Starlight with the same pages: as it is by default, with a sidebar of all pages on every
 * page, and without that, which is lighter and faster to build.
 */
export interface CorpusResults {
  readonly pages: number;
  readonly build: Pair<RunCost> & { readonly bare: RunCost };
  /** With a processor four times as slow, the network as it is. */
  readonly visits: readonly (Pair<PageCost> & {
    readonly kind: string;
    readonly path: string;
    /** The same on a slow network. */
    readonly farAway: Pair<PageCost>;
    /** On Starlight without its sidebar. */
    readonly bare: PageCost;
  })[];
  /** With a processor four times as slow, the network as it is. */
  readonly search: Pair<Searches>;
  /** The same on a slow network. */
  readonly searchFarAway: Pair<Searches>;
  readonly exactness: Pair<Exactness>;
  readonly floor: Floor;
}

/** What any generator must at least do. */
export interface Floor {
  /** Reading all that the site is built from and writing all that it holds. */
  readonly copy: { readonly seconds: number; readonly bytes: number };
  /** Hugo turning the same pages into HTML with the least of templates; absent where there is none. */
  readonly hugo?: RunCost;
}

/** A generated record of so many documents. */
export interface SizeResults {
  readonly documents: number;
  readonly pages: number;
  readonly siteBytes: number;
  readonly build: Pair<RunCost>;
  /** A first visit to the page of a statement, in bytes. */
  readonly pageBytes: number;
  readonly search: Searches;
}

/** All that is committed of a run. */
export interface Results {
  readonly note: string;
  readonly machine: Machine;
  readonly runs: number;
  readonly corpus?: CorpusResults;
  readonly sizes?: readonly SizeResults[];
}

export interface Machine {
  readonly processors: string;
  readonly memory: number;
  readonly node: string;
  readonly browser: string;
  readonly starlight: string;
  readonly hugo?: string;
  /** The load when the run began and when it ended: above the number of processors something else was running. */
  readonly load: readonly [number, number];
}
