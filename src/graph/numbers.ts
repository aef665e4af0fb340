import { datesIn, numbersIn, ordersIn, type NumberWords } from '../lib/number-scan.ts';
import { placesOf } from '../lib/verbatim.ts';
import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Expressions } from '../model/numbers.ts';
import { entriesOf, type Graph, type PlacedPassage } from './graph.ts';
import { stretchOf, type Stretch } from './quotes.ts';

/** Why a number needs no place in the ledger, or which figure it is; `gap` where neither is known. */
export type NumberFate =
  | { readonly kind: 'figure'; readonly figure: Entry<'figures'> }
  | { readonly kind: 'date' | 'order' | 'layout' | 'gap' }
  | { readonly kind: 'expression'; readonly expression: Expressions[number] };

/** A number an article prints, and what became of it. */
export interface AccountedNumber {
  readonly ref: string;
  readonly number: NumberWords;
  readonly fate: NumberFate;
}

/** What became of every number of every passage, in reading order. The longest of the expressions around it counts. */
export function accountedNumbers(graph: Graph, expressions: Expressions): AccountedNumber[] {
  const figures = figuresByPassage(graph);
  const longestFirst = expressions.toSorted((a, b) => b.words.length - a.words.length);
  return [...graph.passages.values()].flatMap((placed) => {
    const fateOf = fatesIn(placed, figures.get(placed.ref) ?? [], longestFirst);
    return numbersIn(placed.passage.text).map((number) => ({
      ref: placed.ref,
      number,
      fate: fateOf(number),
    }));
  });
}

/** The places in a quote where a figure's number is printed: with its unit, or alone where the quote repeats it. */
export function placesOfFigure(
  { data: { value, unit, comparator = '' } }: Entry<'figures'>,
  quote: string,
  isRepeat: boolean,
): NumberWords[] {
  return numbersIn(quote).filter(({ start, text }) => {
    if (isRepeat) return text === value;
    const after = quote.slice(start + value.length);
    return (
      quote.startsWith(value, start) &&
      (after.startsWith(unit) || (comparator !== '' && after.startsWith(comparator + unit)))
    );
  });
}

/** The quotes of a figure: where it is printed first of all, then where it is printed again. */
export function quotesOfFigure({
  data,
}: Entry<'figures'>): { evidence: Evidence; path: (string | number)[]; isRepeat: boolean }[] {
  return [
    { evidence: data.evidence, path: ['evidence'], isRepeat: false },
    ...(data.repeats ?? []).map((evidence, index) => ({
      evidence,
      path: ['repeats', index],
      isRepeat: true,
    })),
  ];
}

/** The expressions that stand in some passage of the record. */
export function printedExpressions(graph: Graph, expressions: Expressions): Expressions {
  const texts = [...graph.passages.values()].map(({ passage }) => passage.text);
  return expressions.filter(({ words }) => texts.some((text) => text.includes(words)));
}

interface QuotedFigure {
  readonly figure: Entry<'figures'>;
  readonly evidence: Evidence;
  readonly isRepeat: boolean;
}

function figuresByPassage(graph: Graph): Map<string, QuotedFigure[]> {
  const quoted = entriesOf(graph, 'figures').flatMap((figure) =>
    quotesOfFigure(figure).map(({ evidence, isRepeat }) => ({ figure, evidence, isRepeat })),
  );
  return Map.groupBy(quoted, ({ evidence }) => evidence.passage);
}

function fatesIn(
  { passage: { text, kind } }: PlacedPassage,
  quoted: readonly QuotedFigure[],
  expressions: Expressions,
): (number: NumberWords) => NumberFate {
  const figures = quoted.flatMap(({ figure, evidence, isRepeat }) =>
    stretchOf(text, evidence).flatMap(({ start }) =>
      placesOfFigure(figure, evidence.quote, isRepeat).map((place) => ({ figure, at: start + place.start })),
    ),
  );
  const dates = datesIn(text);
  const orders = ordersIn(text);
  const placed = expressions.flatMap((expression) =>
    placesOf(text, { quote: expression.words }).map((start) => ({
      expression,
      start,
      end: start + expression.words.length,
    })),
  );
  return (number) => {
    const figure = figures.find(({ at }) => at === number.start)?.figure;
    if (figure !== undefined) return { kind: 'figure', figure };
    if (dates.some((date) => isWithin(number, date))) return { kind: 'date' };
    if (orders.some((order) => isWithin(number, order))) return { kind: 'order' };
    if (kind === 'furniture' || kind === 'byline') return { kind: 'layout' };
    const around = placed.find((place) => isWithin(number, place));
    return around === undefined ? { kind: 'gap' } : { kind: 'expression', expression: around.expression };
  };
}

function isWithin(inner: Stretch, outer: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
