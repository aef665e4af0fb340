import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, findEntry, voiceOf, type Graph } from '../graph.ts';

/** A figure is of the kind its passage is: a planned number never passes for a reported one. */
export function checkFigureVoices(graph: Graph): Problem[] {
  return entriesOf(graph, 'figures').flatMap(({ file, data: { kind, evidence } }) => {
    const voice = voiceOf(graph, evidence);
    if (voice === undefined || voice === kind) return [];
    return [problemAt('figure-voice', file, ['kind'], { kind, passage: evidence.passage, voice })];
  });
}

/** Figures that stand beside one another say so on both sides: neither is read without the other. */
export function checkFiguresBeside(graph: Graph): Problem[] {
  return entriesOf(graph, 'figures').flatMap(({ id, file, data }) =>
    (data.beside ?? []).flatMap((other, index) => {
      const back = findEntry(graph, 'figures', other)?.data.beside;
      if (findEntry(graph, 'figures', other) === undefined || back?.includes(id) === true) return [];
      return [problemAt('figure-beside', file, ['beside', index], { id, other })];
    }),
  );
}
