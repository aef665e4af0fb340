import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holders, sampleStrings, searchedPages } from '../../../../scripts/bench/exactness.ts';
import { host } from '../../../../scripts/bench/host.ts';
import { samplePages, weigh } from '../../../../scripts/bench/page-cost.ts';

describe('a built site that is measured', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
    mkdirSync(join(folder, 'a'));
    const long = '<p>协同发展</p>'.repeat(200);
    writeFileSync(join(folder, 'a/index.html'), `<main data-pagefind-body>${long}<p>协同，发展</p></main>`);
    writeFileSync(join(folder, 'index.html'), '<main><p>协同发展</p></main>');
    writeFileSync(join(folder, 'x.js'), 'a');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is searched in the pages that say they are to be found, block by block', () => {
    const pages = searchedPages(folder);
    expect(pages.map(({ address }) => address)).toEqual(['/a/']);
    expect([...holders(pages, '协同发展')]).toEqual(['/a/']);
    expect([...holders(pages, '发展协同')]).toEqual([]);
  });

  it('gives strings that stand in it, the same each time', () => {
    const pages = searchedPages(folder);
    const strings = sampleStrings(pages, 5);
    expect(strings.length).toBeGreaterThan(2);
    expect(strings.every((string) => holders(pages, string).size > 0)).toBe(true);
    expect(sampleStrings(pages, 5)).toEqual(strings);
  });

  it('is sent packed where that is less, and every byte is counted', async () => {
    const site = await host(folder);
    try {
      const page = await fetch(`${site.url}a/`);
      const text = await page.text();
      await (await fetch(`${site.url}x.js`)).text();
      expect((await fetch(`${site.url}none`)).status).toBe(404);
      const sent = site.take();
      expect(page.headers.get('content-encoding')).toBe('gzip');
      expect(sent.map(({ path }) => path)).toEqual(['/a/', '/x.js']);
      expect(weigh(sent)).toEqual({ bytes: (sent[0]?.bytes ?? 0) + 1, scriptBytes: 1, requests: 2 });
      expect(sent[0]?.bytes).toBeLessThan(text.length / 5);
      expect(site.take()).toEqual([]);
    } finally {
      await site.close();
    }
  });

  it('is visited at one page of each kind, the one in the middle', () => {
    const paths = ['', 'projects', 'projects/by/theme/x', 'projects/c', 'projects/a', 'projects/b'];
    expect(samplePages(paths)).toEqual([
      { kind: '首页', path: '' },
      { kind: '项目', path: 'projects/b/' },
      { kind: '列表', path: 'projects/' },
    ]);
  });
});
