import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardsOf, recordOf, staleCards } from '../../scripts/card-data.ts';
import { places, staleDrawings } from '../../scripts/cards.ts';
import { attributeOf } from '../../src/lib/html.ts';
import { routes } from '../../src/routes.ts';
import { site } from '../../src/site.ts';
import { builtPages, byTag, dist, pageAt, projectRoot, type BuiltPage } from '../helpers/built-site.ts';

/** What a page says of itself in its head; a page of what was moved says less. */
const pages = builtPages().filter(({ html }) => !html.includes('http-equiv="refresh"'));

function metaOf({ tree }: BuiltPage, name: string): string | undefined {
  const found = byTag(tree, 'meta').find(
    (meta) => (attributeOf(meta, 'name') ?? attributeOf(meta, 'property')) === name,
  );
  return found && attributeOf(found, 'content');
}

function linksOf({ tree }: BuiltPage, relation: string): string[] {
  return byTag(tree, 'link')
    .filter((link) => attributeOf(link, 'rel') === relation)
    .map((link) => attributeOf(link, 'href') ?? '');
}

/** Width and height of a PNG, from its first chunk. */
function sizeOf(file: string): [number, number] {
  const png = readFileSync(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('every page where it is shared', () => {
  it('has a description of its own, a whole sentence', () => {
    const seen = new Map<string, string>();
    const faults = pages.flatMap((page) => {
      const description = metaOf(page, 'description') ?? '';
      const earlier = seen.get(description);
      seen.set(description, page.address);
      const isWhole =
        description.length >= 9 && /[。？！]$/.test(description) && !/。。|undefined/.test(description);
      return isWhole && earlier === undefined ? [] : [`${page.address} “${description}” ${earlier ?? ''}`];
    });
    expect(pages.length).toBeGreaterThan(900);
    expect(faults).toEqual([]);
  });

  it('says the same to networks as to search engines, in the site’s name and language', () => {
    const faults = pages.flatMap((page) => {
      const said = [
        metaOf(page, 'og:description') === metaOf(page, 'description'),
        (metaOf(page, 'og:title') ?? '') !== '',
        metaOf(page, 'og:type') === (page.address === '/' ? 'website' : 'article'),
        metaOf(page, 'og:locale') === 'zh_CN',
        metaOf(page, 'og:site_name') === site.name,
        metaOf(page, 'twitter:card') === 'summary_large_image',
      ];
      return said.every(Boolean) ? [] : [`${page.address} ${said.join()}`];
    });
    expect(faults).toEqual([]);
  });

  it('shows a card that exists, with its size and its words', () => {
    const faults = pages.filter((page) => {
      const image = metaOf(page, 'og:image') ?? '';
      return (
        !existsSync(join(dist, image)) ||
        metaOf(page, 'og:image:width') !== '1200' ||
        metaOf(page, 'og:image:height') !== '630' ||
        (metaOf(page, 'og:image:alt') ?? '').length < 10
      );
    });
    expect(faults.map(({ address }) => address)).toEqual([]);
  });

  it('has its icons, its manifest and a colour for the browser’s frame in both schemes', () => {
    const home = pageAt('/');
    expect(linksOf(home, 'icon')).toEqual([routes.favicon, routes.icon]);
    expect(linksOf(home, 'apple-touch-icon')).toEqual([routes.touchIcon]);
    expect(linksOf(home, 'manifest')).toEqual([routes.manifest]);
    const same = (relation: string): string[] =>
      pages
        .filter((page) => linksOf(page, relation).join() !== linksOf(home, relation).join())
        .map((p) => p.address);
    expect(['icon', 'apple-touch-icon', 'manifest'].flatMap(same)).toEqual([]);
    const paper = /--paper: light-dark\((#\w+), (#\w+)\)/.exec(
      readFileSync(join(projectRoot, 'src/styles/tokens.css'), 'utf8'),
    );
    const colours = byTag(home.tree, 'meta')
      .filter((meta) => attributeOf(meta, 'name') === 'theme-color')
      .map((meta) => [attributeOf(meta, 'media'), attributeOf(meta, 'content')]);
    expect(colours).toEqual([
      ['(prefers-color-scheme: light)', paper?.[1]],
      ['(prefers-color-scheme: dark)', paper?.[2]],
    ]);
  });
});

describe('the cards', () => {
  const cards = cardsOf(dist);

  it('are drawn as their pages stand; otherwise "npm run cards", then build', () => {
    expect(staleDrawings()).toEqual([]);
  });

  it('are there for home and every agreement, theme and chain, and small', () => {
    const kinds = Map.groupBy(cards, ({ page }) => page.split('/')[1] ?? '');
    expect(kinds.get('')).toHaveLength(1);
    for (const kind of ['agreements', 'themes', 'chains']) {
      expect(kinds.get(kind)?.length, kind).toBeGreaterThan(10);
    }
    const sizes = cards.map((card) => statSync(join(places.cards, recordOf(card).file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
    for (const card of cards) expect(sizeOf(join(places.cards, recordOf(card).file))).toEqual([1200, 630]);
  });

  it('would be found stale when a word of theirs changed, and when their page is gone', () => {
    const [first, ...others] = cards;
    if (first === undefined) throw new Error('no card');
    const drawn = Object.fromEntries(cards.map((card) => [card.page, recordOf(card)]));
    const changed = { ...first, text: `${first.text}改` };
    expect(staleCards([changed, ...others], drawn, places.cards)).toEqual([first.page]);
    expect(staleCards(others, drawn, places.cards)).toEqual([first.page]);
  });

  it('say no date that was inferred without saying so', () => {
    const marks = cards.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.marks));
    const unmarked = marks.filter(({ date, inferred }) => date.startsWith('2017-08') && !inferred);
    expect(marks.length).toBeGreaterThan(50);
    expect(unmarked).toEqual([]);
  });
});

describe('the web manifest', () => {
  it('names the site, its language and its icons, all of which are there at the size it says', () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8')) as {
      name: string;
      short_name: string;
      lang: string;
      start_url: string;
      scope: string;
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
    };
    expect(manifest).toMatchObject({ name: site.name, lang: site.language, start_url: '/', scope: '/' });
    expect(manifest.short_name.length).toBeLessThan(12);
    for (const { src, sizes, type } of manifest.icons.filter(({ type: kind }) => kind === 'image/png')) {
      expect(sizeOf(join(dist, src)).join('x'), `${src} ${type}`).toBe(sizes);
    }
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(['any', '192x192', '512x512', '512x512']);
    expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
    expect(sizeOf(join(dist, routes.touchIcon))).toEqual([180, 180]);
  });
});
