import { entriesOf } from '../graph/graph.ts';
import type { HomeView } from '../model/page-views.ts';
import { routes } from '../routes.ts';
import { agreementViews } from './agreements.ts';
import { itemsOf, silentItems } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { overdueCount } from './overdue.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { sourceViews } from './sources.ts';
import { href } from './views.ts';

/** How many of the projects longest unheard of the home page names. */
const silentShown = 6;

/** Everything the home page shows. */
export async function homeView(): Promise<HomeView> {
  const graph = await siteGraph();
  const projects = entriesOf(graph, 'projects');
  return {
    agreements: (await agreementViews()).filter(({ undertakingCount }) => undertakingCount > 0),
    sources: await sourceViews(),
    silent: {
      items: silentItems(graph, projects, cutOffOf(graph)).slice(0, silentShown),
      chains: { label: '线索：从约定到报道', href: href(routes.chains) },
      all: { label: `全部${String(projects.length)}个项目`, href: href(routes.collection('projects')) },
      overdue: { label: `到期未见报道${String(await overdueCount())}处`, href: href(routes.overdue) },
    },
    themes: itemsOf(graph, 'themes'),
    search: searchView(),
  };
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
