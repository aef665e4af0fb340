const digits = '零一二三四五六七八九';
const smallUnits = ['', '十', '百', '千'];
const largeUnits = ['', '万', '亿'];

/** Numbers from here on are not spelt out in Chinese. */
const numberLimit = 10 ** 12;

/** A whole number in Chinese as it is read: 十五, 一百零五, 二千零一十九. Undefined for what is negative, broken or too large. */
export function toChinese(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= numberLimit) return undefined;
  if (value === 0) return '零';
  let read = '';
  let isGap = false;
  for (let rank = largeUnits.length - 1; rank >= 0; rank -= 1) {
    const section = Math.floor(value / 10 ** (4 * rank)) % 10_000;
    if (section === 0) {
      isGap = read !== '';
      continue;
    }
    const zero = read !== '' && (isGap || section < 1000) ? '零' : '';
    read += zero + readSection(section) + (largeUnits[rank] ?? '');
    isGap = false;
  }
  return read.replace(/^一十/u, '十');
}

/** 1 to 9999 as read, tens in full: 一十五. */
function readSection(section: number): string {
  let read = '';
  let isGap = false;
  for (let rank = 3; rank >= 0; rank -= 1) {
    const digit = Math.floor(section / 10 ** rank) % 10;
    if (digit === 0) isGap = read !== '';
    else {
      read += (isGap ? '零' : '') + (digits[digit] ?? '') + (smallUnits[rank] ?? '');
      isGap = false;
    }
  }
  return read;
}

/** The value of a whole number in Chinese, read (五十) or digit by digit (二〇一九); undefined for what is neither. */
export function fromChinese(text: string): number | undefined {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (!/^[零一二三四五六七八九十百千万亿]+$/u.test(plain)) return undefined;
  if (plain.length > 1 && !/[十百千万亿]/u.test(plain)) return Number(toDigits(plain));
  return fromRead(plain);
}

function fromRead(plain: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of plain) {
    const large = ['万', '亿'].indexOf(character) + 1;
    const small = ['十', '百', '千'].indexOf(character) + 1;
    if (large > 0) {
      total += (section + digit) * 10 ** (4 * large);
      section = 0;
      digit = 0;
    } else if (small > 0) {
      section += (digit === 0 ? 1 : digit) * 10 ** small;
      digit = 0;
    } else digit = digits.indexOf(character);
  }
  const value = total + section + digit;
  // Only what is written as it would be read: 十三五 is no number, and 百万 is written 一百万.
  const written = toChinese(value)?.replace(/^十/u, '一十');
  return written === plain.replace(/^十/u, '一十') ? value : undefined;
}

function toDigits(plain: string): string {
  return Array.from(plain, (character) => String(digits.indexOf(character))).join('');
}

/** Other ways to write the numbers in a text, best first, without the text itself: 第十五 as 第15, 50家 as 五十家. */
export function numeralVariants(text: string): string[] {
  const arabic = text.replace(/[零〇一二两三四五六七八九十百千万亿]+/gu, (run) => toArabic(run));
  const read = text.replace(/[0-9]+/gu, (run) => toChinese(Number(run)) ?? run);
  const spelt = text.replace(/[0-9]+/gu, (run) => Array.from(run, (digit) => digits[Number(digit)]).join(''));
  const rounded = spelt.replaceAll('零', '〇');
  return [...new Set([arabic, read, spelt, rounded])].filter((variant) => variant !== text);
}

/** The run in Arabic digits; 万 and 亿 at its end are kept, as articles write them: 五十万 is 50万. */
function toArabic(run: string): string {
  const [, number = '', unit = ''] = /^(.*?)([万亿]*)$/u.exec(run) ?? [];
  const value = number === '' ? undefined : fromChinese(number);
  if (value === undefined) return run;
  const isSpelt = number.length > 1 && !/[十百千万亿]/u.test(number);
  return (isSpelt ? toDigits(number.replaceAll('〇', '零').replaceAll('两', '二')) : String(value)) + unit;
}
