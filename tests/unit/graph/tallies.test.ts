import { describe, expect, it } from 'vitest';
import { buildGraph, entriesOf } from '../../../src/graph/graph.ts';
import { facetsOf, statusOf } from '../../../src/graph/facets.ts';
import {
  articlesOn,
  projectsByRegionAndTheme,
  projectsByThemeAndArticle,
  projectsByThemeAndStatus,
  type ProjectTable,
} from '../../../src/graph/tallies.ts';
import { readContent } from '../../../src/read/content.ts';

const graph = buildGraph(readContent(`${process.cwd()}/`));
const projects = entriesOf(graph, 'projects');

const cellsOf = (table: ProjectTable): string[] =>
  [...table].flatMap(([row, columns]) =>
    [...columns].flatMap(([column, cell]) => cell.map(({ id }) => `${row} ${column} ${id}`)),
  );

describe('projects by two things', () => {
  it('stand under each of their themes, in each article that speaks of them, once', () => {
    const expected = projects.flatMap((project) =>
      project.data.themes.flatMap((theme) => {
        const sources = project.data.progress.map(({ evidence }) => evidence.passage.split('#')[0] ?? '');
        return [...new Set(sources)].map((source) => `${theme} ${source} ${project.id}`);
      }),
    );
    expect(cellsOf(projectsByThemeAndArticle(graph)).toSorted()).toEqual(expected.toSorted());
    expect(projects.every((project) => articlesOn(graph, project).length > 0)).toBe(true);
  });

  it('have one status in each of their themes', () => {
    const expected = projects.flatMap((project) =>
      project.data.themes.map((theme) => `${theme} ${statusOf(graph, project).status} ${project.id}`),
    );
    expect(cellsOf(projectsByThemeAndStatus(graph)).toSorted()).toEqual(expected.toSorted());
  });

  it('belong to the places they name and to no place around them', () => {
    const expected = projects.flatMap((project) =>
      facetsOf(graph, project).region.flatMap((region) =>
        project.data.themes.map((theme) => `${region} ${theme} ${project.id}`),
      ),
    );
    expect(cellsOf(projectsByRegionAndTheme(graph)).toSorted()).toEqual([...new Set(expected)].toSorted());
  });
});
