import type { DateView, EvidenceView, Fact, Link, ListItem, MarkView } from './views.ts';

/** One place in a chain: the words, when they were printed, and why they stand here. */
export interface HopView {
  readonly mark: MarkView;
  /** "计划：“力争开工建设”". */
  readonly claim: string;
  readonly date: DateView;
  readonly evidence: EvidenceView;
  /** How firmly the commitment that holds the words is worded. */
  readonly modality?: string;
  /** On what ground it belongs here; the first words of the subject itself have none. */
  readonly ground?: string;
  readonly reasons: readonly string[];
  /** The projects that words brought by a link are about. */
  readonly about: readonly Link[];
  /** Clauses, work points and statements that quote the words. */
  readonly within: readonly Link[];
}

/** One of the three lanes, or what was only said. */
export interface LaneView {
  readonly id: string;
  readonly name: string;
  readonly hops: readonly HopView[];
  /** What the texts do not say, where they do not; none for what was only said. */
  readonly gap?: string;
}

export interface ChainView {
  readonly id: string;
  readonly title: string;
  /** The title made unique in the whole site. */
  readonly pageTitle: string;
  readonly page: string;
  /** What it is about: "项目　京雄高速", to its page. */
  readonly subject: Link;
  /** "2篇文章，3处：没有约定（话题相近的约定1处）；计划1处；未见报道；讲话、评论等1处。" */
  readonly summary: string;
  readonly lanes: readonly LaneView[];
}

/** Chains whose lanes are filled alike. */
export interface ChainGroup {
  readonly id: string;
  readonly title: string;
  readonly chains: readonly { readonly link: Link; readonly line: string }[];
}

/** Every chain, and every subject that has none. */
export interface ChainIndex {
  readonly count: number;
  readonly groups: readonly ChainGroup[];
  readonly rest: readonly {
    readonly title: string;
    readonly id: string;
    readonly items: readonly ListItem[];
  }[];
}

/** What an entry rests on, what rests on it, and the chains it stands in. */
export interface RestsView {
  /** True where something stands here for its topic alone. */
  readonly hasTopical: boolean;
  readonly on: readonly Fact[];
  /** Absent for a project: it is the site's own heading for quotes, on which no text rests. */
  readonly by?: readonly Fact[];
  /** Those that hold it for its topic alone say so. */
  readonly chains: readonly Link[];
}
