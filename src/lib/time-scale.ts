import { lastDayOf } from './partial-date.ts';

const dayLength = 86_400_000;

/** Where a date lies on a stretch of time: from 0 at its beginning to 1 at its end; a month or year has a length. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Puts dates on a stretch of time, true to scale by the day; what lies outside is drawn at its nearer end. */
export function timeScale(first: string, last: string): (date: string) => Place {
  const start = dayOf(firstDay(first));
  const length = dayOf(lastDayOf(last)) - start;
  const at = (day: string): number =>
    length <= 0 ? 0 : Math.min(1, Math.max(0, (dayOf(day) - start) / length));
  return (date) => ({ from: at(firstDay(date)), to: at(lastDayOf(date)) });
}

/** The first days of the years that begin within a stretch of time. */
export function yearsWithin(first: string, last: string): string[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from) }, (_, nth) => `${String(from + nth + 1)}-01-01`);
}

/** A part of the whole as a length in an SVG: 0.25 → "25%"; thousandths are enough for any screen. */
export function asPart(part: number): string {
  return `${String(Math.round(part * 1000) / 10)}%`;
}

function firstDay(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** Days since 1970 by the calendar alone, without a time zone. */
function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayLength;
}
