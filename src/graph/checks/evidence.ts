import { nearestExcerpt, nearestId } from '../../lib/nearest.ts';
import { countOccurrences } from '../../lib/text.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import type { Graph } from '../graph.ts';
import type { Quote } from '../quotes.ts';

/** Every quote stands, character by character, exactly once in the passage it names. Never a fuzzy match. */
export function checkEvidence(graph: Graph): Problem[] {
  return [...ownPassages(graph), ...graph.quotes.flatMap((quote) => quoteProblems(graph, quote))];
}

/** Passages that entries name outside a quote: a clause's own, an area's printed heading. */
function ownPassages(graph: Graph): Problem[] {
  return [...graph.collections.values()].flatMap((entries) =>
    [...entries.values()].flatMap(({ file, data }) => {
      const own = 'passage' in data ? [{ path: ['passage'], ref: data.passage }] : [];
      const headings =
        'areas' in data
          ? (data.areas ?? []).flatMap(({ heading }, index) =>
              heading === undefined ? [] : [{ path: ['areas', index, 'heading'], ref: heading }],
            )
          : [];
      return [...own, ...headings].flatMap(({ path, ref }) => unknownPassage(graph, file, path, ref));
    }),
  );
}

function unknownPassage(
  graph: Graph,
  file: string,
  path: readonly (string | number)[],
  ref: string,
): Problem[] {
  if (graph.passages.has(ref) || isBrokenSource(graph, ref)) return [];
  const nearest = nearestId(ref, graph.passages.keys());
  return [
    problemAt('passage-unknown', file, path, { passage: ref, ...(nearest === undefined ? {} : { nearest }) }),
  ];
}

function isBrokenSource(graph: Graph, ref: string): boolean {
  return graph.broken.has(`sources/${ref.split('#')[0] ?? ''}`);
}

function quoteProblems(graph: Graph, quote: Quote): Problem[] {
  const { entry, path, passage } = quote;
  const placed = graph.passages.get(passage);
  if (placed === undefined) {
    const isOwn = 'passage' in entry.data && entry.data.passage === passage;
    return isOwn ? [] : unknownPassage(graph, entry.file, [...path.slice(0, -1), 'passage'], passage);
  }
  const { text } = placed.passage;
  const count = countOccurrences(text, quote.quote);
  if (count === 0) return [notFound(graph, quote, text)];
  const context = (quote.prefix ?? '') + (quote.suffix ?? '');
  if (count === 1 && context !== '') {
    const field = quote.prefix === undefined ? 'suffix' : 'prefix';
    const at = [...path.slice(0, -1), field];
    return [problemAt('quote-context-needless', entry.file, at, { quote: quote.quote, passage })];
  }
  const selected = (quote.prefix ?? '') + quote.quote + (quote.suffix ?? '');
  const selectedCount = countOccurrences(text, selected);
  if (selectedCount === 1) return [];
  if (selectedCount === 0) return [notFound(graph, { ...quote, quote: selected }, text)];
  return [problemAt('quote-ambiguous', entry.file, path, { quote: quote.quote, passage, count })];
}

function notFound(graph: Graph, { entry, path, passage, quote }: Quote, text: string): Problem {
  const elsewhere = [...graph.passages.values()].find((other) => other.passage.text.includes(quote))?.ref;
  const nearest = elsewhere === undefined ? nearestExcerpt(quote, text) : undefined;
  return problemAt('quote-not-found', entry.file, path, {
    quote,
    passage,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(nearest === undefined ? {} : { nearest }),
  });
}
