import { placesOf } from '../lib/verbatim.ts';
import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import { objectsWithin } from './fields.ts';

/** A quote some entry makes, resolved to the passage it names. */
export interface Quote {
  readonly entry: Entry;
  /** The way to the quote within the entry's front matter. */
  readonly path: readonly (string | number)[];
  /** `<source-id>#p12`. */
  readonly passage: string;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A stretch of a passage's text; offsets in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A quote as the stretch of its passage it covers. */
export interface Span extends Stretch {
  readonly quote: Quote;
}

/** Every `{passage, quote}` in an entry; a quote without a passage is of the entry's own `passage`. */
export function quotesOf(entry: Entry): Quote[] {
  const own = 'passage' in entry.data ? entry.data.passage : undefined;
  return objectsWithin(entry.data).flatMap(({ path, value }): Quote[] => {
    const passage = typeof value['passage'] === 'string' ? value['passage'] : own;
    const { quote, prefix, suffix } = value;
    if (typeof quote !== 'string' || passage === undefined) return [];
    return [
      {
        entry,
        path: [...path, 'quote'],
        passage,
        quote,
        ...(typeof prefix === 'string' ? { prefix } : {}),
        ...(typeof suffix === 'string' ? { suffix } : {}),
      },
    ];
  });
}

/** The stretch a quote covers of its passage's text; [] when it does not stand there, which the checks report. */
export function spanOf(text: string | undefined, quote: Quote): Span[] {
  return stretchOf(text, quote).map((stretch) => ({ quote, ...stretch }));
}

/** Where words stand in a text, told apart by what stands beside them; [] when they do not. */
export function stretchOf(
  text: string | undefined,
  evidence: Pick<Evidence, 'quote' | 'prefix' | 'suffix'>,
): Stretch[] {
  const [start] = placesOf(text ?? '', evidence);
  return start === undefined ? [] : [{ start, end: start + evidence.quote.length }];
}

/** True for words that only name who undertakes something or for whom: they are not what the entry is about. */
export function isNaming({ path }: Quote): boolean {
  return path.at(-2) === 'owner' || path.at(-2) === 'towards';
}
