import { entriesOf, findByKey, keyOf, type Graph } from '../graph/graph.ts';
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
  const key = keyOf(entry);
  return allEntries(graph).flatMap((from) =>
    linksOf(from)
      .filter(({ to }) => to === key)
      .map((link) => toAcrossView(graph, from, link)),
  );
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

function allEntries(graph: Graph): Entry[] {
  return collectionNames.flatMap((name): Entry[] => entriesOf(graph, name));
}
