import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { baseOf, layOut, siteConfig } from '../../../scripts/nginx-config.ts';
import { hostHeaders, securityHeaders } from '../../../src/lib/host-headers.ts';

describe('the configuration of nginx', () => {
  const made = siteConfig({
    root: '/srv/site',
    base: '/record.v1/',
    listen: '8080',
    moved: [['/record.v1/a/', '/record.v1/b/']],
  });

  it('gives every header of the one list, on every answer', () => {
    for (const [name, value] of securityHeaders)
      expect(made).toContain(`add_header ${name} "${value}" always;`);
  });

  it('adds headers in one place only, for a second would drop the first', () => {
    const server = made.slice(made.indexOf('server {'));
    expect(server).not.toMatch(/^ {5,}add_header/m);
    expect(server).not.toMatch(/^ *location [^\n]*add_header/m);
  });

  it('holds for the sub-path, taken by the letter', () => {
    expect(made).toContain('"~^/record\\.v1/(?:_astro|search/index/[0-9a-f]{12})/"');
    expect(made).toContain('error_page 403 404 =404 /record.v1/404.html;');
  });

  it('leads from each old address to the new', () => {
    expect(made).toContain('location = /record.v1/a/ { return 301 /record.v1/b/; }');
  });
});

describe('a site laid out for nginx', () => {
  let folder: string;
  let dist: string;
  let out: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lay-out-'));
    [dist, out] = [join(folder, 'dist'), join(folder, 'out')];
    mkdirSync(dist);
    writeFileSync(join(dist, '_headers'), hostHeaders('/record/', []));
    writeFileSync(join(dist, 'index.html'), '京'.repeat(1000));
    writeFileSync(join(dist, 'small.json'), '[]');
    writeFileSync(join(dist, 'card.png'), Buffer.alloc(5000));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('lies below its sub-path, each longer text with its compressed self beside it', () => {
    const { root, base } = layOut(dist, out, '80');
    expect(base).toBe('/record/');
    const page = join(root, 'record/index.html');
    expect(gunzipSync(readFileSync(`${page}.gz`))).toEqual(readFileSync(page));
    expect(existsSync(join(root, 'record/small.json.gz'))).toBe(false);
    expect(existsSync(join(root, 'record/card.png.gz'))).toBe(false);
  });

  it('is replaced whole: what is no more is gone', () => {
    layOut(dist, out, '80');
    rmSync(join(dist, 'small.json'));
    const { root } = layOut(dist, out, '80');
    expect(existsSync(join(root, 'record/small.json'))).toBe(false);
    expect(existsSync(join(out, 'site-next'))).toBe(false);
  });

  it('knows the redirects the build wrote', () => {
    writeFileSync(join(dist, '_redirects'), '/record/a/ /record/b/ 301\n');
    expect(layOut(dist, out, '80').moved).toEqual([['/record/a/', '/record/b/']]);
  });
});

it('reads from the headers’ file what path a site was built for', () => {
  expect(['/', '/a/b/'].map((base) => baseOf(hostHeaders(base, ['_astro/a.css'])))).toEqual(['/', '/a/b/']);
});
