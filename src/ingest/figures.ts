import { datesIn, numbersIn, ordersIn } from '../lib/number-scan.ts';
import type { NumberedText } from './quoting.ts';

/** A number the text counts something with; an editor tells what it counts. */
export interface FoundFigure {
  readonly passage: string;
  readonly value: string;
  readonly unit: string;
  /** The word before or after that says more, less or about. */
  readonly comparator?: string;
  readonly context: string;
}

const units =
  /^(?:万亿元|亿元|万元|元|万公里|公里|千米|平方公里|平方千米|万?平方米|米|公顷|万?亩|立方米|万?吨|千克|千瓦时|万?千瓦|兆瓦|个百分点|[%％]|倍|小时|分钟|天|日|个?月|年|[万亿]?(?:家|个|项|所|名|人次|人|辆|条|座|处|次|批|种|张|户|台|套|件|层|栋|间|床|份|对|列|班|篇|部|类|方面|标箱|岁|周年|微克))/u;
const before = /(?:超过|不少于|不低于|不超过|至少|大约|约|近|达到?|突破|逾|高于|低于)$/;
const after = /^(?:余|多|以上|以下|左右|以内)/;

/** Every number with a unit, dates and places in an order left out. */
export function figuresIn(passages: readonly NumberedText[]): FoundFigure[] {
  return passages.flatMap(({ id, text }) => {
    const isOther = within([...datesIn(text), ...ordersIn(text)]);
    return numbersIn(text).flatMap(({ text: value, start, end }): FoundFigure[] => {
      if (isOther(start)) return [];
      const rest = text.slice(end, end + 12);
      const early = after.exec(rest)?.[0] ?? '';
      const unit = units.exec(rest.slice(early.length))?.[0];
      if (unit === undefined) return [];
      const late = after.exec(rest.slice(early.length + unit.length))?.[0];
      const comparator = before.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? (early || late);
      return [
        {
          passage: id,
          value,
          unit,
          ...(comparator === undefined || comparator === '' ? {} : { comparator }),
          context: text.slice(Math.max(0, start - 10), end + 12),
        },
      ];
    });
  });
}

/** Tells whether a place lies in one of some stretches, for places asked from left to right. */
function within(stretches: readonly { start: number; end: number }[]): (place: number) => boolean {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  let at = 0;
  let reach = 0;
  return (place) => {
    for (; (sorted[at]?.start ?? Infinity) <= place; at += 1) reach = Math.max(reach, sorted[at]?.end ?? 0);
    return place < reach;
  };
}
