import { comparePartialDates, isPast, lastDayOf } from '../lib/partial-date.ts';
import type { Commitment } from '../model/clause.ts';
import { isOf, type Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import { entriesOf, findEntry, type Graph } from './graph.ts';
import { isReported } from './unknown.ts';
import { projectsOfCommitment, type Undertaking } from './undertakings.ts';

/** When something is to be done by, and what says so. */
export interface DueDate {
  /** The last day, month or year, as precise as printed. */
  readonly by: string;
  /** Its own sentence prints the deadline, or only the plan it stands in has a time. */
  readonly ground: 'deadline' | 'period';
  /** What of the date is read, not printed. */
  readonly reason?: string | undefined;
}

/** A commitment or an announcement with a date. */
export type Target = {
  readonly due: DueDate;
  /** The words that say how far it is to come; absent where they name only a direction. */
  readonly milestone?: string;
  /** True when an article reports on any project it is about. */
  readonly reported: boolean;
} & (
  | {
      readonly kind: 'commitment';
      readonly entry: Undertaking;
      readonly nth: number;
      readonly commitment: Commitment;
    }
  | { readonly kind: 'announcement'; readonly entry: Entry<'projects'>; readonly nth: number }
);

/** When a commitment is due: by the deadline it prints, else by the end of its plan's time; undefined where neither is. */
export function dueOf(graph: Graph, entry: Undertaking, { due }: Commitment): DueDate | undefined {
  if (due !== undefined) {
    return { by: due.by, ground: 'deadline', ...(due.reason === undefined ? {} : { reason: due.reason }) };
  }
  const period = periodOf(graph, entry);
  if (period === undefined) return undefined;
  return {
    by: period.value,
    ground: 'period',
    ...(period.basis === 'inferred' ? { reason: period.reason } : {}),
  };
}

/** Everything with a date, by that date, then in the order of files. */
export function targetsOf(graph: Graph): Target[] {
  const undertakings: Undertaking[] = [...entriesOf(graph, 'clauses'), ...entriesOf(graph, 'work-points')];
  return [
    ...undertakings.flatMap((entry) => commitmentTargets(graph, entry)),
    ...entriesOf(graph, 'projects').flatMap(announcementTargets),
  ].sort((a, b) => comparePartialDates(lastDayOf(a.due.by), lastDayOf(b.due.by)));
}

/** True when the time has passed before the cut-off and no article reports on it. */
export function isPastUnreported(
  { due, reported }: Pick<Target, 'due' | 'reported'>,
  cutOff: string,
): boolean {
  return !reported && isPast(due.by, cutOff);
}

/**
 * True when a target is past and unreported and its own words say by when or how far: a mere direction (推进、支持)
 * is never overdue.
 */
export function isOverdue(
  target: Pick<Target, 'due' | 'reported'> & { readonly milestone?: string | undefined },
  cutOff: string,
): boolean {
  const { due, milestone } = target;
  return (due.ground === 'deadline' || milestone !== undefined) && isPastUnreported(target, cutOff);
}

function commitmentTargets(graph: Graph, entry: Undertaking): Target[] {
  return entry.data.commitments.flatMap((commitment, nth): Target[] => {
    const due = dueOf(graph, entry, commitment);
    if (due === undefined) return [];
    const { milestone } = commitment;
    return [
      {
        kind: 'commitment',
        entry,
        nth,
        commitment,
        due,
        reported: projectsOfCommitment(graph, entry, nth).some(isReported),
        ...(milestone === undefined ? {} : { milestone }),
      },
    ];
  });
}

/** What somebody says of a project with a deadline, where it is no commitment of a clause or plan. */
function announcementTargets(entry: Entry<'projects'>): Target[] {
  return entry.data.progress.flatMap(({ wording, due }, nth): Target[] =>
    due === undefined
      ? []
      : [
          {
            kind: 'announcement',
            entry,
            nth,
            milestone: wording,
            reported: isReported(entry),
            due: {
              by: due.by,
              ground: 'deadline',
              ...(due.reason === undefined ? {} : { reason: due.reason }),
            },
          },
        ],
  );
}

function periodOf(graph: Graph, entry: Undertaking): Dated | undefined {
  return isOf(entry, 'work-points')
    ? findEntry(graph, 'agreements', entry.data.plan)?.data.period
    : undefined;
}
