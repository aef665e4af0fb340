import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, findEntry, type Graph } from '../graph.ts';

/** A work point belongs to an area of a plan and is quoted from a passage that is a plan's. */
export function checkWorkPointPlans(graph: Graph): Problem[] {
  return entriesOf(graph, 'work-points').flatMap(({ file, data }) => {
    const plan = findEntry(graph, 'agreements', data.plan)?.data;
    const voice = graph.passages.get(data.passage)?.passage.voice;
    const areas = (plan?.areas ?? []).map(({ id }) => id);
    const faults: [string, string][] = [
      ...(plan !== undefined && plan.kind !== 'plan'
        ? [['plan', `“${data.plan}”不是计划`] satisfies [string, string]]
        : []),
      ...(plan !== undefined && !areas.includes(data.area)
        ? [['area', `计划没有“${data.area}”这一部分（有：${areas.join('、')}）`] satisfies [string, string]]
        : []),
      ...(voice !== undefined && voice !== 'plan'
        ? [['passage', `段落 ${data.passage} 是“${voice}”，不是计划`] satisfies [string, string]]
        : []),
    ];
    return faults.map(([field, reason]) => problemAt('work-point-plan', file, [field], { reason }));
  });
}
