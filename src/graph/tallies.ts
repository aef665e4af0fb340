import { tabulate, type Table } from '../lib/tabulate.ts';
import type { Entry } from '../model/collections.ts';
import { facetsOf, statusOf } from './facets.ts';
import { entriesOf, getPassage, type Graph } from './graph.ts';

/** Projects by two things at once; a project that belongs to several stands under each. */
export type ProjectTable = Table<Entry<'projects'>>;

/** Projects by theme, then by the articles that speak of them. */
export function projectsByThemeAndArticle(graph: Graph): ProjectTable {
  return tabulate(
    entriesOf(graph, 'projects'),
    ({ data }) => data.themes,
    (project) => articlesOn(graph, project),
  );
}

/** Projects by theme, then by status. */
export function projectsByThemeAndStatus(graph: Graph): ProjectTable {
  return tabulate(
    entriesOf(graph, 'projects'),
    ({ data }) => data.themes,
    (project) => [statusOf(graph, project).status],
  );
}

/** Projects by the places they themselves name, then by theme; what lies within a place is not counted to it. */
export function projectsByRegionAndTheme(graph: Graph): ProjectTable {
  return tabulate(
    entriesOf(graph, 'projects'),
    (project) => facetsOf(graph, project).region,
    ({ data }) => data.themes,
  );
}

/** The articles that speak of a project. */
export function articlesOn(graph: Graph, { data }: Entry<'projects'>): string[] {
  return [...new Set(data.progress.map(({ evidence }) => getPassage(graph, evidence.passage).source))];
}
