import type { Expressions } from '../../model/numbers.ts';
import { numbersFile } from '../../model/numbers.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, getPassage, type Graph } from '../graph.ts';
import { accountedNumbers, placesOfFigure, quotesOfFigure } from '../numbers.ts';

/** Each quote of a figure prints its number once: which of the numbers it holds is meant is never a guess. */
export function checkFigureNumbers(graph: Graph): Problem[] {
  return entriesOf(graph, 'figures').flatMap((figure) =>
    quotesOfFigure(figure).flatMap(({ evidence: { passage, quote }, path, isRepeat }) => {
      const { value, unit } = figure.data;
      const number = isRepeat ? value : value + unit;
      const count = placesOfFigure(figure, quote, isRepeat).length;
      const isPrinted = quote.includes(value) && (isRepeat || quote.includes(unit));
      const isPlaced = graph.passages.get(passage)?.passage.text.includes(quote) === true;
      // What is not printed, or stands in no passage, is told by other checks.
      if (count === 1 || !isPlaced || (!isRepeat && !isPrinted)) return [];
      return [problemAt('figure-number', figure.file, [...path, 'quote'], { number, count })];
    }),
  );
}

/** How much of the text around a number an editor is shown. */
const around = 8;

/**
 * Every number an article prints is in the ledger, or is a date, a place in an order, layout or within an expression
 * declared once. Gaps are told when every quote stands where it says, as for sentences.
 */
export function checkNumbers(graph: Graph, expressions: Expressions): Problem[] {
  const accounted = accountedNumbers(graph, expressions);
  const gaps = accounted
    .filter(({ fate }) => fate.kind === 'gap')
    .map(({ ref, number: { text, start, end } }) => {
      const passage = getPassage(graph, ref).passage.text;
      const before = passage.slice(Math.max(0, start - around), start);
      const words = `${before}【${text}】${passage.slice(end, end + around)}`;
      return problemAt('number-gap', numbersFile, ['expressions'], { words, passage: ref });
    });
  const used = new Set(
    accounted.map(({ fate }) => (fate.kind === 'expression' ? fate.expression : undefined)),
  );
  const needless = expressions.flatMap((expression, index) =>
    used.has(expression)
      ? []
      : [problemAt('number-needless', numbersFile, ['expressions', index], { words: expression.words })],
  );
  const isEveryQuotePlaced = [...graph.spans.values()].flat().length === graph.quotes.length;
  return [...(isEveryQuotePlaced ? gaps : []), ...needless];
}
