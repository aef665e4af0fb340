import { agreementIdOf, entriesOf, getEntry, keyOf, type Graph } from '../graph/graph.ts';
import { statusOf } from '../graph/facets.ts';
import { progressDate } from '../graph/checks/progress.ts';
import { sharingWords } from '../graph/spans.ts';
import { monthsBetween, toChineseDate, toChineseSpan } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import { projectKindNames } from '../model/names.ts';
import type { ProgressView, ProjectView } from '../model/page-views.ts';
import type { DateView, Fact, Link } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { markOfEvent, statusViews, toGroups, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from './sources.ts';
import {
  href,
  linksTo,
  sourceDate,
  titleOf,
  toDateView,
  toEvidenceView,
  undertakingName,
  isOf,
} from './views.ts';

/** All projects by ID. */
export async function projectViews(): Promise<ProjectView[]> {
  const graph = await siteGraph();
  return entriesOf(graph, 'projects').map((entry) => toProjectView(graph, entry));
}

function toProjectView(graph: Graph, entry: Entry<'projects'>): ProjectView {
  const { status, event } = statusOf(graph, entry);
  const last = entry.data.progress.at(-1) ?? event;
  const asOf = eventDate(graph, event);
  const around = sharingWords(graph, entry).filter(({ collection }) => collection !== 'projects');
  const backlinks = (graph.backlinks.get(keyOf(entry)) ?? []).map(({ from }) => from);
  return {
    entry,
    title: entry.data.title,
    item: toListItem(graph, entry),
    facts: factsOf(graph, entry),
    mark: statusViews[status],
    claim: `${statusViews[status].label}：“${event.wording}”`,
    asOf,
    asOfArticle: toEvidenceView(graph, event.evidence).article,
    silence: silenceOf(graph, status.startsWith('reported-'), eventDate(graph, last)),
    progress: entry.data.progress.map((each, index) => toProgressView(graph, entry, each, index)),
    lookAlikes: (entry.data.notSameAs ?? []).map((id) => toListItem(graph, getEntry(graph, 'projects', id))),
    parts: backlinks
      .filter((from) => isOf(from, 'projects') && from.data.partOf?.includes(entry.id) === true)
      .map((part) => toListItem(graph, part)),
    related: toGroups(
      graph,
      around.filter(({ collection }) => ['figures', 'organisations'].includes(collection)),
    ),
  };
}

function factsOf(graph: Graph, { data }: Entry<'projects'>): Fact[] {
  const partOf = (data.partOf ?? []).map((id) => getEntry(graph, 'projects', id));
  return [
    { label: '类别', text: projectKindNames[data.kind] },
    ...(data.aliases === undefined ? [] : [{ label: '又作', text: data.aliases.join('、') }]),
    { label: '主题', links: linksTo(graph, 'themes', data.themes) },
    ...(data.regions === undefined
      ? []
      : [{ label: '地区', links: linksTo(graph, 'regions', data.regions) }]),
    ...(partOf.length === 0
      ? []
      : [
          {
            label: '属于',
            links: partOf.map((part) => ({ label: part.data.title, href: href(addressOf(part)) })),
          },
        ]),
  ];
}

function toProgressView(
  graph: Graph,
  entry: Entry<'projects'>,
  event: Entry<'projects'>['data']['progress'][number],
  index: number,
): ProgressView {
  const around = sharingWords(graph, entry, ({ path }) => path[0] === 'progress' && path[1] === index);
  return {
    mark: markOfEvent(event),
    date: eventDate(graph, event),
    wording: event.wording,
    evidence: toEvidenceView(graph, event.evidence),
    within: around.flatMap((other) => withinLink(graph, other)),
  };
}

/** The clause, work point or statement that holds the words. */
function withinLink(graph: Graph, entry: Entry): Link[] {
  if (isOf(entry, 'clauses')) {
    const agreement = getEntry(graph, 'agreements', agreementIdOf(entry)).data.shortTitle;
    return [{ label: `${agreement}　${undertakingName(graph, entry)}`, href: href(addressOf(entry)) }];
  }
  if (isOf(entry, 'work-points')) {
    return [{ label: `工作要点　${undertakingName(graph, entry)}`, href: href(addressOf(entry)) }];
  }
  return isOf(entry, 'statements') ? [{ label: titleOf(entry), href: href(addressOf(entry)) }] : [];
}

function eventDate(graph: Graph, event: Entry<'projects'>['data']['progress'][number]): DateView {
  const own = event.date === undefined ? sourceDate(graph, event.evidence.passage) : toDateView(event.date);
  return own ?? { value: progressDate(graph, event) ?? '', inferred: false };
}

/** Silence is counted to the newest article, never to today, and says what it does not say. */
function silenceOf(graph: Graph, isReported: boolean, from: DateView): ProjectView['silence'] {
  const newest = sourcesInTime(graph).at(-1);
  if (newest === undefined) throw new Error('there is no source');
  const to = toDateView(newest.data.date);
  if (from.value >= to.value) return { from, to, text: '最晚一篇提到，此后无从再查。' };
  const months = monthsBetween(from.value, to.value);
  const unreported = isReported ? '' : '没有一篇报道它已经开工或建成。';
  return {
    from,
    to,
    ...(months === undefined ? {} : { span: toChineseSpan(months) }),
    text: `本语料截至${toChineseDate(to.value)}未见后续报道。${unreported}`,
  };
}
