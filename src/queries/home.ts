import { entriesOf, type Graph } from '../graph/graph.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { HomeView, ListItem } from '../model/views.ts';
import { routes } from '../routes.ts';
import { agreementViews } from './agreements.ts';
import { itemsOf, statusOf, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { sourceViews } from './sources.ts';
import { href } from './views.ts';

/** How many of the projects longest unheard of the home page names. */
const silentShown = 6;

/** Everything the home page shows. */
export async function homeView(): Promise<HomeView> {
  const graph = await siteGraph();
  const projects = entriesOf(graph, 'projects').length;
  return {
    agreements: (await agreementViews()).filter(({ undertakingCount }) => undertakingCount > 0),
    sources: await sourceViews(),
    silent: {
      items: longestSilent(graph).slice(0, silentShown),
      all: { label: `全部${String(projects)}个项目`, href: href(routes.collection('projects')) },
    },
    themes: itemsOf(graph, 'themes'),
    search: searchView(),
  };
}

/** Projects promised or planned and never reported, those unheard of longest first. */
function longestSilent(graph: Graph): ListItem[] {
  return entriesOf(graph, 'projects')
    .map((entry) => ({ entry, status: statusOf(graph, entry) }))
    .filter(({ status: { status } }) => status === 'agreed' || status === 'planned')
    .sort(
      (a, b) => byCodeUnit(a.status.lastMention, b.status.lastMention) || byCodeUnit(a.entry.id, b.entry.id),
    )
    .map(({ entry }) => toListItem(graph, entry));
}

/** Where a search goes, and a few to try. */
export function searchView(): HomeView['search'] {
  return {
    action: href(routes.search),
    examples: ['京雄', '交钥匙', '异地就医', '白洋淀'].map((label) => ({
      label,
      href: href(routes.searchFor(label)),
    })),
  };
}
