import { expect, it } from 'vitest';
import { toChineseNumber } from '../../../src/lib/chinese-number.ts';

it('writes whole numbers below a hundred in Chinese numerals, and leaves the rest in digits', () => {
  const written = [0, 5, 10, 12, 20, 45, 99, 100, 1.5, -1].map(toChineseNumber);
  expect(written).toEqual(['零', '五', '十', '十二', '二十', '四十五', '九十九', '100', '1.5', '-1']);
});
