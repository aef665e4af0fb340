import type { ListItem, MarkView } from './views.ts';

/** What became of the projects of a theme or a region, each project once. */
export interface OutcomeView {
  /** How many stand at each status, strongest first; none that has none. */
  readonly statuses: readonly { readonly mark: MarkView; readonly count: number }[];
  /** One sentence that says it all. */
  readonly summary: string;
  /** Reported on; mentioned in the newest article and not reported on; not heard of since. None is empty. */
  readonly groups: readonly OutcomeGroup[];
}

export interface OutcomeGroup {
  readonly id: 'reported' | 'mentioned' | 'silent';
  readonly label: string;
  readonly items: readonly ListItem[];
}
