import { entriesOf, getEntry, type Graph } from '../graph/graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { statuses } from '../graph/status.ts';
import {
  projectsByRegionAndTheme,
  projectsByThemeAndArticle,
  projectsByThemeAndStatus,
  type ProjectTable,
} from '../graph/tallies.ts';
import { placesOffTiles, stepOf, tileProvince, tilesOf, type PlaceCount } from '../graph/tiles.ts';
import { statusOf } from '../graph/facets.ts';
import type { Entry } from '../model/collections.ts';
import type {
  CellList,
  CellLists,
  CountedPlace,
  CountLink,
  CountTable,
  StripView,
  TileMapView,
} from '../model/picture-views.ts';
import { routes } from '../routes.ts';
import { inOrder, statusViews, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { href, linkTo, toDateView } from './views.ts';
import { dateInWords } from './why.ts';

type Project = Entry<'projects'>;

/** Projects by theme and article: how many of a theme each article speaks of. */
export async function themeTable(): Promise<CountTable> {
  const graph = await siteGraph();
  const table = projectsByThemeAndArticle(graph);
  const sources = sourcesInTime(graph);
  return {
    corner: '主题',
    columns: sources.map((source) => ({ ...linkTo(source), date: toDateView(source.data.date) })),
    rows: themesIn(graph, table).map((theme) => ({
      ...linkTo(theme),
      depth: 0,
      all: allOf('theme', theme, entriesOf(graph, 'projects').filter(isOn(theme))),
      cells: sources.map((source) => {
        const found = table.get(theme.id)?.get(source.id);
        return (
          found && {
            count: found.length,
            href: href(`${routes.pictureList('themes')}#${theme.id}-${source.id}`),
            label: `${theme.data.title}，${dateInWords(toDateView(source.data.date))}的文章`,
          }
        );
      }),
    })),
  };
}

/** Projects by the places they name and their themes. */
export async function regionTable(): Promise<CountTable> {
  const graph = await siteGraph();
  const table = projectsByRegionAndTheme(graph);
  const themes = themesIn(graph, projectsByThemeAndArticle(graph));
  return {
    corner: '地区',
    columns: themes.map(linkTo),
    rows: regionsIn(graph, table).map(({ region, depth }) => ({
      ...linkTo(region),
      depth,
      all: table.has(region.id) ? allOf('region', region, projectsNaming(table, region.id)) : undefined,
      cells: themes.map((theme) => {
        const found = table.get(region.id)?.get(theme.id);
        return (
          found && {
            count: found.length,
            href: href(`${routes.pictureList('regions')}#${region.id}-${theme.id}`),
            label: `${region.data.title}，${theme.data.title}`,
          }
        );
      }),
    })),
  };
}

/** The projects behind every cell of the table of themes, by article, then by status. */
export async function themeLists(): Promise<CellLists> {
  const graph = await siteGraph();
  const byArticle = projectsByThemeAndArticle(graph);
  const byStatus = projectsByThemeAndStatus(graph);
  return {
    picture: href(routes.picture('themes')),
    rows: themesIn(graph, byArticle).map((theme) => ({
      ...linkTo(theme),
      anchor: theme.id,
      cells: [
        ...sourcesInTime(graph).flatMap((source) =>
          cellList(graph, byArticle.get(theme.id)?.get(source.id), {
            anchor: `${theme.id}-${source.id}`,
            label: source.data.title,
            date: toDateView(source.data.date),
          }),
        ),
        ...statuses.flatMap((status) =>
          cellList(graph, byStatus.get(theme.id)?.get(status), {
            anchor: `${theme.id}-${status}`,
            label: `现在的状态：${statusViews[status].label}`,
          }),
        ),
      ],
    })),
  };
}

/** The projects behind every cell of the table of places. */
export async function regionLists(): Promise<CellLists> {
  const graph = await siteGraph();
  const table = projectsByRegionAndTheme(graph);
  const themes = themesIn(graph, projectsByThemeAndArticle(graph));
  return {
    picture: href(routes.picture('regions')),
    rows: regionsIn(graph, table)
      .filter(({ region }) => table.has(region.id))
      .map(({ region }) => ({
        ...linkTo(region),
        anchor: region.id,
        cells: themes.flatMap((theme) =>
          cellList(graph, table.get(region.id)?.get(theme.id), {
            anchor: `${region.id}-${theme.id}`,
            label: theme.data.title,
          }),
        ),
      })),
  };
}

/** The projects of every theme by status, one mark each. */
export async function stripViews(): Promise<StripView[]> {
  const graph = await siteGraph();
  const table = projectsByThemeAndStatus(graph);
  return themesIn(graph, table).map((theme) => ({
    theme: linkTo(theme),
    anchor: theme.id,
    all: allOf('theme', theme, entriesOf(graph, 'projects').filter(isOn(theme))),
    groups: statuses.flatMap((status) => {
      const found = table.get(theme.id)?.get(status);
      if (found === undefined) return [];
      const mark = statusViews[status];
      return [
        {
          mark,
          all: {
            count: found.length,
            href: href(`${routes.pictureList('themes')}#${theme.id}-${status}`),
            label: `${theme.data.title}，${mark.label}`,
          },
          projects: found.map(linkTo),
        },
      ];
    }),
  }));
}

/** The schematic map: every place by how many projects name it. */
export async function tileMap(): Promise<TileMapView> {
  const graph = await siteGraph();
  const off = placesOffTiles(graph).map(toCountedPlace);
  const provincePage = href(routes.entry('regions', tileProvince));
  const province = off.find(({ place }) => place.href === provincePage);
  return {
    tiles: tilesOf(graph).map(({ name, row, column, region, projects, within }) => ({
      name,
      row,
      column,
      count: projects.length,
      step: stepOf(projects.length),
      href: href(
        region === undefined || projects.length === 0
          ? routes.searchFor(name)
          : routes.narrowed('projects', 'region', region.id),
      ),
      within: within.map(toCountedPlace),
    })),
    ...(province === undefined ? {} : { province }),
    others: off.filter((each) => each !== province),
  };
}

function toCountedPlace({ region, projects }: PlaceCount): CountedPlace {
  return { place: linkTo(region), projects: allOf('region', region, projects) };
}

function allOf(
  facet: 'theme' | 'region',
  entry: Entry<'themes'> | Entry<'regions'>,
  projects: readonly Project[],
): CountLink {
  return {
    count: projects.length,
    href: href(routes.narrowed('projects', facet, entry.id)),
    label: `${entry.data.title}，全部`,
  };
}

function isOn(theme: Entry<'themes'>): (project: Project) => boolean {
  return ({ data }) => data.themes.includes(theme.id);
}

function projectsNaming(table: ProjectTable, region: string): Project[] {
  return [...new Set([...(table.get(region)?.values() ?? [])].flat())];
}

function themesIn(graph: Graph, table: ProjectTable): Entry<'themes'>[] {
  const themes = [...table.keys()].map((id) => getEntry(graph, 'themes', id));
  return inOrder(graph, themes) as Entry<'themes'>[];
}

function regionsIn(graph: Graph, table: ProjectTable): { region: Entry<'regions'>; depth: number }[] {
  const named = [...table.keys()].map((id) => getEntry(graph, 'regions', id));
  const regions = [...new Set(named.flatMap((region) => [region, ...ancestorsOf(graph, region)]))];
  return (inOrder(graph, regions) as Entry<'regions'>[]).map((region) => ({
    region,
    depth: toListItem(graph, region).depth,
  }));
}

/** The places a place lies in: a row that is indented stands below them. */
function ancestorsOf(graph: Graph, { data }: Entry<'regions'>): Entry<'regions'>[] {
  if (data.parent === undefined) return [];
  const parent = getEntry(graph, 'regions', data.parent);
  return [parent, ...ancestorsOf(graph, parent)];
}

function cellList(
  graph: Graph,
  projects: readonly Project[] | undefined,
  head: Omit<CellList, 'items'>,
): CellList[] {
  if (projects === undefined) return [];
  const items = projects.map((project) => ({
    ...linkTo(project),
    mark: statusViews[statusOf(graph, project).status],
  }));
  return [{ ...head, items }];
}
