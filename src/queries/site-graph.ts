import { getCollection } from 'astro:content';
import { checkGraph } from '../graph/checks/all.ts';
import { withoutDrafts } from '../graph/drafts.ts';
import { buildGraph, type Graph } from '../graph/graph.ts';
import { printReport, toReport } from '../graph/report.ts';
import type { CollectionName, Entry } from '../model/collections.ts';

let graph: Promise<Graph> | undefined;

/** The site's graph, built once and checked: no page is made from content with problems, none from drafts. */
export function siteGraph(): Promise<Graph> {
  graph ??= build();
  return graph;
}

async function build(): Promise<Graph> {
  const lists = [
    toEntries('sources', await getCollection('sources')),
    toEntries('themes', await getCollection('themes')),
    toEntries('regions', await getCollection('regions')),
    toEntries('leaders', await getCollection('leaders')),
    toEntries('agreements', await getCollection('agreements')),
    toEntries('clauses', await getCollection('clauses')),
    toEntries('organisations', await getCollection('organisations')),
    toEntries('work-points', await getCollection('work-points')),
    toEntries('statements', await getCollection('statements')),
    toEntries('events', await getCollection('events')),
    toEntries('projects', await getCollection('projects')),
    toEntries('figures', await getCollection('figures')),
    toEntries('tensions', await getCollection('tensions')),
  ];
  const passages = new Map((await getCollection('passages')).map(({ id, data }) => [id, data.passages]));
  const mentions = (await getCollection('mentions'))[0]?.data;
  const corrections = (await getCollection('corrections'))[0]?.data.corrections;
  const built = buildGraph({ entries: lists.flat(), passages, broken: new Set(), mentions, corrections });
  const problems = checkGraph(built);
  if (problems.length > 0) throw new Error(`\n${printReport(toReport(problems, () => undefined))}`);
  return withoutDrafts(built);
}

/** What the content store gives back for an entry. */
interface Stored {
  readonly id: string;
  readonly data: unknown;
  readonly body?: string | undefined;
  readonly filePath?: string | undefined;
}

function toEntries(collection: CollectionName, stored: readonly Stored[]): Entry[] {
  return stored.map(
    ({ id, data, body, filePath }) =>
      ({ collection, id, file: filePath ?? '', data, body: body ?? '' }) as Entry,
  );
}
