import { nearestId } from '../../lib/nearest.ts';
import { collectionNames, type CollectionName } from '../../model/collections.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { fieldsAt } from '../fields.ts';
import { agreementIdOf, entriesOf, type Graph } from '../graph.ts';
import { relations } from '../relations.ts';

/** Every reference names an entry that exists, of the collection the relations table says. */
export function checkReferences(graph: Graph): Problem[] {
  const byTable = relations.flatMap(({ from, field, to }) =>
    entriesOf(graph, from).flatMap((entry) =>
      fieldsAt(entry.data, field).flatMap(({ path, value }) => {
        const plain = field.replaceAll('[]', '');
        return referenceProblem(graph, entry.file, path, plain, String(value), to);
      }),
    ),
  );
  const byFolder = entriesOf(graph, 'clauses').flatMap((clause) =>
    referenceProblem(graph, clause.file, [], '所在文件夹', agreementIdOf(clause), 'agreements'),
  );
  return [...byTable, ...byFolder];
}

function referenceProblem(
  graph: Graph,
  file: string,
  path: readonly (string | number)[],
  field: string,
  id: string,
  collection: CollectionName,
): Problem[] {
  if (exists(graph, collection, id)) return [];
  const actual = collectionNames.find((name) => exists(graph, name, id));
  if (actual !== undefined) {
    return [problemAt('reference-wrong-kind', file, path, { field, id, collection, actual })];
  }
  const now = entriesOf(graph, collection).find(
    ({ data }) => 'formerIds' in data && data.formerIds?.includes(id) === true,
  );
  if (now !== undefined) return [problemAt('reference-former', file, path, { field, id, now: now.id })];
  const nearest = nearestId(id, graph.collections.get(collection)?.keys() ?? []);
  return [
    problemAt('reference-dangling', file, path, {
      field,
      id,
      collection,
      ...(nearest === undefined ? {} : { nearest }),
    }),
  ];
}

/** An entry whose own file has faults exists all the same; its faults are reported where they are. */
function exists(graph: Graph, collection: CollectionName, id: string): boolean {
  return graph.collections.get(collection)?.has(id) === true || graph.broken.has(`${collection}/${id}`);
}
