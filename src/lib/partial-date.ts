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

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
