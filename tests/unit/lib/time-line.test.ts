import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeLineOf } from '../../../src/lib/time-line.ts';

const line = (...dates: string[]) => timeLineOf(dates, (date) => date);
const dates = fc
  .tuple(
    fc.integer({ min: 2015, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(
    ([year, month, day]) =>
      `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

describe('a line of time', () => {
  it('has every year from the first thing to the last, the empty ones twelve months long', () => {
    const years = line('2017-09-01', '2020-03-01');
    expect(years.map(({ year, dated, after }) => [year, dated.map(({ before }) => before), after])).toEqual([
      ['2017', [0], 4],
      ['2018', [], 12],
      ['2019', [], 12],
      ['2020', [2], 0],
    ]);
  });

  it('puts what has only a year at the head of its year, where it takes no time', () => {
    const [year] = line('2022', '2022-03-01', '2022-05');
    expect(year?.undated).toEqual(['2022']);
    expect(year?.dated).toEqual([
      { item: '2022-03-01', before: 0 },
      { item: '2022-05', before: 2 },
    ]);
  });

  it('is nothing where nothing is dated', () => {
    expect(line()).toEqual([]);
  });

  it('shows each thing once, in order, and its empty months make up the whole time', () => {
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 12 }), (list) => {
        const years = timeLineOf(list, (date) => date);
        const shown = years.flatMap(({ dated }) => dated.map(({ item }) => item));
        expect(shown).toEqual(list.toSorted());
        const empty = years.reduce(
          (sum, { dated, after }) => sum + after + dated.reduce((own, { before }) => own + before, 0),
          0,
        );
        const months = (date = ''): number =>
          Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) + Number(date.slice(8)) / 31;
        expect(Math.abs(empty - (months(shown.at(-1)) - months(shown[0])))).toBeLessThan(
          1 + 0.05 * list.length,
        );
      }),
    );
  });
});
