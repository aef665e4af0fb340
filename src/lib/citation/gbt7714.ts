import { bracketed, joined, retrievalPlace, type CitedWork } from './item.ts';

/**
 * A reference by GB/T 7714—2015, numeric system without its number, elements in the order of 4.4 (articles of
 * newspapers) and 4.6 (electronic resources):
 *
 *     责任者. 题名[N/OL]. 报纸名, 日期(版次)[引用日期]. 获取路径.
 *     责任者. 题名[EB/OL]. 其他责任. 网站名(日期)[引用日期]. 获取路径.
 *
 * Signs are half-width with a space after, as the standard's community writes them. An author nobody printed is
 * left out (8.1.4); more than three are cut to three and 等 (8.1.2). A newspaper that is unknown is said to be, in
 * brackets; a web page's missing publisher and date are left out (8.4.2).
 */
export function toGbt7714(work: CitedWork): string {
  const type = work.form === 'newspaper' ? 'N/OL' : 'EB/OL';
  const place = work.form === 'newspaper' ? newspaperPlace(work) : webPlace(work);
  const elements = [
    authorsOf(work.authors),
    `${work.title}[${type}]`,
    work.basis,
    `${place}${retrievalPlace}`,
    work.url,
  ];
  return `${joined(elements, '. ')}.`;
}

function authorsOf(authors: readonly string[]): string {
  const named = authors.length > 3 ? [...authors.slice(0, 3), '等'] : authors;
  return named.join(', ');
}

function newspaperPlace({ container, date, page }: CitedWork): string {
  const name = container === undefined ? '[报名不详]' : bracketed(container);
  const day = date === undefined ? '[见报日期不详]' : bracketed(date);
  return `${name}, ${day}${page === undefined ? '' : `(${page})`}`;
}

function webPlace({ container, date }: CitedWork): string {
  const name = container === undefined ? '' : bracketed(container);
  return `${name}${date === undefined ? '' : `(${bracketed(date)})`}`;
}
