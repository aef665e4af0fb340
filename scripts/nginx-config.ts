import { gzipSync } from 'node:zlib';
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import {
  cacheControl,
  contentTypes,
  immutableFolders,
  securityHeaders,
  textEndings,
} from '../src/lib/host-headers.ts';
import { listFiles } from '../src/read/files.ts';
import { swapIn } from './swap-in.ts';

/** A built site as nginx is to serve it. */
export interface ServedSite {
  /** The folder that is the root of the host; the site lies in it below `base`. */
  readonly root: string;
  /** `/`, or `/record/`. */
  readonly base: string;
  /** What to listen on: a port, or an address with one. */
  readonly listen: string;
  /** What `_redirects` says: old path and new address. */
  readonly moved: readonly (readonly [from: string, to: string])[];
}

/** The `server` block, for the `http` block of any nginx. Headers and lifetimes are those of `_headers`. */
export function siteConfig({ root, base, listen, moved }: ServedSite): string {
  const textTypes = textEndings
    .map((ending) => contentTypes[ending] ?? '')
    .filter((type) => type !== 'text/html');
  const pattern = base.replaceAll('.', '\\.');
  return `# Made by "npm run nginx" from src/lib/host-headers.ts: make it anew rather than change it.
map $uri $record_cache {
    default "${cacheControl.fresh}";
    "~^${pattern}${immutableFolders}" "${cacheControl.immutable}";
}

server {
    listen ${listen};
    server_name _;
    root "${root}";
    index index.html;
    server_tokens off;
    log_not_found off;
    # Redirects name no host, so that they hold behind a proxy too.
    absolute_redirect off;

    types {
${Object.entries(contentTypes)
  .map(([ending, type]) => `        ${type} ${ending};`)
  .join('\n')}
    }
    default_type application/octet-stream;
    charset utf-8;
    charset_types ${textTypes.join(' ')};

    # None of these may be repeated in a location: one add_header there drops all that stand here.
${securityHeaders.map(([name, value]) => `    add_header ${name} "${value}" always;`).join('\n')}
    add_header Cache-Control $record_cache always;
    # With TLS, once every address of this name is served by it (it cannot be taken back for two years):
    # add_header Strict-Transport-Security "max-age=63072000" always;

    # Each text lies beside itself compressed; what does not is compressed when it is asked for.
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_proxied any;
    gzip_comp_level 6;
    gzip_min_length ${String(smallest)};
    gzip_types ${textTypes.join(' ')};

    error_page 403 404 =404 ${base}404.html;
    # Said to hosts, not to readers.
    location ~ ^${pattern}_(headers|redirects)$ { return 404; }
${moved.map(([from, to]) => `    location = ${from} { return 301 ${to}; }\n`).join('')}}
`;
}

/** A whole configuration around the site's own, for an nginx that serves nothing else. Keeps no log of readers. */
export const wholeConfig = `# nginx -p THIS_FOLDER -c nginx.conf
worker_processes auto;
pid nginx.pid;
error_log stderr warn;
daemon off;
events {
    worker_connections 4096;
}
http {
    access_log off;
    client_body_temp_path tmp;
    proxy_temp_path tmp;
    fastcgi_temp_path tmp;
    uwsgi_temp_path tmp;
    scgi_temp_path tmp;
    sendfile on;
    tcp_nopush on;
    include site.conf;
}
`;

/** A file smaller than this is not made smaller by what compression adds. */
const smallest = 1024;

/**
 * Lays a built site out for nginx below `out`: the site with its compressed copies (`site/`), its configuration
 * (`site.conf`) and one around it (`nginx.conf`). The site is replaced whole or not at all.
 */
export function layOut(dist: string, out: string, listen: string): ServedSite {
  const base = baseOf(readFileSync(join(dist, '_headers'), 'utf8'));
  mkdirSync(out, { recursive: true });
  const next = join(out, 'site-next');
  rmSync(next, { recursive: true, force: true });
  cpSync(dist, join(next, base), { recursive: true, preserveTimestamps: true });
  compressAll(next);
  const site = { root: join(out, 'site'), base, listen, moved: movedIn(dist) };
  swapIn(next, site.root);
  writeFileSync(join(out, 'site.conf'), siteConfig(site));
  writeFileSync(join(out, 'nginx.conf'), wholeConfig);
  return site;
}

/** The path a site was built for, as its `_headers` tell. */
export function baseOf(headers: string): string {
  return /^(\/.*)\*$/m.exec(headers)?.[1] ?? '/';
}

function movedIn(dist: string): [string, string][] {
  const rules = listFiles(dist, '.').includes('_redirects')
    ? readFileSync(join(dist, '_redirects'), 'utf8')
    : '';
  return [...rules.matchAll(/^(\S+) (\S+) 301$/gm)].map(([, from = '', to = '']) => [from, to]);
}

/** Puts a compressed copy beside each text, with its time, so that a browser may hold either for the other. */
function compressAll(folder: string): void {
  for (const file of listFiles(folder, '.')) {
    const path = join(folder, file);
    const { size, atime, mtime } = statSync(path);
    if (size < smallest || !textEndings.includes(extname(file).slice(1))) continue;
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    utimesSync(`${path}.gz`, atime, mtime);
  }
}
