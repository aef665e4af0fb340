import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePartialDates,
  isPartialDate,
  isPast,
  lastDayOf,
  monthsBetween,
  spanBetween,
  toChineseDate,
  toChineseSpan,
} from '../../../src/lib/partial-date.ts';
import { partialDate } from '../../../src/model/dated.ts';

const anyDate = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, day, precision]) =>
    [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')]
      .slice(0, precision)
      .join('-'),
  );

describe('a partial date', () => {
  test.each(['2019', '2019-06', '2019-12-31', '2020-02-29', '2000-02-29', '2019-04-30'])(
    '%s is one',
    (text) => {
      expect(isPartialDate(text)).toBe(true);
    },
  );

  test.each([
    ...['', '19', '2019-6', '2019-13', '2019-00', '2019-06-31', '2019-02-29', '1900-02-29', '2019-06-00'],
    ...['2019-06-03T00:00', '2019/06/03', '2019年', ' 2019', '2019\n', '２０１９'],
  ])('%j is none', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  test('is what the schema takes, day by day', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1896, max: 2104 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
        expect(isPartialDate(text)).toBe(partialDate.safeParse(text).success);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('partial dates in order', () => {
  test('go by time, the less precise before what lies within it', () => {
    const sorted = ['2018-12-31', '2019', '2019-06', '2019-06-03', '2019-06-30', '2019-10', '2020'];
    expect(sorted.toReversed().toSorted(comparePartialDates)).toEqual(sorted);
  });

  test('compare as their years, months and days do', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const [left, right] = [a, b].map((text) => text.split('-').map(Number)) as [number[], number[]];
        const differing = left.findIndex((part, index) => part !== right[index]);
        const expected =
          differing === -1
            ? left.length - right.length
            : (left[differing] ?? 0) - (right[differing] ?? Number.NEGATIVE_INFINITY);
        expect(Math.sign(comparePartialDates(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});

describe('a partial date in a sentence', () => {
  test.each([
    ['2019', '2019年'],
    ['2019-06', '2019年6月'],
    ['2019-06-03', '2019年6月3日'],
    ['2019-10-21', '2019年10月21日'],
  ])('%s is %s', (text, chinese) => {
    expect(toChineseDate(text)).toBe(chinese);
  });
});

describe('the time between two dates', () => {
  test.each([
    ['2019-06-03', '2023-05-13', 47],
    ['2019-06-03', '2019-07-03', 1],
    ['2019-06-03', '2019-07-02', 0],
    ['2019-12-31', '2020-01-01', 0],
    ['2019-06-03', '2019-06-03', 0],
    ['2019-06', '2023-05-13', undefined],
    ['2019-06-03', '2023', undefined],
  ])('from %s to %s is %s whole months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  test.each([
    [47, '3年11个月'],
    [60, '5年'],
    [8, '8个月'],
    [0, '不满1个月'],
  ])('of %s months is %s', (months, chinese) => {
    expect(toChineseSpan(months)).toBe(chinese);
  });
});

describe('a date that has passed', () => {
  test.each([
    ['2019-06', '2019-06-30', false],
    ['2019-06', '2019-07-01', true],
    ['2023', '2023-05-13', false],
    ['2022', '2023-05-13', true],
    ['2023-05-13', '2023-05-13', false],
    ['2023-05-12', '2023-05-13', true],
  ])('%s on %s: %s', (date, on, past) => {
    expect(isPast(date, on)).toBe(past);
  });

  test('has passed on every day after its last', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (date, other) => {
        const day = lastDayOf(other);
        expect(isPast(date, day)).toBe(day > lastDayOf(date));
      }),
    );
  });
});

describe('the span between two dates', () => {
  test.each([
    ['2019-06-03', '2023-05-13', '3年11个月'],
    ['2019-12', '2023-05-13', '3年4个月至3年5个月'],
    ['2019', '2023-05-13', '3年4个月至4年4个月'],
    ['2019-02-28', '2019-02-28', '不满1个月'],
    ['2019', '2019', '不满1个月至11个月'],
  ])('from %s to %s is %s, no more exact than both allow', (from, to, span) => {
    expect(spanBetween(from, to)).toBe(span);
  });

  test('knows the last day of a month', () => {
    expect(['2020-02', '2019-02', '2019', '2019-06-03'].map(lastDayOf)).toEqual([
      '2020-02-29',
      '2019-02-28',
      '2019-12-31',
      '2019-06-03',
    ]);
  });
});
