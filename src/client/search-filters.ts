import { countValues, facetNames, isFiltering, type FacetName, type Filters } from '../search/filters.ts';
import type { PageRow } from '../search/page.ts';

/** The filters that are ticked. */
export function chosenFilters(root: HTMLElement): Filters {
  const read = (facet: FacetName): string[] =>
    boxesOf(root, facet)
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
  return {
    kind: read('kind'),
    theme: read('theme'),
    region: read('region'),
    year: read('year'),
    source: read('source'),
    status: read('status'),
  };
}

/**
 * Shows of the filters those that the pages found have, each with how many pages choosing it would leave, and those
 * chosen; the whole is hidden where there is nothing to choose between.
 */
export function showFilters(root: HTMLElement, pages: readonly PageRow[], filters: Filters): void {
  for (const facet of facetNames) {
    const counts = countValues(pages, filters, facet);
    const chosen = filters[facet];
    let shown = 0;
    for (const box of boxesOf(root, facet)) {
      const count = counts.get(box.value) ?? 0;
      const label = box.closest('label');
      box.checked = chosen.includes(box.value);
      if (label === null) continue;
      label.hidden = count === 0 && !box.checked;
      label.querySelector('.tally')?.replaceChildren(String(count));
      shown += label.hidden ? 0 : 1;
    }
    const fieldset = root.querySelector<HTMLElement>(`fieldset[data-facet="${facet}"]`);
    if (fieldset) fieldset.hidden = shown === 0;
  }
  const clear = root.querySelector<HTMLElement>('[data-clear]');
  if (clear) clear.hidden = !isFiltering(filters);
  root.hidden = pages.length < 2 && !isFiltering(filters);
}

function boxesOf(root: HTMLElement, facet: FacetName): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${facet}"]`)];
}
