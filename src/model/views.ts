import type { Entry } from './collections.ts';
import type { Passage } from './passage.ts';

/*
 * View models: what queries hand to pages and components show. Every address in them is final; nothing in
 * them needs looking up.
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

/** A quote with the way to its passage. */
export interface EvidenceView {
  readonly quote: string;
  readonly article: string;
  readonly passage: Link;
  readonly rawLines: string;
  readonly date: DateView;
}

/** A clause as rows and pages show it. */
export interface ClauseView {
  readonly id: string;
  /** Its anchor on the agreement's page. */
  readonly anchor: string;
  /** "交通第2项". */
  readonly name: string;
  /** "第2项", the entry-column form. */
  readonly number: string;
  /** "本站编号，据报道": how far the number may be trusted. */
  readonly numbering: string;
  readonly excerpt: string;
  readonly text: string;
  readonly page: string;
  readonly inContext: string;
  readonly passage: Link;
  readonly rawLines: string;
  readonly commitmentCount: number;
}

/** One commitment of a clause, with what its words say of force, quantity, time and owner. */
export interface CommitmentView {
  readonly anchor: string;
  readonly quote: string;
  readonly modality: string;
  readonly wording?: string;
  readonly number?: string;
  readonly deadline?: string;
  readonly owner?: string;
  readonly ownerRegions: readonly Link[];
}

export interface AreaView {
  readonly anchor: string;
  readonly href: string;
  readonly label: string;
  /** What is known of the printed heading: as printed, moved back, or lost. */
  readonly headingNote: string;
  /** The heading as printed; absent where it is lost. */
  readonly heading?: string;
  readonly theme: Link;
  readonly clauses: readonly ClauseView[];
}

export interface AgreementView {
  readonly entry: Entry<'agreements'>;
  readonly title: string;
  readonly fullTitle: string;
  readonly date?: DateView;
  readonly page: string;
  readonly basis: string;
  readonly parties: readonly { name: string; region: Link }[];
  readonly signatories: readonly { person: Link; title: string; party: string }[];
  readonly areas: readonly AreaView[];
  readonly outside: readonly (ClauseView & { attribution: string })[];
  readonly clauseCount: number;
  readonly commitmentCount: number;
  readonly themes: readonly Link[];
  readonly regions: readonly Link[];
  readonly evidence: readonly EvidenceView[];
}

export interface ClausePage {
  readonly entry: Entry<'clauses'>;
  readonly clause: ClauseView;
  readonly agreement: AgreementView;
  /** The area it stands in; absent outside the areas. */
  readonly area?: AreaView;
  readonly attribution?: string;
  readonly commitments: readonly CommitmentView[];
  readonly themes: readonly Link[];
  readonly regions: readonly Link[];
  readonly evidence: EvidenceView;
  readonly previous?: Link;
  readonly next?: Link;
}

export interface PassageView {
  readonly anchor: string;
  readonly kind: Passage['kind'];
  readonly kindName: string;
  readonly label?: string;
  readonly rawLines: string;
  readonly shown: readonly Shown[];
  /** Who quotes it. */
  readonly quotedBy: readonly Link[];
}

export interface PartView {
  readonly id: string;
  readonly title?: string;
  readonly note?: string;
  readonly passages: readonly PassageView[];
}

export interface SourceView {
  readonly entry: Entry<'sources'>;
  readonly title: string;
  readonly page: string;
  readonly date: DateView;
  /** 见报 or 事件: what the date is the date of. */
  readonly dateOf: string;
  readonly eventDate?: DateView;
  /** The publisher, and whether that is our inference. */
  readonly publisher: string;
  readonly publisherReason?: string;
  readonly reprintedFrom?: string;
  readonly grade: string;
  readonly parts: readonly PartView[];
  readonly passageCount: number;
  /** Characters each mechanical rule took out or changed. */
  readonly rules: readonly { name: string; description: string; count: number }[];
  readonly repairs: readonly { act: string; where: string; reason: string }[];
  readonly evidence: readonly EvidenceView[];
  /** The decoded raw file; absent where the source is published in quotes only. */
  readonly rawText?: string;
  /** The earlier and later article. */
  readonly previous?: Link;
  readonly next?: Link;
}

/** What points at an entry, gathered by kind; empty lists where nothing does. */
export interface Gathered {
  readonly agreements: readonly Link[];
  readonly clauses: readonly ClauseView[];
  readonly leaders: readonly Link[];
  readonly regions: readonly Link[];
}

export interface RegionView {
  readonly entry: Entry<'regions'>;
  readonly link: Link;
  readonly kind: string;
  readonly aliases: readonly string[];
  /** From the largest place down to the parent. */
  readonly within: readonly Link[];
  readonly evidence: readonly EvidenceView[];
  readonly gathered: Gathered;
}

export interface LeaderView {
  readonly entry: Entry<'leaders'>;
  readonly link: Link;
  /** Titles, each for the article that prints it, in order of the articles' dates. */
  readonly roles: readonly { title: string; evidence: EvidenceView; regions: readonly Link[] }[];
  readonly mentions: readonly EvidenceView[];
  readonly notSameAs: readonly Link[];
  readonly gathered: Gathered;
}

export interface ThemeView {
  readonly entry: Entry<'themes'>;
  readonly link: Link;
  readonly gathered: Gathered;
  readonly commitmentCount: number;
}

export interface HomeView {
  readonly agreements: readonly AgreementView[];
  readonly sources: readonly SourceView[];
  readonly themes: readonly ThemeView[];
  readonly search: { readonly action: string; readonly examples: readonly Link[] };
}

/** What every page shares. */
export interface Chrome {
  readonly home: string;
  readonly icon: string;
  readonly navigation: readonly (Link & { current: boolean })[];
  /** The first and last article's dates, and how many there are. */
  readonly articles: { readonly count: number; readonly first: DateView; readonly last: DateView };
  readonly cutOff: string;
  /** "五篇文章": the whole corpus, as sentences call it. */
  readonly corpus: string;
  /** Names of places, longest first: a title does not break inside one. */
  readonly names: readonly string[];
  /** Content-Security-Policy for plain pages and for those that run the search engine. */
  readonly policy: { readonly plain: string; readonly search: string };
}

/** A stretch of a passage as readers may see it. */
export interface Shown {
  readonly text: string;
  /** True when some entry quotes it. */
  readonly quoted: boolean;
}
