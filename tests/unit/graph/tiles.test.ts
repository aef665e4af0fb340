import { describe, expect, it } from 'vitest';
import { buildGraph, entriesOf } from '../../../src/graph/graph.ts';
import { facetsOf } from '../../../src/graph/facets.ts';
import { placesOffTiles, stepOf, tilePlaces, tileProvince, tilesOf } from '../../../src/graph/tiles.ts';
import { readContent } from '../../../src/read/content.ts';
import { corpus } from './made-corpus.ts';

const graph = buildGraph(readContent(`${process.cwd()}/`));
const idsOf = (projects: readonly { id: string }[]): string[] => projects.map(({ id }) => id);

describe('the schematic map', () => {
  it('has the two municipalities, the eleven cities and the new area, no two on one square', () => {
    expect(tilePlaces).toHaveLength(14);
    const squares = tilePlaces.map(({ row, column }) => `${String(row)}/${String(column)}`);
    expect(new Set(squares).size).toBe(14);
  });

  it('counts to a tile the projects that name its place, and none of the places within it', () => {
    for (const tile of tilesOf(graph)) {
      const named = entriesOf(graph, 'projects').filter(
        (project) => tile.region !== undefined && facetsOf(graph, project).region.includes(tile.region.id),
      );
      expect(idsOf(tile.projects), tile.name).toEqual(idsOf(named));
    }
  });

  it('shows every place that a project names: on a tile, within one or off the tiles, once', () => {
    const tiles = tilesOf(graph);
    const shown = [
      ...tiles.flatMap(({ region, projects }) => (region && projects.length > 0 ? [region.id] : [])),
      ...tiles.flatMap(({ within }) => within.map(({ region }) => region.id)),
      ...placesOffTiles(graph).map(({ region }) => region.id),
    ];
    const named = entriesOf(graph, 'projects').flatMap((project) => facetsOf(graph, project).region);
    expect(shown.toSorted()).toEqual([...new Set(named)].toSorted());
  });

  it('states the province apart from its cities', () => {
    expect(placesOffTiles(graph).map(({ region }) => region.id)).toContain(tileProvince);
    expect(tilePlaces.map(({ region }) => region as string)).not.toContain(tileProvince);
  });

  it('keeps the places that no article names, with nothing', () => {
    const empty = tilesOf(buildGraph(corpus([])));
    expect(empty).toHaveLength(14);
    expect(empty.every(({ region, projects }) => region === undefined && projects.length === 0)).toBe(true);
  });

  it('has four steps', () => {
    expect([0, 1, 4, 5, 14, 15].map(stepOf)).toEqual([0, 1, 1, 2, 2, 3]);
  });
});
