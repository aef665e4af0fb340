import type { ProgressEvent } from '../model/project.ts';

/** Statuses from weakest to strongest. Only a report yields a `reported-…` one. */
export const statuses = [
  'proposed',
  'agreed',
  'planned',
  'reported-underway',
  'reported-done',
  'reported-in-use',
] as const;
export type Status = (typeof statuses)[number];

/** What each status is called. */
export const statusNames: Readonly<Record<Status, string>> = {
  proposed: '提出',
  agreed: '约定',
  planned: '已列计划',
  'reported-underway': '报道在推进',
  'reported-done': '报道已完成',
  'reported-in-use': '报道已投用',
};

/** The status one event can support; its wording never promotes it. */
export function statusOfEvent(event: Pick<ProgressEvent, 'kind'> & { outcome?: string }): Status {
  switch (event.kind) {
    case 'speech':
    case 'opinion':
      return 'proposed';
    case 'agreement':
      return 'agreed';
    case 'plan':
      return 'planned';
    case 'report':
      return reportedStatus(event.outcome);
  }
}

function reportedStatus(outcome: string | undefined): Status {
  if (outcome === 'in-use') return 'reported-in-use';
  return outcome === 'done' ? 'reported-done' : 'reported-underway';
}

/** An event with the date it holds for. */
export interface DatedEvent {
  readonly event: ProgressEvent;
  readonly date: string;
  /** The date of the article, where the event has a date of its own. */
  readonly printed?: string;
}

/** A project's status: the strongest any event supports, as of the last event that supports it. */
export interface ComputedStatus {
  readonly status: Status;
  /** Date of the latest event that supports the status. */
  readonly asOf: string;
  /** The event that supports it, the latest where several do. */
  readonly event: ProgressEvent;
  /** Date of the latest article that mentions it in any way: silence is counted from here. */
  readonly lastMention: string;
}

/** Computes a status from events in order of time; there is at least one. */
export function computeStatus(events: readonly DatedEvent[]): ComputedStatus {
  const rank = ({ event }: DatedEvent): number => statuses.indexOf(statusOfEvent(event));
  const best = events.reduce<DatedEvent | undefined>(
    (strongest, each) => (strongest === undefined || rank(each) >= rank(strongest) ? each : strongest),
    undefined,
  );
  if (best === undefined) throw new Error('a project has at least one event');
  return {
    status: statusOfEvent(best.event),
    asOf: best.date,
    event: best.event,
    lastMention: events.map(({ date, printed }) => printed ?? date).reduce((a, b) => (b > a ? b : a)),
  };
}
