import type { QuoteSelector } from '../../lib/verbatim.ts';
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
  const { entry, passage } = quote;
  // A passage that is the entry's own is reported where the entry names it.
  const isOwn = 'passage' in entry.data && entry.data.passage === passage;
  return isOwn && !graph.passages.has(passage) ? [] : selectorProblems(graph, { ...quote, file: entry.file });
}

/** Words said to stand in a passage: the file that says so, and the way to its `quote`. */
export interface Selector extends Pick<Quote, 'path' | 'passage'>, QuoteSelector {
  readonly file: string;
}

/** The words stand in the passage exactly once, alone or with what is said to stand beside them. */
export function selectorProblems(graph: Graph, selector: Selector): Problem[] {
  const { file, path, passage, quote, prefix = '', suffix = '' } = selector;
  const field = (name: string): (string | number)[] => [...path.slice(0, -1), name];
  const placed = graph.passages.get(passage);
  if (placed === undefined) return unknownPassage(graph, file, field('passage'), passage);
  const { text } = placed.passage;
  const count = countOccurrences(text, quote);
  if (count === 0) return [notFound(graph, selector, text)];
  if (count === 1 && prefix + suffix !== '') {
    const at = field(selector.prefix === undefined ? 'suffix' : 'prefix');
    return [problemAt('quote-context-needless', file, at, { quote, passage })];
  }
  const selected = prefix + quote + suffix;
  const selectedCount = countOccurrences(text, selected);
  if (selectedCount === 1) return [];
  if (selectedCount === 0) return [notFound(graph, { ...selector, quote: selected }, text)];
  return [problemAt('quote-ambiguous', file, path, { quote, passage, count })];
}

function notFound(graph: Graph, { file, path, passage, quote }: Selector, text: string): Problem {
  const elsewhere = [...graph.passages.values()].find((other) => other.passage.text.includes(quote))?.ref;
  const nearest = elsewhere === undefined ? nearestExcerpt(quote, text) : undefined;
  return problemAt('quote-not-found', file, path, {
    quote,
    passage,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(nearest === undefined ? {} : { nearest }),
  });
}
