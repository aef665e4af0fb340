import { isOf, type Entry } from '../model/collections.ts';
import { agreementIdOf, entriesOf, keyOf, type Graph } from './graph.ts';
import { isReported } from './unknown.ts';
import { projectsOfCommitment, type Undertaking } from './undertakings.ts';

/** From one area of an agreement or plan to the projects its words are about, and to what was reported of them. */
export interface Flow {
  readonly area: { readonly id: string; readonly label: string };
  readonly undertakings: readonly Undertaking[];
  /** For an agreement: the tasks of plans about one of its projects, or that name one of its clauses. */
  readonly points: readonly Entry<'work-points'>[];
  readonly projects: readonly Entry<'projects'>[];
  /** Those of the projects of which some article reports. */
  readonly reported: readonly Entry<'projects'>[];
}

/** The flows of an agreement or plan, area by area. */
export function flowsOf(graph: Graph, agreement: Entry<'agreements'>): Flow[] {
  return (agreement.data.areas ?? []).map(({ id, label }) => {
    const undertakings = undertakingsIn(graph, agreement, id);
    const projects = inOrder(undertakings.flatMap((entry) => projectsOf(graph, entry)));
    return {
      area: { id, label },
      undertakings,
      points: pointsAbout(graph, undertakings, projects),
      projects,
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

function pointsAbout(
  graph: Graph,
  undertakings: readonly Undertaking[],
  projects: readonly Entry<'projects'>[],
): Entry<'work-points'>[] {
  const clauses = undertakings.filter((entry) => isOf(entry, 'clauses')).map(keyOf);
  if (clauses.length === 0) return [];
  return entriesOf(graph, 'work-points').filter(
    (point) =>
      projectsOf(graph, point).some((project) => projects.includes(project)) ||
      (point.data.links ?? []).some(({ to, ground }) => ground !== 'topical' && clauses.includes(to)),
  );
}

function projectsOf(graph: Graph, entry: Undertaking): Entry<'projects'>[] {
  return entry.data.commitments.flatMap((_, nth) => projectsOfCommitment(graph, entry, nth));
}

function inOrder(projects: readonly Entry<'projects'>[]): Entry<'projects'>[] {
  return [...new Set(projects)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
