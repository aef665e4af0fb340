import type { excuseReasons } from '../model/coverage.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Entry } from '../model/collections.ts';
import { keyOf, type Graph, type PlacedPassage } from './graph.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { isNaming, type Quote, type Span } from './quotes.ts';

export type ExcuseReason = (typeof excuseReasons)[number];

/** What became of one sentence of an article. */
export interface CoveredSentence {
  readonly ref: string;
  readonly sentence: Sentence;
  /** Entries that quote some of it. */
  readonly quotedBy: readonly Entry[];
  /** Why nobody quotes it; absent where somebody does, or where no reason is given. */
  readonly excuse?: ExcuseReason;
}

/** Every sentence of a source in reading order. Titles, bylines and page furniture are excused by their kind. */
export function coverageOf(graph: Graph, source: string, excuses: Coverage['excuses']): CoveredSentence[] {
  return [...graph.passages.values()]
    .filter((placed) => placed.source === source)
    .flatMap((placed) =>
      sentencesOf(placed.passage.text).map((sentence) => {
        const quotedBy = entriesQuoting(graph.spans.get(placed.ref) ?? [], sentence);
        const excuse = quotedBy.length > 0 ? undefined : excuseFor(placed, sentence, excuses);
        return { ref: placed.ref, sentence, quotedBy, ...(excuse === undefined ? {} : { excuse }) };
      }),
    );
}

/**
 * True for a quote that uses what the sentence says. Naming an article, a place, a body or a person does not, nor does
 * setting it beside another, nor quoting a date or a link's ground in passing.
 */
function isUse(quote: Quote): boolean {
  const { entry, path } = quote;
  return (
    !isNaming(quote) &&
    !['sources', 'regions', 'organisations', 'leaders', 'tensions'].includes(entry.collection) &&
    path[0] !== 'date' &&
    path[0] !== 'links'
  );
}

function entriesQuoting(spans: readonly Span[], { start, end }: Sentence): Entry[] {
  const quoting = spans.filter(({ quote, start: from, end: to }) => isUse(quote) && from < end && start < to);
  return [...new Map(quoting.map(({ quote }) => [keyOf(quote.entry), quote.entry])).values()];
}

function excuseFor(
  { ref, passage }: PlacedPassage,
  sentence: Sentence,
  excuses: Coverage['excuses'],
): ExcuseReason | undefined {
  if (!['text', 'caption'].includes(passage.kind)) return 'layout';
  return excuses.find((excuse) => excuse.passage === ref && covers(passage.text, excuse.quote, sentence))
    ?.reason;
}

/** True when the words begin inside the sentence. */
export function covers(text: string, quote: string, { start, end }: Sentence): boolean {
  const at = text.indexOf(quote);
  return at >= start && at < end;
}
