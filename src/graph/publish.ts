import type { Shown } from '../model/views.ts';
import type { Graph, PlacedPassage } from './graph.ts';

/** What stands for words that are held back. */
export const gap = '……';

/** True for a passage of which only what entries quote may be shown. Headings and titles are always whole. */
export function isHeldBack({ passage: { kind } }: PlacedPassage, publish: 'full' | 'quotes'): boolean {
  return publish === 'quotes' && kind !== 'title' && kind !== 'subtitle' && kind !== 'heading';
}

/**
 * The words of a passage that may be shown: all of them, or, where the source is published in quotes only,
 * the stretches that entries quote with `……` between.
 */
export function shownText(graph: Graph, placed: PlacedPassage, publish: 'full' | 'quotes'): Shown[] {
  const stretches = quotedStretches(graph, placed);
  if (!isHeldBack(placed, publish)) return stretches;
  const kept = stretches.filter(({ quoted }) => quoted);
  const joined = kept.flatMap((stretch, index) =>
    index === 0 ? [stretch] : [{ text: gap, quoted: false }, stretch],
  );
  const head = kept.length > 0 && stretches[0]?.quoted === false ? [{ text: gap, quoted: false }] : [];
  const tail = stretches.at(-1)?.quoted === false ? [{ text: gap, quoted: false }] : [];
  return [...head, ...joined, ...tail];
}

/** The passage cut where quotes begin and end; joined again it is the passage. */
function quotedStretches(graph: Graph, { ref, passage: { text } }: PlacedPassage): Shown[] {
  const quoted = new Array<boolean>(text.length).fill(false);
  for (const { start, end } of graph.spans.get(ref) ?? []) quoted.fill(true, start, end);
  const stretches: Shown[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && quoted[at] === quoted[from]) continue;
    stretches.push({ text: text.slice(from, at), quoted: quoted[from] ?? false, start: from });
    from = at;
  }
  return stretches;
}

/** Words as the site stores them for readers to check against. */
export interface StoredText {
  /** `p12`; for one quote of a passage that is held back, with the characters it covers: `p12:5-30`. */
  readonly id: string;
  /** Where in the passage they begin. */
  readonly start: number;
  readonly text: string;
  /** True for a whole passage. */
  readonly whole: boolean;
}

/** What is stored of a passage: all of it, or, where it is held back, each of its quotes once. */
export function storedTexts(graph: Graph, placed: PlacedPassage, publish: 'full' | 'quotes'): StoredText[] {
  const { id, text } = placed.passage;
  if (!isHeldBack(placed, publish)) return [{ id, start: 0, text, whole: true }];
  const quotes = (graph.spans.get(placed.ref) ?? []).map(({ start, end }) => ({
    id: `${id}:${String(start)}-${String(end)}`,
    start,
    text: text.slice(start, end),
    whole: false,
  }));
  return [...new Map(quotes.map((quote) => [quote.id, quote])).values()].sort(
    (a, b) => a.start - b.start || a.text.length - b.text.length,
  );
}
