import type { Entry } from '../../model/collections.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, findEntry, voiceOf, type Graph } from '../graph.ts';

/** A progress event is of the kind its passage is: a plan, a speech or an opinion never passes for a report. */
export function checkProgressVoices(graph: Graph): Problem[] {
  return entriesOf(graph, 'projects').flatMap(({ file, data }) =>
    data.progress.flatMap(({ kind, evidence }, index) => {
      const { passage } = evidence;
      const voice = voiceOf(graph, evidence);
      if (voice === undefined || voice === kind) return [];
      return [problemAt('progress-voice', file, ['progress', index, 'kind'], { kind, passage, voice })];
    }),
  );
}

/** Progress is told in order of time; equal dates keep the editor's order. */
export function checkProgressOrder(graph: Graph): Problem[] {
  return entriesOf(graph, 'projects').flatMap((project) => {
    const dates = project.data.progress.map((event) => progressDate(graph, event));
    return dates.flatMap((earlier, index) => {
      const later = dates[index - 1];
      if (later === undefined || earlier === undefined || later <= earlier) return [];
      return [problemAt('progress-order', project.file, ['progress', index], { earlier, later })];
    });
  });
}

/** The event's own date, else its article's; undefined when the passage is unknown. */
export function progressDate(
  graph: Graph,
  { date, evidence }: Entry<'projects'>['data']['progress'][number],
): string | undefined {
  if (date !== undefined) return date.value;
  const source = graph.passages.get(evidence.passage)?.source;
  return source === undefined ? undefined : findEntry(graph, 'sources', source)?.data.date.value;
}
