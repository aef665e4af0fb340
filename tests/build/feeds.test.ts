import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/read/content.ts';
import { listFiles } from '../../src/read/files.ts';
import { dist, projectRoot } from '../helpers/built-site.ts';
import { childrenNamed, readXml, type XmlElement } from '../helpers/xml.ts';

const feeds = listFiles(dist, '.')
  .filter((file) => file.endsWith('feed.xml'))
  .map((file) => ({ file, feed: readXml(readFileSync(join(dist, file), 'utf8')) }));
const { changes, entries } = readContent(`${projectRoot}/`);
const textOf = (element: XmlElement, name: string): string => childrenNamed(element, name)[0]?.text ?? '';
const linkOf = (element: XmlElement, rel: string): string =>
  childrenNamed(element, 'link').find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'] ??
  '';

/** What RFC 4287 wants of a feed and of an entry. */
function faultsOf(element: XmlElement): string[] {
  const required = ['id', 'title', 'updated'];
  const wants = element.name === 'feed' ? [...required, 'author'] : required;
  return [
    ...wants.filter((name) => childrenNamed(element, name).length !== 1),
    ...(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(textOf(element, 'id')) ? [] : ['id']),
    ...(textOf(element, 'title') === '' ? ['title'] : []),
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(textOf(element, 'updated')) ? [] : ['updated']),
    ...(existsSync(join(dist, (linkOf(element, 'alternate').split('#')[0] ?? '') + 'index.html'))
      ? []
      : ['alternate']),
  ];
}

describe('the feeds', () => {
  it('are Atom, each where it says it is, each entry with a name for ever and a page that opens', () => {
    for (const { file, feed } of feeds) {
      expect(feed.attributes['xmlns'], file).toBe('http://www.w3.org/2005/Atom');
      expect(linkOf(feed, 'self')).toBe(`/${file}`);
      expect([feed, ...childrenNamed(feed, 'entry')].flatMap(faultsOf), file).toEqual([]);
    }
    expect(new Set(feeds.map(({ feed }) => textOf(feed, 'id'))).size).toBe(feeds.length);
  });

  it('are one for all, one for each theme and each region', () => {
    const followed = entries.filter(({ collection }) => ['themes', 'regions'].includes(collection));
    expect(feeds.map(({ file }) => file).sort()).toEqual(
      ['feed.xml', ...followed.map(({ collection, id }) => `${collection}/${id}/feed.xml`)].sort(),
    );
  });

  it('tell every committed change on its committed day, newest first, and nothing else', () => {
    const all = feeds.find(({ file }) => file === 'feed.xml')?.feed ?? fail();
    const told = childrenNamed(all, 'entry');
    expect(told.map((entry) => [textOf(entry, 'title'), textOf(entry, 'updated')]).sort()).toEqual(
      changes.map(({ title, date }) => [title, `${date}T00:00:00Z`]).sort(),
    );
    const days = told.map((entry) => textOf(entry, 'updated'));
    expect(days).toEqual(days.toSorted().reverse());
    expect(textOf(all, 'updated')).toBe(days[0]);
  });

  it('of a theme and a region hold the articles whose entries bear it, and no other', () => {
    const ids = (file: string): string[] => {
      const feed = feeds.find((each) => each.file === file)?.feed ?? fail();
      return childrenNamed(feed, 'entry').map((entry) => linkOf(entry, 'alternate'));
    };
    expect(ids('regions/xiongan/feed.xml')).toContain('/sources/xiongan-xieyi-2017/');
    for (const { file } of feeds.filter((each) => each.file !== 'feed.xml')) {
      const [collection, id] = file.split('/');
      const page = readFileSync(join(dist, `${collection ?? ''}/${id ?? ''}/index.json`), 'utf8');
      const own = JSON.parse(page) as { evidence: { passage: string }[] };
      const articles = new Set(own.evidence.map(({ passage }) => `/sources/${passage.split('#')[0] ?? ''}/`));
      for (const article of articles) expect(ids(file), file).toContain(article);
    }
  });
});

describe('what other programs read first', () => {
  it('lets robots in, and names no map of a site that has not said where it stands', () => {
    expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).toBe('User-agent: *\nAllow: /\n');
    expect(existsSync(join(dist, 'sitemap.xml'))).toBe(false);
  });

  it('tells language models what is here, by links that open', () => {
    const llms = readFileSync(join(dist, 'llms.txt'), 'utf8');
    const links = [...llms.matchAll(/^- \[[^\]]+\]\(([^)]+)\)：/gm)].map(([, address = '']) => address);
    expect(llms).toMatch(/^# .+\n\n> .+\n/);
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((address) => !existsSync(join(dist, address)))).toEqual([]);
  });
});

function fail(): never {
  throw new Error('no such feed');
}
