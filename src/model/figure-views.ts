import type { DateView, EvidenceView, Link, MarkView } from './views.ts';

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
