import type { Entry } from '../model/collections.ts';
import { agreementIdOf, entriesOf, type Graph } from './graph.ts';
import { isReported } from './unknown.ts';
import { projectsOfCommitment, type Undertaking } from './undertakings.ts';

/** From one area of an agreement or plan to the projects its words are about, and to what was reported of them. */
export interface Flow {
  readonly area: { readonly id: string; readonly label: string };
  readonly undertakings: readonly Undertaking[];
  readonly projects: readonly Entry<'projects'>[];
  /** Those of the projects that a task of some plan is about. */
  readonly planned: readonly Entry<'projects'>[];
  /** Those of the projects of which some article reports. */
  readonly reported: readonly Entry<'projects'>[];
}

/** The flows of an agreement or plan, area by area. */
export function flowsOf(graph: Graph, agreement: Entry<'agreements'>): Flow[] {
  const onPlans = new Set(entriesOf(graph, 'work-points').flatMap((point) => projectsOf(graph, point)));
  return (agreement.data.areas ?? []).map(({ id, label }) => {
    const undertakings = undertakingsIn(graph, agreement, id);
    const projects = inOrder(undertakings.flatMap((entry) => projectsOf(graph, entry)));
    return {
      area: { id, label },
      undertakings,
      projects,
      planned: projects.filter((project) => onPlans.has(project)),
      reported: projects.filter(isReported),
    };
  });
}

function undertakingsIn(graph: Graph, agreement: Entry<'agreements'>, area: string): Undertaking[] {
  return [
    ...entriesOf(graph, 'clauses').filter((entry) => agreementIdOf(entry) === agreement.id),
    ...entriesOf(graph, 'work-points').filter(({ data }) => data.plan === agreement.id),
  ]
    .filter(({ data }) => data.area === area)
    .sort((a, b) => a.data.order - b.data.order);
}

function projectsOf(graph: Graph, entry: Undertaking): Entry<'projects'>[] {
  return entry.data.commitments.flatMap((_, nth) => projectsOfCommitment(graph, entry, nth));
}

function inOrder(projects: readonly Entry<'projects'>[]): Entry<'projects'>[] {
  return [...new Set(projects)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
