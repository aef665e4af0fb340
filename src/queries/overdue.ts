import { dateOfEntry } from '../graph/facets.ts';
import type { Graph } from '../graph/graph.ts';
import { statusOfEvent } from '../graph/status.ts';
import { isOverdue, isPastUnreported, targetsOf, type Target } from '../graph/targets.ts';
import { projectsOfCommitment } from '../graph/undertakings.ts';
import { isPast, lastDayOf, spanBetween } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import { voiceNames } from '../model/names.ts';
import type { OverdueView, TargetView } from '../model/overdue-views.ts';
import { addressOf } from '../routes.ts';
import { toDueView } from './due.ts';
import { statusViews, toListItem } from './items.ts';
import { commitmentLink, toModalityMark } from './modality.ts';
import { siteGraph } from './site-graph.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { agreementOf, href, linkTo, toEvidenceView, undertakingName } from './views.ts';
import { eventDate, recordAnchor } from './why.ts';

/** Every target whose time has passed without a report, by how its date and its end are known. */
export async function overdueView(): Promise<OverdueView> {
  const graph = await siteGraph();
  const cutOff = cutOffOf(graph);
  const targets = targetsOf(graph);
  const overdue = targets.filter((target) => isOverdue(target, cutOff));
  const show = (list: readonly Target[]): TargetView[] =>
    list.map((target) => toTargetView(graph, target, cutOff));
  return {
    printed: show(overdue.filter(({ due }) => due.ground === 'deadline')),
    planned: show(overdue.filter(({ due }) => due.ground === 'period')),
    directions: directionsOf(
      graph,
      targets.filter((target) => isPastUnreported(target, cutOff) && !overdue.includes(target)),
    ),
    pending: show(targets.filter(({ due, reported }) => !reported && !isPast(due.by, cutOff))),
  };
}

function toTargetView(graph: Graph, target: Target, cutOff: string): TargetView {
  const { due, milestone } = target;
  const projects = projectsOf(graph, target);
  return {
    ...headOf(graph, target),
    due: toDueView(due, deadlineOf(target)),
    evidence: toEvidenceView(graph, evidenceOf(target)),
    projects: projects.map((project) => toListItem(graph, project)),
    mentions: projects.flatMap((project) => mentionsAfter(graph, project, target)),
    ...(milestone === undefined ? {} : { milestone }),
    ...(isPast(due.by, cutOff) ? { age: spanBetween(lastDayOf(due.by), cutOff) } : {}),
  };
}

function headOf(graph: Graph, target: Target): Pick<TargetView, 'title' | 'name' | 'modality'> {
  if (target.kind === 'announcement') return { title: linkTo(target.entry), name: '项目' };
  const { entry, commitment } = target;
  return {
    title: { label: entry.data.excerpt, href: commitmentLink(graph, entry, commitment).href },
    name: `${agreementOf(graph, entry).data.shortTitle}　${undertakingName(graph, entry)}`,
    modality: toModalityMark(commitment.modality.level),
  };
}

function deadlineOf(target: Target): string | undefined {
  return target.kind === 'commitment'
    ? target.commitment.deadline
    : target.entry.data.progress[target.nth]?.deadline;
}

function evidenceOf(target: Target): Evidence {
  if (target.kind === 'commitment') {
    return { passage: target.entry.data.passage, quote: target.commitment.quote };
  }
  const event = target.entry.data.progress[target.nth];
  if (event === undefined) throw new Error(`no event ${String(target.nth)} of ${target.entry.id}`);
  return event.evidence;
}

function projectsOf(graph: Graph, target: Target): Entry<'projects'>[] {
  return target.kind === 'announcement'
    ? [target.entry]
    : projectsOfCommitment(graph, target.entry, target.nth);
}

/** What later articles say of a project that is no report of it. */
function mentionsAfter(graph: Graph, project: Entry<'projects'>, target: Target): TargetView['mentions'] {
  const from = target.kind === 'announcement' ? undefined : dateOfEntry(graph, target.entry)?.value;
  return project.data.progress.flatMap((event, index) => {
    const date = eventDate(graph, event);
    if (from === undefined || date.value <= from) return [];
    return [
      {
        mark: statusViews[statusOfEvent(event)],
        date,
        text: `${project.data.title}：${voiceNames[event.kind]}，“${event.wording}”`,
        href: `${href(addressOf(project))}#${recordAnchor(index)}`,
      },
    ];
  });
}

/** Commitments that name only a direction, under the keyword they stand in. */
function directionsOf(graph: Graph, targets: readonly Target[]): OverdueView['directions'] {
  const links = targets.flatMap((target) =>
    target.kind === 'commitment'
      ? [
          {
            area: areaOf(graph, target.entry),
            link: commitmentLink(graph, target.entry, target.commitment),
          },
        ]
      : [],
  );
  return [...Map.groupBy(links, ({ area }) => area)].map(([label, group]) => ({
    label,
    links: group.map(({ link }) => link),
  }));
}

function areaOf(graph: Graph, entry: Parameters<typeof agreementOf>[1]): string {
  return agreementOf(graph, entry).data.areas?.find(({ id }) => id === entry.data.area)?.label ?? '';
}
