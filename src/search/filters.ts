import type { PageFacets, PageRow } from './page.ts';

/** What results can be filtered by, in the order of the filters. */
export const facetNames = ['kind', 'theme', 'region', 'year', 'source', 'status'] as const;
export type FacetName = 'kind' | keyof PageFacets;

/** The values chosen of each facet: a page must have one of them, of every facet in which any is chosen. */
export type Filters = Readonly<Record<FacetName, readonly string[]>>;

export const noFilters: Filters = { kind: [], theme: [], region: [], year: [], source: [], status: [] };

export function valuesOf(page: PageRow, facet: FacetName): readonly string[] {
  return facet === 'kind' ? [page.kind] : page.facets[facet];
}

export function filterPages(pages: readonly PageRow[], filters: Filters): PageRow[] {
  return pages.filter((page) => facetNames.every((facet) => isWithin(page, facet, filters[facet])));
}

/**
 * For every value of a facet, how many pages would be left were it the only one chosen of that facet, the other
 * facets' choices kept.
 */
export function countValues(
  pages: readonly PageRow[],
  filters: Filters,
  facet: FacetName,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of filterPages(pages, { ...filters, [facet]: [] })) {
    for (const value of new Set(valuesOf(page, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export function isFiltering(filters: Filters): boolean {
  return facetNames.some((facet) => filters[facet].length > 0);
}

/** The filters that an address carries: each value as a parameter of its own, named like its facet. */
export function readFilters(parameters: URLSearchParams): Filters {
  const read = (facet: FacetName): string[] => [...new Set(parameters.getAll(facet))].filter(Boolean);
  return {
    kind: read('kind'),
    theme: read('theme'),
    region: read('region'),
    year: read('year'),
    source: read('source'),
    status: read('status'),
  };
}

/** A search as the parameters of its address, '' where there is nothing to say. */
export function toAddressQuery(query: string, filters: Filters): string {
  const parameters = new URLSearchParams(query === '' ? {} : { q: query });
  for (const facet of facetNames) for (const value of filters[facet]) parameters.append(facet, value);
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

function isWithin(page: PageRow, facet: FacetName, chosen: readonly string[]): boolean {
  return chosen.length === 0 || valuesOf(page, facet).some((value) => chosen.includes(value));
}
