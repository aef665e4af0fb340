import type { Entry } from './collections.ts';
import type {
  AcrossView,
  DateView,
  EvidenceView,
  Link,
  ListItem,
  MarkView,
  ModalityMarkView,
  QuoteCheck,
  RelatedGroup,
  SilenceView,
  UnknownView,
  Words,
} from './views.ts';
import type { NamedView } from './who-views.ts';

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
