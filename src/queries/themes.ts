import type { ThemeView } from '../model/views.ts';
import { entriesOf } from '../graph/graph.ts';
import { gather } from './gathered.ts';
import { siteGraph } from './site-graph.ts';
import { linkTo } from './views.ts';

/** All themes in their declared order. */
export async function themeViews(): Promise<ThemeView[]> {
  const graph = await siteGraph();
  return entriesOf(graph, 'themes')
    .sort((a, b) => a.data.order - b.data.order)
    .map((entry) => {
      const gathered = gather(graph, entry);
      const commitmentCount = gathered.clauses.reduce((sum, clause) => sum + clause.commitmentCount, 0);
      return { entry, link: linkTo(entry), gathered, commitmentCount };
    });
}
