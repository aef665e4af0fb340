import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { quotesOf, type Span } from '../../../src/graph/quotes.ts';
import { segmentsOf } from '../../../src/graph/segments.ts';
import { region } from './made-corpus.ts';

/** A span of a text by a region of this name. */
function span(name: string, start: number, end: number): Span {
  const [quote] = quotesOf(region(name));
  if (quote === undefined) throw new Error('the made region quotes nothing');
  return { quote, start, end };
}

/** "京[a b]津": each segment with who quotes it. */
function drawn(text: string, spans: readonly Span[]): string {
  return segmentsOf(text, spans)
    .map(({ text: words, quotes }) => `${words}[${quotes.map(({ entry }) => entry.id).join(' ')}]`)
    .join('');
}

const text = '甲乙丙丁戊己';

test.each<[string, readonly Span[], string]>([
  ['is whole where nobody quotes it', [], '甲乙丙丁戊己[]'],
  ['is whole where one quotes all of it', [span('a', 0, 6)], '甲乙丙丁戊己[a]'],
  ['is cut where a quote begins and ends', [span('a', 1, 3)], '甲[]乙丙[a]丁戊己[]'],
  ['keeps quotes that touch apart', [span('a', 0, 2), span('b', 2, 4)], '甲乙[a]丙丁[b]戊己[]'],
  ['names both where two overlap', [span('a', 0, 4), span('b', 2, 6)], '甲乙[a]丙丁[a b]戊己[b]'],
  [
    'names all where quotes nest',
    [span('a', 0, 6), span('b', 1, 5), span('c', 2, 3)],
    '甲[a]乙[a b]丙[a b c]丁戊[a b]己[a]',
  ],
  ['is not cut twice where quotes are the same', [span('a', 1, 3), span('b', 1, 3)], '甲[]乙丙[a b]丁戊己[]'],
])('a passage %s', (_, spans, expected) => {
  expect(drawn(text, spans)).toBe(expected);
});

const arbitrarySpans = (length: number) =>
  fc.array(
    fc
      .tuple(fc.nat(length - 1), fc.nat(length - 1), fc.constantFrom('a', 'b', 'c', 'd'))
      .map(([from, to, name]) => span(name, Math.min(from, to), Math.max(from, to) + 1)),
    { maxLength: 8 },
  );

it('has segments that joined are its text, each with exactly the quotes that cover every one of its characters', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .chain((whole) => fc.tuple(fc.constant(whole), arbitrarySpans(whole.length))),
      ([whole, spans]) => {
        const segments = segmentsOf(whole, spans);
        expect(segments.map((segment) => segment.text).join('')).toBe(whole);
        for (const { start, end, quotes } of segments) {
          expect(end).toBeGreaterThan(start);
          for (let at = start; at < end; at += 1) {
            const covering = spans.filter((each) => each.start <= at && at < each.end);
            expect(quotes).toEqual(covering.map(({ quote }) => quote));
          }
        }
      },
    ),
  );
});

it('is cut into no more segments than its quotes make needful', () => {
  fc.assert(
    fc.property(arbitrarySpans(6), (spans) => {
      const borders = new Set(spans.flatMap(({ start, end }) => [start, end]));
      const inner = [...borders].filter((at) => at > 0 && at < text.length);
      expect(segmentsOf(text, spans)).toHaveLength(inner.length + 1);
    }),
  );
});
