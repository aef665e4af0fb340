import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { build } from 'vite';
import { contentPolicy } from '../../src/lib/content-policy.ts';

/** A page of a made site. */
export interface MadePage {
  /** Where it is served: `/page/`. */
  readonly url: string;
  readonly html: string;
}

/** What a server does with a path instead of serving it. */
export type Fault = 'missing' | 'hang' | undefined;

/** A site being served. `fault` may be exchanged at any time. */
export interface ServedSite {
  readonly url: string;
  fault: (path: string) => Fault;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Writes pages below a folder as a static site has them. */
export function writePages(folder: string, pages: readonly MadePage[]): void {
  for (const { url, html } of pages) {
    const file = join(folder, url, url.endsWith('/') ? 'index.html' : '');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
  }
}

/** What of the browser's search code the tests load by itself. */
const modules = ['client/search-page', 'client/search-engine', 'search/results'];

/** Puts the browser's search code below `code/` of a folder, as the site's own bundler makes it. */
export async function writeClient(folder: string, sources: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: sources,
    build: {
      outDir: join(folder, 'code'),
      emptyOutDir: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(modules.map((name) => [name, join(sources, `${name}.ts`)])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
}

/** Serves a folder below `base`. */
export async function serveSite(folder: string, base: string): Promise<ServedSite> {
  const site = { fault: (): Fault => undefined } as { fault: ServedSite['fault'] };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const fault = site.fault(path);
    if (fault === 'hang') return;
    if (fault === 'missing' || !path.startsWith(base)) respondMissing(response);
    else respond(response, join(folder, decodeURI(path.slice(base.length))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return Object.assign(site, {
    url: `http://127.0.0.1:${String(address.port)}${base}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function respond(response: ServerResponse, path: string): void {
  const file = path.endsWith('/') || extname(path) === '' ? join(path, 'index.html') : path;
  try {
    const content = readFileSync(file);
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentPolicy,
    });
    response.end(content);
  } catch {
    respondMissing(response);
  }
}

function respondMissing(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>没有这一页</title>');
}
