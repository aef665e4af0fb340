import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, findEntry, type Graph } from '../graph.ts';

/** Going from place to larger place always ends. A cycle is reported once, at its first ID. */
export function checkRegionCycles(graph: Graph): Problem[] {
  return entriesOf(graph, 'regions').flatMap(({ id, file }) => {
    const chain = [id];
    for (;;) {
      const parent = findEntry(graph, 'regions', chain.at(-1) ?? '')?.data.parent;
      if (parent === undefined) return [];
      chain.push(parent);
      if (chain.indexOf(parent) === chain.length - 1) continue;
      if (parent !== id || chain.some((other) => other < id)) return [];
      return [problemAt('region-cycle', file, ['parent'], { cycle: chain.join(' → ') })];
    }
  });
}

/** A clause lists only places its passage prints, by canonical name or alias: mentions are read, not inferred. */
export function checkRegionsPrinted(graph: Graph): Problem[] {
  return entriesOf(graph, 'clauses').flatMap(({ file, data }) => {
    const text = graph.passages.get(data.passage)?.passage.text;
    if (text === undefined) return [];
    return (data.regions ?? []).flatMap((region, index) => {
      const record = findEntry(graph, 'regions', region)?.data;
      if (record === undefined) return [];
      const names = [record.title, ...(record.aliases ?? [])];
      if (names.some((name) => text.includes(name))) return [];
      return [
        problemAt('region-not-printed', file, ['regions', index], {
          region,
          names: names.join('、'),
          passage: data.passage,
        }),
      ];
    });
  });
}
