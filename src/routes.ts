import type { CollectionName } from './model/collections.ts';
import { listTableNames, recordsTable } from './model/tables.ts';

/**
 * The only place a URL is spelled. Addresses are root-relative and end in `/`; the base path of a
 * deployment is put in front by `withBase`, nowhere else.
 */
export const routes = {
  home: '/',
  search: '/search/',
  notFound: '/404.html',
  collection: (name: Exclude<CollectionName, 'clauses'>) => `/${name}/`,
  entry: (name: Exclude<CollectionName, 'clauses' | 'figures' | 'tensions'>, id: string) => `/${name}/${id}/`,
  /** A clause on its own page. */
  clause: (id: string) => `/agreements/${id}/`,
  /** A clause in the context of its agreement. */
  clauseInContext: (id: string) => `/agreements/${agreementOf(id)}/#${anchorOf(id)}`,
  area: (agreement: string, area: string) => `/agreements/${agreement}/#area-${area}`,
  /** A commitment of a clause, on the clause's page. */
  commitment: (clause: string, commitment: string) => `/agreements/${clause}/#${commitment}`,
  /** A passage, `<source-id>#p12`, in its article. */
  passage: (ref: string) => `/sources/${ref.replace('#', '/#')}`,
  /** A figure: an anchor in the ledger of numbers, not a page. */
  figure: (id: string) => `/figures/#${id}`,
  /** Statements that stand side by side: an anchor in their register. */
  tension: (id: string) => `/tensions/#${id}`,
  tensions: '/tensions/',
  /** A work point in the context of its plan. */
  workPointInContext: (plan: string, id: string) => `/agreements/${plan}/#${id}`,
  /** Where a page says how it is cited. */
  citation: (page: string) => `${page}#cite`,
  searchFor: (query: string) => `/search/?q=${encodeURIComponent(query)}`,
  /** A list narrowed to one value of one facet. */
  narrowed: (name: ListedCollection, facet: string, value: string) => `/${name}/by/${facet}/${value}/`,
  /** A whole list in another order than its own. */
  sorted: (name: ListedCollection, order: ListOrder) => `/${name}/sorted/${order}/`,
  /** A list, whole or narrowed, as CSV. */
  listCsv: (name: ListedCollection, facet?: string, value?: string) =>
    facet === undefined || value === undefined
      ? `/${name}/list.csv`
      : `/${name}/by/${facet}/${value}/list.csv`,
  /** The citation of what a page is about, as a file beside the page. */
  citationFile: (page: string, format: CitationFormat) => `${page}cite.${format}`,
  /** What became of every word of an article. */
  coverage: (source: string) => `/sources/${source}/coverage/`,
  /** The words of an article as stored, for readers' browsers to check quotes against. */
  storedTexts: (source: string) => `/sources/${source}/passages.json`,
  verification: '/verification/',
  /** The build's result for every quote of an article. */
  verifiedSource: (source: string) => `/verification/${source}/`,
  /** The build's results for the quotes of a passage, `<source-id>#p12`. */
  verified: (ref: string) => `/verification/${ref.replace('#', '/#')}`,
  chains: '/chains/',
  /** What the articles say of one subject, from agreement to report. */
  chain: (id: string) => `/chains/${id}/`,
  /** Why a project has its status, on its page. */
  why: (project: string) => `/projects/${project}/#why`,
  /** What each year's wording of a project was, side by side, on its page. */
  wordings: (project: string) => `/projects/${project}/#wordings`,
  /** Targets whose time has passed without a report. */
  overdue: '/overdue/',
  /** Commitments by how firmly they are worded. */
  modality: '/modality/',
  modalityLevel: (level: string) => `/modality/#${level}`,
  /** Who undertakes what towards whom; its lists are anchors by its cells, which change with the record. */
  obligations: '/obligations/',
  /** Who undertakes what, by theme. */
  obligationsByTheme: '/obligations/themes/',
  /** Who stands in which article, with which title. */
  timeline: '/leaders/timeline/',
  /** People of one name, told apart. */
  namesakes: '/leaders/same-name/',
  /** The days as of which the record is shown. */
  asOfDays: '/as-of/',
  /** What was known on a day. */
  asOf: (date: string) => `/as-of/${date}/`,
  /** Mistakes that stood on the site and were put right. */
  corrections: '/corrections/',
  correction: (id: string) => `/corrections/#${id}`,
  correctionsFeed: '/corrections.xml',
  /** The pictures, and the lists their numbers count; the lists' anchors change with the record. */
  pictures: '/pictures/',
  picture: (name: PictureName) => `/pictures/#${name}`,
  pictureList: (name: PictureListName) => `/pictures/${name}/`,
  /** Articles and events on one measure of time. */
  timeLine: '/timeline/',
  method: '/method/',
  english: '/en/',
  codebook: '/codebook/',
  /** What became of addresses that no longer open as they did. */
  addresses: '/data/addresses.json',
  addressesSchema: '/data/schema/addresses.json',
  accessibility: '/accessibility/',
  /** The whole site for days without network. */
  offline: '/offline/',
  /** What is not saved; the worker leads there from a file it has not. */
  offlineLeftOut: '/offline/#left-out',
  /** Stays where it is for ever: browsers that have it ask there for newer ones. */
  offlineWorker: '/offline.js',
  /** Which edition is published. */
  offlineEdition: '/offline.json',
  icon: '/icon.svg',
  favicon: '/favicon.ico',
  touchIcon: '/apple-touch-icon.png',
  icon192: '/icon-192.png',
  icon512: '/icon-512.png',
  iconMaskable: '/icon-maskable-512.png',
  manifest: '/manifest.webmanifest',
  /** The picture shown with a link to a page. */
  card: (file: string) => `/cards/${file}`,
  /** Sets the reader's choice of light or dark before the first paint. */
  theme: '/theme.js',
  openSearch: '/opensearch.xml',
  /** What the open data is and how to use it. */
  dataPage: '/data/',
  /** What files there are, with the version of what is promised of them. */
  dataIndex: '/data/index.json',
  dataIndexSchema: '/data/schema/index.json',
  dataPackage: '/data/datapackage.json',
  data: (name: DataName) => `/data/${name}.json`,
  /** A collection, one record on a line. */
  dataLines: (name: DataName) => `/data/${name}.ndjson`,
  /** A table: a collection, or a list within its records. */
  dataTable: (name: TableName) => `/data/${name}.csv`,
  dataSchema: (name: DataName) => `/data/schema/${name}.json`,
  /** A record as data, beside its page. */
  recordFile: (page: string) => `${page}index.json`,
  /** A page's words without its form, beside it. */
  plainText: (page: string) => `${page}index.txt`,
  /** Changes to the record as Atom: all, or those that touch the theme or region of a page. */
  feed: (page = '/') => `${page}feed.xml`,
  /** What other programs read first. The map is made only where the site's own address is known. */
  robots: '/robots.txt',
  llms: '/llms.txt',
  siteMap: '/sitemap.xml',
} as const;

/** The pictures, by their anchors on the page of all. */
export const pictureNames = ['columns', 'lanes', 'themes', 'regions', 'map', 'flow', 'strips'] as const;
export type PictureName = (typeof pictureNames)[number];

/** The pictures whose numbers lead to lists on a page of their own. */
export const pictureListNames = ['themes', 'regions', 'flow'] as const satisfies readonly PictureName[];
export type PictureListName = (typeof pictureListNames)[number];

/** The machine-readable forms of a citation, by the ending of their files. */
export const citationFormats = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** The published data files, by name. */
export const dataNames = [
  'sources',
  'passages',
  'agreements',
  'clauses',
  'work-points',
  'projects',
  'leaders',
  'regions',
  'statements',
  'organisations',
  'themes',
  'figures',
  'events',
  'tensions',
  'verification',
  'chains',
] as const;
export type DataName = (typeof dataNames)[number];

/** The published tables, by name: the collections, and the lists within their records. */
export const tableNames = [recordsTable, ...dataNames, ...listTableNames] as const;
export type TableName = (typeof tableNames)[number];

/** Puts a deployment's base path before a root-relative address. */
export function withBase(address: string, base: string): string {
  return base.replace(/\/$/, '') + address;
}

/** The page of an entry. */
export function addressOf({ collection, id }: { collection: CollectionName; id: string }): string {
  if (collection === 'clauses') return routes.clause(id);
  if (collection === 'figures') return routes.figure(id);
  return collection === 'tensions' ? routes.tension(id) : routes.entry(collection, id);
}

/** Collections with an index page, in the order of the navigation. */
export const listedCollections = [
  'agreements',
  'work-points',
  'projects',
  'leaders',
  'regions',
  'themes',
  'statements',
  'organisations',
  'events',
  'figures',
  'sources',
] as const;

export type ListedCollection = (typeof listedCollections)[number];

/** The other orders a whole list is offered in, each at an address of its own. */
export const listOrders = {
  projects: ['status', 'silence'],
  statements: ['newest'],
  events: ['newest'],
} as const satisfies Partial<Record<ListedCollection, readonly string[]>>;

export type ListOrder = (typeof listOrders)[keyof typeof listOrders][number];

/** The other orders of a list; none for most. */
export function ordersOf(name: ListedCollection): readonly ListOrder[] {
  return name in listOrders ? listOrders[name as keyof typeof listOrders] : [];
}

/** A list narrowed to one value of one facet, as its address says it. */
export interface Narrowing {
  readonly collection: ListedCollection;
  readonly facet: string;
  readonly value: string;
}

/** What list an address is of; undefined for any other address. */
export function narrowingAt(address: string): Narrowing | undefined {
  const [, name, facet, value] = /^\/([^/]+)\/by\/([^/]+)\/([^/]+)\/$/.exec(address) ?? [];
  const collection = listedCollections.find((each) => each === name);
  if (collection === undefined || facet === undefined || value === undefined) return undefined;
  return { collection, facet, value };
}

/** The lists narrowed to a theme or a region, given its page; none for any other address. */
export function listsNarrowedTo(page: string): string[] {
  const [, name, id] = /^\/(themes|regions)\/([^/]+)\/$/.exec(page) ?? [];
  if (name === undefined || id === undefined) return [];
  return listedCollections.map((each) => routes.narrowed(each, name === 'themes' ? 'theme' : 'region', id));
}

/** The page an address lies on, and its anchor there, if it is one. */
export function splitAddress(address: string): { page: string; anchor?: string } {
  const [page = '', anchor] = address.split('#');
  return { page, ...(anchor === undefined ? {} : { anchor }) };
}

/** The anchor of a clause on its agreement's page: the clause's own file name. */
export function anchorOf(clauseId: string): string {
  return clauseId.slice(clauseId.indexOf('/') + 1);
}

function agreementOf(clauseId: string): string {
  return clauseId.slice(0, clauseId.indexOf('/'));
}
