import type { Link } from './views.ts';

/** One mistake put right, with links to what it was about. */
export interface CorrectionView {
  readonly id: string;
  readonly date: string;
  readonly was: string;
  readonly now: string;
  readonly why: string;
  readonly by: string;
  /** Its place in the log. */
  readonly href: string;
  readonly entries: readonly Link[];
}

/** What a reader sends who found a mistake on an entry's page. */
export interface FaultReportView {
  /** The entry, its quotes and the version seen, line by line. */
  readonly text: string;
  /** Where to send it, filled in; absent where the site has no address. */
  readonly href?: string;
}
