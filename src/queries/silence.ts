import { statusOf } from '../graph/facets.ts';
import type { Graph } from '../graph/graph.ts';
import { spanBetween, toChineseDate } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import type { DateView, SilenceView } from '../model/views.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { sourceDate, toDateView } from './views.ts';

/** Silence is counted from the last article that mentions a thing to the newest one, never to today. */
export function silenceSince(graph: Graph, from: DateView, unreported: string): SilenceView {
  const newest = sourcesInTime(graph).at(-1);
  if (newest === undefined) throw new Error('there is no source');
  const to = toDateView(newest.data.date);
  if (from.value >= to.value) return { from, to, text: `最晚一篇提到，此后无从再查。${unreported}` };
  return {
    from,
    to,
    span: spanBetween(from.value, to.value),
    text: `本语料截至${toChineseDate(to.value)}未见后续报道。${unreported}`,
  };
}

/** How long a project has not been heard of, and whether anything was ever reported of it. */
export function silenceOfProject(graph: Graph, project: Entry<'projects'>): SilenceView {
  const { status, lastMention } = statusOf(graph, project);
  const dates = project.data.progress.flatMap(({ evidence }) => sourceDate(graph, evidence.passage) ?? []);
  const from = dates.find(({ value }) => value === lastMention) ?? { value: lastMention, inferred: false };
  return silenceSince(graph, from, status.startsWith('reported-') ? '' : '没有一篇报道它已经开工或建成。');
}

/**
 * Silence in a list's line, after a status that holds since `asOf`: "此后3年11个月未见报道"; a later mention from which it
 * is counted is named, and an inferred start is marked.
 */
export function silenceInLine({ span, from }: SilenceView, asOf: string, isReported: boolean): string {
  if (span === undefined) return isReported ? '最晚一篇报道' : '最晚一篇提到，未见报道';
  const since =
    from.value === asOf ? '此后' : `最后提到${from.value}${from.inferred ? '（推断）' : ''}，此后`;
  return `${since}${span}${from.inferred && from.value === asOf ? '（推断）' : ''}未见报道`;
}
