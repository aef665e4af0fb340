/** Words of a text that say a number; offsets in UTF-16 code units, end exclusive. */
export interface NumberWords {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const han = '[〇零一二两兩三四五六七八九十百千万萬亿億半几幾双雙廿卅俩仨]';
const arabic = String.raw`\p{Nd}+(?:[.．]\p{Nd}+)?`;

/** Numbers as printed, whatever they mean there: `2106.18亿`, `1-1.5`, `百分之二十`, `十九`, the 多 of 多种, the 一 of 统一. */
const numbers = new RegExp(
  [
    String.raw`${arabic}(?:[-–~～]${arabic})*[十百千万萬亿億]*`,
    `${han}+分之${han}+(?:点${han}+)?`,
    `(?:${han}|[\\p{Nl}\\p{No}])+`,
    '多(?=[个項项家种種名次]|方面)',
    '若干',
  ].join('|'),
  'gu',
);

const day = String.raw`\d{1,2}月(?:\d{1,2}日(?:至\d{1,2}日)?)?`;

/** Dates and times as articles write them: 2019年6月3日, 1月16日至18日, 2018—2035年, 7·26, 一季度, 下半年. */
const dates = new RegExp(
  [
    String.raw`\d{4}-\d{2}-\d{2}(?:-? \d{2}:\d{2})?`,
    String.raw`[12]\d{3}(?:[—–-]|至)[12]\d{3}年`,
    `(?:[12]\\d{3}|[一二][〇零一二三四五六七八九]{3})年(?:${day})?`,
    day,
    String.raw`\d{1,2}·\d{1,2}`,
    '[一二三四]季度',
    '[上下]半年',
    '星期[一二三四五六]',
  ].join('|'),
  'gu',
);

/** Places in an order: 第二, 第1, the 一是 二是 of a list, the number before a heading. */
const orders = new RegExp(
  [
    String.raw`第(?:\p{Nd}|${han})+`,
    '(?<=^|[，。；：、！？“])[一二三四五六七八九十]+是',
    String.raw`^\p{Nd}+[.．、](?!\p{Nd})`,
    `^[（(]?[一二三四五六七八九十]+[）)、]`,
  ].join('|'),
  'gu',
);

/** Every number a text says, in order, none overlapping: no digit and no numeral of it lies outside them. */
export function numbersIn(text: string): NumberWords[] {
  return matchesOf(numbers, text);
}

/** The dates and times in a text. A duration (5年, 3个月) is none. */
export function datesIn(text: string): NumberWords[] {
  return matchesOf(dates, text).filter(({ start }) => !/[\d.]/.test(text.charAt(start - 1)));
}

/** The words of a text that give a thing its place in an order. */
export function ordersIn(text: string): NumberWords[] {
  return matchesOf(orders, text);
}

function matchesOf(pattern: RegExp, text: string): NumberWords[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
