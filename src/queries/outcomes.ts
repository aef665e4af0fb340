import { statusOf } from '../graph/facets.ts';
import type { Graph } from '../graph/graph.ts';
import { statuses } from '../graph/status.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { toChineseDate } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import type { OutcomeGroup, OutcomeView } from '../model/outcome-views.ts';
import { inOrder, isSilent, silentItems, statusViews, toListItem } from './items.ts';
import { isOf } from './views.ts';

/** What became of the projects among some entries; undefined where there is none. */
export function outcomeOf(graph: Graph, entries: readonly Entry[]): OutcomeView | undefined {
  const projects = entries.filter((entry) => isOf(entry, 'projects'));
  if (projects.length === 0) return undefined;
  const groups = groupsOf(graph, projects).filter(({ items }) => items.length > 0);
  const told = groups.map(({ label, items }) => `${label}的${String(items.length)}条`).join('，');
  const isReported = groups.some(({ id }) => id === 'reported');
  return {
    statuses: [...statuses].reverse().flatMap((status) => {
      const count = projects.filter((project) => statusOf(graph, project).status === status).length;
      return count === 0 ? [] : [{ mark: statusViews[status], count }];
    }),
    summary: `项目${String(projects.length)}条，截至${toChineseDate(cutOffOf(graph))}：${told}。${isReported ? '' : '没有一条有报道。'}`,
    groups,
  };
}

function groupsOf(graph: Graph, projects: readonly Entry<'projects'>[]): OutcomeGroup[] {
  const cutOff = cutOffOf(graph);
  const isReported = (project: Entry<'projects'>): boolean =>
    statusOf(graph, project).status.startsWith('reported-');
  const listed = (own: readonly Entry<'projects'>[]) =>
    inOrder(graph, own).map((project) => toListItem(graph, project));
  const rest = projects.filter((project) => !isReported(project) && !isSilent(graph, project, cutOff));
  return [
    { id: 'reported', label: '有报道', items: listed(projects.filter(isReported)) },
    { id: 'mentioned', label: '最晚一篇提到、没有报道', items: listed(rest) },
    { id: 'silent', label: '未见后续报道', items: silentItems(graph, projects, cutOff) },
  ];
}
