import type { Chain, Hop } from '../graph/chains.ts';
import { laneOf } from '../graph/chains.ts';
import { eventsOf } from '../graph/sayings.ts';
import { getEntryOfSubject } from '../graph/subjects.ts';
import { entriesOf, keyOf, type Graph } from '../graph/graph.ts';
import { cutOffOf, sourcesInTime } from '../graph/sources-in-time.ts';
import { asPart, timeScale, yearsWithin } from '../lib/time-scale.ts';
import type { Entry } from '../model/collections.ts';
import type { LaneRowView, LanesView, StopView, TimeAxis } from '../model/picture-views.ts';
import type { Link } from '../model/views.ts';
import { routes } from '../routes.ts';
import { chainTitle, claimOf, markOf, siteChains } from './chains.ts';
import { inOrder } from './items.ts';
import { silenceSince } from './silence.ts';
import { siteGraph } from './site-graph.ts';
import { href, linkTo, toDateView } from './views.ts';
import { dateInWords, recordAnchor } from './why.ts';

/** Every chain on one measure of time, under the first theme of what it is about. */
export async function chainLanes(): Promise<LanesView> {
  const graph = await siteGraph();
  const chains = await siteChains();
  const themes = inOrder(graph, entriesOf(graph, 'themes'));
  const themed = chains.map((chain) => ({
    chain,
    theme: firstTheme(getEntryOfSubject(graph, chain.subject.key)),
  }));
  const rowsOn = (theme: string | undefined): LaneRowView[] =>
    themed.filter((each) => each.theme === theme).map(({ chain }) => chainRow(graph, chain));
  return {
    axis: axisOf(graph),
    groups: [
      ...themes.map((theme) => ({ title: linkTo(theme), rows: rowsOn(theme.id) })),
      { title: { label: '未归主题', href: href(routes.chains) }, rows: rowsOn(undefined) },
    ].filter(({ rows }) => rows.length > 0),
  };
}

/** A project's own row: its chain where it has one, with what links bring; else its mentions. */
export async function projectLane(project: Entry<'projects'>): Promise<LanesView> {
  const graph = await siteGraph();
  const key = keyOf(project);
  const chain = (await siteChains()).find(({ subject }) => subject.key === key);
  const hops = chain?.hops ?? ownHops(graph, project);
  const title = linkTo(project);
  return {
    axis: axisOf(graph),
    groups: [{ title, rows: [rowOf(graph, project.id, title, hops, recordHref(project))] }],
  };
}

/** On the page of a project its own words stand there; what links bring stands where it is printed. */
function recordHref(project: Entry<'projects'>): (hop: Hop) => string | undefined {
  return (hop) => {
    const index = hop.event === undefined ? -1 : project.data.progress.indexOf(hop.event);
    return index === -1 ? undefined : `#${recordAnchor(index)}`;
  };
}

function ownHops(graph: Graph, project: Entry<'projects'>): Hop[] {
  return eventsOf(graph, project).map((saying) => ({
    ...saying,
    lane: laneOf(saying),
    isOwn: true,
    reasons: [],
    about: [],
  }));
}

function chainRow(graph: Graph, { subject, hops }: Chain): LaneRowView {
  const title: Link = { label: chainTitle(graph, subject), href: href(routes.chain(subject.id)) };
  return rowOf(graph, subject.id, title, hops, () => undefined);
}

function rowOf(
  graph: Graph,
  id: string,
  title: Link,
  hops: readonly Hop[],
  recordOf: (hop: Hop) => string | undefined,
): LaneRowView {
  const newest = cutOffOf(graph);
  const stops = hops.map((hop) => toStop(graph, hop, recordOf(hop)));
  const firm = hops.filter(({ isOwn, ground }) => isOwn || ground !== 'topical');
  const places = firm.map(({ date }) => scaleOf(graph)(date.value).to);
  const articles = firm.map(({ source }) => source);
  const last = sourcesInTime(graph).findLast((source) => articles.includes(source.id));
  const isSilent = last !== undefined && last.data.date.value < newest;
  const at = scaleOf(graph);
  return {
    id,
    title,
    stops,
    known: { from: asPart(Math.min(...places)), to: asPart(Math.max(...places)) },
    ...(isSilent ? { silentFrom: asPart(at(last.data.date.value).to) } : {}),
    words: `${stops.map(({ date, mark }) => `${dateInWords(date)}${mark.label}`).join('，')}${
      isSilent ? `，此后${silenceSince(graph, toDateView(last.data.date), '').span ?? ''}未见` : ''
    }`,
  };
}

function toStop(graph: Graph, hop: Hop, record: string | undefined): StopView {
  const place = scaleOf(graph)(hop.date.value);
  return {
    x: asPart(place.to),
    ...(hop.date.value.length < 10 ? { from: asPart(place.from) } : {}),
    date: toDateView(hop.date),
    mark: markOf(hop),
    claim: claimOf(graph, hop),
    href: record ?? href(routes.passage(hop.evidence.passage)),
  };
}

function axisOf(graph: Graph): TimeAxis {
  const at = scaleOf(graph);
  const sources = sourcesInTime(graph);
  return {
    years: yearsWithin(sources[0]?.data.date.value ?? '', cutOffOf(graph)).map((day) => ({
      label: day.slice(0, 4),
      x: asPart(at(day).from),
    })),
    articles: sources.map(({ data }) => asPart(at(data.date.value).to)),
  };
}

function scaleOf(graph: Graph): ReturnType<typeof timeScale> {
  return timeScale(sourcesInTime(graph)[0]?.data.date.value ?? '', cutOffOf(graph));
}

function firstTheme({ data }: Entry): string | undefined {
  return 'themes' in data ? data.themes?.[0] : undefined;
}
