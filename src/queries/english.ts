import { getCollection } from 'astro:content';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import type { English, EnglishKind } from '../model/english.ts';
import type { EnglishView } from '../model/english-view.ts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';
import { chainViews } from './chain-pages.ts';
import { siteGraph } from './site-graph.ts';
import { href } from './views.ts';

async function abstracts(): Promise<English> {
  return (await getCollection('english'))[0]?.data ?? {};
}

/** The English abstract of an agreement, a theme or a chain; undefined where nobody has written one. */
export async function englishOf(kind: EnglishKind, id: string): Promise<string | undefined> {
  return (await abstracts())[kind]?.[id];
}

/** Everything the English page shows. */
export async function englishView(): Promise<EnglishView> {
  const graph = await siteGraph();
  const written = await abstracts();
  const sources = sourcesInTime(graph);
  return {
    name: site.name,
    first: sources[0]?.data.date.value.slice(0, 4) ?? '',
    last: sources.at(-1)?.data.date.value.slice(0, 4) ?? '',
    counts: (
      [
        ['articles', 'sources'],
        ['agreements and plans', 'agreements'],
        ['clauses', 'clauses'],
        ['work points', 'work-points'],
        ['projects', 'projects'],
        ['statements', 'statements'],
        ['people', 'leaders'],
        ['places', 'regions'],
      ] as const
    ).map(([label, name]) => ({
      label,
      count: entriesOf(graph, name).length,
      href: name === 'clauses' ? href(routes.collection('agreements')) : href(routes.collection(name)),
    })),
    groups: [
      { title: 'Themes', items: titled(graph, written, 'themes') },
      { title: 'Agreements and plans', items: titled(graph, written, 'agreements') },
      {
        title: 'Chains: from promise to report',
        items: (await chainViews()).map(({ id, title }) => ({
          title,
          href: href(routes.chain(id)),
          english: written.chains?.[id],
        })),
      },
    ],
    search: href(routes.search),
    method: href(routes.method),
    data: href(routes.data('projects')),
  };
}

function titled(
  graph: Graph,
  written: English,
  name: 'agreements' | 'themes',
): EnglishView['groups'][number]['items'] {
  return entriesOf(graph, name).map(({ id, data }) => ({
    title: data.title,
    href: href(routes.entry(name, id)),
    english: written[name]?.[id],
  }));
}
