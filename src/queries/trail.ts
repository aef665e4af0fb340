import { collections } from '../model/collections.ts';
import type { Link } from '../model/views.ts';
import { routes, type ListedCollection } from '../routes.ts';
import { href } from './views.ts';

/** The pages above a page, from the home page down: the list it is of, if any, then what lies between. */
export function trailTo(list?: ListedCollection, ...between: readonly Link[]): Link[] {
  return [
    { label: '首页', href: href(routes.home) },
    ...(list === undefined ? [] : [{ label: collections[list].name, href: href(routes.collection(list)) }]),
    ...between,
  ];
}

/** Pages that are lists in all but name, as a step of a trail. */
export const steps = {
  chains: { label: '线索', href: href(routes.chains) },
  pictures: { label: '看图', href: href(routes.pictures) },
  verification: { label: '引文核对', href: href(routes.verification) },
  asOf: { label: '当时所知', href: href(routes.asOfDays) },
  obligations: { label: '谁向谁承诺', href: href(routes.obligations) },
} as const satisfies Record<string, Link>;
