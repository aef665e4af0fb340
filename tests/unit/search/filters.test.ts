import { expect, test } from 'vitest';
import {
  countValues,
  facetNames,
  filterPages,
  isFiltering,
  noFilters,
  readFilters,
  toAddressQuery,
  valuesOf,
} from '../../../src/search/filters.ts';
import { noFacets, type PageRow } from '../../../src/search/page.ts';

function row(url: string, kind: string, facets: Partial<PageRow['facets']>): PageRow {
  return { url, title: url, kind, path: '', date: '', status: '', facets: { ...noFacets, ...facets } };
}

const pages = [
  row('/a/', '项目', { theme: ['jiaotong'], year: ['2017', '2019'], status: ['planned'] }),
  row('/b/', '项目', { theme: ['shengtai'], year: ['2019'] }),
  row('/c/', '条款', { theme: ['jiaotong', 'shengtai'], year: ['2017'] }),
];
const urls = (list: readonly PageRow[]): string[] => list.map(({ url }) => url);

test('a page is left when it has one of the chosen values of every facet chosen from', () => {
  expect(urls(filterPages(pages, noFilters))).toEqual(['/a/', '/b/', '/c/']);
  expect(urls(filterPages(pages, { ...noFilters, theme: ['shengtai'] }))).toEqual(['/b/', '/c/']);
  expect(
    urls(filterPages(pages, { ...noFilters, theme: ['shengtai'], kind: ['项目', '条款'], year: ['2017'] })),
  ).toEqual(['/c/']);
  expect(filterPages(pages, { ...noFilters, source: ['x'] })).toEqual([]);
});

test('the count of a value is the number of pages left when it alone is chosen of its facet', () => {
  const filters = { ...noFilters, kind: ['项目'], year: ['2019'] };
  for (const facet of facetNames) {
    const counts = countValues(pages, filters, facet);
    for (const value of new Set(pages.flatMap((page) => valuesOf(page, facet)))) {
      expect(counts.get(value) ?? 0).toBe(filterPages(pages, { ...filters, [facet]: [value] }).length);
    }
  }
});

test('a search comes back from its address', () => {
  const filters = { ...noFilters, kind: ['条款', '项目'], theme: ['jiaotong'] };
  const address = toAddressQuery('京雄 -高速&x=1', filters);
  const parameters = new URLSearchParams(address);
  expect(parameters.get('q')).toBe('京雄 -高速&x=1');
  expect(readFilters(parameters)).toEqual(filters);
  expect(isFiltering(filters)).toBe(true);
  expect(toAddressQuery('', noFilters)).toBe('');
});
