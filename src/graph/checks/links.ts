import { nearestId } from '../../lib/nearest.ts';
import type { CollectionName } from '../../model/collections.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { fieldsAt } from '../fields.ts';
import { collectionNames } from '../../model/collections.ts';
import { entriesOf, keyOf, type Graph } from '../graph.ts';

/** Every link across time leads to a record that exists. */
export function checkLinks(graph: Graph): Problem[] {
  const keys = new Set([...allEntries(graph).map(keyOf), ...graph.broken]);
  return allEntries(graph).flatMap((entry) =>
    fieldsAt(entry.data, 'links[].to').flatMap(({ path, value }) => {
      const to = String(value);
      if (keys.has(to)) return [];
      const nearest = nearestId(to, keys);
      return [
        problemAt('link-dangling', entry.file, path, { to, ...(nearest === undefined ? {} : { nearest }) }),
      ];
    }),
  );
}

function allEntries(graph: Graph) {
  return collectionNames.flatMap((name: CollectionName) => entriesOf(graph, name));
}
