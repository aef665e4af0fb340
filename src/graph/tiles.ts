import { isOf, type Entry } from '../model/collections.ts';
import { facetsOf } from './facets.ts';
import { entriesOf, findEntry, type Graph } from './graph.ts';

/**
 * Where the places of the region stand on a grid of squares, so that each has its neighbours about where the map has
 * them. Cities that no article names have no entry; they stand here so that their silence shows.
 */
export const tilePlaces = [
  { name: '张家口', region: 'zhangjiakou', row: 1, column: 1 },
  { name: '承德', region: 'chengde', row: 1, column: 3 },
  { name: '北京', region: 'beijing', row: 2, column: 2 },
  { name: '唐山', region: 'tangshan', row: 2, column: 4 },
  { name: '秦皇岛', region: 'qinhuangdao', row: 2, column: 5 },
  { name: '保定', region: 'baoding', row: 3, column: 1 },
  { name: '雄安', region: 'xiongan', row: 3, column: 2 },
  { name: '廊坊', region: 'langfang', row: 3, column: 3 },
  { name: '天津', region: 'tianjin', row: 3, column: 4 },
  { name: '石家庄', region: 'shijiazhuang', row: 4, column: 1 },
  { name: '衡水', region: 'hengshui', row: 4, column: 2 },
  { name: '沧州', region: 'cangzhou', row: 4, column: 3 },
  { name: '邢台', region: 'xingtai', row: 5, column: 1 },
  { name: '邯郸', region: 'handan', row: 6, column: 1 },
] as const;

/** The province whose cities the tiles are; what names it as a whole belongs to no tile. */
export const tileProvince = 'hebei';

/** How full a tile is drawn: nothing, a few, some, many. */
export type TileStep = 0 | 1 | 2 | 3;

export interface Tile {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  /** The place's entry; absent where no article names it. */
  readonly region?: Entry<'regions'>;
  /** The projects that name the place itself. */
  readonly projects: readonly Entry<'projects'>[];
  /** Places within it with projects of their own. */
  readonly within: readonly PlaceCount[];
}

export interface PlaceCount {
  readonly region: Entry<'regions'>;
  readonly projects: readonly Entry<'projects'>[];
}

/** Every tile with the projects that name its place, in the order of rows. */
export function tilesOf(graph: Graph): Tile[] {
  return tilePlaces.map(({ name, region: id, row, column }) => {
    const region = findEntry(graph, 'regions', id);
    return {
      name,
      row,
      column,
      ...(region === undefined ? {} : { region }),
      projects: projectsIn(graph, id),
      within: entriesOf(graph, 'regions')
        .filter((each) => !isTile(each.id) && isWithin(graph, each, id))
        .flatMap((each) => placeCount(graph, each)),
    };
  });
}

/** Places with projects that stand on no tile and in none: the province, its new areas, waters and groups of places. */
export function placesOffTiles(graph: Graph): PlaceCount[] {
  return entriesOf(graph, 'regions')
    .filter(({ id }) => !isTile(id))
    .filter((region) => !tilePlaces.some(({ region: id }) => isWithin(graph, region, id)))
    .flatMap((region) => placeCount(graph, region));
}

export function stepOf(count: number): TileStep {
  if (count === 0) return 0;
  if (count < 5) return 1;
  return count < 15 ? 2 : 3;
}

function placeCount(graph: Graph, region: Entry<'regions'>): PlaceCount[] {
  const projects = projectsIn(graph, region.id);
  return projects.length === 0 ? [] : [{ region, projects }];
}

function projectsIn(graph: Graph, region: string): Entry<'projects'>[] {
  return entriesOf(graph, 'projects').filter((project) => facetsOf(graph, project).region.includes(region));
}

function isTile(id: string): boolean {
  return tilePlaces.some(({ region }) => region === id);
}

function isWithin(graph: Graph, { data }: Entry<'regions'>, id: string): boolean {
  if (data.parent === undefined) return false;
  if (data.parent === id) return true;
  const parent = findEntry(graph, 'regions', data.parent);
  return parent !== undefined && isOf(parent, 'regions') && isWithin(graph, parent, id);
}
