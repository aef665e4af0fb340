import { entriesOf, findEntry, type Graph } from '../graph/graph.ts';
import {
  bodiesOnly,
  byPlace,
  byTheme,
  obligationsOf,
  unsaid,
  type Obligation,
} from '../graph/obligations.ts';
import { columnsOf, type Table } from '../lib/tabulate.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Named } from '../model/clause.ts';
import type { Link } from '../model/views.ts';
import type { NamedView, ObligationsView, ObligationView } from '../model/who-views.ts';
import { addressOf, routes } from '../routes.ts';
import { inOrder, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { undertakingsOf } from './undertakings.ts';
import { agreementOf, checkOf, href, isOf, linkTo, undertakingName } from './views.ts';

/** Every commitment of the record, agreement by agreement, in the order of their texts. */
export function obligationsIn(graph: Graph): Obligation[] {
  const agreements = inOrder(graph, entriesOf(graph, 'agreements')).filter((entry) =>
    isOf(entry, 'agreements'),
  );
  return obligationsOf(agreements.flatMap((agreement) => undertakingsOf(graph, agreement)));
}

/** Who undertakes what towards which place. */
export async function obligationsByPlace(): Promise<ObligationsView> {
  const graph = await siteGraph();
  const all = obligationsIn(graph);
  const table = byPlace(all);
  const places = inOrder(
    graph,
    entriesOf(graph, 'regions').filter(({ id }) => table.has(id)),
  );
  const rows: Axis[] = [
    ...places.map((place) => ({ key: place.id, depth: toListItem(graph, place).depth, ...linkTo(place) })),
    { key: bodiesOnly, depth: 0, label: '写了单位，没有写地方' },
    { key: unsaid, depth: 0, label: '没有写对谁' },
  ];
  return {
    total: all.length,
    table: { title: '谁向谁', corner: '对谁', ...toTable(graph, table, rows) },
    other: { label: '按主题', href: href(routes.obligationsByTheme) },
  };
}

/** Who undertakes what, by the themes of the clauses and work points. */
export async function obligationsByTheme(): Promise<ObligationsView> {
  const graph = await siteGraph();
  const all = obligationsIn(graph);
  const rows = inOrder(graph, entriesOf(graph, 'themes')).map((theme) => ({
    key: theme.id,
    depth: 0,
    ...linkTo(theme),
  }));
  return {
    total: all.length,
    table: { title: '谁在哪个主题', corner: '主题', ...toTable(graph, byTheme(all), rows) },
    other: { label: '按地方', href: href(routes.obligations) },
  };
}

/** A row: its key in the table and what it is called. */
interface Axis {
  readonly key: string;
  readonly depth: number;
  readonly label: string;
  readonly href?: string;
}

function toTable(
  graph: Graph,
  table: Table<Obligation>,
  rows: readonly Axis[],
): Pick<ObligationsView['table'], 'columns' | 'rows'> {
  const actors = columnsOf(table).sort((a, b) => rankOf(a) - rankOf(b) || byCodeUnit(a, b));
  return {
    columns: actors.map((actor) => actorName(graph, actor)),
    rows: rows
      .filter(({ key }) => table.has(key))
      .map(({ key, ...row }) => ({
        ...row,
        cells: actors.map((actor) => {
          const items = table.get(key)?.get(actor);
          if (items === undefined) return undefined;
          return {
            anchor: `${partOf(key)}-by-${partOf(actor)}`,
            label: `${actorName(graph, actor)} → ${row.label}`,
            items: items.map((item) => toObligationView(graph, item)),
          };
        }),
      })),
  };
}

/** One place, then several together, then who is not named. */
function rankOf(actor: string): number {
  return actor === unsaid ? Infinity : actor.split('+').length;
}

function actorName(graph: Graph, actor: string): string {
  if (actor === unsaid) return '没有写由谁';
  if (actor === bodiesOnly) return '写了单位，没有写地方';
  const names = actor.split('+').map((id) => findEntry(graph, 'regions', id)?.data.title ?? id);
  return names.length > 1 ? `${names.join('、')}共同` : names.join('');
}

/** A key as part of an anchor. */
function partOf(key: string): string {
  if (key === unsaid) return 'unsaid';
  return key === bodiesOnly ? 'bodies' : key.replaceAll('+', '-');
}

export function toObligationView(graph: Graph, { entry, commitment }: Obligation): ObligationView {
  const { shortTitle } = agreementOf(graph, entry).data;
  const [source = '', passage = ''] = entry.data.passage.split('#');
  const check = checkOf(graph, { passage: entry.data.passage, quote: commitment.quote });
  return {
    quote: commitment.quote,
    at: {
      label: `《${shortTitle}》${undertakingName(graph, entry)}`,
      href: href(`${addressOf(entry)}#${commitment.id}`),
    },
    passage: { label: `段落${passage}`, href: href(routes.passage(`${source}#${passage}`)) },
    ...(commitment.owner === undefined ? {} : { owner: toNamedView(graph, commitment.owner) }),
    ...(commitment.towards === undefined ? {} : { towards: toNamedView(graph, commitment.towards) }),
    ...(check === undefined ? {} : { check }),
  };
}

export function toNamedView(graph: Graph, { as, regions, organisations, quote }: Named): NamedView {
  return {
    as,
    links: [...linksAmong(graph, 'regions', regions), ...linksAmong(graph, 'organisations', organisations)],
    ...(quote === undefined ? {} : { quote }),
  };
}

function linksAmong(
  graph: Graph,
  collection: 'regions' | 'organisations',
  ids: readonly string[] | undefined,
): Link[] {
  return (ids ?? []).flatMap((id) => {
    const entry = findEntry(graph, collection, id);
    return entry === undefined ? [] : [linkTo(entry)];
  });
}
