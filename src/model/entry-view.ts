import type { Entry } from './collections.ts';
import type { OutcomeView } from './outcome-views.ts';
import type { AcrossView, DateView, Fact, Link, RecordView, RelatedGroup } from './views.ts';
import type { AppearanceView } from './who-views.ts';

/** Collections whose entries share one page template. */
export type PlainName = 'leaders' | 'regions' | 'themes' | 'statements' | 'organisations' | 'events';

/** The page of a leader, region, theme, statement, organisation or event. */
export interface EntryView {
  readonly entry: Entry<PlainName>;
  readonly collection: PlainName;
  /** The collection's name. */
  readonly section: string;
  /** The places it lies in, largest first; none for what is no place. */
  readonly above: readonly Link[];
  readonly kind: string;
  readonly title: string;
  /** The title made unique in the whole site. */
  readonly pageTitle: string;
  readonly description: string;
  readonly path: string;
  readonly date?: DateView;
  /** Our words below the title. */
  readonly lead?: string;
  readonly facts: readonly Fact[];
  readonly recordsTitle: string;
  readonly records: readonly RecordView[];
  /** For a person: article by article. */
  readonly appearances: readonly AppearanceView[];
  /** What a person signed; what a body concluded or issued, what falls to it and what is promised it. */
  readonly answersFor: readonly {
    readonly id: string;
    readonly title: string;
    readonly records: readonly RecordView[];
  }[];
  readonly follows: readonly AcrossView[];
  readonly followedBy: readonly AcrossView[];
  readonly related: readonly RelatedGroup[];
  /** For a theme or region: what became of its projects, which are then not among the related. */
  readonly outcome?: OutcomeView;
}
