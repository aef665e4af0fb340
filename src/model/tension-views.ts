import type { EvidenceView, Link, MarkView } from './views.ts';

/** What stands on one side of a tension: a figure, or words of an article. */
export interface TensionSide {
  /** The number as printed, and the figure it is; absent for words. */
  readonly figure?: { readonly shown: string; readonly subject: string; readonly href: string };
  readonly mark?: MarkView;
  readonly evidence: EvidenceView;
}

/** Statements that stand side by side. */
export interface TensionView {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly sides: readonly TensionSide[];
  /** The entries it concerns. */
  readonly about: readonly Link[];
  /** What was put right in it, in the log. */
  readonly corrections: readonly Link[];
}

/** The tensions of one kind. */
export interface TensionGroup {
  readonly kind: string;
  readonly label: string;
  readonly tensions: readonly TensionView[];
}
