import type { CollectionName } from './collections.ts';

/*
 * View models: what queries hand to pages and components show. Every address in them is final; nothing in
 * them needs looking up. These are the pieces; each whole page is in the file that is named after it.
 */

/** A link as components show it. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

/** A date as components show it; an inferred one always with its mark and reason. */
export interface DateView {
  readonly value: string;
  readonly inferred: boolean;
  readonly reason?: string;
}

/** What a reader's browser needs to check a quote against the text the site stores. */
export interface QuoteCheck {
  /** The file that holds the stored text, and the text's name in it. */
  readonly file: string;
  readonly id: string;
  /** The text as stored when the site was built: the whole passage, or the quote alone where no more is published. */
  readonly text: string;
  readonly whole: boolean;
  /** Where in the text the quote begins. */
  readonly start: number;
  /** What must stand right before and after the quote, where it stands more than once. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** The build's own result. */
  readonly result: string;
}

/** A quote with the way to its passage. */
export interface EvidenceView {
  readonly quote: string;
  readonly article: string;
  readonly passage: Link;
  readonly rawLines: string;
  readonly date: DateView;
  /** Absent where what is shown is more than one stretch of its passage. */
  readonly check?: QuoteCheck;
}

/** The picture shown with a link to a page. */
export interface CardView {
  readonly href: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** The site's icons and its web manifest. */
export interface IconsView {
  readonly svg: string;
  readonly ico: string;
  readonly touch: string;
  readonly manifest: string;
}

/** What every page shares. */
export interface Chrome {
  readonly home: string;
  readonly icons: IconsView;
  /** The script that sets the reader's colours before the first paint. */
  readonly theme: string;
  readonly navigation: readonly (Link & { current: boolean })[];
  /** The supporting lists and pages, at the foot. */
  readonly further: readonly Link[];
  /** The page that gives the rules. */
  readonly method: string;
  /** The first and last article's dates, and how many there are. */
  readonly articles: { readonly count: number; readonly first: DateView; readonly last: DateView };
  readonly cutOff: string;
  /** "五篇文章": the whole corpus, as sentences call it. */
  readonly corpus: string;
  /** Names of places, longest first: a title does not break inside one. */
  readonly names: readonly string[];
  /** Content-Security-Policy for plain pages and for those that run the search engine. */
  readonly policy: string;
}

/** A stretch of a passage as readers may see it. */
export interface Shown {
  readonly text: string;
  /** True when some entry quotes it. */
  readonly quoted: boolean;
  /** Where it begins in the passage; absent where it stands for words that are not shown. */
  readonly start?: number;
}

/** Words of an article, with the page of what they name. */
export interface Words {
  readonly text: string;
  readonly href?: string;
}

/** A one-character status mark with the words it stands for; character, frame and fill all differ. */
export interface MarkView {
  readonly character: string;
  readonly form: 'yi' | 'yue' | 'ni' | 'jin' | 'cheng' | 'near' | 'named';
  readonly label: string;
}

/** How firmly words bind, as a mark of two characters; it leads to the page that tells the levels apart. */
export interface ModalityMarkView {
  readonly level: string;
  readonly mark: string;
  readonly label: string;
  readonly href: string;
}

/** What the record cannot say of a thing, and why. */
export interface UnknownView {
  readonly label: string;
  readonly text: string;
  /** Numbers that do not agree, side by side. */
  readonly beside: readonly Link[];
}

/** How long nothing has been reported, counted to the newest article. */
export interface SilenceView {
  /** Absent where the newest article mentions it. */
  readonly span?: string;
  readonly from: DateView;
  readonly to: DateView;
  readonly text: string;
}

/** What an entry can be filtered by; values are IDs, years or coded kinds. */
export interface Facets {
  readonly theme: readonly string[];
  readonly region: readonly string[];
  readonly year: readonly string[];
  readonly kind: readonly string[];
  readonly status: readonly string[];
}

/** An entry as lists show it, whatever its collection. */
export interface ListItem {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly date?: DateView;
  readonly mark?: MarkView;
  /** Where its mark is accounted for. */
  readonly why?: string;
  /** One line of ours below the title. */
  readonly line: string;
  /** How deep it is nested in the list. */
  readonly depth: number;
  readonly facets: Facets;
}

/** Entries of one collection that belong to the page they stand on. */
export interface RelatedGroup {
  readonly collection: CollectionName;
  readonly label: string;
  readonly items: readonly ListItem[];
}

/** One way to narrow a list: every value with its count and its own page. */
export interface FacetView {
  readonly label: string;
  readonly values: readonly { label: string; href: string; count: number; current: boolean }[];
}

/** A labelled fact of an entry: words, links or a date. */
export interface Fact {
  readonly label: string;
  readonly text?: string;
  readonly links?: readonly Link[];
  readonly date?: DateView;
}

/** One dated quote on an entry's page. */
export interface RecordView {
  readonly heading?: string;
  readonly date: DateView;
  readonly evidence: EvidenceView;
  /** The quote once more, with links to what it names. */
  readonly words?: readonly Words[];
  readonly links?: readonly Link[];
}

/** A link across time, seen from one of its ends. */
export interface AcrossView {
  readonly link: Link;
  readonly line: string;
  readonly ground: string;
  readonly reason?: string;
  readonly evidence: EvidenceView;
}

/** An address that no longer opens as it did: it leads on, or says what stood there and what took its place. */
export type OldAddressView = { readonly address: string } & (
  | { readonly kind: 'moved'; readonly to: Link }
  | {
      readonly kind: 'retired';
      readonly was: string;
      /** The day it was taken out. */
      readonly date: string;
      readonly reason: string;
      readonly now: readonly Link[];
    }
);

/** Old anchors of a page. */
export interface OldAnchorsView {
  /** Those to put where another stands on the page. */
  readonly aliases: readonly { readonly id: string; readonly of: string }[];
  /** Those whose thing stands elsewhere or nowhere. */
  readonly notes: readonly (OldAddressView & { readonly id: string })[];
}
