import { contentPolicy } from './content-policy.ts';

/** A response header: its name and what it says. */
export type Header = readonly [name: string, value: string];

/** What a page of this site never asks of a browser, whoever writes its script. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'usb',
];

/** On every response, whatever it holds. The site works without: they take from an attacker what is left to try. */
export const securityHeaders: readonly Header[] = [
  // Who may frame a page is heard in a header only, never in the page itself.
  ['Content-Security-Policy', `${contentPolicy}; frame-ancestors 'none'`],
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  // The address of a search holds what a reader looked for: it is told to nobody else.
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', refusedFeatures.map((feature) => `${feature}=()`).join(', ')],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  // Public, the same for everybody and without cookies: other people's pages and notebooks may read all of it.
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Access-Control-Allow-Origin', '*'],
];

/** How long a browser may keep a file without asking again. */
export const cacheControl = {
  /** Named after its content: another content has another address. */
  immutable: 'public, max-age=31536000, immutable',
  /** Everything else may be corrected at any time: kept, but asked for every time, which costs one short answer. */
  fresh: 'public, max-age=0, must-revalidate',
} as const;

/** The folders whose files are named after their content, from the site's root, as the inside of a pattern. */
export const immutableFolders = '(?:_astro|search/index/[0-9a-f]{12})/';

const immutable = new RegExp(`^${immutableFolders}`);

/** True for a path below the site's root (`_astro/page.css`) whose content never changes. */
export function isImmutable(path: string): boolean {
  return immutable.test(path);
}

/** The type of every kind of file the site holds, by its ending. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  csv: 'text/csv',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  bib: 'application/x-bibtex',
  ris: 'application/x-research-info-systems',
  txt: 'text/plain',
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
  md: 'text/markdown',
  ndjson: 'application/x-ndjson',
  webmanifest: 'application/manifest+json',
  gz: 'application/gzip',
  ico: 'image/vnd.microsoft.icon',
  pdf: 'application/pdf',
  png: 'image/png',
  sqlite: 'application/vnd.sqlite3',
  woff2: 'font/woff2',
  zip: 'application/zip',
};

/** Endings of files that are text: they travel compressed, and say that they are UTF-8. */
export const textEndings: readonly string[] = Object.keys(contentTypes).filter(
  (ending) => !['gz', 'ico', 'pdf', 'png', 'sqlite', 'woff2', 'zip'].includes(ending),
);

/**
 * The `_headers` file of static hosts (Netlify, Cloudflare Pages): the site's files by their paths from its root.
 * No header stands in two rules that meet on one path, for there hosts join the two values: what is not immutable is
 * left to the host, which has it asked for every time.
 */
export function hostHeaders(base: string, files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => immutable.exec(file) ?? []));
  const rule = (path: string, headers: readonly Header[]): string =>
    [`${base}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    rule('*', securityHeaders),
    ...[...folders].sort().map((path) => rule(`${path}*`, [['Cache-Control', cacheControl.immutable]])),
  ].join('');
}
