import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPart, timeScale, yearsWithin } from '../../../src/lib/time-scale.ts';

const days = fc
  .tuple(
    fc.integer({ min: 2000, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(
    ([year, month, day]) =>
      `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );

describe('a scale of time', () => {
  it('goes from 0 at the first day to 1 at the last, true to the days between', () => {
    const at = timeScale('2017-01-01', '2017-12-31');
    expect(at('2017-01-01')).toEqual({ from: 0, to: 0 });
    expect(at('2017-12-31')).toEqual({ from: 1, to: 1 });
    expect(at('2017-07-02').from).toBeCloseTo(0.5, 10);
  });

  it('keeps the order of days, and equal distances for equal times', () => {
    fc.assert(
      fc.property(days, days, days, (a, b, c) => {
        const [first = '', middle = '', last = ''] = [a, b, c].toSorted();
        fc.pre(first < last);
        const at = timeScale(first, last);
        expect(at(middle).to).toBeGreaterThanOrEqual(at(first).to);
        expect(at(middle).to).toBeLessThanOrEqual(at(last).to);
        const share = (Date.parse(middle) - Date.parse(first)) / (Date.parse(last) - Date.parse(first));
        expect(at(middle).to).toBeCloseTo(share, 10);
      }),
    );
  });

  it('gives a month or a year its length, and draws what lies outside at the nearer end', () => {
    const at = timeScale('2017-08-18', '2023-05-13');
    const { from, to } = at('2022');
    expect(to).toBeGreaterThan(from);
    expect(at('2016')).toEqual({ from: 0, to: 0 });
    expect(at('2023').to).toBe(1);
    expect(at('2023').from).toBeLessThan(1);
  });

  it('puts everything at its beginning where there is but one day', () => {
    expect(timeScale('2017-08-18', '2017-08-18')('2017-08-18')).toEqual({ from: 0, to: 0 });
  });

  it('marks the years that begin within it', () => {
    expect(yearsWithin('2017-08-18', '2019-02-22')).toEqual(['2018-01-01', '2019-01-01']);
    expect(yearsWithin('2017-08-18', '2017-12-31')).toEqual([]);
  });

  it('writes a part of a line as a length', () => {
    expect([0, 0.3333, 1].map(asPart)).toEqual(['0%', '33.3%', '100%']);
  });
});
