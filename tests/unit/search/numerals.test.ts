import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromChinese, numeralVariants, toChinese } from '../../../src/search/numerals.ts';

test.each([
  [0, '零'],
  [5, '五'],
  [10, '十'],
  [15, '十五'],
  [50, '五十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [10_000, '一万'],
  [10_500, '一万零五百'],
  [100_000, '十万'],
  [120_034, '十二万零三十四'],
  [100_000_001, '一亿零一'],
])('%d is %s', (value, read) => {
  expect(toChinese(value)).toBe(read);
  expect(fromChinese(read)).toBe(value);
});

test('every number comes back from its Chinese reading', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 - 1 }), (value) => {
      expect(fromChinese(toChinese(value) ?? '')).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

test.each(['十三五', '百', '万亿', '一带', '', '一一十', '十十'])('%s is no number', (text) => {
  expect(fromChinese(text)).toBeUndefined();
});

test.each([
  ['第十五', '第15'],
  ['第15', '第十五'],
  ['五十', '50'],
  ['50家', '五十家'],
  ['二〇一九年', '2019年'],
  ['2019年', '二〇一九年'],
  ['五十万', '50万'],
])('%s can be written %s', (text, other) => {
  expect(numeralVariants(text)).toContain(other);
});

test('a text without numbers has no variants, and no text is its own', () => {
  expect(numeralVariants('京雄高速')).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('十', '五', '1', '0', '万', '第', '零') }), (text) => {
      expect(numeralVariants(text)).not.toContain(text);
    }),
  );
});
