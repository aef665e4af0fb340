/** A sentence and where it stands in its passage; offsets in UTF-16 code units, end exclusive. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a passage after 。！？ and the closing marks that follow; what is left at the end is a sentence too. */
export function sentencesOf(text: string): Sentence[] {
  return [...text.matchAll(/[^。！？]*(?:[。！？]+[”’）》」』]*|$)/gu)]
    .filter(([sentence]) => sentence !== '')
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}
