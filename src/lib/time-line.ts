import { comparePartialDates, lastDayOf } from './partial-date.ts';

/** A dated thing with the empty time before it in its year, in months. */
export interface Placed<T> {
  readonly item: T;
  readonly before: number;
}

/** One year: what is known by the year alone, then what has a month, with the empty months between. */
export interface TimeLineYear<T> {
  readonly year: string;
  readonly undated: readonly T[];
  readonly dated: readonly Placed<T>[];
  /** Empty months from the last thing to the end of the year. */
  readonly after: number;
}

/**
 * Every year from the first thing to the last, years without anything included. The first year begins with its first
 * thing and the last ends with its last; the empty months of all years add up to the time between the two.
 */
export function timeLineOf<T>(items: readonly T[], dateOf: (item: T) => string): TimeLineYear<T>[] {
  const inTime = items.toSorted((a, b) => comparePartialDates(dateOf(a), dateOf(b)));
  const years = inTime.map((item) => Number(dateOf(item).slice(0, 4)));
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth).map((year) => {
    const own = inTime.filter((item) => Number(dateOf(item).slice(0, 4)) === year);
    const dated = own.filter((item) => dateOf(item).length > 4);
    const places = dated.map((item) => monthOf(dateOf(item)));
    const start = year === first ? (places[0] ?? 0) : 0;
    const end = year === last ? (places.at(-1) ?? 0) : 12;
    return {
      year: String(year),
      undated: own.filter((item) => dateOf(item).length === 4),
      dated: dated.map((item, index) => ({
        item,
        before: tenths((places[index] ?? 0) - (places[index - 1] ?? start)),
      })),
      after: tenths(end - (places.at(-1) ?? start)),
    };
  });
}

/** Months since the year began, by days: 2019-06-15 → 5.47. A month without a day begins it. */
function monthOf(date: string): number {
  const [, month = '1', day = '1'] = date.split('-');
  const days = Number(lastDayOf(date.slice(0, 7)).slice(8));
  return Number(month) - 1 + (Number(day) - 1) / days;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
