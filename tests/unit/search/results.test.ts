import { expect, test } from 'vitest';
import { noFacets, type PageRow } from '../../../src/search/page.ts';
import { addressOf, bestBlock, inHitOrder } from '../../../src/search/results.ts';

function blocks(...texts: string[]) {
  return texts.map((text, index) => ({ text, anchor: `b${String(index)}` }));
}

function row(url: string, kind: string): PageRow {
  return { url, title: url, kind, path: '', date: '', status: '', facets: noFacets };
}

test('a page is a hit when every term stands whole in one of its blocks', () => {
  const terms = ['京雄', '高速'];
  expect(bestBlock('甲', blocks('京雄铁路', '高速公路'), terms)).toBeDefined();
  expect(bestBlock('甲', blocks('京雄高速'), terms)).toBeDefined();
  expect(bestBlock('甲', blocks('京雄铁路'), terms)).toBeUndefined();
  expect(bestBlock('甲', blocks('京', '雄高速'), terms)).toBeUndefined();
  expect(bestBlock('甲', [], terms)).toBeUndefined();
});

test('a hit shows the first of the blocks that hold the most terms', () => {
  const block = bestBlock('甲', blocks('京雄铁路', '京雄高速', '京雄高速公路'), ['高速', '京雄']);
  expect(addressOf('/a/', block)).toBe('/a/#b1');
});

test('a hit shows a block that says more than the title, where there is one', () => {
  const heading = { text: '京雄高速' };
  const clause = { text: '力争开工建设京雄高速', anchor: 'c1' };
  expect(bestBlock('京雄高速', [heading, clause], ['京雄'])).toBe(clause);
  expect(bestBlock('京雄高速', [heading], ['京雄'])).toBe(heading);
});

test("a hit shows an article's words before ours", () => {
  const ours = { text: '见京雄高速', anchor: 'head' };
  const printed = { text: '力争开工建设京雄高速', anchor: 'c1', printed: true } as const;
  expect(bestBlock('甲', [ours, printed], ['京雄'])).toBe(printed);
});

test('of blocks that only repeat the title a hit shows the printed one', () => {
  const heading = { text: '今年将疏解提升50个市场' };
  const printed = { text: '今年将疏解提升50个市场', anchor: 'p1', printed: true } as const;
  expect(bestBlock(heading.text, [heading, printed], ['50个'])).toBe(printed);
});

test('a hit links to its page while its block is not known, and where the block has no anchor', () => {
  expect(addressOf('/a/', undefined)).toBe('/a/');
  expect(addressOf('/a/', { text: '京雄' })).toBe('/a/');
  expect(addressOf('/a/', { text: '京雄', anchor: 'ü' })).toBe('/a/#%C3%BC');
});

test('hits are ordered by kind and URL, kinds without a place last', () => {
  const pages = [
    row('/z/', '来源'),
    row('/b/', '条款'),
    row('/y/', '说明'),
    row('/a/', '条款'),
    row('/x/', '项目'),
    row('/w/', '甲'),
  ];
  const urls = ['/a/', '/b/', '/x/', '/z/', '/w/', '/y/'];
  expect(inHitOrder(pages.toReversed()).map(({ url }) => url)).toEqual(
    inHitOrder(pages).map(({ url }) => url),
  );
  expect(
    inHitOrder(pages)
      .map(({ url }) => url)
      .toSorted(),
  ).toEqual(urls.toSorted());
  expect(
    inHitOrder(pages)
      .slice(0, 4)
      .map(({ url }) => url),
  ).toEqual(['/a/', '/b/', '/x/', '/z/']);
});
