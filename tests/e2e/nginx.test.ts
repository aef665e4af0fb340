import { get, type IncomingHttpHeaders } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../../scripts/server.ts';
import {
  cacheControl,
  contentTypes,
  hostHeaders,
  isImmutable,
  securityHeaders,
  textEndings,
} from '../../src/lib/host-headers.ts';
import { dist } from '../helpers/built-site.ts';
import { pathsIn, serveForReal, visitPages, visitSearch } from '../helpers/real-host.ts';

const paths = pathsIn(dist);

let server: Running;

beforeAll(async () => {
  server = await serveForReal(dist);
});

afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}

/** Asks for a path without undoing what the host has packed. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(new URL(path, server.url), { headers }, (response) => {
      response
        .resume()
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    }).on('error', reject);
  });
}

const compressed = { 'accept-encoding': 'gzip' };

const endingOf = (path: string): string =>
  path === '' || path.endsWith('/') ? 'html' : (path.split('.').at(-1) ?? '');

describe('a real nginx with our configuration', () => {
  it('answers every file of the site with its type, our headers, its lifetime and packed', async () => {
    const wrong: string[] = [];
    for (const path of paths) {
      const { status, headers } = await ask(path, compressed);
      const ending = endingOf(path);
      const isText = textEndings.includes(ending);
      const expected = {
        status: 200,
        'content-type': `${contentTypes[ending] ?? ''}${isText ? '; charset=utf-8' : ''}`,
        'cache-control': isImmutable(path) ? cacheControl.immutable : cacheControl.fresh,
        ...Object.fromEntries(securityHeaders.map(([name, value]) => [name.toLowerCase(), value])),
      };
      const given = Object.fromEntries(
        Object.keys(expected).map((name) => [name, name === 'status' ? status : headers[name]]),
      );
      if (JSON.stringify(given) !== JSON.stringify(expected)) wrong.push(`${path} ${JSON.stringify(given)}`);
      const size = readFileSync(
        join(dist, path, path === '' || path.endsWith('/') ? 'index.html' : ''),
      ).length;
      if (isText && size >= 1024 && headers['content-encoding'] !== 'gzip') wrong.push(`${path} not packed`);
    }
    expect(paths.length).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  it('opens every page in a browser with no breach of the policy, error, foreign request or cookie', async () => {
    const pages = paths.filter((path) => endingOf(path) === 'html');
    expect(pages.length).toBeGreaterThan(500);
    expect(await visitPages(server, pages)).toEqual({ complaints: [], cookies: [] });
  });

  it('searches in a browser with no breach of the policy, error, foreign request or cookie', async () => {
    const { found, ...visit } = await visitSearch(server, '京雄高速');
    expect(visit).toEqual({ complaints: [], cookies: [] });
    expect(found).toBeGreaterThan(5);
  });

  it('answers unchanged files to who has them with a few bytes', async () => {
    const { headers } = await ask('projects/', compressed);
    const again = await ask('projects/', {
      ...compressed,
      'if-modified-since': headers['last-modified'] ?? '',
    });
    expect(again.status).toBe(304);
    expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
  });

  it('sends a file as it is to who takes nothing packed', async () => {
    const { headers } = await ask('projects/');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toBe('Accept-Encoding');
  });

  it('leads from a page without its last slash to the page, naming no host', async () => {
    const { status, headers } = await ask('projects');
    expect([status, headers.location]).toEqual([301, '/projects/']);
  });

  it.each(['no-such-page/', '_astro/', 'search/index/', '_headers', 'data/no-such-file.json', '.git/config'])(
    'answers /%s with the page that explains, status 404, our headers, and not for ever',
    async (path) => {
      const { status, headers } = await ask(path);
      expect(status).toBe(404);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe(cacheControl.fresh);
      for (const [name, value] of securityHeaders) expect(headers[name.toLowerCase()]).toBe(value);
      expect(await (await fetch(new URL(path, server.url))).text()).toContain('没有这一页');
    },
  );

  it('says no version of itself', async () => {
    expect((await ask('')).headers['server']).toBe('nginx');
  });
});

describe('a made site on a real nginx', () => {
  let folder: string;
  let host: Running;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'made-'));
    const files: Readonly<Record<string, string>> = {
      _headers: hostHeaders('/record/', []),
      _redirects: '/record/old/ /record/new/ 301\n/record/a.json /record/b.json 301\n',
      '404.html': '没有这一页',
      'bad.html': `<!doctype html><title>x</title><style>p { color: red }</style><script>alert(1)</script>
        <img src="http://127.0.0.2:9/x.png"><script src="cookie.js"></script>`,
      'cookie.js': 'document.cookie = "seen=1"; fetch("no-such-file.json"); throw new Error("broken")',
    };
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    host = await serveForReal(folder);
  });

  afterAll(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['old/', '/record/new/'],
    ['a.json', '/record/b.json'],
  ])('leads from the old address %s to the new one', async (from, to) => {
    const answer = await fetch(new URL(from, host.url), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('would be found out by a visit if it broke the policy, failed, asked others or left a cookie', async () => {
    const { complaints, cookies } = await visitPages(host, ['bad.html']);
    const said = complaints.join('\n');
    for (const fault of [
      'policy violation style-src-elem inline',
      'policy violation script-src-elem inline',
      'policy violation img-src http://127.0.0.2:9/x.png',
      `404 ${host.url}no-such-file.json`,
      'broken',
    ]) {
      expect(said).toContain(fault);
    }
    expect(cookies).toHaveLength(1);
  });
});
