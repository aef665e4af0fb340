import { expect, test } from 'vitest';
import type { IndexedPage } from '../../../src/search/page.ts';
import { addressOf, toHits } from '../../../src/search/results.ts';

function page(url: string, kind: string, ...texts: string[]): IndexedPage {
  return {
    url,
    title: url,
    kind,
    blocks: texts.map((text, index) => ({ text, anchor: `b${String(index)}` })),
  };
}

test('a page is a hit when every term stands in one of its blocks', () => {
  const pages = [
    page('/a/', '条款', '京雄铁路', '高速公路'),
    page('/b/', '条款', '京雄高速'),
    page('/c/', '条款', '京雄铁路'),
    page('/d/', '条款', '京', '雄高速'),
  ];
  expect(toHits(pages, ['京雄', '高速']).map((hit) => hit.page.url)).toEqual(['/a/', '/b/']);
});

test('a hit links to the first of the blocks that hold the most terms', () => {
  const [hit] = toHits([page('/a/', '条款', '京雄铁路', '京雄高速', '京雄高速公路')], ['高速', '京雄']);
  expect(hit && addressOf(hit)).toBe('/a/#b1');
});

test('a hit shows a block that says more than the title, where there is one', () => {
  const heading = { text: '京雄高速' };
  const clause = { text: '力争开工建设京雄高速', anchor: 'c1' };
  const titled = { url: '/a/', title: '京雄高速', kind: '条款' };
  expect(toHits([{ ...titled, blocks: [heading, clause] }], ['京雄']).map(addressOf)).toEqual(['/a/#c1']);
  expect(toHits([{ ...titled, blocks: [heading] }], ['京雄']).map(addressOf)).toEqual(['/a/']);
});

test('a hit in a block without an anchor links to the page', () => {
  const [hit] = toHits([{ url: '/a/', title: '甲', kind: '条款', blocks: [{ text: '京雄' }] }], ['京雄']);
  expect(hit && addressOf(hit)).toBe('/a/');
});

test('hits are ordered by kind and URL, kinds without a place last', () => {
  const pages = ['/z/|来源', '/b/|条款', '/y/|未知乙', '/a/|条款', '/x/|协议', '/w/|未知甲'].map((entry) => {
    const [url = '', kind = ''] = entry.split('|');
    return page(url, kind, '京雄');
  });
  expect(toHits(pages, ['京雄']).map((hit) => hit.page.url)).toEqual([
    '/a/',
    '/b/',
    '/x/',
    '/z/',
    '/y/',
    '/w/',
  ]);
  expect(toHits(pages.toReversed(), ['京雄'])).toEqual(toHits(pages, ['京雄']));
});

test('a page without blocks is no hit', () => {
  expect(toHits([page('/a/', '条款')], ['京雄'])).toEqual([]);
});

test("a hit shows an article's words before ours", () => {
  const ours = { text: '见京雄高速', anchor: 'head' };
  const printed = { text: '力争开工建设京雄高速', anchor: 'c1', printed: true };
  const [hit] = toHits([{ url: '/a/', title: '甲', kind: '条款', blocks: [ours, printed] }], ['京雄']);
  expect(hit && addressOf(hit)).toBe('/a/#c1');
});
