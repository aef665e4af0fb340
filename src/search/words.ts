import type { Range } from './match.ts';

/** Words as a link carries them: verbatim, with what stands around them where they stand more than once. */
export interface Words {
  readonly words: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The words of a range, with as much around them as tells them from every other place in the text. */
export function wordsAt(text: string, { start, end }: Range): Words {
  const words = text.slice(start, end);
  for (let reach = 0; reach < text.length; reach += 1) {
    const prefix = text.slice(Math.max(0, start - reach), start);
    const suffix = text.slice(end, end + reach);
    if (placesOf(text, prefix + words + suffix).length === 1) {
      return { words, ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) };
    }
  }
  return { words };
}

/**
 * Where a text holds the words, character for character: the one place between what the link says stands around them,
 * or every place when that is there no more.
 */
export function findWords(text: string, { words, prefix = '', suffix = '' }: Words): Range[] {
  const toRange = (start: number): Range => ({ start, end: start + words.length });
  const exact = placesOf(text, prefix + words + suffix).map((start) => toRange(start + prefix.length));
  return exact.length === 1 ? exact : placesOf(text, words).map(toRange);
}

/** The query that carries them. */
export function toQuery({ words, prefix, suffix }: Words): string {
  const query = new URLSearchParams({
    words,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  });
  return `?${query.toString()}`;
}

/** The words a query carries, undefined when it carries none. */
export function readQuery(query: string): Words | undefined {
  const read = new URLSearchParams(query);
  const words = read.get('words');
  const prefix = read.get('prefix');
  const suffix = read.get('suffix');
  if (words === null || words === '') return undefined;
  return { words, ...(prefix === null ? {} : { prefix }), ...(suffix === null ? {} : { suffix }) };
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}
