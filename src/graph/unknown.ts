import { byCodeUnit } from '../lib/text.ts';
import { isOf, type Entry } from '../model/collections.ts';
import type { ProgressEvent } from '../model/project.ts';
import type { UnknownKind } from '../model/unknown.ts';
import type { Graph } from './graph.ts';
import type { Quote } from './quotes.ts';
import { sharingWords } from './spans.ts';
import { projectsOfCommitment, type Undertaking } from './undertakings.ts';

/** Two figures printed of one thing that stand beside each other in the ledger and are not the same number. */
export type FigurePair = readonly [Entry<'figures'>, Entry<'figures'>];

/** What of a project the record cannot say; several may hold, none may. */
export function unknownsOfProject(graph: Graph, project: Entry<'projects'>): UnknownKind[] {
  return unknowns(isReported(project), isUnmeasured(graph, project), figurePairs(graph, project).length > 0);
}

/**
 * What of a commitment the record cannot say. Only what is reported of its projects counts: that a later report is
 * about the same matter does not say what became of this.
 */
export function unknownsOfCommitment(graph: Graph, entry: Undertaking, nth: number): UnknownKind[] {
  const projects = projectsOfCommitment(graph, entry, nth);
  const reported = projects.filter(isReported);
  const own = figuresIn(graph, entry, ({ path }) => path[0] === 'commitments' && path[1] === nth);
  return unknowns(
    reported.length > 0,
    reported.length > 0 && reported.every((project) => isUnmeasured(graph, project)),
    projects.some((project) =>
      figurePairs(graph, project).some((pair) => pair.some((each) => own.includes(each))),
    ),
  );
}

/** The numbers printed of a project that do not agree, each pair once. */
export function figurePairs(graph: Graph, project: Entry<'projects'>): FigurePair[] {
  const printed = figuresIn(graph, project, ({ path }) => path[0] === 'progress');
  return printed.flatMap((one) =>
    printed
      .filter((other) => one.id < other.id && one.data.beside?.includes(other.id) === true)
      .filter((other) => one.data.value !== other.data.value)
      .map((other): FigurePair => [one, other]),
  );
}

/** True when some article reports on it. */
export function isReported({ data }: Entry<'projects'>): boolean {
  return data.progress.some(({ kind }) => kind === 'report');
}

function unknowns(reported: boolean, unmeasured: boolean, contradictory: boolean): UnknownKind[] {
  return [
    ...(reported ? [] : ['no-report' as const]),
    ...(unmeasured ? ['not-measurable' as const] : []),
    ...(contradictory ? ['contradictory' as const] : []),
  ];
}

/** Reported only as going on, and no report's words of how far hold a number of the ledger. */
function isUnmeasured(graph: Graph, project: Entry<'projects'>): boolean {
  const reports = project.data.progress.flatMap((event, index) =>
    event.kind === 'report' ? [{ event, index }] : [],
  );
  return (
    reports.length > 0 &&
    reports.every(({ event }) => event.outcome === 'underway') &&
    !reports.some(({ event, index }) => holdsNumber(graph, project, event, index))
  );
}

function holdsNumber(graph: Graph, project: Entry<'projects'>, event: ProgressEvent, index: number): boolean {
  return figuresIn(graph, project, ({ path }) => path[0] === 'progress' && path[1] === index).some(
    ({ data }) => event.wording.includes(data.value),
  );
}

/** The figures that stand in some of an entry's quotes. */
function figuresIn(graph: Graph, entry: Entry, within: (quote: Quote) => boolean): Entry<'figures'>[] {
  return sharingWords(graph, entry, within)
    .filter((other) => isOf(other, 'figures'))
    .sort((a, b) => byCodeUnit(a.id, b.id));
}
