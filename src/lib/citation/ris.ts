import { bracketed, noteOf, type CitedWork } from './item.ts';

/**
 * The work as RIS, in the tags of its first specification alone, which every reference manager reads: `Y1` holds
 * the whole date, where `PY` would keep the year; a tag of the second (`LA`) makes readers take the others amiss.
 */
export function toRis({ key, form, authors, title, container, date, page, url, ...work }: CitedWork): string {
  const note = noteOf(work);
  const tags: [string, string | undefined][] = [
    ['TY', form === 'newspaper' ? 'NEWS' : 'ELEC'],
    ['ID', key],
    ['T1', title],
    ...authors.map((author): [string, string] => ['A1', author]),
    ['T2', container && bracketed(container)],
    ['Y1', date && toRisDate(date.value)],
    ['SP', page],
    ['UR', url],
    ['N1', note === '' ? undefined : note],
  ];
  const lines = tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}`]));
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** "2017/08/18/", three slashes whatever the precision. */
function toRisDate(value: string): string {
  const [year = '', month = '', day = ''] = value.split('-');
  return `${year}/${month}/${day}/`;
}
