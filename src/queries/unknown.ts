import { figurePairs, unknownsOfCommitment, unknownsOfProject } from '../graph/unknown.ts';
import { projectsOfCommitment, type Undertaking } from '../graph/undertakings.ts';
import type { Graph } from '../graph/graph.ts';
import type { Entry } from '../model/collections.ts';
import { unknownNames } from '../model/names.ts';
import type { UnknownKind } from '../model/unknown.ts';
import type { Link, UnknownView } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { shownFigure } from './items.ts';
import { href } from './views.ts';

/** What each kind of not knowing means, for readers. */
export const unknownMeanings: Record<UnknownKind, string> = {
  'no-report': '没有一篇文章写明报道了它；没有见到报道，不等于没有做。',
  'not-measurable': '文章报道在推进，没有印出做到多少；本站不估算，不折成百分比。',
  contradictory: '几处印出的数不同，文章没有说明；并列在此，不合并，不解释。',
};

export function unknownViewsOfProject(graph: Graph, project: Entry<'projects'>): UnknownView[] {
  return unknownsOfProject(graph, project).map((kind) => toView(graph, kind, [project]));
}

export function unknownViewsOfCommitment(graph: Graph, entry: Undertaking, nth: number): UnknownView[] {
  const projects = projectsOfCommitment(graph, entry, nth);
  return unknownsOfCommitment(graph, entry, nth).map((kind) => toView(graph, kind, projects));
}

function toView(graph: Graph, kind: UnknownKind, projects: readonly Entry<'projects'>[]): UnknownView {
  const figures =
    kind === 'contradictory' ? projects.flatMap((project) => figurePairs(graph, project)).flat() : [];
  return {
    label: unknownNames[kind],
    text: unknownMeanings[kind],
    beside: [...new Set(figures)].map(figureLink),
  };
}

function figureLink(figure: Entry<'figures'>): Link {
  return { label: `${figure.data.subject}：${shownFigure(figure)}`, href: href(addressOf(figure)) };
}
