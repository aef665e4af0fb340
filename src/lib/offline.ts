/** One state of the site, as it can be saved: told by what its files hold, never by a clock. */
export interface Edition {
  /** The same for the same files, byte for byte. */
  readonly edition: string;
  /** The last day the record knows of: "2023-05-13". */
  readonly cutOff: string;
  readonly files: number;
  readonly bytes: number;
}

/** A file of an edition: where it is, seen from the root of the site, and what it must hold. */
export interface SavedFile {
  readonly url: string;
  /** Of its bytes, in base64. */
  readonly sha256: string;
  /** True for an old address: some hosts answer it with the page that took its place. */
  readonly moved?: true;
}

/** An edition with all that belongs to it, as the worker is given it. */
export interface SavedEdition extends Edition {
  readonly list: readonly SavedFile[];
}

/** Why an edition could not be saved whole. */
export type SavingFault = 'network' | 'space' | 'changed' | 'stopped' | 'refused';

/** What the worker tells pages while it saves. */
export type WorkerNews =
  | { readonly kind: 'saving'; readonly saved: number; readonly of: number }
  | { readonly kind: 'failed'; readonly fault: SavingFault };

/** What pages ask of a worker: which edition is its own; to take the place of the one before. */
export type PageRequest = 'edition' | 'take-over';

/** Where the files of a site are kept in a browser; sites below one origin do not meet. */
export function cacheNameOf(scope: string): string {
  return `offline ${scope}`;
}

/**
 * True for a file that belongs to what is saved: every page, and whatever pages load or search. Files to carry away
 * (tables, data, plain texts, citations, feeds) and pictures for other sites' links to these pages are left out.
 */
export function isSaved(path: string): boolean {
  return (
    path.endsWith('.html') ||
    /^(_astro|search\/index)\//.test(path) ||
    /^(search\/entities|sources\/[^/]+\/passages)\.json$/.test(path) ||
    /^(?!offline\.)[^_/]+\.(js|svg|png|ico|webmanifest)$/.test(path)
  );
}

/** The address of a file seen from the root of the site; `./` for home. */
export function urlOf(path: string): string {
  const url = path.replace(/(^|\/)index\.html$/, '$1');
  return url === '' ? './' : url;
}

/** "23.1 MB", in millions of bytes, rounded up. */
export function toMegabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}
