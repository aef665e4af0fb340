import { statusOf } from '../graph/facets.ts';
import { getEntry, type Graph } from '../graph/graph.ts';
import { statuses } from '../graph/status.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { ListView } from '../model/list-view.ts';
import type { ListItem } from '../model/views.ts';
import type { ListOrder } from '../routes.ts';
import { statusViews } from './items.ts';
import { silenceOfProject } from './silence.ts';

/** What each order is called as a link, and in a sentence. */
export const orderNames: Readonly<Record<ListOrder, { label: string; says: string }>> = {
  status: { label: '按状态', says: '按状态由强到弱分组，组内按编号排列' },
  silence: { label: '最久未见的在前', says: '按最后见于哪一天分组，最久在前，组内按编号排列' },
  newest: { label: '最近的在前', says: '按日期排列，最近在前' },
};

/** The items of a list in another order than its own, in the groups that the order makes. */
export function inListOrder(graph: Graph, order: ListOrder, items: readonly ListItem[]): ListView['groups'] {
  switch (order) {
    case 'status':
      return [...statuses].reverse().flatMap((status) =>
        groupOf(
          statusViews[status].label,
          items.filter(({ facets }) => facets.status.includes(status)),
        ),
      );
    case 'silence':
      return byLastMention(graph, items);
    case 'newest':
      return [{ items: items.toSorted((a, b) => byCodeUnit(b.date?.value ?? '', a.date?.value ?? '')) }];
  }
}

function byLastMention(graph: Graph, items: readonly ListItem[]): ListView['groups'] {
  const lastMention = ({ id }: ListItem): string =>
    statusOf(graph, getEntry(graph, 'projects', id)).lastMention;
  const days = [...Map.groupBy(items, lastMention)].sort(([a], [b]) => byCodeUnit(a, b));
  return days.flatMap(([day, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { from } = silenceOfProject(graph, getEntry(graph, 'projects', first.id));
    return groupOf(`最后见于${day}${from.inferred ? '（推断）' : ''}`, own);
  });
}

function groupOf(label: string, items: readonly ListItem[]): ListView['groups'] {
  return items.length === 0 ? [] : [{ label, items }];
}
