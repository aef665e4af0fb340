import type { DueView } from './agreement-views.ts';
import type { DateView, EvidenceView, Link, ListItem, MarkView, ModalityMarkView } from './views.ts';

/** A target with a date, as the list of those overdue shows it. */
export interface TargetView {
  readonly due: DueView;
  readonly title: Link;
  readonly name: string;
  readonly modality?: ModalityMarkView;
  readonly milestone?: string;
  readonly evidence: EvidenceView;
  /** "期满3年7个月": from the end of the time named to the cut-off; absent where it has not passed. */
  readonly age?: string;
  /** The projects it is about, each with its status. */
  readonly projects: readonly ListItem[];
  /** Later mentions that report nothing. */
  readonly mentions: readonly { mark: MarkView; date: DateView; text: string; href: string }[];
}

/** Targets whose time has passed without a report, and what stands beside them. */
export interface OverdueView {
  /** Their own sentence prints the deadline. */
  readonly printed: readonly TargetView[];
  /** The sentence says how far, the plan by when. */
  readonly planned: readonly TargetView[];
  /** Only a direction is named, and only the plan has a time; by keyword. */
  readonly directions: readonly { label: string; links: readonly Link[] }[];
  readonly pending: readonly TargetView[];
}
