import { comparePartialDates } from '../lib/partial-date.ts';
import { byCodeUnit } from '../lib/text.ts';
import { isOf, type Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Voice } from '../model/passage.ts';
import type { ProgressEvent } from '../model/project.ts';
import { findEntry, voiceOf, type Graph } from './graph.ts';
import { stretchOf, type Stretch } from './quotes.ts';
import { holds, lengthOf, overlap } from './stretches.ts';

/** Words that one article prints at one place. */
export interface Saying {
  readonly evidence: Evidence;
  /** Where they stand in their passage. */
  readonly stretch: Stretch;
  readonly source: string;
  readonly date: Dated;
  readonly kind: Voice;
  /** What they say of a project's progress, where they are a project's event. */
  readonly event?: ProgressEvent;
}

/** What a project's events say, each in the words it quotes. */
export function eventsOf(graph: Graph, project: Entry<'projects'>): Saying[] {
  return project.data.progress.flatMap((event) =>
    sayingsOf(graph, project, [event.evidence]).map((saying) => ({
      ...saying,
      kind: event.kind,
      date: event.date ?? saying.date,
      event,
    })),
  );
}

/** The words that stand for an entry: its own; of a clause the few by which lists name it; of an agreement its name. */
export function ownWords(graph: Graph, entry: Entry): Saying[] {
  if (isOf(entry, 'clauses')) {
    const { passage, excerpt, commitments } = entry.data;
    const [only] = commitments;
    const quote = commitments.length === 1 && only !== undefined ? only.quote : excerpt;
    return sayingsOf(graph, entry, [{ passage, quote }]);
  }
  return wholeOf(graph, entry).slice(0, 1);
}

/** All the words of an entry. */
export function wholeOf(graph: Graph, entry: Entry): Saying[] {
  if (isOf(entry, 'clauses')) {
    const { passage } = entry.data;
    const quote = graph.passages.get(passage)?.passage.text;
    return quote === undefined ? [] : sayingsOf(graph, entry, [{ passage, quote }]);
  }
  if (isOf(entry, 'work-points')) return sayingsOf(graph, entry, [entry.data]);
  if (isOf(entry, 'statements') || isOf(entry, 'agreements'))
    return sayingsOf(graph, entry, entry.data.evidence);
  if (isOf(entry, 'projects')) return eventsOf(graph, entry);
  return [];
}

/** Where words stand within those of an entry; undefined where they do not, or more than once in their passage. */
export function placeOf(graph: Graph, entry: Entry, words: string): Evidence | undefined {
  const found = wholeOf(graph, entry).flatMap(({ evidence: { passage }, stretch }) => {
    const text = graph.passages.get(passage)?.passage.text ?? '';
    const start = text.indexOf(words);
    const isOnce = start !== -1 && !text.includes(words, start + 1);
    return isOnce && holds(stretch, { start, end: start + words.length }) ? [{ passage, quote: words }] : [];
  });
  return found[0];
}

/**
 * Clauses, work points and statements whose words these are: of each kind those whose shortest quote holds the end of
 * the place; where none does, those that quote some of it.
 */
export function entriesAt(
  graph: Graph,
  { evidence, stretch }: Pick<Saying, 'evidence' | 'stretch'>,
): Entry[] {
  const around = (graph.spans.get(evidence.passage) ?? []).filter((span) => overlap(span, stretch));
  return (['clauses', 'work-points', 'statements'] as const).flatMap((name) => {
    const own = around.filter(({ quote }) => quote.entry.collection === name && quote.path[0] !== 'links');
    const holding = own.filter(({ end }) => stretch.end <= end);
    const shortest = Math.min(...holding.map(lengthOf));
    const found = holding.length > 0 ? holding.filter((span) => lengthOf(span) === shortest) : own;
    return [...new Set(found.map(({ quote }) => quote.entry))];
  });
}

export function sayingsOf(graph: Graph, entry: Entry, quotes: readonly Evidence[]): Saying[] {
  return quotes.flatMap(({ passage: ref, quote, prefix, suffix }): Saying[] => {
    const placed = graph.passages.get(ref);
    const date = placed === undefined ? undefined : findEntry(graph, 'sources', placed.source)?.data.date;
    if (placed === undefined || date === undefined) return [];
    const evidence: Evidence = {
      passage: ref,
      quote,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    };
    const kind = voiceOf(graph, evidence) ?? kindOf(entry);
    return stretchOf(placed.passage.text, evidence).map((stretch) => ({
      evidence,
      stretch,
      source: placed.source,
      date,
      kind,
    }));
  });
}

/** The kind of words whose passage does not say it: that of the entry which quotes them. */
function kindOf(entry: Entry): Voice {
  if (isOf(entry, 'work-points')) return 'plan';
  if (isOf(entry, 'statements')) {
    const { kind } = entry.data;
    return kind === 'next-step' ? 'speech' : kind;
  }
  if (isOf(entry, 'agreements')) {
    return entry.data.kind === 'plan' || entry.data.kind === 'policy' ? 'plan' : 'agreement';
  }
  return isOf(entry, 'clauses') ? 'agreement' : 'report';
}

export function inTime(a: Saying, b: Saying): number {
  return (
    comparePartialDates(a.date.value, b.date.value) ||
    byCodeUnit(a.source, b.source) ||
    passageNumber(a) - passageNumber(b) ||
    byCodeUnit(a.evidence.passage, b.evidence.passage) ||
    a.stretch.start - b.stretch.start ||
    a.stretch.end - b.stretch.end
  );
}

function passageNumber({ evidence }: Saying): number {
  return Number(/#p(\d+)/.exec(evidence.passage)?.[1] ?? 0);
}

export function isSamePlace(a: Saying, b: Saying): boolean {
  return a.evidence.passage === b.evidence.passage && overlap(a.stretch, b.stretch);
}
