import { byCodeUnit } from '../lib/text.ts';
import { modalityLevels } from '../model/clause.ts';
import { collectionNames, isOf, type Entry } from '../model/collections.ts';
import type { Passage } from '../model/passage.ts';
import {
  addressOf,
  citationFormats,
  dataNames,
  listedCollections,
  narrowingAt,
  ordersOf,
  pictureListNames,
  pictureNames,
  routes,
  tableNames,
  type Narrowing,
} from '../routes.ts';
import { asOfDays } from './as-of.ts';
import { chainsOf } from './chains.ts';
import { facetNames, facetValues, isFacetValue, type FacetName } from './facets.ts';
import { entriesOf, type Graph } from './graph.ts';

/**
 * Every address the site publishes: fixed pages first, then entry by entry in the order of files, then chains, days,
 * corrections and lists.
 */
export function publishedAddresses(graph: Graph, ledger: readonly string[]): string[] {
  const entries = collectionNames
    .flatMap((name): Entry[] => entriesOf(graph, name))
    .sort((a, b) => byCodeUnit(a.file, b.file));
  const passages = Map.groupBy(graph.passages.values(), ({ source }) => source);
  return [
    ...fixedAddresses,
    ...entries.flatMap((entry) =>
      addressesOf(
        entry,
        (passages.get(entry.id) ?? []).map(({ passage }) => passage),
      ),
    ),
    ...chainsOf(graph).flatMap(({ subject }) => {
      const page = routes.chain(subject.id);
      return [page, routes.recordFile(page)];
    }),
    ...asOfDays(graph).map(({ date }) => routes.asOf(date)),
    ...graph.corrections.map(({ id }) => routes.correction(id)),
    ...narrowedLists(graph, ledger).flatMap(({ collection, facet, value }) => [
      routes.narrowed(collection, facet, value),
      routes.listCsv(collection, facet, value),
    ]),
  ];
}

/** Pages and files that exist whatever the content. */
export const fixedAddresses: readonly string[] = [
  routes.home,
  routes.search,
  routes.chains,
  routes.method,
  routes.english,
  routes.overdue,
  routes.modality,
  ...modalityLevels.map(routes.modalityLevel),
  routes.codebook,
  routes.addresses,
  routes.addressesSchema,
  routes.accessibility,
  routes.offline,
  routes.offlineLeftOut,
  routes.offlineWorker,
  routes.offlineEdition,
  routes.icon,
  routes.favicon,
  routes.touchIcon,
  routes.icon192,
  routes.icon512,
  routes.iconMaskable,
  routes.manifest,
  routes.theme,
  routes.openSearch,
  routes.verification,
  routes.obligations,
  routes.obligationsByTheme,
  routes.timeline,
  routes.namesakes,
  routes.asOfDays,
  routes.tensions,
  routes.corrections,
  routes.correctionsFeed,
  routes.pictures,
  ...pictureNames.map(routes.picture),
  ...pictureListNames.map(routes.pictureList),
  routes.timeLine,
  ...listedCollections.flatMap((name) => [routes.collection(name), routes.listCsv(name)]),
  ...listedCollections.flatMap((name) => ordersOf(name).map((order) => routes.sorted(name, order))),
  ...dataNames.flatMap((name) => [routes.data(name), routes.dataSchema(name)]),
  routes.dataPage,
  routes.dataIndex,
  routes.dataIndexSchema,
  routes.dataPackage,
  ...dataNames.map(routes.dataLines),
  ...tableNames.map(routes.dataTable),
  routes.feed(),
  routes.robots,
  routes.llms,
];

/** Every address an entry publishes: its page, the files beside it and the anchors on it. */
function addressesOf(entry: Entry, passages: readonly Passage[]): string[] {
  return [...placesOf(entry, passages), ...citationFilesOf(entry), ...dataFilesOf(entry)];
}

function placesOf(entry: Entry, passages: readonly Passage[]): string[] {
  const page = addressOf(entry);
  if (isOf(entry, 'sources'))
    return [
      page,
      routes.coverage(entry.id),
      routes.storedTexts(entry.id),
      routes.verifiedSource(entry.id),
      ...passages.map(({ id }) => routes.passage(`${entry.id}#${id}`)),
    ];
  if (isOf(entry, 'agreements')) {
    return [page, ...(entry.data.areas ?? []).map(({ id }) => routes.area(entry.id, id))];
  }
  if (isOf(entry, 'clauses')) {
    const commitments = entry.data.commitments.map(({ id }) => routes.commitment(entry.id, id));
    return [page, routes.clauseInContext(entry.id), ...commitments];
  }
  if (isOf(entry, 'work-points')) {
    const commitments = entry.data.commitments.map(({ id }) => `${page}#${id}`);
    return [page, routes.workPointInContext(entry.data.plan, entry.id), ...commitments];
  }
  if (isOf(entry, 'projects')) return [page, routes.why(entry.id)];
  return [page];
}

/** What a reader would cite by itself; its page has citations, and files of them beside it. */
export const citedCollections = ['agreements', 'clauses', 'work-points', 'projects', 'sources'] as const;

function citationFilesOf(entry: Entry): string[] {
  if (!citedCollections.some((name) => name === entry.collection)) return [];
  return citationFormats.map((format) => routes.citationFile(addressOf(entry), format));
}

/** The record beside its page; the changes to what belongs to a theme or a region. */
function dataFilesOf(entry: Entry): string[] {
  const page = addressOf(entry);
  if (page.includes('#')) return [];
  const feed = isOf(entry, 'themes') || isOf(entry, 'regions') ? [routes.feed(page)] : [];
  return [routes.recordFile(page), ...feed];
}

/**
 * Every list narrowed to a value: those that hold something, and those published before that hold nothing now but
 * whose value may return. By collection, then facet, then value.
 */
export function narrowedLists(
  graph: Graph,
  ledger: readonly string[],
): (Narrowing & { readonly facet: FacetName })[] {
  const before = ledger.flatMap((address) => narrowingAt(address) ?? []);
  return listedCollections.flatMap((collection) =>
    facetNames.flatMap((facet) => {
      const emptied = before
        .filter((list) => list.collection === collection && list.facet === facet)
        .map(({ value }) => value)
        .filter((value) => isFacetValue(graph, collection, facet, value));
      const values = new Set([...facetValues(graph, collection, facet), ...emptied]);
      return [...values].sort(byCodeUnit).map((value) => ({ collection, facet, value }));
    }),
  );
}
