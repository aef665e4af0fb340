import { narrowedLists } from '../graph/published-addresses.ts';
import { facetNames, kindNames, type FacetName } from '../graph/facets.ts';
import { entriesOf, findEntry, getEntry, type Graph } from '../graph/graph.ts';
import { oncePerGraph } from '../graph/once.ts';
import type { Status } from '../graph/status.ts';
import { toCsv } from '../lib/csv.ts';
import { byCodeUnit } from '../lib/text.ts';
import { collections } from '../model/collections.ts';
import type { ListView } from '../model/list-view.ts';
import type { FacetView, Link, ListItem } from '../model/views.ts';
import { listedCollections, ordersOf, routes, type ListOrder } from '../routes.ts';
import { ledger } from './addresses.ts';
import { itemsOf, statusViews } from './items.ts';
import { inListOrder, orderNames } from './list-orders.ts';
import { isTitled, titledFirst } from './people.ts';
import { siteGraph } from './site-graph.ts';
import { href } from './views.ts';

export type ListedName = (typeof listedCollections)[number];

/** One list: a whole collection, or one narrowed to a value of one facet. */
export interface ListSelection {
  readonly collection: ListedName;
  readonly facet?: FacetName;
  readonly value?: string;
  /** Another order than the list's own; whole lists only. */
  readonly order?: ListOrder;
}

const facetLabels: Record<FacetName, string> = {
  theme: '主题',
  region: '地区',
  year: '年份',
  kind: '类别',
  status: '状态',
};

/** What a work point is of a kind by is how firmly it is worded. */
function facetLabel(collection: ListedName, facet: FacetName): string {
  return collection === 'work-points' && facet === 'kind' ? '语气' : facetLabels[facet];
}

/** Pages that tell the entries of a list another way. */
const seeAlso: Partial<Record<ListedName, readonly { label: string; address: string }[]>> = {
  projects: [{ label: '到期未见报道', address: routes.overdue }],
  agreements: [
    { label: '承诺用词', address: routes.modality },
    { label: '谁向谁承诺', address: routes.obligations },
  ],
  leaders: [
    { label: '人物与文章对照', address: routes.timeline },
    { label: '同名人物', address: routes.namesakes },
  ],
  'work-points': [
    { label: '到期未见报道', address: routes.overdue },
    { label: '承诺用词', address: routes.modality },
  ],
};

/** What each list is ordered by, in words. */
const orders: Record<ListedName, string> = {
  agreements: '按日期排列，没有日期的在前',
  'work-points': '按计划的关键词和报道的次序排列',
  projects: '按编号排列',
  leaders: '印有职务的在前，各按编号（姓名拼音）排列',
  regions: '大的在前，下级缩进列在上级之下',
  themes: '按本站所定的次序排列',
  statements: '按文章日期、再按编号排列',
  organisations: '按编号排列',
  events: '按日期排列',
  figures: '按文章日期、再按编号排列',
  sources: '按日期排列',
};

/** Every list there is: each collection whole, and narrowed to each value of each facet, emptied lists included. */
export async function listSelections(): Promise<ListSelection[]> {
  const narrowed = narrowedLists(await siteGraph(), await ledger());
  return listedCollections.flatMap((collection) => [
    { collection },
    ...ordersOf(collection).map((order) => ({ collection, order })),
    ...narrowed.filter((each) => each.collection === collection),
  ]);
}

/** The whole lists, with how many each holds and in what order. */
export async function listIndex(): Promise<(Link & { line: string })[]> {
  const graph = await siteGraph();
  return listedCollections.map((collection) => ({
    label: collections[collection].name,
    href: href(routes.collection(collection)),
    line: `${String(entriesOf(graph, collection).length)}条，${orders[collection]}`,
  }));
}

/** The route parameters of a list: `/projects/`, `/projects/by/theme/jiaotong/`. */
export function listParams({ collection, facet, value, order }: ListSelection): {
  collection: string;
  narrowing: string | undefined;
} {
  if (order !== undefined) return { collection, narrowing: `sorted/${order}` };
  const isNarrowed = facet !== undefined && value !== undefined;
  return { collection, narrowing: isNarrowed ? `by/${facet}/${value}` : undefined };
}

/** A list with its facets, ready to show. */
export async function listView({ collection, facet, value, order }: ListSelection): Promise<ListView> {
  const graph = await siteGraph();
  const all = itemsOf(graph, collection);
  const isNarrowed = facet !== undefined && value !== undefined;
  const shown = isNarrowed ? all.filter((item) => item.facets[facet].includes(value)) : all;
  const groups = order === undefined ? groupsOf(graph, collection, shown) : inListOrder(graph, order, shown);
  const items = groups.flatMap((group) => group.items);
  const { name } = collections[collection];
  const narrowing = isNarrowed
    ? `${facetLabel(collection, facet)}“${valueLabel(graph, collection, facet, value)}”`
    : undefined;
  return {
    collection,
    title: [name, narrowing ?? (order && orderNames[order].label)].filter(Boolean).join('：'),
    intro: `共${String(items.length)}条，${order === undefined ? orders[collection] : orderNames[order].says}。`,
    items,
    groups,
    facets: facetNames.flatMap((each) =>
      facetView(graph, collection, each, facet === each ? value : undefined),
    ),
    orders: isNarrowed ? [] : orderLinks(collection, order),
    isReordered: order !== undefined,
    csv: href(routes.listCsv(collection, facet, value)),
    seeAlso: (seeAlso[collection] ?? []).map(({ label, address }) => ({ label, href: href(address) })),
    ...(narrowing === undefined
      ? {}
      : { narrowed: { label: narrowing, all: href(routes.collection(collection)) } }),
  };
}

/** The list's own order and the others it is offered in; none where there is only one. */
function orderLinks(collection: ListedName, current: ListOrder | undefined): ListView['orders'] {
  const others = ordersOf(collection);
  if (others.length === 0) return [];
  return [
    {
      label: ownOrder(collection),
      href: href(routes.collection(collection)),
      current: current === undefined,
    },
    ...others.map((order) => ({
      label: orderNames[order].label,
      href: href(routes.sorted(collection, order)),
      current: order === current,
    })),
  ];
}

function ownOrder(collection: ListedName): string {
  return collection === 'projects' ? '按编号' : '按日期';
}

/** People are listed by whether some article prints a title; nothing else sets them apart. */
function groupsOf(graph: Graph, collection: ListedName, items: readonly ListItem[]): ListView['groups'] {
  if (collection !== 'leaders') return [{ items }];
  const groups = titledFirst(items, ({ id }) => isTitled(getEntry(graph, 'leaders', id)));
  return groups.map(({ label, people }) => ({ label, items: people }));
}

/** The shown list as CSV, one row an entry. */
export async function listCsv(selection: ListSelection): Promise<string> {
  const { items } = await listView(selection);
  const header = ['编号', '标题', '地址', '日期', '日期是否推断', '状态', '说明', '主题', '地区'];
  const rows = items.map(({ id, title, href: address, date, mark, line, facets }) => [
    id,
    title,
    address,
    date?.value ?? '',
    date === undefined ? '' : date.inferred ? '推断' : '印出',
    mark?.label ?? '',
    line,
    facets.theme.join(' '),
    facets.region.join(' '),
  ]);
  return toCsv([header, ...rows]);
}

/** A facet with fewer than two values narrows nothing and is left out. */
function facetView(
  graph: Graph,
  collection: ListedName,
  facet: FacetName,
  current: string | undefined,
): FacetView[] {
  const counts = countsIn(graph).get(`${collection} ${facet}`) ?? [];
  if (counts.length < 2) return [];
  return [
    {
      label: facetLabel(collection, facet),
      values: counts.map(([value, count]) => ({
        label: valueLabel(graph, collection, facet, value),
        href: href(routes.narrowed(collection, facet, value)),
        count,
        current: value === current,
      })),
    },
  ];
}

/** How many entries each value of a facet has, in code-unit order of the values, by collection and facet. */
const countsIn = oncePerGraph(
  (graph) =>
    new Map(
      listedCollections.flatMap((collection) =>
        facetNames.map((facet): [string, [string, number][]] => {
          const values = itemsOf(graph, collection).flatMap(({ facets }) => [...new Set(facets[facet])]);
          const groups = Map.groupBy(values, (value) => value);
          const counts = [...groups].map(([value, group]): [string, number] => [value, group.length]);
          return [`${collection} ${facet}`, counts.sort(([a], [b]) => byCodeUnit(a, b))];
        }),
      ),
    ),
);

function valueLabel(graph: Graph, collection: ListedName, facet: FacetName, value: string): string {
  switch (facet) {
    case 'theme':
      return findEntry(graph, 'themes', value)?.data.title ?? value;
    case 'region':
      return findEntry(graph, 'regions', value)?.data.title ?? value;
    case 'status':
      return statusViews[value as Status].label;
    case 'kind':
      return kindNames[collection]?.[value] ?? value;
    case 'year':
      return `${value}年`;
  }
}
