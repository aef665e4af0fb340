import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPage, unpackPage, type IndexedPage } from '../../../src/search/page.ts';

const page: IndexedPage = {
  url: '/agreements/x/',
  title: '协议',
  kind: '协议',
  blocks: [{ text: '甲  "乙"　<丙>&\u{20bb7}', anchor: 'p1', printed: true }],
};

test('a page comes back as it was packed', () => {
  expect(unpackPage(packPage(page))).toEqual(page);
});

test('any text comes back as it was packed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const any = { ...page, blocks: [{ text }] };
      expect(unpackPage(packPage(any))).toEqual(any);
    }),
  );
});

test('a packed page holds nothing but private-use characters', () => {
  expect(packPage(page)).toMatch(/^\p{Co}+$/u);
});

test('what was not packed by us is refused', () => {
  expect(() => unpackPage('')).toThrow();
  expect(() => unpackPage('{"url":"/"}')).toThrow();
});
