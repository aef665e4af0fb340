import type { DateView, EvidenceView, Link, ListItem, MarkView } from './views.ts';

/* View models of the pictures: what is drawn, and the same numbers with the way to the entries they count. */

/** A number of entries, with the list that holds just those. */
export interface CountLink {
  readonly count: number;
  readonly href: string;
  /** What is counted, for those who hear the number alone: "交通，2019-06-03（推断）的文章". */
  readonly label: string;
}

/** Entries by two things at once. A cell without entries is absent. */
export interface CountTable {
  readonly corner: string;
  readonly columns: readonly (Link & { readonly date?: DateView })[];
  readonly rows: readonly (Link & {
    readonly depth: number;
    /** Absent for a place that stands here for the places within it alone. */
    readonly all: CountLink | undefined;
    readonly cells: readonly (CountLink | undefined)[];
  })[];
}

/** The entries behind the numbers of pictures, on a page of their own. */
export interface PictureList {
  readonly title: string;
  /** The pictures whose numbers lead here: "地区与主题的图". */
  readonly pictures: string;
  readonly lists: CellLists;
}

/** The entries behind the cells of a table, by row. */
export interface CellLists {
  readonly picture: string;
  readonly rows: readonly (Link & { readonly anchor: string; readonly cells: readonly CellList[] })[];
}

export interface CellList {
  /** Its anchor, to which the cell leads. */
  readonly anchor: string;
  readonly label: string;
  readonly date?: DateView;
  readonly items: readonly (Link & { readonly mark?: MarkView })[];
}

/** A place on the schematic map. */
export interface TileView {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Nothing, a few, some, many: drawn by frame and hatching as well. */
  readonly step: 0 | 1 | 2 | 3;
  /** The list it counts; where no article names the place, a search for its name. */
  readonly href: string;
  readonly within: readonly CountedPlace[];
}

/** A place with how many projects name it. */
export interface CountedPlace {
  readonly place: Link;
  readonly projects: CountLink;
}

export interface TileMapView {
  readonly tiles: readonly TileView[];
  /** What names the province as a whole; stated, not spread over its cities. */
  readonly province?: CountedPlace;
  /** Places that belong to no tile. */
  readonly others: readonly CountedPlace[];
}

/** A theme's projects as a row of marks, weakest status first. */
export interface StripView {
  readonly theme: Link;
  readonly anchor: string;
  readonly all: CountLink;
  readonly groups: readonly {
    readonly mark: MarkView;
    readonly all: CountLink;
    readonly projects: readonly Link[];
  }[];
}

/** One mark on a line of time. */
export interface StopView {
  /** Where it stands, as a part of the line: "35.2%". */
  readonly x: string;
  /** Where the time begins that it means, where that is no single day. */
  readonly from?: string;
  readonly date: DateView;
  readonly mark: MarkView;
  /** The kind of words and those that say how far: "计划：“续建”". */
  readonly claim: string;
  readonly href: string;
}

/** What the articles say of one thing, on a line of time. */
export interface LaneRowView {
  readonly id: string;
  readonly title: Link;
  readonly stops: readonly StopView[];
  /** From the first words about the thing itself to the last; what only shares its topic stands outside. */
  readonly known: { readonly from: string; readonly to: string };
  /** Absent where the newest article speaks of it. Dots run from here to the end. */
  readonly silentFrom?: string;
  /** The whole row in words, for who does not see it. */
  readonly words: string;
}

/** The measure of time all rows share. */
export interface TimeAxis {
  readonly years: readonly { readonly label: string; readonly x: string }[];
  readonly articles: readonly string[];
}

export interface LanesView {
  readonly axis: TimeAxis;
  readonly groups: readonly { readonly title: Link; readonly rows: readonly LaneRowView[] }[];
}

/** A clause in the picture of columns: a few of its words, and what later articles print. */
export interface ColumnView {
  readonly id: string;
  readonly name: string;
  /** Words of the clause, as printed. */
  readonly excerpt: string;
  readonly href: string;
  readonly marks: readonly MarkView[];
  /** How many later places there are. */
  readonly laterCount: number;
  readonly echo: 'found' | 'topical' | 'none';
}

export interface ColumnsView {
  readonly agreement: Link;
  readonly date?: DateView;
  /** "北京市、河北省". */
  readonly parties: string;
  readonly areas: readonly (Link & { readonly columns: readonly ColumnView[] })[];
  readonly count: number;
  /** "二十二". */
  readonly countInWords: string;
  /** The page of all pictures, where the same stands as a table. */
  readonly table: string;
  readonly found: number;
  readonly topical: number;
  readonly none: number;
  /** Every mark that stands in the picture, once. */
  readonly legend: readonly MarkView[];
}

/** From an area of an agreement or plan to projects and reports: numbers and the width they are drawn with. */
export interface FlowView {
  readonly agreement: Link;
  readonly steps: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (CountLink & { readonly none: string; readonly ribbon: string })[];
  }[];
  /** How high the ribbons are drawn. */
  readonly height: number;
}

/** One thing on the line of time. */
export interface MomentView {
  readonly date: DateView;
  readonly kind: string;
  readonly link: Link;
  /** For an article: what it changed. */
  readonly news?: Link;
  /** For an article: how long since the one before. */
  readonly since?: string;
  /** For an article: how long there is none after it, where that is a year or more. */
  readonly void?: { readonly span: string; readonly inferred: boolean };
}

export interface TimeLineView {
  readonly years: readonly {
    readonly year: string;
    readonly undated: readonly MomentView[];
    /** `gap`: the height of the empty time before it. */
    readonly dated: readonly { readonly moment: MomentView; readonly gap: number }[];
    readonly gap: number;
  }[];
  readonly articleCount: number;
  readonly eventCount: number;
}

/** What the newest article reports. */
export interface LatestView {
  readonly article: Link;
  readonly date: DateView;
  readonly count: number;
  readonly rows: readonly {
    readonly project: Link;
    readonly mark: MarkView;
    readonly claim: string;
    readonly evidence: EvidenceView;
  }[];
  readonly all: Link;
}

/** An article on the home page, with what it changed. */
export interface ArticleNews {
  readonly title: Link;
  readonly date: DateView;
  readonly dateOf: string;
  readonly publisher: string;
  readonly news: Link;
}

/** Everything the home page shows. */
export interface HomeView {
  readonly columns?: ColumnsView;
  readonly articles: readonly ArticleNews[];
  readonly silent: {
    readonly items: readonly ListItem[];
    readonly all: Link;
    readonly overdue: Link;
    readonly chains: Link;
    /** The targets that have been due longest. */
    readonly due: readonly (Link & { readonly line: string })[];
  };
  readonly latest?: LatestView;
  readonly themes: CountTable;
  readonly map: TileMapView;
  readonly agreements: readonly (Link & { readonly line: string })[];
  readonly pictures: Link;
  readonly timeLine: Link;
  readonly search: { readonly action: string; readonly examples: readonly Link[] };
}
