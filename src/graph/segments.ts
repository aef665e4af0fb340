import type { Quote, Span } from './quotes.ts';

/** A stretch of a passage that all its characters share the same quotes of; offsets in UTF-16 code units. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Every quote that covers it, in the order given; none where nobody quotes it. */
  readonly quotes: readonly Quote[];
}

/** The text cut wherever a quote begins or ends; joined again the segments are the text. */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const inside = spans.flatMap(({ start, end }) => [start, end]).filter((at) => at > 0 && at < text.length);
  const borders = [...new Set(inside)].sort((a, b) => a - b);
  return [0, ...borders].map((start, nth) => {
    const end = borders[nth] ?? text.length;
    const covering = spans.filter((span) => span.start < end && start < span.end);
    return { start, end, text: text.slice(start, end), quotes: covering.map(({ quote }) => quote) };
  });
}
