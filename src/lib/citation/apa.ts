import { bracketed, joined, retrievalPlace, type CitedWork } from './item.ts';

/**
 * A reference by APA, 7th edition, as plain text: newspaper article, web page, or entry of an online reference
 * work (title first, "In" the work). Chinese names and titles stand as printed: a romanisation or a translation
 * would be ours. Without a date "n.d."; an inferred date or name in brackets; retrieved on a day, since the pages
 * of a record are revised.
 */
export function toApa(work: CitedWork): string {
  const title = work.basis === undefined ? work.title : `${work.title} [${work.basis}]`;
  const date = `(${work.date === undefined ? 'n.d.' : bracketed({ ...work.date, value: toEnglishDate(work.date.value) })})`;
  const authors = authorsOf(work.authors);
  const elements = [
    ...(authors === '' ? [title, date] : [authors, date, title]),
    placeOf(work),
    `Retrieved ${retrievalPlace}, from ${work.url}`,
  ];
  return joined(elements, '. ');
}

/** "2017, August 18", "2017, August" or "2017". */
function toEnglishDate(value: string): string {
  const [year = '', month, day] = value.split('-');
  if (month === undefined) return year;
  const name = months[Number(month) - 1] ?? month;
  return `${year}, ${day === undefined ? name : `${name} ${String(Number(day))}`}`;
}

/** "August 18, 2017": the form inside a sentence. */
export function toEnglishDay(value: string): string {
  const [year = '', month = '', day = ''] = value.split('-');
  return `${months[Number(month) - 1] ?? month} ${String(Number(day))}, ${year}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function authorsOf(authors: readonly string[]): string {
  const last = authors.at(-1) ?? '';
  return authors.length < 2 ? last : `${authors.slice(0, -1).join(', ')}, & ${last}`;
}

function placeOf({ form, container, page }: CitedWork): string | undefined {
  if (container === undefined) return form === 'newspaper' ? '[报名不详]' : undefined;
  return joined([`${form === 'entry' ? 'In ' : ''}${bracketed(container)}`, page], ', ');
}
