import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf } from '../../src/lib/html.ts';
import { isSaved, urlOf, type Edition, type SavedEdition } from '../../src/lib/offline.ts';
import { listFiles } from '../../src/read/files.ts';
import { routes } from '../../src/routes.ts';
import { builtPages, byClass, dist, pageAt, withAttribute } from '../helpers/built-site.ts';

const worker = readFileSync(join(dist, routes.offlineWorker), 'utf8');
const { list, ...edition } = JSON.parse(
  worker.slice('self.savedEdition='.length, worker.indexOf(';\n')),
) as SavedEdition;
const urls = new Set(list.map(({ url }) => url));

describe('what a reader can keep for days without network', () => {
  it('is every page, the whole search index and every text that quotes are checked against', () => {
    const files = listFiles(dist, '.');
    const needed = files.filter((file) =>
      /\.html$|^search\/(index\/|entities)|^sources\/.*passages\.json$|^_astro\//.test(file),
    );
    expect(builtPages().length).toBeGreaterThan(900);
    expect(needed.length).toBeGreaterThan(1_600);
    expect(needed.filter((file) => !urls.has(urlOf(file)))).toEqual([]);
    expect(files.filter((file) => isSaved(file)).length).toBe(list.length);
  });

  it('holds whatever a page loads by itself or for a press', () => {
    const named = ['src', 'data-file', 'data-base'];
    const loaded = new Set(
      builtPages().flatMap(({ tree }) =>
        [...elementsOf(tree)].flatMap((element) => [
          ...named.map((name) => attributeOf(element, name) ?? ''),
          ...(element.tagName === 'link' && /stylesheet|icon|manifest/.test(attributeOf(element, 'rel') ?? '')
            ? [attributeOf(element, 'href') ?? '']
            : []),
        ]),
      ),
    );
    const files = [...loaded].filter((address) => address.startsWith('/') && !address.endsWith('/'));
    expect(files.length).toBeGreaterThan(15);
    expect(files.filter((address) => !urls.has(address.slice(1)))).toEqual([]);
  });

  it('is listed with its true digests', () => {
    const wrong = list.filter(({ url, sha256 }) => {
      const file = readFileSync(join(dist, url, url.endsWith('/') ? 'index.html' : ''));
      return createHash('sha256').update(file).digest('base64') !== sha256;
    });
    expect(wrong).toEqual([]);
  });

  it('is the edition that is published, and its size is what a reader is told', () => {
    const published = JSON.parse(readFileSync(join(dist, routes.offlineEdition), 'utf8')) as Edition;
    const bytes = list.reduce(
      (sum, { url }) => sum + readFileSync(join(dist, url, url.endsWith('/') ? 'index.html' : '')).length,
      0,
    );
    expect(published).toEqual(edition);
    expect(published).toMatchObject({ files: list.length, bytes, cutOff: '2023-05-13' });
  });

  it('leaves room on every page that has a foot to say which edition it is', () => {
    const faults = builtPages().filter(
      ({ html, tree }) =>
        html.split('<footer class="colophon">').length - 1 !== byClass(tree, 'colophon').length,
    );
    expect(faults.map(({ address }) => address)).toEqual([]);
    expect(
      builtPages().filter(({ html }) => html.includes('<footer class="colophon">')).length,
    ).toBeGreaterThan(900);
  });

  it('costs nothing on other pages: only its own knows the worker, which stays below its budget', () => {
    const knowing = builtPages().filter(({ tree }) => withAttribute(tree, 'data-worker').length > 0);
    expect(knowing.map(({ address }) => address)).toEqual([routes.offline]);
    expect(worker.length - worker.indexOf('\n')).toBeLessThan(25_000);
    const [element] = withAttribute(pageAt(routes.offline).tree, 'data-worker');
    expect(element && attributeOf(element, 'data-worker')).toBe(routes.offlineWorker);
  });
});
