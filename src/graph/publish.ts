import type { Shown } from '../model/views.ts';
import type { Graph, PlacedPassage } from './graph.ts';

const gap = '……';

/**
 * The words of a passage that may be shown: all of them, or, where the source is published in quotes only,
 * the stretches that entries quote with `……` between. Headings and titles are always whole.
 */
export function shownText(graph: Graph, placed: PlacedPassage, publish: 'full' | 'quotes'): Shown[] {
  const stretches = quotedStretches(graph, placed);
  const { kind } = placed.passage;
  if (publish === 'full' || kind === 'title' || kind === 'subtitle' || kind === 'heading') return stretches;
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
    stretches.push({ text: text.slice(from, at), quoted: quoted[from] ?? false });
    from = at;
  }
  return stretches;
}
