import type { Link, ListItem, ModalityMarkView } from './views.ts';

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
