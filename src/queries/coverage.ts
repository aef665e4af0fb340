import { getCollection } from 'astro:content';
import { coverageOf } from '../graph/coverage.ts';
import { getEntry } from '../graph/graph.ts';
import { collections } from '../model/collections.ts';
import { excuseReasons } from '../model/coverage.ts';
import { excuseNames } from '../model/names.ts';
import type { CoverageView } from '../model/page-views.ts';
import { addressOf, routes } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from './sources.ts';
import { href, titleOf } from './views.ts';

/** What became of every sentence of every article, article by article in order of time. */
export async function coverageViews(): Promise<(CoverageView & { id: string })[]> {
  const graph = await siteGraph();
  const excuses = new Map((await getCollection('passages')).map(({ id, data }) => [id, data.excuses]));
  return sourcesInTime(graph).map(({ id }) => {
    const covered = coverageOf(graph, id, excuses.get(id) ?? []);
    return {
      id,
      source: {
        label: getEntry(graph, 'sources', id).data.title,
        href: href(routes.entry('sources', id)),
      },
      sentences: covered.map(({ ref, sentence, quotedBy, excuse }) => ({
        text: sentence.text,
        passage: { label: ref.slice(ref.indexOf('#') + 1), href: href(routes.passage(ref)) },
        quotedBy: quotedBy.map((entry) => ({
          label: `${collections[entry.collection].name}“${titleOf(entry)}”`,
          href: href(addressOf(entry)),
        })),
        ...(excuse === undefined ? {} : { excuse: excuseNames[excuse] }),
      })),
      quoted: covered.filter(({ quotedBy }) => quotedBy.length > 0).length,
      excused: excuseReasons.flatMap((reason) => {
        const count = covered.filter(({ excuse }) => excuse === reason).length;
        return count === 0 ? [] : [{ reason: excuseNames[reason], count }];
      }),
    };
  });
}
