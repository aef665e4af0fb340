import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cacheNameOf, isSaved, toMegabytes, urlOf } from '../../../src/lib/offline.ts';

describe('what is saved', () => {
  it.each([
    'index.html',
    '404.html',
    'projects/jing-xiong-gaosu/index.html',
    '_astro/chrome.DZhSoRpU.css',
    '_astro/Page.D7iSPpB3.js',
    'search/entities.json',
    'search/index/pages.json',
    'search/index/0123456789ab/part-0.json',
    'sources/xiongan-xieyi-2017/passages.json',
    'theme.js',
    'icon.svg',
    'favicon.ico',
    'manifest.webmanifest',
  ])('has %s', (path) => {
    expect(isSaved(path)).toBe(true);
  });

  it.each([
    'index.txt',
    'robots.txt',
    'feed.xml',
    'sitemap.xml',
    '_redirects',
    '_headers',
    'projects/list.csv',
    'projects/jing-xiong-gaosu/index.json',
    'projects/jing-xiong-gaosu/cite.bib',
    'data/passages.json',
    'data/projects.ndjson',
    'cards/index.png',
    // What tells of the list cannot be of it.
    'offline.js',
    'offline.json',
  ])('leaves out %s', (path) => {
    expect(isSaved(path)).toBe(false);
  });
});

describe('the address of a saved file', () => {
  it('is that of its folder for a page, its own for a file, and seen from the root of the site', () => {
    expect(['index.html', 'en/index.html', '404.html', 'theme.js'].map(urlOf)).toEqual([
      './',
      'en/',
      '404.html',
      'theme.js',
    ]);
  });

  it('leads from every root to the file it is of, and no two files to one', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);
    const path = fc
      .tuple(fc.array(name, { maxLength: 3 }), fc.constantFrom('index.html', 'passages.json', '404.html'))
      .map(([folders, file]) => [...folders, file].join('/'));
    fc.assert(
      fc.property(path, path, fc.constantFrom('/', '/record/', '/a/b/'), (one, other, root) => {
        const address = (each: string): string => new URL(urlOf(each), `http://site.test${root}`).pathname;
        expect(address(one).replace(/\/$/, '/index.html')).toBe(`${root}${one}`);
        expect(address(one) === address(other)).toBe(one === other);
      }),
    );
  });
});

describe('where files are kept', () => {
  it('is one place for each site, also for two below one origin', () => {
    expect(cacheNameOf('https://a.example/')).not.toBe(cacheNameOf('https://a.example/record/'));
  });
});

describe('how much that is', () => {
  it('is never less than it is', () => {
    expect([0, 1, 22_832_664, 23_000_000].map(toMegabytes)).toEqual([
      '0.0 MB',
      '0.1 MB',
      '22.9 MB',
      '23.0 MB',
    ]);
  });
});
