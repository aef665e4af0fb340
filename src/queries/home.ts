import { entriesOf } from '../graph/graph.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import type { HomeView } from '../model/picture-views.ts';
import { routes } from '../routes.ts';
import { agreementViews } from './agreements.ts';
import { columnsView } from './columns.ts';
import { silentItems } from './items.ts';
import { latestView } from './latest.ts';
import { overdueView } from './overdue.ts';
import { themeTable, tileMap } from './pictures.ts';
import { siteGraph } from './site-graph.ts';
import { articleNews } from './time-line.ts';
import { href } from './views.ts';

/** How many of the projects longest unheard of the home page names. */
const silentShown = 5;

/** How many of the targets that have been due longest. */
const dueShown = 3;

/** Everything the home page shows. */
export async function homeView(): Promise<HomeView> {
  const graph = await siteGraph();
  const projects = entriesOf(graph, 'projects');
  const columns = await columnsView();
  const latest = await latestView();
  const { printed, planned } = await overdueView();
  const overdue = [...printed, ...planned];
  return {
    ...(columns === undefined ? {} : { columns }),
    articles: await articleNews(),
    silent: {
      items: silentItems(graph, projects, cutOffOf(graph)).slice(0, silentShown),
      chains: { label: '线索：从约定到报道', href: href(routes.chains) },
      all: { label: `全部${String(projects.length)}个项目`, href: href(routes.collection('projects')) },
      overdue: { label: `到期未见报道${String(overdue.length)}处`, href: href(routes.overdue) },
      due: overdue.slice(0, dueShown).map(({ title, due, age, name }) => ({
        ...title,
        line: `${name}　${due.text}${age === undefined ? '' : `，期满${age}`}`,
      })),
    },
    ...(latest === undefined ? {} : { latest }),
    themes: await themeTable(),
    map: await tileMap(),
    agreements: (await agreementViews())
      .filter(({ undertakingCount }) => undertakingCount > 0)
      .map(({ title, page, basis, areas, undertakingCount, commitmentCount }) => ({
        label: title,
        href: page,
        line: `${basis}：${String(areas.length)}个方面，${String(undertakingCount)}项，${String(commitmentCount)}处承诺`,
      })),
    pictures: { label: '全部图', href: href(routes.pictures) },
    timeLine: { label: '年表：文章与事件', href: href(routes.timeLine) },
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
