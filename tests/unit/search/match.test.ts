import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, excerpt, markRanges, segments } from '../../../src/search/match.ts';
import { fold } from '../../../src/search/tokens.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
/** Text in which terms repeat, overlap and are interrupted by punctuation. */
const denseText = fc.string({
  unit: fc.constantFrom('京', '津', '冀', '1', '.', '，', 'Ａ', 'a', '𠮷', ' '),
  maxLength: 60,
});
const part = fc.tuple(fc.nat(), fc.nat());

function slice(text: string, [from, length]: [number, number]): string {
  const points = Array.from(text);
  const start = points.length === 0 ? 0 : from % points.length;
  return points.slice(start, start + 1 + (length % 8)).join('');
}

describe('contains', () => {
  test.each([
    ['处置309家企业', '309家', true],
    ['处置309家企业', '309 家', true],
    ['实现1—1.5小时交通圈', '1-1.5小时', true],
    ['张家口、承德', '张家口承德', true],
    ['张家口，承德', '承德张家口', false],
    ['京津冀', '', false],
    ['京津冀', '、', false],
    ['', '京', false],
  ])('of %j and %j is %j', (block, term, held) => {
    expect(contains(block, term)).toBe(held);
  });

  test('finds any part of any text that has a letter in it', () => {
    fc.assert(
      fc.property(anyText, part, (text, place) => {
        const term = slice(text, place);
        fc.pre(/\p{L}/u.test(term));
        expect(contains(text, term)).toBe(true);
      }),
    );
  });
});

describe('markRanges', () => {
  function marked(text: string, ...terms: string[]): string[] {
    return markRanges(text, terms).map(({ start, end }) => text.slice(start, end));
  }

  test('covers what was typed whole, with the punctuation inside it and none around it', () => {
    expect(marked('投资“2106.18亿元”，', '2106.18亿元')).toEqual(['2106.18亿元']);
    expect(marked('投资“2106.18亿元”，', '210618')).toEqual(['2106.18']);
    expect(marked('（张家口、承德）', '张家口承德')).toEqual(['张家口、承德']);
  });

  test('counts in characters of the text, not of its fold', () => {
    expect(marked('１０㎡的ＧＤＰ', 'm2的', 'gdp')).toEqual(['㎡的', 'ＧＤＰ']);
    expect(marked('𠮷野家', '野家')).toEqual(['野家']);
  });

  test('marks every occurrence, and neighbours apart', () => {
    expect(marked('京津京津冀', '京津')).toEqual(['京津', '京津']);
  });

  test('joins occurrences that share a character', () => {
    expect(marked('京津冀', '京津', '津冀')).toEqual(['京津冀']);
    expect(marked('年年年', '年年')).toEqual(['年年年']);
  });

  test('marks nothing for an empty term', () => {
    expect(markRanges('京津冀', ['', '，'])).toEqual([]);
  });

  test('gives ranges in order and apart, each of which holds a folded term', () => {
    fc.assert(
      fc.property(denseText, part, part, (text, one, two) => {
        const terms = [slice(text, one), slice(text, two)].filter((term) => fold(term) !== '');
        const ranges = markRanges(text, terms);
        if (terms.length > 0) expect(ranges).not.toEqual([]);
        let at = 0;
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(at);
          const folded = fold(text.slice(start, end));
          expect(terms.some((term) => folded.startsWith(fold(term)))).toBe(true);
          expect(terms.some((term) => folded.endsWith(fold(term)))).toBe(true);
          at = end;
        }
      }),
    );
  });

  test('covers exactly text that folds to the term, where the term does not overlap itself', () => {
    fc.assert(
      fc.property(denseText, denseText, (before, after) => {
        const text = `${before}雄安2.0${after}`;
        for (const { start, end } of markRanges(text, ['雄安2.0'])) {
          expect(fold(text.slice(start, end))).toBe('雄安20');
        }
      }),
    );
  });
});

describe('segments', () => {
  test('joined are the text, whatever the text and terms', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), part, (text, terms, place) => {
        const cut = segments(text, [...terms, slice(text, place)]);
        expect(cut.map((segment) => segment.text).join('')).toBe(text);
        expect(cut.every((segment) => segment.text !== '')).toBe(true);
      }),
    );
  });
});

describe('excerpt', () => {
  const long = `${'甲乙丙丁'.repeat(30)}，加快建设京雄铁路、京石城际${'戊己庚辛'.repeat(30)}`;

  test('is the whole text when that is short', () => {
    expect(excerpt('加快建设京雄铁路。', ['京雄'], 90)).toEqual({
      segments: [
        { text: '加快建设', hit: false },
        { text: '京雄', hit: true },
        { text: '铁路。', hit: false },
      ],
      cutBefore: false,
      cutAfter: false,
    });
  });

  test('begins after the punctuation before the first mark', () => {
    const { segments: shown, cutBefore, cutAfter } = excerpt(long, ['京雄'], 40);
    expect(shown[0]).toEqual({ text: '加快建设', hit: false });
    expect([cutBefore, cutAfter]).toEqual([true, true]);
    expect(shown.map(({ text }) => text).join('')).toHaveLength(40);
  });

  test('begins at the beginning when nothing is found', () => {
    expect(excerpt(long, ['无'], 8).segments).toEqual([{ text: '甲乙丙丁甲乙丙丁', hit: false }]);
  });

  test('shows a mark whole that is longer than the excerpt', () => {
    const term = '戊己庚辛'.repeat(10);
    expect(excerpt(long, [term], 8).segments.find(({ hit }) => hit)?.text).toContain(term);
  });

  test('is a stretch of the text that shows the first mark and splits no character', () => {
    fc.assert(
      fc.property(denseText, denseText, fc.integer({ min: 1, max: 40 }), (before, after, width) => {
        const text = `${before}雄${after}`;
        const shown = excerpt(text, ['雄'], width);
        const joined = shown.segments.map((segment) => segment.text).join('');
        expect(text).toContain(joined);
        expect(shown.segments).toContainEqual({ text: '雄', hit: true });
        expect(joined.isWellFormed()).toBe(true);
        expect(shown.cutBefore).toBe(!text.startsWith(joined));
        expect(shown.cutAfter || text.endsWith(joined)).toBe(true);
      }),
    );
  });
});
