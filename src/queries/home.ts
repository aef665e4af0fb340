import type { HomeView } from '../model/views.ts';
import { routes } from '../routes.ts';
import { agreementViews } from './agreements.ts';
import { sourceViews } from './sources.ts';
import { themeViews } from './themes.ts';
import { href } from './views.ts';

/** Everything the home page shows. */
export async function homeView(): Promise<HomeView> {
  return {
    agreements: await agreementViews(),
    sources: await sourceViews(),
    themes: await themeViews(),
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
