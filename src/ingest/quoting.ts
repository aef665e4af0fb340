import { placesOf } from '../lib/verbatim.ts';
import type { Evidence } from '../model/evidence.ts';

/** A passage as ingest numbers it. */
export interface NumberedText {
  readonly id: string;
  readonly text: string;
}

/** Something the file prints about itself: what, where, and in which words. */
export interface Printed {
  readonly value: string;
  readonly evidence: Evidence;
  /** How it was told, for the report. */
  readonly how: string;
}

/** A date the file prints; one that only a scraper wrote is inferred, with the reason. */
export interface PrintedDate extends Printed {
  readonly reason?: string;
}

export type Quote = (passage: NumberedText, words: string, from?: number) => Evidence;

/** The evidence for words that stand at or behind a place of a passage: with what surrounds them where they stand twice. */
export function evidenceOf(
  source: string,
  { id, text }: NumberedText,
  quote: string,
  from: number,
): Evidence {
  const passage = `${source}#${id}`;
  if (placesOf(text, { quote }).length === 1) return { passage, quote };
  const start = Math.max(0, text.indexOf(quote, from));
  const prefix = text.slice(Math.max(0, start - 12), start).trimStart();
  const suffix = text.slice(start + quote.length, start + quote.length + 12).trimEnd();
  // What stands beside the words has no space at either end, or it could not be written down.
  return {
    passage,
    quote,
    ...(prefix === '' || /\s$/.test(prefix) ? {} : { prefix }),
    ...(suffix === '' || /^\s/.test(suffix) ? {} : { suffix }),
  };
}

/** The words a pattern names in a passage. */
export function take(passage: NumberedText, pattern: RegExp, how: string, quote: Quote): Printed | undefined {
  const match = pattern.exec(passage.text);
  const words = match?.groups?.['words']?.trim();
  if (match === null || words === undefined || words === '') return undefined;
  return { value: words, evidence: quote(passage, words, passage.text.indexOf(words, match.index)), how };
}
