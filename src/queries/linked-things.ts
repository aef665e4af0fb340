import { entriesOf, getEntry, getPassage, type Graph } from '../graph/graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import { articleRights, contractVersion, editorsLicence } from '../model/contract.ts';
import type { Dated } from '../model/dated.ts';
import type { LinkedThing } from '../model/linked-data.ts';
import { addressOf, dataNames, routes } from '../routes.ts';
import { site } from '../site.ts';
import { absolute, agreementOf, clausesInOrder, href, isOf, titleOf, workPointsInOrder } from './views.ts';
import { wordsOf } from './undertakings.ts';

/*
 * What the pages say in the words of schema.org. It says less than the pages where the vocabulary would say more than
 * the articles: a date that is inferred, a title that one article prints and a publisher that none prints stay out,
 * for there is no way to mark them there.
 */

/** The address as other programs should know it: whole where the site's own is known. */
export function whole(address: string): string {
  return absolute(address) ?? href(address);
}

/** An entry as a thing. */
export function thingOf(graph: Graph, entry: Entry): LinkedThing {
  const { data } = entry;
  const common = {
    '@id': whole(addressOf(entry)),
    name: titleOf(entry),
    ...('aliases' in data && data.aliases !== undefined ? { alternateName: data.aliases } : {}),
  };
  if (isOf(entry, 'agreements'))
    return { '@type': 'CreativeWork', ...common, ...agreementFields(graph, entry) };
  if (isOf(entry, 'clauses') || isOf(entry, 'work-points')) {
    return {
      '@type': 'Quotation',
      ...common,
      text: wordsOf(graph, entry),
      inLanguage: site.language,
      isPartOf: refTo(agreementOf(graph, entry), 'CreativeWork'),
      isBasedOn: articlesAt(graph, [entry.data.passage]),
    };
  }
  if (isOf(entry, 'statements')) return { '@type': 'Quotation', ...common, ...statementFields(graph, entry) };
  if (isOf(entry, 'sources')) return articleThing(entry, common);
  if (isOf(entry, 'leaders')) return { '@type': 'Person', ...common, ...seenIn(graph, entry) };
  if (isOf(entry, 'organisations')) {
    return {
      '@type': organisationTypes[entry.data.kind] ?? 'Organization',
      ...common,
      ...seenIn(graph, entry),
    };
  }
  if (isOf(entry, 'regions')) {
    const { kind, parent } = entry.data;
    const within =
      parent === undefined ? {} : { containedInPlace: refTo(getEntry(graph, 'regions', parent), 'Place') };
    return { '@type': placeTypes[kind] ?? 'Place', ...common, ...within };
  }
  if (isOf(entry, 'events')) return { '@type': 'Event', ...common, ...eventFields(graph, entry) };
  if (isOf(entry, 'themes')) return { '@type': 'DefinedTerm', ...common, description: entry.data.scope };
  // A project is no Project there, which is an organisation: the page is about a thing of that name.
  const { '@id': id, ...named } = common;
  return { '@type': 'WebPage', '@id': id, name: named.name, about: { '@type': 'Thing', ...named } };
}

const organisationTypes: Partial<Record<Entry<'organisations'>['data']['kind'], string>> = {
  government: 'GovernmentOrganization',
  agency: 'GovernmentOrganization',
  school: 'EducationalOrganization',
};

const placeTypes: Partial<Record<Entry<'regions'>['data']['kind'], string>> = {
  municipality: 'AdministrativeArea',
  province: 'AdministrativeArea',
  prefecture: 'AdministrativeArea',
  district: 'AdministrativeArea',
  county: 'AdministrativeArea',
  water: 'BodyOfWater',
};

function agreementFields(graph: Graph, entry: Entry<'agreements'>) {
  const { fullTitle, textBasis, evidence, date } = entry.data;
  const parts: readonly Entry[] = [...clausesInOrder(graph, entry), ...workPointsInOrder(graph, entry)];
  return {
    headline: fullTitle,
    ...(textBasis === 'full'
      ? {}
      : { description: textBasis === 'press' ? '据报道：文字是报纸的转述。' : '本站无正文。' }),
    ...stated('dateCreated', date),
    subjectOf: articlesAt(
      graph,
      evidence.map(({ passage }) => passage),
    ),
    ...(parts.length === 0 ? {} : { hasPart: parts.map((part) => refTo(part, 'Quotation')) }),
  };
}

function statementFields(graph: Graph, { data: { evidence, speaker } }: Entry<'statements'>) {
  return {
    text: evidence.map(({ quote }) => quote),
    inLanguage: site.language,
    ...(speaker === undefined
      ? {}
      : { spokenByCharacter: refTo(getEntry(graph, 'leaders', speaker), 'Person') }),
    isBasedOn: articlesAt(
      graph,
      evidence.map(({ passage }) => passage),
    ),
  };
}

function articleThing(entry: Entry<'sources'>, common: object): LinkedThing {
  const { title, kind, authors, publisher, date, dateOf } = entry.data;
  return {
    '@type': kind === 'opinion' ? 'OpinionNewsArticle' : 'NewsArticle',
    ...common,
    headline: title,
    inLanguage: site.language,
    ...(authors === undefined ? {} : { author: authors.map(({ name }) => ({ '@type': 'Person', name })) }),
    ...(publisher?.basis === 'stated'
      ? { publisher: { '@type': 'Organization', name: publisher.name } }
      : {}),
    ...(dateOf === 'publication' ? stated('datePublished', date) : {}),
  };
}

function eventFields(graph: Graph, { data }: Entry<'events'>) {
  const attendees = [
    ...(data.leaders ?? []).map((id) => refTo(getEntry(graph, 'leaders', id), 'Person')),
    ...(data.organisations ?? []).map((id) => refTo(getEntry(graph, 'organisations', id), 'Organization')),
  ];
  return {
    ...stated('startDate', data.date),
    ...(data.regions === undefined
      ? {}
      : { location: data.regions.map((id) => refTo(getEntry(graph, 'regions', id), 'Place')) }),
    ...(attendees.length === 0 ? {} : { attendee: attendees }),
    subjectOf: articlesAt(
      graph,
      data.evidence.map(({ passage }) => passage),
    ),
  };
}

/** The articles that name a person or body. */
function seenIn(graph: Graph, entry: Entry<'leaders'> | Entry<'organisations'>) {
  const evidence = isOf(entry, 'leaders')
    ? [...(entry.data.roles ?? []).map((role) => role.evidence), ...(entry.data.mentions ?? [])]
    : entry.data.evidence;
  return {
    subjectOf: articlesAt(
      graph,
      evidence.map(({ passage }) => passage),
    ),
  };
}

/** The articles that hold the passages, each once. */
function articlesAt(graph: Graph, passages: readonly string[]): LinkedThing[] {
  const ids = [...new Set(passages.map((ref) => getPassage(graph, ref).source))].sort(byCodeUnit);
  return ids.map((id) => refTo(getEntry(graph, 'sources', id), 'NewsArticle'));
}

/** Another thing, by its address and name: it says the rest on its own page. */
function refTo(entry: Entry, type: string): LinkedThing {
  return { '@type': type, '@id': whole(addressOf(entry)), name: titleOf(entry) };
}

function stated(property: string, dated: Dated | undefined): Record<string, string> {
  return dated?.basis === 'stated' ? { [property]: dated.value } : {};
}

/** The open data as a whole. */
export function datasetThing(graph: Graph): LinkedThing {
  const sources = sourcesInTime(graph);
  const year = (at: number): string => sources.at(at)?.data.date.value.slice(0, 4) ?? '';
  const region = entriesOf(graph, 'regions').find(({ data }) => data.kind === 'composite');
  const download = (encodingFormat: string, address: string): LinkedThing => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: whole(address),
  });
  return {
    '@type': 'Dataset',
    '@id': whole(routes.dataPage),
    name: site.name,
    description: site.description,
    version: contractVersion,
    license: editorsLicence.path,
    conditionsOfAccess: articleRights,
    inLanguage: site.language,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site.name },
    temporalCoverage: `${year(0)}/${year(-1)}`,
    ...(region === undefined ? {} : { spatialCoverage: refTo(region, 'Place') }),
    distribution: [
      download('application/vnd.datapackage+json', routes.dataPackage),
      ...dataNames.flatMap((name) => [
        download('application/json', routes.data(name)),
        download('text/csv', routes.dataTable(name)),
      ]),
    ],
  };
}
