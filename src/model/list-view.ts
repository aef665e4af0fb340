import type { CollectionName } from './collections.ts';
import type { FacetView, Link, ListItem } from './views.ts';

/** A list of entries, whole or narrowed by one facet. */
export interface ListView {
  readonly collection: Exclude<CollectionName, 'clauses' | 'tensions'>;
  readonly title: string;
  /** How many and in what order, in words. */
  readonly intro: string;
  readonly items: readonly ListItem[];
  /** The items under headings; one group without a label where the list has none. */
  readonly groups: readonly { readonly label?: string; readonly items: readonly ListItem[] }[];
  readonly facets: readonly FacetView[];
  /** The orders it is offered in, the one shown among them; none where there is only one. */
  readonly orders: readonly (Link & { readonly current: boolean })[];
  /** True in another order than the list's own. */
  readonly isReordered: boolean;
  /** The shown list as CSV. */
  readonly csv: string;
  /** Pages that tell the same entries another way. */
  readonly seeAlso: readonly Link[];
  /** What it is narrowed to, with the way back to the whole. */
  readonly narrowed?: { readonly label: string; readonly all: string };
}
