import { entriesOf, findByKey, keyOf, type Graph } from '../graph/graph.ts';
import { oncePerGraph } from '../graph/once.ts';
import { collectionNames, collections, type Entry } from '../model/collections.ts';
import type { Link as LinkAcross } from '../model/link.ts';
import { groundNames } from '../model/names.ts';
import type { AcrossView } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { toListItem } from './items.ts';
import { href, titleOf, toEvidenceView } from './views.ts';

/** What an entry follows from, as it declares, each link with its ground and words. */
export function followsOf(graph: Graph, entry: Entry): AcrossView[] {
  return linksOf(entry).flatMap((link) => {
    const target = findByKey(graph, link.to);
    return target === undefined ? [] : [toAcrossView(graph, target, link)];
  });
}

/** What follows from an entry: the same links read backwards. */
export function followedBy(graph: Graph, entry: Entry): AcrossView[] {
  return (linksTo(graph).get(keyOf(entry)) ?? []).map(({ from, link }) => toAcrossView(graph, from, link));
}

export function linksOf({ data }: Entry): readonly LinkAcross[] {
  return 'links' in data ? (data.links ?? []) : [];
}

function toAcrossView(graph: Graph, other: Entry, link: LinkAcross): AcrossView {
  return {
    link: { label: `${collections[other.collection].name}　${titleOf(other)}`, href: href(addressOf(other)) },
    line: toListItem(graph, other).line,
    ground: groundNames[link.ground],
    ...(link.ground === 'topical' ? { reason: link.reason } : {}),
    evidence: toEvidenceView(graph, link.evidence),
  };
}

/** Every link of the record by the entry it leads to, in the order of the entries that make it. */
const linksTo = oncePerGraph((graph) =>
  Map.groupBy(
    collectionNames
      .flatMap((name): Entry[] => entriesOf(graph, name))
      .flatMap((from) => linksOf(from).map((link) => ({ from, link }))),
    ({ link }) => link.to,
  ),
);
