import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editDistance, nearestExcerpt, nearestId } from '../../../src/lib/nearest.ts';

describe('the nearest ID', () => {
  test.each([
    ['shengtay', ['jiaotong', 'shengtai', 'shengtai-2'], 'shengtai'],
    ['yi#p12', ['yi#p1', 'yi#p2', 'yi#p21'], 'yi#p1'],
    ['xa', ['xb', 'xc'], 'xb'],
    ['xa', ['xc', 'xb'], 'xb'],
    ['alias', ['aliases', 'areas'], 'aliases'],
    ['jiaotong', ['rencai', 'guihua'], undefined],
    ['jiaotong', [], undefined],
    ['', ['ab', 'abc'], 'ab'],
  ])('to %j of %j is %j', (value, candidates, nearest) => {
    expect(nearestId(value, candidates)).toBe(nearest);
  });
});

describe('the nearest stretch of a text', () => {
  test.each([
    ['one character is wrong', '加块建设云松快线', '双方加快建设云松快线，力争', '加快建设云松快线'],
    ['one character is missing', '云泽市长林知远', '10月8日，云泽市市长林知远与松岚市', '云泽市市长林知远'],
    ['the missing character is one of a pair', '云泽市长', '10月8日，云泽市市长林知远', '云泽市市长'],
    ['one character is too many', '加快建设了云松快线', '双方加快建设云松快线，力争', '加快建设云松快线'],
    ['the punctuation is of the wrong width', '快线,力争', '建设云松快线，力争2025年', '快线，力争'],
    ['the quote is longer than the text', '京津冀协同', '京津冀', '京津冀'],
    ['nothing comes near', '加快建设', '春眠不觉晓，处处闻啼鸟', undefined],
    ['the quote is empty', '', '京津冀', undefined],
    ['the text is empty', '京津冀', '', undefined],
  ])('where %s', (_, quote, text, nearest) => {
    expect(nearestExcerpt(quote, text)).toBe(nearest);
  });

  it('is the stretch itself where it stands in the text', () => {
    const text = fc.string({ unit: fc.constantFrom('京', '津', '冀', '，'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, at, length) => {
        const start = at % whole.length;
        const quote = whole.slice(start, start + 1 + (length % whole.length));
        expect(nearestExcerpt(quote, whole)).toBe(quote);
      }),
    );
  });
});

test('an edit distance counts what is put in, left out and exchanged', () => {
  expect(editDistance('', '')).toBe(0);
  expect(editDistance('京雄', '')).toBe(2);
  expect(editDistance('京雄', '京熊')).toBe(1);
  expect(editDistance('京雄高速', '京高速路')).toBe(2);
});
