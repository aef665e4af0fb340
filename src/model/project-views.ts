import type { Entry } from './collections.ts';
import type {
  DateView,
  EvidenceView,
  Fact,
  Link,
  ListItem,
  MarkView,
  RelatedGroup,
  SilenceView,
  UnknownView,
} from './views.ts';

/** Why a project has its status: the rule, every event under it, and the one that decides. */
export interface WhyView {
  readonly rule: string;
  /** How many mentions of each kind there are, none left out. */
  readonly counts: string;
  readonly events: readonly {
    readonly mark: MarkView;
    readonly date: DateView;
    readonly text: string;
    readonly href: string;
    readonly decides: boolean;
  }[];
  readonly evidence: EvidenceView;
}

/** What was said of a subject in one year, field by field; a field that differs from the year before says so. */
export interface WordingColumn {
  readonly year: string;
  readonly fields: readonly { label: string; text: string; changed: boolean }[];
  readonly quotes: readonly {
    readonly mark: MarkView;
    readonly evidence: EvidenceView;
    /** The quote, cut around the words that say how far it is. */
    readonly before: string;
    readonly wording: string;
    readonly after: string;
  }[];
}

/** One dated mention of a project. */
export interface ProgressView {
  readonly anchor: string;
  readonly mark: MarkView;
  readonly date: DateView;
  readonly wording: string;
  readonly evidence: EvidenceView;
  /** Clauses, work points and statements that quote the same words. */
  readonly within: readonly Link[];
}

export interface ProjectView {
  readonly entry: Entry<'projects'>;
  readonly title: string;
  readonly item: ListItem;
  readonly facts: readonly Fact[];
  readonly mark: MarkView;
  /** "已列计划：力争开工建设". */
  readonly claim: string;
  /** Since when the status holds, and by which article. */
  readonly asOf: DateView;
  readonly asOfArticle: string;
  /** What has not been reported since, in words; and for how long. */
  readonly silence: SilenceView;
  readonly unknown: readonly UnknownView[];
  readonly why: WhyView;
  /** The way to the projects beside it in a theme; absent where it stands alone in each of its own. */
  readonly turn:
    | { readonly label: string; readonly previous: Link | undefined; readonly next: Link | undefined }
    | undefined;
  /** The wording of each year side by side; none where only one article speaks of it. */
  readonly wordings: readonly WordingColumn[];
  readonly progress: readonly ProgressView[];
  readonly lookAlikes: readonly ListItem[];
  /** Projects named as parts of this one. */
  readonly parts: readonly ListItem[];
  readonly related: readonly RelatedGroup[];
}
