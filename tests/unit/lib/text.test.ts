import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  byCodeUnit,
  countOccurrences,
  isAsciiAlphanumeric,
  isChinesePunctuation,
  isHan,
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
