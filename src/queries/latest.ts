import { entriesOf, getPassage, type PlacedPassage } from '../graph/graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import type { LatestView } from '../model/picture-views.ts';
import type { ProgressEvent } from '../model/project.ts';
import { addressOf, routes } from '../routes.ts';
import { markOfEvent } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { href, linkTo, toDateView, toEvidenceView } from './views.ts';
import { recordAnchor } from './why.ts';

/** How many of its reports the home page quotes. */
const shown = 4;

/** The projects of which the newest article reports, each with its first report, in the order it prints them; undefined where it reports nothing. */
export async function latestView(): Promise<LatestView | undefined> {
  const graph = await siteGraph();
  const newest = sourcesInTime(graph).at(-1);
  if (newest === undefined) return undefined;
  const passages = [...graph.passages.values()].filter(({ source }) => source === newest.id);
  const reports = entriesOf(graph, 'projects')
    .flatMap((project) =>
      project.data.progress
        .map((event, index) => ({ project, event, index }))
        .filter(({ event }) => event.kind === 'report')
        .map((each) => ({ ...each, placed: getPassage(graph, each.event.evidence.passage) }))
        .filter(({ placed }) => placed.source === newest.id)
        .slice(0, 1),
    )
    .sort((a, b) => passages.indexOf(a.placed) - passages.indexOf(b.placed) || placeOf(a) - placeOf(b));
  if (reports.length === 0) return undefined;
  return {
    article: linkTo(newest),
    date: toDateView(newest.data.date),
    count: reports.length,
    rows: reports.slice(0, shown).map(({ project, event, index }) => ({
      project: { label: project.data.title, href: `${href(addressOf(project))}#${recordAnchor(index)}` },
      mark: markOfEvent(event),
      claim: `${markOfEvent(event).label}：“${event.wording}”`,
      evidence: toEvidenceView(graph, event.evidence),
    })),
    all: { label: '这一天新知道的全部', href: href(routes.asOf(newest.data.date.value)) },
  };
}

/** Where in its passage a report's words begin. */
function placeOf({ placed, event }: { placed: PlacedPassage; event: ProgressEvent }): number {
  return placed.passage.text.indexOf(event.evidence.quote);
}
