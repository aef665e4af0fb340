import { echoOf, laterHops } from '../graph/echoes.ts';
import type { Chain } from '../graph/chains.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { toChineseNumber } from '../lib/chinese-number.ts';
import { isOf, type Entry } from '../model/collections.ts';
import type { ColumnsView, ColumnView } from '../model/picture-views.ts';
import type { MarkView } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { markOf, siteChains } from './chains.ts';
import { siteGraph } from './site-graph.ts';
import { clausesInOrder, href, linkTo, toDateView, undertakingName, undertakingNumbering } from './views.ts';

/** The agreement whose clauses the record has, column by column; undefined while there is none. */
export async function columnsView(): Promise<ColumnsView | undefined> {
  const graph = await siteGraph();
  const chains = await siteChains();
  const agreement = entriesOf(graph, 'agreements').find((each) => clausesOf(graph, each).length > 0);
  if (agreement === undefined) return undefined;
  const columns = clausesOf(graph, agreement).map((clause) => ({
    area: clause.data.area,
    column: toColumn(graph, chains, clause),
  }));
  const all = columns.map(({ column }) => column);
  const count = (echo: ColumnView['echo']): number => all.filter((each) => each.echo === echo).length;
  const { date, parties } = agreement.data;
  return {
    agreement: linkTo(agreement),
    ...(date === undefined ? {} : { date: toDateView(date) }),
    parties: (parties ?? []).map(({ name }) => name).join('、'),
    areas: (agreement.data.areas ?? []).map(({ id, label }) => ({
      href: href(routes.area(agreement.id, id)),
      label,
      columns: columns.filter(({ area }) => area === id).map(({ column }) => column),
    })),
    count: all.length,
    countInWords: toChineseNumber(all.length),
    table: href(routes.picture('columns')),
    found: count('found'),
    topical: count('topical'),
    none: count('none'),
    legend: uniqueMarks(all.flatMap(({ marks }) => marks)),
  };
}

function clausesOf(graph: Graph, agreement: Entry<'agreements'>): Entry<'clauses'>[] {
  return clausesInOrder(graph, agreement).filter(
    (clause) => isOf(clause, 'clauses') && clause.data.kind === 'clause' && clause.data.area !== undefined,
  );
}

function toColumn(graph: Graph, chains: readonly Chain[], clause: Entry<'clauses'>): ColumnView {
  const hops = laterHops(graph, chains, clause);
  return {
    id: clause.id,
    name: `${undertakingName(graph, clause)}（${undertakingNumbering(graph, clause)}）`,
    excerpt: clause.data.excerpt,
    href: href(addressOf(clause)),
    marks: uniqueMarks(hops.map(markOf)),
    laterCount: hops.length,
    echo: echoOf(hops),
  };
}

function uniqueMarks(marks: readonly MarkView[]): MarkView[] {
  return [...new Map(marks.map((mark) => [mark.label, mark])).values()];
}
