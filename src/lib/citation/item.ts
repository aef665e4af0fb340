/** A value the source prints, or one supplied by inference; the supplied one stands in square brackets. */
export interface Supplied {
  readonly value: string;
  readonly inferred: boolean;
}

/**
 * One work to be cited. Nothing in it is invented: what nobody printed and nobody could infer is absent.
 * - `newspaper`: an article of a newspaper's page, read online;
 * - `web`: an article of a web page;
 * - `entry`: one entry of an online record, whose date is that of its last revision.
 */
export interface CitedWork {
  /** Unique in the site; ASCII without spaces, so that every format takes it as it is. */
  readonly key: string;
  readonly form: 'newspaper' | 'web' | 'entry';
  readonly authors: readonly string[];
  readonly title: string;
  /** What the work rests on, in words: "据……报道". */
  readonly basis?: string;
  /** The newspaper, the website or the record the work stands in. */
  readonly container?: Supplied;
  /** "2017-08-18", or less precise. */
  readonly date?: Supplied;
  /** Number of the newspaper's page. */
  readonly page?: string;
  readonly url: string;
  /** What a reader of the citation must know and no field can say. */
  readonly notes: readonly string[];
}

/** Where the reader's browser, or the reader, puts the day of retrieval. */
export const retrievalPlace = '[引用日期]';

/** Square brackets round what was not printed: GB/T 7714 8.4.3.3 and APA 7 alike. */
export function bracketed({ value, inferred }: Supplied): string {
  return inferred ? `[${value}]` : value;
}

/** Parts with a delimiter between them; what is absent leaves no trace. */
export function joined(parts: readonly (string | undefined)[], delimiter: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(delimiter);
}

/** Basis and notes on one line, as the note field of every format takes them. */
export function noteOf({ basis, notes }: Pick<CitedWork, 'basis' | 'notes'>): string {
  return [...(basis === undefined ? [] : [basis]), ...notes].join('；');
}
