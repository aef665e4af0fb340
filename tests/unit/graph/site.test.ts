import { describe, expect, it } from 'vitest';
import type { AddressBook, Change } from '../../../src/graph/addresses.ts';
import { checkSite } from '../../../src/graph/checks/site.ts';

const book = (
  ledger: readonly string[],
  published = ledger,
  changes: readonly Change[] = [],
): AddressBook => ({
  ledger,
  published: new Set(published),
  changes,
});

/** Code and address of each fault of a site of these pages and files, each with its anchors; pages have their texts. */
function faults(
  site: Readonly<Record<string, readonly string[]>>,
  all: AddressBook,
  without: readonly string[] = [],
): string[] {
  const anchorsOn = (page: string) => new Set(site[page]);
  const addresses = Object.keys(site).flatMap((address) =>
    all.ledger.includes(address) && address.endsWith('/') ? [address, `${address}index.txt`] : [address],
  );
  const kept = addresses.filter((address) => !without.includes(address));
  return checkSite({ folder: 'dist', addresses: kept, anchorsOn }, all).map(
    ({ code, details }) => `${code} ${'address' in details ? details.address : ''}`,
  );
}

describe('a built site', () => {
  it('holds every page, file and anchor of the ledger', () => {
    const all = book(['/', '/a/', '/a/#p1', '/a/#p2', '/data/a.json']);
    expect(faults({ '/': [], '/a/': ['p1', 'p2'], '/data/a.json': [] }, all)).toEqual([]);
    expect(faults({ '/': [], '/a/': ['p1'] }, all)).toEqual([
      'site-missing /a/#p2',
      'site-missing /data/a.json',
    ]);
  });

  it('holds nothing that is not in the ledger but what serves the pages', () => {
    const site = {
      '/': [],
      '/new/': [],
      '/404.html': [],
      '/_redirects': [],
      '/sitemap.xml': [],
      '/_astro/page.js': [],
      '/search/index/pages.json': [],
      '/search/entities.json': [],
    };
    expect(faults(site, book(['/']))).toEqual(['site-unregistered /new/']);
  });

  it('has a plain text beside every page, old ones included, without a line for it in the ledger', () => {
    const changes: Change[] = [{ kind: 'moved', from: '/a/', to: '/b/', file: '', path: [] }];
    const all = book(['/a/', '/b/'], ['/b/'], changes);
    expect(faults({ '/a/': [], '/b/': [] }, all)).toEqual([]);
    expect(faults({ '/a/': [], '/b/': [] }, all, ['/a/index.txt'])).toEqual(['site-missing /a/index.txt']);
    expect(faults({ '/a/': [], '/b/': [], '/c/index.txt': [] }, all)).toEqual([
      'site-unregistered /c/index.txt',
    ]);
  });

  it('has a page at every old address, and old anchors where a reader ends up', () => {
    const moved = (from: string, to: string): Change => ({ kind: 'moved', from, to, file: '', path: [] });
    const changes = [moved('/a/', '/b/'), moved('/b/#old', '/b/#new')];
    const all = book(['/a/', '/a/#old', '/b/', '/b/#new'], ['/b/', '/b/#new'], changes);
    expect(faults({ '/a/': [], '/b/': ['new', 'old'] }, all)).toEqual([]);
    expect(faults({ '/b/': ['new'] }, all)).toEqual(['site-missing /a/', 'site-missing /b/#old']);
  });
});
