import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gramsOf,
  indexPages,
  meetingPoints,
  packParts,
  pagesAt,
  partOf,
  unpackPart,
} from '../../../src/search/grams.ts';
import { fold, tokenise } from '../../../src/search/tokens.ts';

/** Pages as lists of blocks over few characters, so that strings repeat, meet and cross. */
const corpus = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom('京', '雄', '1', '，', '𠮷') }), { maxLength: 4 }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

function find(pages: readonly (readonly string[])[], query: string): number[] {
  const { grams, starts } = indexPages(pages.map((texts) => ({ blocks: texts.map((text) => ({ text })) })));
  const tokens = tokenise(query);
  const lists = gramsOf(tokens).map(({ gram, offset }) => ({ offset, positions: grams.get(gram) ?? [] }));
  return tokens.length === 1 ? [...(lists[0]?.positions ?? [])] : pagesAt(meetingPoints(lists), starts);
}

describe('the index of grams', () => {
  test('finds any string on exactly the pages with a block that holds it', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.string({ unit: fc.constantFrom('京', '雄', '1', '𠮷'), minLength: 1 }),
        (pages, query) => {
          const wanted = pages.flatMap((texts, page) =>
            texts.some((text) => fold(text).includes(fold(query))) ? [page] : [],
          );
          expect(find(pages, query)).toEqual(wanted);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('crosses no border of blocks or pages', () => {
    expect(find([['京', '雄'], ['京'], ['雄']], '京雄')).toEqual([]);
  });

  test('comes back from its parts as it was dealt out, each gram in the part it belongs to', () => {
    const texts = Array.from({ length: 400 }, (_, nth) => `第${String(nth * 37)}页，京雄${String(nth)}`);
    const { grams } = indexPages(texts.map((text) => ({ blocks: [{ text }] })));
    const parts = packParts(grams);
    const read = parts.map((part) => unpackPart(JSON.parse(part)));
    expect(parts.length).toBeGreaterThan(0);
    for (const [gram, numbers] of grams) expect(read[partOf(gram, parts.length)]?.get(gram)).toEqual(numbers);
    expect(read.reduce((sum, part) => sum + part.size, 0)).toBe(grams.size);
  });

  test('refuses what is no part', () => {
    expect(() => unpackPart({})).toThrow();
    expect(() => unpackPart(['京', 1])).toThrow();
  });
});

test('a text is covered by as few grams as can be, the last one overlapping', () => {
  const offsets = (text: string) =>
    gramsOf(tokenise(text)).map(({ gram, offset }) => `${gram}${String(offset)}`);
  expect(offsets('')).toEqual([]);
  expect(offsets('京')).toEqual(['京0']);
  expect(offsets('京雄')).toEqual(['京雄0']);
  expect(offsets('京雄高')).toEqual(['京雄0', '雄高1']);
  expect(offsets('京雄高速路')).toEqual(['京雄0', '高速2', '速路3']);
});
