import type { CollectionName, Entry } from './collections.ts';
import type { Passage } from './passage.ts';
import type {
  Link,
  DateView,
  EvidenceView,
  MarkView,
  ListItem,
  RelatedGroup,
  Fact,
  RecordView,
  AcrossView,
  FacetView,
  QuoteCheck,
  ModalityMarkView,
  SilenceView,
  UnknownView,
  Words,
} from './views.ts';
import type { OutcomeView } from './outcome-views.ts';
import type { AppearanceView, NamedView } from './who-views.ts';

/* View models of whole pages and their larger parts. */

/** A clause of an agreement or a task of a plan, as rows and pages show it. */
export interface UndertakingView {
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
  /** The text once more, with links to what it names. */
  readonly words: readonly Words[];
  readonly page: string;
  readonly inContext: string;
  /** What a quotation calls it: 《…》交通第2项（本站编号，据报道）. */
  readonly citedAs: string;
  /** Where citations of it stand. */
  readonly cite: string;
  readonly passage: Link;
  readonly rawLines: string;
  readonly commitmentCount: number;
  /** How many later records follow from it. */
  readonly laterCount: number;
  /** Absent where its passage is shown in stretches. */
  readonly check?: QuoteCheck;
}

/** One commitment of a clause, with what its words say of force, quantity, time, owner and for whom. */
export interface CommitmentView {
  readonly anchor: string;
  readonly quote: string;
  readonly modality: ModalityMarkView;
  readonly wording?: string;
  readonly number?: string;
  /** When it is due; absent where nothing says so. */
  readonly due?: DueView;
  /** To the list of what is overdue, where it stands there. */
  readonly overdue?: Link;
  /** What it is by itself, a promise or a plan, as of its own date. */
  readonly mark: MarkView;
  readonly date?: DateView;
  /** The projects it is about, each with its status. */
  readonly followed: readonly ListItem[];
  /** What of it nobody has reported; absent where all its projects are reported. */
  readonly silence?: SilenceView;
  readonly unknown: readonly UnknownView[];
  readonly owner?: NamedView;
  readonly towards?: NamedView;
  readonly check?: QuoteCheck;
}

/** A date by which a thing is to be done. */
export interface DueView {
  /** "9月底前（2019-09，推断）": the printed words and the date read from them, or whose time it is. */
  readonly text: string;
  readonly by: DateView;
  /** What of a printed deadline is read; what only its plan dates is explained once, for all. */
  readonly note?: string;
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
  readonly undertakings: readonly UndertakingView[];
}

export interface AgreementView {
  readonly entry: Entry<'agreements'>;
  readonly title: string;
  readonly fullTitle: string;
  readonly date?: DateView;
  readonly page: string;
  readonly basis: string;
  readonly parties: readonly { name: string; region: Link; organisation?: Link; evidence: EvidenceView }[];
  readonly signatories: readonly {
    person: Link;
    title: string;
    party: string;
    evidence: readonly EvidenceView[];
  }[];
  /** What the article leaves out of who concluded it; absent where it says all, or the text is no agreement. */
  readonly unsaid?: string;
  readonly areas: readonly AreaView[];
  readonly outside: readonly UndertakingView[];
  readonly undertakingCount: number;
  readonly commitmentCount: number;
  readonly themes: readonly Link[];
  readonly regions: readonly Link[];
  readonly evidence: readonly EvidenceView[];
  readonly kind: Entry<'agreements'>['data']['kind'];
  readonly kindName: string;
  readonly item: ListItem;
  /** How much the article says there is. */
  readonly extent: readonly EvidenceView[];
  readonly related: readonly RelatedGroup[];
  readonly followedBy: readonly AcrossView[];
}

export interface UndertakingPage {
  readonly entry: Entry<'clauses'> | Entry<'work-points'>;
  readonly undertaking: UndertakingView;
  /** 条款 or 工作要点. */
  readonly kind: string;
  /** The page's title, unique in the site. */
  readonly title: string;
  readonly description: string;
  /** Where it stands: 协议 › 雄安新区战略合作协议 › 交通第2项. */
  readonly path: string;
  readonly agreement: AgreementView;
  /** The area it stands in; absent outside the areas. */
  readonly area?: AreaView;
  readonly attribution?: string;
  readonly commitments: readonly CommitmentView[];
  readonly themes: readonly Link[];
  readonly regions: readonly Link[];
  readonly evidence: EvidenceView;
  readonly follows: readonly AcrossView[];
  readonly followedBy: readonly AcrossView[];
  readonly related: readonly RelatedGroup[];
  readonly previous?: Link;
  readonly next?: Link;
}

export interface PassageView {
  readonly anchor: string;
  /** What a quotation calls it: 《…》段落p12. */
  readonly citedAs: string;
  /** Where citations of its article stand. */
  readonly cite: string;
  readonly kind: Passage['kind'];
  readonly kindName: string;
  readonly label?: string;
  readonly rawLines: string;
  /** What may be shown of it, cut where quotes begin and end, with links to what its words name. */
  readonly shown: readonly { readonly quoted: boolean; readonly words: readonly Words[] }[];
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
  /** The number of the newspaper's page, where it is printed. */
  readonly printedPage?: string;
  /** Who wrote it, by its byline. */
  readonly authors: readonly string[];
  readonly grade: string;
  readonly parts: readonly PartView[];
  readonly passageCount: number;
  /** Characters each mechanical rule took out or changed. */
  readonly rules: readonly { name: string; description: string; count: number }[];
  readonly repairs: readonly { act: string; where: string; reason: string }[];
  readonly evidence: readonly EvidenceView[];
  /** The decoded raw file; absent where the source is published in quotes only. */
  readonly rawText?: string;
  /** The page that shows what became of every word. */
  readonly coverage: string;
  /** The page that shows what was known on its day. */
  readonly asOf: string;
  /** The earlier and later article. */
  readonly previous?: Link;
  readonly next?: Link;
}

/** A list of entries, whole or narrowed by one facet. */
export interface ListView {
  readonly collection: Exclude<CollectionName, 'clauses' | 'tensions'>;
  readonly title: string;
  /** How many and in what order, in words. */
  readonly intro: string;
  readonly items: readonly ListItem[];
  /** The items under headings; one group without a label where the list has none. */
  readonly groups: readonly { readonly label?: string; readonly items: readonly ListItem[] }[];
  readonly facets: readonly FacetView[];
  /** The orders it is offered in, the one shown among them; none where there is only one. */
  readonly orders: readonly (Link & { readonly current: boolean })[];
  /** True in another order than the list's own. */
  readonly isReordered: boolean;
  /** The shown list as CSV. */
  readonly csv: string;
  /** Pages that tell the same entries another way. */
  readonly seeAlso: readonly Link[];
  /** What it is narrowed to, with the way back to the whole. */
  readonly narrowed?: { readonly label: string; readonly all: string };
}

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

/** One number with what it counts. */
export interface FigureView {
  readonly id: string;
  readonly shown: string;
  readonly subject: string;
  /** What kind of statement prints it: 约 拟 报 议. */
  readonly mark: MarkView;
  /** The time it is of, where the article says. */
  readonly date?: DateView;
  readonly regions: readonly Link[];
  readonly themes: readonly Link[];
  readonly evidence: EvidenceView;
  /** Where it is printed again. */
  readonly repeats: readonly EvidenceView[];
  readonly beside: readonly Link[];
  /** Where it stands in the register of tensions. */
  readonly tensions: readonly Link[];
  /** What was put right in it, in the log. */
  readonly corrections: readonly Link[];
}

/** The figures of one article. */
export interface FiguresOfArticle {
  /** The article's ID, its anchor on the page. */
  readonly id: string;
  readonly article: Link;
  readonly date: DateView;
  readonly figures: readonly FigureView[];
}

/** Numbers that are no figures, by why not. */
export interface LeftOutNumbers {
  readonly reason: string;
  readonly count: number;
  /** The expressions they stand in; none for dates and places in an order. */
  readonly words: readonly string[];
}

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

/** A stretch of a passage that the same entries quote. */
export interface XraySegment {
  readonly text: string;
  /** Its anchor, where several entries quote it. */
  readonly anchor?: string;
  /** The one entry that quotes it, or the note that lists them all; absent where nobody quotes it. */
  readonly link?: Link;
  /** The number of that note. */
  readonly note?: number;
}

/** Words of a passage that the same several entries quote. */
export interface XrayNote {
  readonly number: number;
  readonly anchor: string;
  /** The way back to the words, each stretch in turn. */
  readonly words: readonly Link[];
  readonly entries: readonly Link[];
}

export interface XrayPassage {
  readonly anchor: string;
  /** The passage in the article as one reads it. */
  readonly href: string;
  readonly kind: Passage['kind'];
  readonly kindName: string;
  readonly segments: readonly XraySegment[];
  readonly notes: readonly XrayNote[];
  readonly quoteCount: number;
  /** Who quotes it, by collection. */
  readonly quotedBy: readonly { label: string; links: readonly Link[] }[];
  /** Sentences no entry uses: "第2句、第3句", and why. */
  readonly excused: readonly { sentences: string; reason: string }[];
  readonly rawLines: string;
  /** The lines it was made from; absent where the source is published in quotes only. */
  readonly rawText?: string;
  readonly sha256: string;
  readonly check?: QuoteCheck;
}

/** What became of every word of an article. */
export interface XrayView {
  readonly id: string;
  readonly source: Link;
  readonly sentenceCount: number;
  readonly usedSentences: number;
  readonly excused: readonly { reason: string; count: number }[];
  readonly characterCount: number;
  readonly quotedCharacters: number;
  /** Characters nobody quotes, in sentences that nobody uses. */
  readonly excusedCharacters: number;
  readonly quoteCount: number;
  readonly entryCount: number;
  readonly passages: readonly XrayPassage[];
  readonly verification: string;
}

/** The build's result for every quote of an article. */
export interface VerificationView {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly source: string;
  /** The stored words with their SHA-256. */
  readonly file: string;
  readonly isHeldBack: boolean;
  readonly quoteCount: number;
  readonly onceCount: number;
  readonly entryCount: number;
  readonly passages: readonly {
    anchor: string;
    href: string;
    length: number;
    sha256: string;
    quoteCount: number;
    /** Quotes of the same words in the same place, together. */
    quotes: readonly {
      quote: string;
      /** What must stand before and after it, in words; "" where the quote alone is enough. */
      context: string;
      /** Who quotes them; an entry that does so twice stands here twice. */
      entries: readonly Link[];
      range: string;
      result: string;
      isOnce: boolean;
    }[];
  }[];
}

/** A target with a date, as the list of those overdue shows it. */
export interface TargetView {
  readonly due: DueView;
  readonly title: Link;
  readonly name: string;
  readonly modality?: ModalityMarkView;
  readonly milestone?: string;
  readonly evidence: EvidenceView;
  /** "期满3年7个月": from the end of the time named to the cut-off; absent where it has not passed. */
  readonly age?: string;
  /** The projects it is about, each with its status. */
  readonly projects: readonly ListItem[];
  /** Later mentions that report nothing. */
  readonly mentions: readonly { mark: MarkView; date: DateView; text: string; href: string }[];
}

/** Targets whose time has passed without a report, and what stands beside them. */
export interface OverdueView {
  /** Their own sentence prints the deadline. */
  readonly printed: readonly TargetView[];
  /** The sentence says how far, the plan by when. */
  readonly planned: readonly TargetView[];
  /** Only a direction is named, and only the plan has a time; by keyword. */
  readonly directions: readonly { label: string; links: readonly Link[] }[];
  readonly pending: readonly TargetView[];
}

/** One level of how firmly commitments are worded. */
export interface ModalityLevelView {
  readonly modality: ModalityMarkView;
  readonly meaning: string;
  /** The words that say so, each with how many commitments of each text use it. */
  readonly groups: readonly {
    readonly agreement: Link;
    readonly count: number;
    readonly words: readonly { word: string; links: readonly Link[] }[];
  }[];
}

export interface ModalityView {
  /** Hardest first, a ladder. */
  readonly ladder: readonly ModalityLevelView[];
  /** Outside the ladder: ranking them would say more than the text. */
  readonly outside: readonly ModalityLevelView[];
  readonly agreements: readonly Link[];
  /** Subjects spoken of in more than one article. */
  readonly subjects: readonly ListItem[];
}
