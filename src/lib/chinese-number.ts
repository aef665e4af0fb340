const digits = '零一二三四五六七八九';

/** A whole number from 0 to 99 in Chinese numerals (五, 十二, 四十五); Arabic digits beyond that. */
export function toChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return head + (ones === 0 && head !== '' ? '' : (digits[ones] ?? ''));
}
