import type { Entry } from '../model/collections.ts';
import { quotesOf, type Quote } from './quotes.ts';

/** A quote that moved (other passage, same words), changed (same place in the entry), came or went. */
export interface QuoteChange {
  readonly what: 'moved' | 'changed' | 'new' | 'gone';
  readonly from?: string;
  readonly to?: string;
}

/** The differences between the quotes of two versions of an entry; those of events are told with the events. */
export function diffQuotes(old: Entry, now: Entry): QuoteChange[] {
  const [was, is] = [quotesIn(old), quotesIn(now)];
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, quote]) => quote);
  const come = [...is].filter(([key]) => !was.has(key)).map(([, quote]) => quote);
  const changes: QuoteChange[] = [];
  const take = (what: 'moved' | 'changed', isSame: (a: Quote, b: Quote) => boolean): void => {
    for (const from of [...gone]) {
      const to = come.find((each) => isSame(from, each));
      if (to === undefined) continue;
      gone.splice(gone.indexOf(from), 1);
      come.splice(come.indexOf(to), 1);
      changes.push({ what, from: shown(from), to: shown(to) });
    }
  };
  take('moved', (a, b) => a.quote === b.quote);
  take('changed', (a, b) => a.passage === b.passage && a.path.join('.') === b.path.join('.'));
  take('changed', (a, b) => a.path.join('.') === b.path.join('.'));
  return [
    ...changes,
    ...gone.map((quote) => ({ what: 'gone' as const, from: shown(quote) })),
    ...come.map((quote) => ({ what: 'new' as const, to: shown(quote) })),
  ];
}

/** By passage and words: a quote used twice in an entry is one. */
function quotesIn(entry: Entry): Map<string, Quote> {
  const quotes = quotesOf(entry).filter(
    ({ path }) => entry.collection !== 'projects' || path[0] !== 'progress',
  );
  return new Map(quotes.map((quote) => [shown(quote), quote]));
}

function shown({ passage, quote }: Quote): string {
  return `${passage}“${quote}”`;
}
