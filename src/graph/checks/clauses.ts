import { problemAt, type Problem } from '../../model/problem.ts';
import { agreementIdOf, entriesOf, findEntry, type Graph } from '../graph.ts';
import type { Entry } from '../../model/collections.ts';

/**
 * Clauses are numbered 1, 2, 3 … within their area, each number once. Judged only where every clause of the
 * agreement could be read and stands in one of its areas: a gap that another fault leaves is not reported.
 */
export function checkClauseOrder(graph: Graph): Problem[] {
  const clauses = entriesOf(graph, 'clauses');
  const unsettled = new Set([
    ...[...graph.broken].filter((key) => key.startsWith('clauses/')).map((key) => key.split('/')[1]),
    ...clauses.filter((clause) => areaFault(graph, clause) !== undefined).map(agreementIdOf),
  ]);
  const groups = Map.groupBy(
    clauses.filter((clause) => !unsettled.has(agreementIdOf(clause))),
    (clause) => [agreementIdOf(clause), clause.data.kind, clause.data.area ?? ''].join('/'),
  );
  return [...groups.values()].flatMap(orderProblems);
}

/** Work points are numbered 1, 2, 3 … under their keyword, each number once. Judged as clauses are. */
export function checkWorkPointOrder(graph: Graph): Problem[] {
  if ([...graph.broken].some((key) => key.startsWith('work-points/'))) return [];
  const points = entriesOf(graph, 'work-points');
  const isSettled = ({ data: { plan, area } }: Entry<'work-points'>): boolean =>
    findEntry(graph, 'agreements', plan)?.data.areas?.some(({ id }) => id === area) === true;
  if (!points.every(isSettled)) return [];
  const groups = Map.groupBy(points, ({ data }) => `${data.plan}/${data.area}`);
  return [...groups.values()].flatMap(orderProblems);
}

function orderProblems(group: readonly (Entry<'clauses'> | Entry<'work-points'>)[]): Problem[] {
  const orders = group.map(({ data }) => data.order).sort((a, b) => a - b);
  const fault = orders.findIndex((order, index) => order !== index + 1);
  const culprit = group.find(({ data }) => data.order === orders[fault]);
  if (fault === -1 || culprit === undefined) return [];
  return [
    problemAt('clause-out-of-order', culprit.file, ['order'], {
      area: culprit.data.area ?? 'mechanism',
      expected: fault + 1,
      found: orders.join('、'),
    }),
  ];
}

/** A clause stands in an area of its agreement; what stands outside the areas names whose words it is. */
export function checkClauseAreas(graph: Graph): Problem[] {
  return entriesOf(graph, 'clauses').flatMap((clause) => {
    const reason = areaFault(graph, clause);
    return reason === undefined ? [] : [problemAt('clause-area', clause.file, ['area'], { reason })];
  });
}

function areaFault(graph: Graph, clause: Entry<'clauses'>): string | undefined {
  const { kind, area, attribution } = clause.data;
  if (kind === 'mechanism') {
    if (area !== undefined) return `机制段落写了 area: ${area}`;
    return attribution === undefined ? '机制段落没有写 attribution' : undefined;
  }
  const agreement = findEntry(graph, 'agreements', agreementIdOf(clause));
  if (agreement === undefined) return undefined;
  const areas = (agreement.data.areas ?? []).map(({ id }) => id);
  if (area === undefined) return '条款没有写 area';
  return areas.includes(area) ? undefined : `协议没有“${area}”这个方面（有：${areas.join('、')}）`;
}

/** No clause is a speech: its passage must be the rendering of an agreement. */
export function checkClauseVoices(graph: Graph): Problem[] {
  return entriesOf(graph, 'clauses').flatMap(({ file, data }) => {
    const passage = graph.passages.get(data.passage)?.passage;
    if (data.kind !== 'clause' || passage === undefined || passage.voice === 'agreement') return [];
    return [
      problemAt('clause-voice', file, ['passage'], {
        passage: data.passage,
        voice: passage.voice ?? '没有写 voice',
      }),
    ];
  });
}
