import { entriesOf, type Graph } from '../graph/graph.ts';
import { appearancesOf, namesakes, titlesOf, type Appearance } from '../graph/people.ts';
import type { Entry } from '../model/collections.ts';
import type { AppearanceView, NamesakesView, TimelineView } from '../model/who-views.ts';
import { routes } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { href, linkTo, toDateView, toEvidenceView } from './views.ts';

/** Who stands in which article, with which title; those with a title in any of them first. */
export async function timelineView(): Promise<TimelineView> {
  const graph = await siteGraph();
  const sources = sourcesInTime(graph);
  const shared = new Set(namesakes(graph).flat());
  const rows = entriesOf(graph, 'leaders').map((leader) => {
    const appearances = appearancesOf(graph, leader, sources);
    return {
      hasTitle: isTitled(leader),
      person: linkTo(leader),
      ...(shared.has(leader) ? { known: knownAs(leader) } : {}),
      cells: sources.map((source) => {
        const here = appearances.find((appearance) => appearance.source === source);
        return here === undefined ? undefined : titlesOf(here);
      }),
    };
  });
  return {
    namesakes: href(routes.namesakes),
    articles: sources.map((source) => ({ date: toDateView(source.data.date), link: linkTo(source) })),
    groups: titledFirst(rows, ({ hasTitle }) => hasTitle),
  };
}

/** Every name several people bear, with each of them. */
export async function namesakesViews(): Promise<NamesakesView[]> {
  const graph = await siteGraph();
  return namesakes(graph).map((people) => ({
    name: people[0]?.data.title ?? '',
    people: [...people.filter(isTitled), ...people.filter((leader) => !isTitled(leader))].map((leader) => ({
      person: linkTo(leader),
      known: knownAs(leader),
      appearances: appearanceViews(graph, leader),
    })),
  }));
}

/** The articles that name a person, in order of time. */
export function appearanceViews(graph: Graph, leader: Entry<'leaders'>): AppearanceView[] {
  return appearancesOf(graph, leader, sourcesInTime(graph)).map((appearance) =>
    toAppearanceView(graph, appearance),
  );
}

function toAppearanceView(graph: Graph, appearance: Appearance): AppearanceView {
  const { source, roles, mentions } = appearance;
  return {
    date: toDateView(source.data.date),
    article: linkTo(source),
    titles: titlesOf(appearance),
    records: [
      ...roles.map(({ title, evidence }) => ({ title, evidence: toEvidenceView(graph, evidence) })),
      ...mentions.map((evidence) => ({ evidence: toEvidenceView(graph, evidence) })),
    ],
  };
}

/** People whose title some article prints, and the rest; a group without anybody is left out. */
export function titledFirst<T>(
  people: readonly T[],
  hasTitle: (person: T) => boolean,
): { label: string; people: T[] }[] {
  return [
    { label: '印有职务', people: people.filter((person) => hasTitle(person)) },
    { label: '没有印职务', people: people.filter((person) => !hasTitle(person)) },
  ].filter(({ people: members }) => members.length > 0);
}

export function isTitled({ data }: Entry<'leaders'>): boolean {
  return data.roles !== undefined;
}

/** What tells people of one name apart: the titles printed, or that there is none. */
function knownAs({ data }: Entry<'leaders'>): string {
  const titles = [...new Set((data.roles ?? []).map(({ title }) => title))];
  return titles.length === 0 ? '未印职务' : titles.join('、');
}
