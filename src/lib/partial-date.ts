/** A date as precise as its source: "2019", "2019-06" or "2019-06-03". */
export const partialDatePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** True when the text is a partial date that exists in the calendar. */
export function isPartialDate(text: string): boolean {
  if (!partialDatePattern.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return true;
  return day <= daysInMonth(year, month);
}

/** Orders by time; of two that agree, the less precise comes first. */
export function comparePartialDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "2019年6月3日", "2019年6月" or "2019年": the form used inside Chinese sentences. */
export function toChineseDate(text: string): string {
  const [year, month, day] = text.split('-');
  const units: [string | undefined, string][] = [
    [year, '年'],
    [month, '月'],
    [day, '日'],
  ];
  return units.map(([part, unit]) => (part === undefined ? '' : `${String(Number(part))}${unit}`)).join('');
}

/** The last day a partial date can mean: "2019-06" → "2019-06-30". */
export function lastDayOf(text: string): string {
  const [year = '', month = '12', day] = text.split('-');
  return `${year}-${month}-${day ?? String(daysInMonth(Number(year), Number(month)))}`;
}

/** Whole months from one full date to another; undefined where either has no day. */
export function monthsBetween(from: string, to: string): number | undefined {
  if (from.length !== 10 || to.length !== 10) return undefined;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** True when a date, read to its end, lies before another: a month is past when the next has begun. */
export function isPast(date: string, on: string): boolean {
  return on.slice(0, date.length) > date;
}

/**
 * How long from one date to another, as exactly as both allow: "3年11个月"; where one is only a month or a year, the
 * least and the most it can be: "3年4个月至4年4个月".
 */
export function spanBetween(from: string, to: string): string {
  const least = Math.max(0, monthsBetween(lastDayOf(from), firstDayOf(to)) ?? 0);
  const most = Math.max(0, monthsBetween(firstDayOf(from), lastDayOf(to)) ?? 0);
  return least === most ? toChineseSpan(least) : `${toChineseSpan(least)}至${toChineseSpan(most)}`;
}

function firstDayOf(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** "3年11个月", "5年", "8个月", "不满1个月". */
export function toChineseSpan(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  if (months < 1) return '不满1个月';
  return `${years > 0 ? `${String(years)}年` : ''}${rest > 0 ? `${String(rest)}个月` : ''}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
