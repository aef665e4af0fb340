import { nearestId } from '../../lib/nearest.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { fieldsAt } from '../fields.ts';
import { collectionNames, type CollectionName } from '../../model/collections.ts';
import { placeOf } from '../sayings.ts';
import { entriesOf, findByKey, keyOf, type Graph } from '../graph.ts';

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

/** The words a link says it is about stand in the earlier record, at one place of their passage. */
export function checkLinkWords(graph: Graph): Problem[] {
  return allEntries(graph).flatMap((entry) =>
    ('links' in entry.data ? (entry.data.links ?? []) : []).flatMap(({ to, of }, index) => {
      const target = findByKey(graph, to);
      if (of === undefined || target === undefined || placeOf(graph, target, of) !== undefined) return [];
      return [problemAt('link-words', entry.file, ['links', index, 'of'], { to, of })];
    }),
  );
}

function allEntries(graph: Graph) {
  return collectionNames.flatMap((name: CollectionName) => entriesOf(graph, name));
}
