import type { Passage } from './passage.ts';
import type { Link, QuoteCheck } from './views.ts';

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
