import type { CollectionName, Entry } from './model/collections.ts';
import type { Passage } from './model/passage.ts';

/**
 * The only place a URL is spelled. Addresses are root-relative and end in `/`; the base path of a
 * deployment is put in front by `withBase`, nowhere else.
 */
export const routes = {
  home: '/',
  search: '/search/',
  notFound: '/404.html',
  collection: (name: Exclude<CollectionName, 'clauses'>) => `/${name}/`,
  entry: (name: Exclude<CollectionName, 'clauses'>, id: string) => `/${name}/${id}/`,
  /** A clause on its own page. */
  clause: (id: string) => `/agreements/${id}/`,
  /** A clause in the context of its agreement. */
  clauseInContext: (id: string) => `/agreements/${agreementOf(id)}/#${anchorOf(id)}`,
  area: (agreement: string, area: string) => `/agreements/${agreement}/#area-${area}`,
  /** A commitment of a clause, on the clause's page. */
  commitment: (clause: string, commitment: string) => `/agreements/${clause}/#${commitment}`,
  /** A passage, `<source-id>#p12`, in its article. */
  passage: (ref: string) => `/sources/${ref.replace('#', '/#')}`,
  searchFor: (query: string) => `/search/?q=${encodeURIComponent(query)}`,
  data: (name: DataName) => `/data/${name}.json`,
  dataSchema: (name: DataName) => `/data/schema/${name}.json`,
} as const;

/** The published data files, by name. */
export const dataNames = [
  'sources',
  'passages',
  'agreements',
  'clauses',
  'leaders',
  'regions',
  'themes',
] as const;
export type DataName = (typeof dataNames)[number];

/** Puts a deployment's base path before a root-relative address. */
export function withBase(address: string, base: string): string {
  return base.replace(/\/$/, '') + address;
}

/** The page of an entry. */
export function addressOf({ collection, id }: { collection: CollectionName; id: string }): string {
  return collection === 'clauses' ? routes.clause(id) : routes.entry(collection, id);
}

/** Pages and files that exist whatever the content. */
export const fixedAddresses: readonly string[] = [
  routes.home,
  routes.search,
  ...(['agreements', 'leaders', 'regions', 'themes', 'sources'] as const).map(routes.collection),
  ...dataNames.flatMap((name) => [routes.data(name), routes.dataSchema(name)]),
];

/** Every address an entry publishes: its page and the anchors on it. */
export function addressesOf(entry: Entry, passages: readonly Passage[]): string[] {
  const page = addressOf(entry);
  if (isOf(entry, 'sources')) return [page, ...passages.map(({ id }) => routes.passage(`${entry.id}#${id}`))];
  if (isOf(entry, 'agreements')) {
    return [page, ...(entry.data.areas ?? []).map(({ id }) => routes.area(entry.id, id))];
  }
  if (isOf(entry, 'clauses')) {
    const commitments = entry.data.commitments.map(({ id }) => routes.commitment(entry.id, id));
    return [page, routes.clauseInContext(entry.id), ...commitments];
  }
  return [page];
}

function isOf<Name extends CollectionName>(entry: Entry, name: Name): entry is Entry<Name> {
  return entry.collection === name;
}

/** The anchor of a clause on its agreement's page: the clause's own file name. */
export function anchorOf(clauseId: string): string {
  return clauseId.slice(clauseId.indexOf('/') + 1);
}

function agreementOf(clauseId: string): string {
  return clauseId.slice(0, clauseId.indexOf('/'));
}
