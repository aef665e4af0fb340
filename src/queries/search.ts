import { statusOf } from '../graph/facets.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { quotesOf } from '../graph/quotes.ts';
import { toPinyin } from '../lib/pinyin.ts';
import { byCodeUnit } from '../lib/text.ts';
import { collectionNames, collections, type CollectionName, type Entry } from '../model/collections.ts';
import { addressOf, routes } from '../routes.ts';
import { site } from '../site.ts';
import { itemsOf, statusViews, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { href, isOf, linkTo, titleOf, toDateView } from './views.ts';

/** What a page can be found by besides its words. */
export interface SearchFacets {
  readonly theme: readonly string[];
  readonly region: readonly string[];
  readonly year: readonly string[];
  readonly source: readonly string[];
  readonly status?: { value: string; label: string };
}

/** The facets of an entry's page: those of lists, the articles it quotes, and for a theme or place itself. */
export async function searchFacets(entry: Entry): Promise<SearchFacets> {
  const graph = await siteGraph();
  const { theme, region, year } = toListItem(graph, entry).facets;
  return {
    theme: withSelf('themes', entry, theme),
    region: withSelf('regions', entry, region),
    year: year.filter((value) => value !== ''),
    source: sourcesOf(graph, entry),
    ...(isOf(entry, 'projects') ? { status: statusFacet(graph, entry) } : {}),
  };
}

function withSelf(collection: CollectionName, entry: Entry, values: readonly string[]): string[] {
  return [...new Set(entry.collection === collection ? [entry.id, ...values] : values)].sort(byCodeUnit);
}

function sourcesOf(graph: Graph, entry: Entry): string[] {
  if (isOf(entry, 'sources')) return [entry.id];
  const own = 'passage' in entry.data ? [entry.data.passage] : [];
  const passages = [...own, ...quotesOf(entry).map(({ passage }) => passage)];
  const sources = passages.flatMap((ref) => graph.passages.get(ref)?.source ?? []);
  return [...new Set(sources)].sort(byCodeUnit);
}

function statusFacet(graph: Graph, entry: Entry<'projects'>): { value: string; label: string } {
  const { status } = statusOf(graph, entry);
  return { value: status, label: statusViews[status].label };
}

/** The named things a search leads straight to, as `src/search/entities.ts` reads them. */
export async function entityFile(): Promise<string> {
  const graph = await siteGraph();
  const entities = namedCollections.flatMap((name) =>
    entriesOf<CollectionName>(graph, name)
      .toSorted((a, b) => byCodeUnit(a.id, b.id))
      .map(toEntity),
  );
  return `[\n${entities.map((entity) => JSON.stringify(entity)).join(',\n')}\n]\n`;
}

const namedCollections = [
  'projects',
  'agreements',
  'leaders',
  'organisations',
  'regions',
  'themes',
  'events',
] as const satisfies readonly CollectionName[];

function toEntity(entry: Entry) {
  const title = titleOf(entry);
  const aliases = aliasesOf(entry).filter((alias) => alias !== title);
  return {
    title,
    kind: collections[entry.collection].name,
    href: href(addressOf(entry)),
    aliases: [...new Set(aliases)],
    readings: readingsOf([title, ...aliases], entry.id),
  };
}

function aliasesOf(entry: Entry): string[] {
  const aliases = 'aliases' in entry.data ? (entry.data.aliases ?? []) : [];
  return isOf(entry, 'agreements') ? [entry.data.fullTitle, entry.data.shortTitle, ...aliases] : aliases;
}

/** How the names are read, and the ID, in which a person chose the reading, where it differs. */
function readingsOf(names: readonly string[], id: string): string[] {
  const readings = new Map(names.map((name) => [toPinyin(name).replaceAll(' ', ''), toPinyin(name)]));
  const chosen = id.replaceAll('-', ' ');
  const joined = chosen.replaceAll(' ', '');
  if (!readings.has(joined)) readings.set(joined, chosen);
  return [...readings.values()].filter((reading) => reading !== '');
}

/** What the search page shows before anything is asked. */
export async function searchPageView() {
  const graph = await siteGraph();
  return {
    action: href(routes.search),
    filters: filtersOf(graph),
    examples: ['京雄', '交钥匙', '异地就医 -雄安', '2106.18亿元', 'xiongan', '雄安新區'].map((label) => ({
      label,
      href: href(routes.searchFor(label)),
    })),
    mainTerms: [
      {
        label: '主题',
        links: itemsOf(graph, 'themes').map(({ title, href: to }) => ({ label: title, href: to })),
      },
      { label: '项目', links: oftenReported(graph).map(linkTo) },
    ],
  };
}

/** How many projects stand for all of them. */
const projectsShown = 16;

/** The projects the articles come back to most. */
function oftenReported(graph: Graph): Entry<'projects'>[] {
  return entriesOf(graph, 'projects')
    .toSorted((a, b) => b.data.progress.length - a.data.progress.length || byCodeUnit(a.id, b.id))
    .slice(0, projectsShown);
}

/** One fieldset of filters; which of its values matter, and how often, is known when results are. */
interface FilterView {
  readonly facet: string;
  readonly legend: string;
  readonly values: readonly { value: string; label: string }[];
}

function filtersOf(graph: Graph): FilterView[] {
  const named = (name: 'themes' | 'regions') =>
    itemsOf(graph, name).map(({ id, title }) => ({ value: id, label: title }));
  return [
    { facet: 'kind', legend: '类别', values: kinds.map((kind) => ({ value: kind, label: kind })) },
    { facet: 'theme', legend: '主题', values: named('themes') },
    { facet: 'region', legend: '地区', values: named('regions') },
    {
      facet: 'year',
      legend: '年份',
      values: yearsOf(graph).map((year) => ({ value: year, label: `${year}年` })),
    },
    { facet: 'source', legend: '来源', values: sourcesInTime(graph).map(toSourceValue) },
    {
      facet: 'status',
      legend: '状态',
      values: Object.entries(statusViews).map(([value, { label }]) => ({ value, label })),
    },
  ];
}

/** The kinds of page in the index, as the pages call themselves, in the order in which hits are listed. */
const kinds: readonly string[] = [
  collections.clauses.name,
  collections['work-points'].name,
  collections.projects.name,
  collections.agreements.name,
  collections.statements.name,
  collections.leaders.name,
  collections.organisations.name,
  collections.regions.name,
  collections.themes.name,
  collections.events.name,
  collections.figures.name,
  collections.sources.name,
  '说明',
];

function yearsOf(graph: Graph): string[] {
  const years = collectionNames.flatMap((name) =>
    entriesOf<CollectionName>(graph, name).flatMap((entry) => toListItem(graph, entry).facets.year),
  );
  return [...new Set(years)].filter((year) => year !== '').sort(byCodeUnit);
}

function toSourceValue(source: Entry<'sources'>): { value: string; label: string } {
  const { value, inferred } = toDateView(source.data.date);
  return { value: source.id, label: `${value}${inferred ? '（推断）' : ''} ${source.data.title}` };
}

/**
 * How browsers may search this site from their own field. The format wants absolute addresses: without SITE_URL the
 * template has the base path only, which browsers that resolve it take and others ignore.
 */
export function openSearchDescription(): string {
  const address = href(routes.search);
  const page = import.meta.env.SITE ? new URL(address, import.meta.env.SITE).href : address;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>京津冀政策追踪</ShortName>
  <Description>${site.name}：逐字检索</Description>
  <Language>${site.language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" method="get" template="${page}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
