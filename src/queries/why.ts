import { statusOf } from '../graph/facets.ts';
import type { Graph } from '../graph/graph.ts';
import { statusOfEvent, statuses, type Status } from '../graph/status.ts';
import { toChineseDate } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import { voiceNames } from '../model/names.ts';
import type { ProgressEvent } from '../model/project.ts';
import type { WhyView } from '../model/project-views.ts';
import type { DateView } from '../model/views.ts';
import { statusViews } from './items.ts';
import { sourceDate, toDateView, toEvidenceView } from './views.ts';

/** What each status takes, in words. */
export const statusRules: Record<Status, string> = {
  proposed: '只在讲话或评论里提出',
  agreed: '写进协议',
  planned: '列入计划',
  'reported-underway': '文章报道在做',
  'reported-done': '文章报道做完',
  'reported-in-use': '文章报道投入使用',
};

/** The anchor of a project's nth mention on its page. */
export function recordAnchor(index: number): string {
  return `record-${String(index + 1)}`;
}

/** The date an event holds for: its own, else its article's. */
export function eventDate(graph: Graph, event: ProgressEvent): DateView {
  const own = event.date === undefined ? sourceDate(graph, event.evidence.passage) : toDateView(event.date);
  if (own === undefined) throw new Error(`no article for ${event.evidence.passage}`);
  return own;
}

/** The account of a project's status, from the same events by which it is computed. */
export function whyOf(graph: Graph, project: Entry<'projects'>): WhyView {
  const { progress } = project.data;
  const { status, event: deciding } = statusOf(graph, project);
  return {
    rule: `${ladder()}。取各次记载里最强的一种；只有报道能得出“报道……”。${ruleApplied(status)}`,
    counts: countsOf(progress),
    events: progress.map((event, index) => ({
      mark: statusViews[statusOfEvent(event)],
      date: eventDate(graph, event),
      text: `${voiceNames[event.kind]}，“${event.wording}”`,
      href: `#${recordAnchor(index)}`,
      decides: event === deciding,
    })),
    evidence: toEvidenceView(graph, deciding.evidence),
  };
}

/** "由弱到强：提出、约定……": the statuses in order. */
function ladder(): string {
  return `状态由弱到强：${statuses.map((status) => statusViews[status].label).join('、')}`;
}

function ruleApplied(status: Status): string {
  const unreported = status.startsWith('reported-') ? '' : '；没有报道，所以不能说在推进、已完成或已投用';
  return `这里最强的一种是“${statusRules[status]}”，故为“${statusViews[status].label}”${unreported}。`;
}

function countsOf(events: readonly ProgressEvent[]): string {
  const kinds = Object.keys(voiceNames) as ProgressEvent['kind'][];
  const counts = kinds.map(
    (kind) => `${voiceNames[kind]}${String(events.filter((event) => event.kind === kind).length)}次`,
  );
  return `共${String(events.length)}次记载：${counts.join('，')}。`;
}

/** "2019年6月3日（推断）". */
export function dateInWords({ value, inferred }: DateView): string {
  return `${toChineseDate(value)}${inferred ? '（推断）' : ''}`;
}
