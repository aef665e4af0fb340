import type { Entry } from './collections.ts';
import type { Passage } from './passage.ts';
import type { DateView, EvidenceView, Link, Words } from './views.ts';

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
