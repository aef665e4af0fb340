import type { Gathered } from '../model/views.ts';
import { entriesOf, keyOf, type Backlink, type Graph } from '../graph/graph.ts';
import type { CollectionName, Entry } from '../model/collections.ts';
import { clausesSorted, toClauseView } from './agreements.ts';
import { linkTo } from './views.ts';

/** Reads the relations backwards for one entry. Each pointing entry stands once. */
export function gather(graph: Graph, target: Entry): Gathered {
  const links = graph.backlinks.get(keyOf(target)) ?? [];
  return {
    agreements: pointing(graph, links, 'agreements').map(linkTo),
    clauses: clausesSorted(graph, pointing(graph, links, 'clauses')).map((clause) =>
      toClauseView(graph, clause),
    ),
    leaders: pointing(graph, links, 'leaders').map(linkTo),
    regions: pointing(graph, links, 'regions').map(linkTo),
  };
}

function pointing<Name extends CollectionName>(
  graph: Graph,
  links: readonly Backlink[],
  collection: Name,
): Entry<Name>[] {
  const ids = new Set(links.filter(({ from }) => from.collection === collection).map(({ from }) => from.id));
  return entriesOf(graph, collection).filter(({ id }) => ids.has(id));
}
