import type { DateView, EvidenceView, Link, QuoteCheck } from './views.ts';

/* View models of who undertakes what towards whom, and of who stands where with which title. */

/** Who is named in a commitment, as its words print them, with the records meant. */
export interface NamedView {
  readonly as: string;
  readonly links: readonly Link[];
  /** Words elsewhere in the passage that hold the name; absent where the commitment's own do. */
  readonly quote?: string;
}

/** A commitment in a list of them. */
export interface ObligationView {
  readonly quote: string;
  /** 《…》公共服务第2项, to the commitment itself. */
  readonly at: Link;
  readonly passage: Link;
  readonly owner?: NamedView;
  readonly towards?: NamedView;
  readonly check?: QuoteCheck;
}

/** A table of counts; every cell that is not empty leads to the list of what it counts. */
export interface ObligationTable {
  readonly title: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly href?: string;
    /** How deep a place lies in the places above it. */
    readonly depth: number;
    readonly cells: readonly (ObligationCell | undefined)[];
  }[];
}

export interface ObligationCell {
  /** Where the list stands on the page. */
  readonly anchor: string;
  /** "北京市 → 雄安新区". */
  readonly label: string;
  readonly items: readonly ObligationView[];
}

/** A page of one such table. */
export interface ObligationsView {
  readonly total: number;
  readonly table: ObligationTable;
  readonly other: Link;
}

/** A person in one article. */
export interface AppearanceView {
  readonly date: DateView;
  readonly article: Link;
  /** As the article prints them; none where it prints none. */
  readonly titles: readonly string[];
  readonly records: readonly { readonly title?: string; readonly evidence: EvidenceView }[];
}

/** People by article. */
export interface TimelineView {
  /** Where people of one name are told apart. */
  readonly namesakes: string;
  readonly articles: readonly { readonly date: DateView; readonly link: Link }[];
  readonly groups: readonly {
    readonly label: string;
    readonly people: readonly {
      readonly person: Link;
      /** Tells one of several of the same name apart. */
      readonly known?: string;
      /** One cell an article: its titles, none of them where it prints none; undefined where it does not name the person. */
      readonly cells: readonly (readonly string[] | undefined)[];
    }[];
  }[];
}

/** People of one name, told apart. */
export interface NamesakesView {
  readonly name: string;
  readonly people: readonly {
    readonly person: Link;
    /** "北京市政府秘书长", or what the article prints instead of a title. */
    readonly known: string;
    readonly appearances: readonly AppearanceView[];
  }[];
}
