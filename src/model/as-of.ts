import type { EvidenceView, Link, ListItem, MarkView } from './views.ts';

/* View models of the pages that show what was known on a day. */

/** The day, and whether it is an article's inferred date. */
export interface AsOfDate {
  readonly value: string;
  readonly inferred: boolean;
}

/** An article known on the day. */
export interface AsOfArticle {
  readonly link: Link;
  readonly date: AsOfDate;
  /** 见报 or 事件: what the date is the date of. */
  readonly dateOf: string;
}

/** What an article newly says of a project known before. */
export interface AsOfWords {
  readonly project: Link;
  /** The status before and now; the same where the words did not change it. */
  readonly before: MarkView;
  readonly now: MarkView;
  /** The words, each with what it can claim by itself: "已列计划：“续建”". */
  readonly events: readonly { readonly claim: string; readonly evidence: EvidenceView }[];
}

/** How many entries there are of one kind: "条款23条". */
export interface AsOfCount {
  readonly label: string;
  readonly count: number;
}

export interface AsOfTheme {
  readonly anchor: string;
  readonly link: Link;
  readonly counts: readonly AsOfCount[];
  /** Its projects, longest unheard of first; each line says status and silence as of the day. */
  readonly projects: readonly ListItem[];
}

/** What was known on a day, and what was new since the day before it in the list. */
export interface AsOfView {
  readonly day: AsOfDate;
  /** "2019年6月3日", which no line breaks. */
  readonly date: string;
  /** "2019年6月3日（推断）". */
  readonly words: string;
  readonly page: string;
  readonly previous?: Link;
  readonly next?: Link;
  /** The day it is compared with, "2019年2月22日（推断）"; absent for the first. */
  readonly since?: string;
  /** What is new, in one sentence. */
  readonly news: string;
  readonly articles: readonly AsOfArticle[];
  readonly newArticles: readonly AsOfArticle[];
  readonly counts: readonly AsOfCount[];
  /** Projects by status, weakest first. */
  readonly statuses: readonly { readonly mark: MarkView; readonly count: number }[];
  /** New words that changed a status, and new words that did not. */
  readonly moved: readonly AsOfWords[];
  readonly said: readonly AsOfWords[];
  /** New entries by collection. */
  readonly added: readonly { readonly label: string; readonly links: readonly Link[] }[];
  readonly themes: readonly AsOfTheme[];
}
