import { agreementIdOf, entriesOf, getEntry, keyOf, type Graph } from '../graph/graph.ts';
import { statusOf } from '../graph/facets.ts';
import { sharingWords } from '../graph/spans.ts';
import type { Entry } from '../model/collections.ts';
import { projectKindNames } from '../model/names.ts';
import type { ProgressView, ProjectView } from '../model/project-views.ts';
import type { Fact, Link } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { markOfEvent, statusViews, toGroups, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { silenceOfProject } from './silence.ts';
import { unknownViewsOfProject } from './unknown.ts';
import { href, linksTo, titleOf, toEvidenceView, undertakingName, isOf } from './views.ts';
import { eventDate, recordAnchor, whyOf } from './why.ts';
import { wordingsOf } from './wordings.ts';

/** All projects by ID. */
export async function projectViews(): Promise<ProjectView[]> {
  const graph = await siteGraph();
  return entriesOf(graph, 'projects').map((entry) => toProjectView(graph, entry));
}

function toProjectView(graph: Graph, entry: Entry<'projects'>): ProjectView {
  const { status, event } = statusOf(graph, entry);
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
    silence: silenceOfProject(graph, entry),
    unknown: unknownViewsOfProject(graph, entry),
    why: whyOf(graph, entry),
    wordings: wordingsOf(graph, entry),
    turn: turnOf(graph, entry),
    progress: entry.data.progress.map((each, index) => toProgressView(graph, entry, each, index)),
    lookAlikes: (entry.data.notSameAs ?? []).map((id) => toListItem(graph, getEntry(graph, 'projects', id))),
    parts: backlinks
      .filter((from) => isOf(from, 'projects') && from.data.partOf?.includes(entry.id) === true)
      .map((part) => toListItem(graph, part)),
    related: toGroups(graph, [
      ...around.filter(({ collection }) => ['figures', 'organisations'].includes(collection)),
      ...backlinks.filter(({ collection }) => collection === 'tensions'),
    ]),
  };
}

/** The projects before and after it, by ID, of the first of its themes that has others; undefined where none has. */
function turnOf(graph: Graph, { id, data }: Entry<'projects'>): ProjectView['turn'] {
  const ofTheme = (theme: string): Entry<'projects'>[] =>
    entriesOf(graph, 'projects').filter((project) => project.data.themes.includes(theme));
  const theme = data.themes.find((each) => ofTheme(each).length > 1);
  if (theme === undefined) return undefined;
  const { title } = getEntry(graph, 'themes', theme).data;
  const own = ofTheme(theme);
  const at = own.findIndex((each) => each.id === id);
  const neighbour = (to: number): Link | undefined => {
    const project = to < 0 ? undefined : own[to];
    return project && { label: `${project.data.title}（${title}）`, href: href(addressOf(project)) };
  };
  return { label: `${title}的前后项目`, previous: neighbour(at - 1), next: neighbour(at + 1) };
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
    anchor: recordAnchor(index),
    mark: markOfEvent(event),
    date: eventDate(graph, event),
    wording: event.wording,
    evidence: toEvidenceView(graph, event.evidence),
    within: around.flatMap((other) => withinLink(graph, other)),
  };
}

/** The clause, work point or statement that holds the words; nothing for any other entry. */
export function withinLink(graph: Graph, entry: Entry): Link[] {
  if (isOf(entry, 'clauses')) {
    const agreement = getEntry(graph, 'agreements', agreementIdOf(entry)).data.shortTitle;
    return [{ label: `${agreement}　${undertakingName(graph, entry)}`, href: href(addressOf(entry)) }];
  }
  if (isOf(entry, 'work-points')) {
    return [{ label: `工作要点　${undertakingName(graph, entry)}`, href: href(addressOf(entry)) }];
  }
  return isOf(entry, 'statements') ? [{ label: titleOf(entry), href: href(addressOf(entry)) }] : [];
}
