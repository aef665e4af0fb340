import type { Due } from '../../model/dated.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, type Graph } from '../graph.ts';

/** A deadline is words of a date and comes with the date they mean; what is not printed of it has a reason. */
export function checkDeadlines(graph: Graph): Problem[] {
  const undertakings = [...entriesOf(graph, 'clauses'), ...entriesOf(graph, 'work-points')];
  const promised = undertakings.flatMap(({ file, data }) =>
    data.commitments.flatMap((each, index) => deadlineProblems(file, ['commitments', index], each)),
  );
  const said = entriesOf(graph, 'projects').flatMap(({ file, data }) =>
    data.progress.flatMap((each, index) => deadlineProblems(file, ['progress', index], each)),
  );
  return [...promised, ...said];
}

function deadlineProblems(
  file: string,
  path: readonly (string | number)[],
  { deadline, due }: { deadline?: string | undefined; due?: Due | undefined },
): Problem[] {
  const field = deadline === undefined ? 'due' : 'deadline';
  return faultsOf(deadline, due).map((reason) =>
    problemAt('deadline-undated', file, [...path, field], { reason }),
  );
}

function faultsOf(deadline: string | undefined, due: Due | undefined): string[] {
  if (deadline === undefined) return due === undefined ? [] : ['有 due，没有 deadline'];
  if (!/[年月日季底末内前]/.test(deadline)) return [`“${deadline}”里没有日期的字`];
  if (due === undefined) return [`“${deadline}”没有写 due，不知道是哪一天、哪个月或哪一年`];
  const [year = '', month] = due.by.split('-');
  const printed = /(\d+)月/.exec(deadline)?.[1];
  return [
    ...(deadline.includes(year) || due.reason !== undefined
      ? []
      : [`“${deadline}”没有印年份，due 写作 ${due.by} 却没有 reason`]),
    ...(printed === undefined || Number(printed) === Number(month)
      ? []
      : [`“${deadline}”印的是${printed}月，due 写作 ${due.by}`]),
  ];
}
