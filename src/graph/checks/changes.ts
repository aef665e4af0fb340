import { nearestId } from '../../lib/nearest.ts';
import { changesFile, type Change } from '../../model/changes.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, type Graph } from '../graph.ts';

/** Who follows the record is told of every article: each stands in a change, and each change names articles there are. */
export function checkChanges(graph: Graph, changes: readonly Change[]): Problem[] {
  const ids = entriesOf(graph, 'sources').map(({ id }) => id);
  const told = new Set(changes.flatMap(({ articles }) => articles ?? []));
  const untold = ids
    .filter((id) => !told.has(id))
    .map((article) => problemAt('change-missing', changesFile, ['changes'], { article }));
  const dangling = changes.flatMap(({ articles = [] }, nth) =>
    articles.flatMap((id, index) => {
      if (ids.includes(id)) return [];
      const nearest = nearestId(id, ids);
      return [
        problemAt('reference-dangling', changesFile, ['changes', nth, 'articles', index], {
          field: 'articles',
          id,
          collection: 'sources',
          ...(nearest === undefined ? {} : { nearest }),
        }),
      ];
    }),
  );
  return [...untold, ...dangling];
}
