import { getEntry as getStored } from 'astro:content';
import { entriesOf, getPassage, type Graph } from '../graph/graph.ts';
import { toAtom, type FeedEntry } from '../lib/atom.ts';
import { urnOf } from '../lib/urn.ts';
import type { Change } from '../model/changes.ts';
import type { Entry } from '../model/collections.ts';
import { addressOf, routes } from '../routes.ts';
import { site } from '../site.ts';
import { recordsOf } from './records.ts';
import { whole } from './linked-things.ts';
import { siteGraph } from './site-graph.ts';
import { titleOf } from './views.ts';

/** One feed as a file. */
export interface FeedFile {
  /** The page it is the news of. */
  readonly page: string;
  readonly text: string;
}

/** Every feed: of all changes, and of those that touch a theme or a region. */
export async function feedFiles(): Promise<FeedFile[]> {
  const graph = await siteGraph();
  const changes = await newestFirst();
  const followed: readonly Entry[] = [...entriesOf(graph, 'themes'), ...entriesOf(graph, 'regions')];
  return Promise.all([
    feedFile(routes.home, site.name, changes),
    ...followed.map(async (entry) => {
      const articles = await articlesWith(graph, entry);
      const own = changes.filter((change) => change.articles?.some((id) => articles.has(id)) === true);
      return feedFile(addressOf(entry), `${titleOf(entry)}｜${site.name}`, own);
    }),
  ]);
}

/** Newest first; of one day, the last written first. */
export async function newestFirst(): Promise<readonly Change[]> {
  const stored = await getStored('changes', 'changes');
  if (stored === undefined) throw new Error('the content store has no changes');
  return stored.data.changes.toReversed().sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** The articles whose entries bear a theme, or name a region. */
async function articlesWith(graph: Graph, entry: Entry): Promise<ReadonlySet<string>> {
  const records = await Promise.all(
    (['clauses', 'work-points', 'projects', 'statements', 'events', 'figures'] as const).map(recordsOf),
  );
  const own = records
    .flat()
    .filter(({ themes, regions }) => (entry.collection === 'themes' ? themes : regions).includes(entry.id));
  const evidence = [
    ...own.flatMap((record) => record.evidence),
    ...('evidence' in entry.data && Array.isArray(entry.data.evidence) ? entry.data.evidence : []),
  ];
  return new Set(evidence.map(({ passage }) => getPassage(graph, passage).source));
}

async function feedFile(page: string, title: string, changes: readonly Change[]): Promise<FeedFile> {
  const all = await newestFirst();
  const text = toAtom({
    id: await urnOf(`feed ${page}`),
    title,
    subtitle: '记录的更新，按发表的日子。',
    language: site.language,
    self: whole(routes.feed(page)),
    page: whole(page),
    author: site.name,
    updated: (changes[0] ?? all.at(-1))?.date ?? '',
    entries: await Promise.all(changes.map(toFeedEntry)),
  });
  return { page, text };
}

async function toFeedEntry({ id, date, title, summary, articles = [], at }: Change): Promise<FeedEntry> {
  const [only, ...others] = articles;
  const article = only !== undefined && others.length === 0 ? routes.entry('sources', only) : routes.home;
  return { id: await urnOf(`change ${id}`), title, summary, page: whole(at ?? article), date };
}
