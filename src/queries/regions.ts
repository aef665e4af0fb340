import type { RegionView } from '../model/views.ts';
import { entriesOf, findEntry, type Graph } from '../graph/graph.ts';
import type { Entry } from '../model/collections.ts';
import { regionKindNames } from '../model/names.ts';
import { gather } from './gathered.ts';
import { siteGraph } from './site-graph.ts';
import { linkTo, toEvidenceView } from './views.ts';

/** All regions: each followed by the places within it, by ID. */
export async function regionViews(): Promise<RegionView[]> {
  const graph = await siteGraph();
  return nested(graph, undefined).map((entry) => ({
    entry,
    link: linkTo(entry),
    kind: regionKindNames[entry.data.kind],
    aliases: entry.data.aliases ?? [],
    within: ancestors(graph, entry).map(linkTo),
    evidence: entry.data.evidence.map((evidence) => toEvidenceView(graph, evidence)),
    gathered: gather(graph, entry),
  }));
}

function nested(graph: Graph, parent: string | undefined): Entry<'regions'>[] {
  return entriesOf(graph, 'regions')
    .filter(({ data }) => data.parent === parent)
    .flatMap((entry) => [entry, ...nested(graph, entry.id)]);
}

function ancestors(graph: Graph, { data }: Entry<'regions'>): Entry<'regions'>[] {
  const parent = data.parent === undefined ? undefined : findEntry(graph, 'regions', data.parent);
  return parent === undefined ? [] : [...ancestors(graph, parent), parent];
}
