import { byCodeUnit } from '../lib/text.ts';
import { isOf, type CollectionName, type Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import {
  agreementKindNames,
  eventKindNames,
  modalityNames,
  organisationKindNames,
  projectKindNames,
  regionKindNames,
  sourceKindNames,
  statementKindNames,
  voiceNames,
} from '../model/names.ts';
import type { Facets } from '../model/views.ts';
import { progressDate } from './checks/progress.ts';
import { agreementIdOf, entriesOf, findEntry, type Graph } from './graph.ts';
import { computeStatus, statuses, type ComputedStatus } from './status.ts';

export type FacetName = keyof Facets;

/** The facets, in the order lists offer them. */
export const facetNames: readonly FacetName[] = ['theme', 'region', 'year', 'kind', 'status'];

/** The coded kinds each collection is narrowed by, with their names. */
export const kindNames: Readonly<Partial<Record<CollectionName, Readonly<Record<string, string>>>>> = {
  'work-points': modalityNames,
  projects: projectKindNames,
  agreements: agreementKindNames,
  regions: regionKindNames,
  statements: statementKindNames,
  organisations: organisationKindNames,
  events: eventKindNames,
  figures: voiceNames,
  sources: sourceKindNames,
};

/** What an entry can be narrowed by. */
export function facetsOf(graph: Graph, entry: Entry): Facets {
  const { data } = entry;
  return {
    theme: 'themes' in data ? (data.themes ?? []) : [],
    region: isOf(entry, 'leaders')
      ? (entry.data.roles ?? []).flatMap(({ regions }) => regions ?? [])
      : 'regions' in data
        ? (data.regions ?? [])
        : [],
    year: yearsOf(graph, entry),
    kind: kindsOf(entry),
    status: isOf(entry, 'projects') ? [statusOf(graph, entry).status] : [],
  };
}

/** Every value by which some entry of a collection can be narrowed, in code-unit order. */
export function facetValues(graph: Graph, collection: CollectionName, facet: FacetName): string[] {
  const values = entriesOf(graph, collection).flatMap((entry) => facetsOf(graph, entry)[facet]);
  return [...new Set(values)].sort(byCodeUnit);
}

/** True for a value a facet may have, whether or not an entry has it now. */
export function isFacetValue(
  graph: Graph,
  collection: CollectionName,
  facet: FacetName,
  value: string,
): boolean {
  switch (facet) {
    case 'theme':
      return findEntry(graph, 'themes', value) !== undefined;
    case 'region':
      return findEntry(graph, 'regions', value) !== undefined;
    case 'year':
      return /^\d{4}$/.test(value);
    case 'kind':
      return Object.hasOwn(kindNames[collection] ?? {}, value);
    case 'status':
      return collection === 'projects' && statuses.some((status) => status === value);
  }
}

/** The date an entry stands at; undefined where it has none. */
export function dateOfEntry(graph: Graph, entry: Entry): Dated | undefined {
  if (isOf(entry, 'sources') || isOf(entry, 'events') || isOf(entry, 'agreements')) return entry.data.date;
  if (isOf(entry, 'clauses')) return findEntry(graph, 'agreements', agreementIdOf(entry))?.data.date;
  if (isOf(entry, 'work-points')) return findEntry(graph, 'agreements', entry.data.plan)?.data.date;
  if (isOf(entry, 'statements')) return dateOfArticle(graph, entry.data.evidence[0]?.passage);
  if (isOf(entry, 'figures')) return dateOfArticle(graph, entry.data.evidence.passage);
  return undefined;
}

/** A project's status, computed from its events. */
export function statusOf(graph: Graph, { data }: Entry<'projects'>): ComputedStatus {
  return computeStatus(
    data.progress.map((event) => ({
      event,
      date: progressDate(graph, event) ?? '',
      printed: dateOfArticle(graph, event.evidence.passage)?.value ?? '',
    })),
  );
}

function dateOfArticle(graph: Graph, passage: string | undefined): Dated | undefined {
  const source = graph.passages.get(passage ?? '')?.source;
  return source === undefined ? undefined : findEntry(graph, 'sources', source)?.data.date;
}

function yearsOf(graph: Graph, entry: Entry): string[] {
  const dates = isOf(entry, 'projects')
    ? entry.data.progress.map((event) => progressDate(graph, event))
    : [dateOfEntry(graph, entry)?.value];
  const years = dates.flatMap((date) => (date === undefined ? [] : [date.slice(0, 4)]));
  return [...new Set(years)].sort(byCodeUnit);
}

function kindsOf(entry: Entry): string[] {
  if (isOf(entry, 'work-points')) {
    return [...new Set(entry.data.commitments.map(({ modality }) => modality.level))];
  }
  return 'kind' in entry.data ? [entry.data.kind] : [];
}
