import type { Passage } from '../model/passage.ts';

/** Where some words stand: the passage and its exact text, with the sentence around them. */
export interface FoundWords {
  /** `<source-id>#p12`. */
  readonly passage: string;
  /** The words exactly as printed, punctuation between them included. */
  readonly quote: string;
  readonly sentence: string;
  /** True when the quote stands once in its passage, as evidence must. */
  readonly unique: boolean;
}

const ignored = /[\s\p{P}\p{S}]/u;

/**
 * Finds words in the passages as an editor remembers them: spaces, punctuation and width do not count.
 * Returns every place, in the order of the sources and passages.
 */
export function findWords(passages: ReadonlyMap<string, readonly Passage[]>, words: string): FoundWords[] {
  const wanted = bare(words).text;
  if (wanted === '') return [];
  return [...passages].flatMap(([source, list]) =>
    list.flatMap(({ id, text }) => {
      const { text: letters, places } = bare(text);
      const found: FoundWords[] = [];
      for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) {
        const start = places[at] ?? 0;
        const last = places[at + wanted.length - 1] ?? start;
        const quote = text.slice(start, last + 1);
        found.push({
          passage: `${source}#${id}`,
          quote,
          sentence: sentenceAround(text, start, last),
          unique: text.indexOf(quote) === text.lastIndexOf(quote),
        });
      }
      return found;
    }),
  );
}

/** The letters and digits of a text, widths and case folded, with the place of each in the text. */
function bare(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (ignored.test(char)) continue;
    letters += char.normalize('NFKC').toLowerCase().charAt(0);
    places.push(at);
  }
  return { text: letters, places };
}

function sentenceAround(text: string, start: number, end: number): string {
  const from = Math.max(...['。', '！', '？'].map((mark) => text.lastIndexOf(mark, start))) + 1;
  const rest = text.slice(end).search(/[。！？]/);
  return text.slice(from, rest === -1 ? undefined : end + rest + 1);
}
