import { toEnglishDay } from './apa.ts';
import { retrievalPlace } from './item.ts';

/** What a reader's browser knows and a build does not. */
export interface Retrieval {
  /** The day, "2026-11-20", by the reader's calendar. */
  readonly day: string;
  /** The address as written at the build, and whole. */
  readonly permalink: string;
  readonly address: string;
}

/** A reference with the day of retrieval in its place and its address whole. */
export function filledReference(
  reference: string,
  style: string,
  { day, permalink, address }: Retrieval,
): string {
  const shown = style === 'apa' ? toEnglishDay(day) : `[${day}]`;
  return reference.replace(retrievalPlace, () => shown).replace(permalink, () => address);
}
