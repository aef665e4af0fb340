import { problemAt, type Problem } from '../../model/problem.ts';
import { chainsOf } from '../chains.ts';
import { getEntryOfSubject } from '../subjects.ts';
import type { Graph } from '../graph.ts';

/** No two chains share an address: a project and an agreement of one ID would. */
export function checkChainIds(graph: Graph): Problem[] {
  const byId = Map.groupBy(chainsOf(graph), ({ subject }) => subject.id);
  return [...byId].flatMap(([id, [first, ...others]]) =>
    others.map(({ subject }) =>
      problemAt('id-duplicate', getEntryOfSubject(graph, subject.key).file, [], {
        id,
        where: ` ${first?.subject.key ?? ''}，两条线索的地址会重合`,
      }),
    ),
  );
}
