import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  byCodeUnit,
  countOccurrences,
  isAsciiAlphanumeric,
  isChinesePunctuation,
  isHan,
  nearestExcerpt,
  nearestId,
} from '../../../src/lib/text.ts';

describe('kinds of characters', () => {
  test.each([
    ['京', true],
    ['𠮷', true],
    ['々', true],
    ['〇', true],
    ['a', false],
    ['，', false],
    ['京津', false],
    ['', false],
  ])('%j is Han: %s', (char, han) => {
    expect(isHan(char)).toBe(han);
  });

  test.each(Array.from('，。、；：？！“”‘’（）《》—…·'))('%s is Chinese punctuation', (char) => {
    expect(isChinesePunctuation(char)).toBe(true);
  });

  test.each([',', '.', '(', '-', '"', ' ', '京', '，。', ''])('%j is no Chinese punctuation', (char) => {
    expect(isChinesePunctuation(char)).toBe(false);
  });

  test.each([
    ['z', true],
    ['Z', true],
    ['0', true],
    ['Ａ', false],
    ['é', false],
    ['-', false],
    ['', false],
  ])('%j is an ASCII letter or digit: %s', (char, is) => {
    expect(isAsciiAlphanumeric(char)).toBe(is);
  });
});

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

describe('counting', () => {
  test.each([
    ['京津京', '京', 2],
    ['哈哈哈', '哈哈', 2],
    ['京津冀', '京冀', 0],
    ['京津冀', '', 0],
    ['', '京', 0],
  ])('in %j of %j gives %s', (whole, part, count) => {
    expect(countOccurrences(whole, part)).toBe(count);
  });
});

describe('code-unit order', () => {
  it('is that of the default sort, in every locale', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(texts.toSorted(byCodeUnit)).toEqual(texts.toSorted());
      }),
    );
    expect(['b', 'a', 'B', '京', 'a-b', 'a/b'].toSorted(byCodeUnit)).toEqual([
      'B',
      'a',
      'a-b',
      'a/b',
      'b',
      '京',
    ]);
  });
});
