import { keyOf, type Graph } from '../graph/graph.ts';
import { namesOf, scannerOf } from '../graph/mentions.ts';
import type { NumberedText } from './quoting.ts';

/** An entry, or several that share a name, that a text may mention, and the passages that print the name. */
export interface KnownName {
  /** `<collection>/<id>`; several where they share the name. */
  readonly entries: readonly string[];
  readonly names: readonly string[];
  readonly passages: readonly string[];
}

/** Reads names as `npm run mentions` does; which entry a shared name means is for an editor to say. */
export function knownNames(graph: Graph, passages: readonly NumberedText[]): KnownName[] {
  const names = namesOf(graph);
  const scan = scannerOf(graph, names);
  const found = new Map<string, { entries: readonly string[]; names: Set<string>; passages: Set<string> }>();
  for (const { id, text } of passages) {
    for (const { start, end } of scan(text, [])) {
      const name = text.slice(start, end);
      const entries = (names.get(name) ?? []).map(keyOf);
      if (entries.length === 0) continue;
      const key = entries.join('、');
      const known = found.get(key) ?? { entries, names: new Set<string>(), passages: new Set<string>() };
      known.names.add(name);
      known.passages.add(id);
      found.set(key, known);
    }
  }
  return [...found.values()].map((each) => ({
    entries: each.entries,
    names: [...each.names],
    passages: [...each.passages],
  }));
}
