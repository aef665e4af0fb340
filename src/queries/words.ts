import { getPassage, type Graph } from '../graph/graph.ts';
import { cutAtNames, foundNames, type FoundName } from '../graph/mentions.ts';
import { stretchOf } from '../graph/quotes.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Shown, Words } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { href } from './views.ts';

/** A graph never changes, so its names are looked for once. */
const known = new WeakMap<Graph, ReadonlyMap<string, readonly FoundName[]>>();

function namesIn(graph: Graph, ref: string): readonly FoundName[] {
  const found = known.get(graph) ?? foundNames(graph);
  known.set(graph, found);
  return found.get(ref) ?? [];
}

/** What is shown of a passage, stretch by stretch, with links to what its words name. */
export function wordsOfShown(graph: Graph, ref: string, shown: readonly Shown[]): Words[][] {
  return cutAtNames(namesIn(graph, ref), shown).map((words) =>
    words.map(({ text, entry }) => ({
      text,
      ...(entry === undefined ? {} : { href: href(addressOf(entry)) }),
    })),
  );
}

/** A quote with links to what its words name. */
export function wordsOfQuote(graph: Graph, evidence: Evidence): Words[] {
  const { text } = getPassage(graph, evidence.passage).passage;
  const shown = stretchOf(text, evidence).map(({ start, end }) => ({
    text: text.slice(start, end),
    quoted: true,
    start,
  }));
  return wordsOfShown(graph, evidence.passage, shown).flat();
}
