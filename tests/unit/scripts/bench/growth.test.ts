import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf, steepestGrowth } from '../../../../scripts/bench/growth.ts';

describe('how a cost grows', () => {
  it('is the power of the number it grows with, whatever the unit', () => {
    const unit = fc.double({ min: 0.001, max: 1000, noNaN: true });
    const power = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(unit, power, (scale, exponent) => {
        const points = [100, 1000, 5000].map((count) => [count, scale * count ** exponent] as const);
        expect(exponentOf(points)).toBeCloseTo(exponent, 6);
      }),
    );
  });

  it('cannot be told from one size', () => {
    expect(exponentOf([[100, 3]])).toBeUndefined();
    expect(exponentOf([])).toBeUndefined();
  });

  it('is judged by the last step where the first hides it behind what a build costs at all', () => {
    // 10 seconds whatever the number, and a part that grows with its square.
    const points = [100, 1000, 5000].map((count) => [count, 10 + count ** 2 / 1e6] as const);
    expect(exponentOf(points)).toBeLessThan(1.1);
    expect(steepestGrowth(points)).toBeCloseTo(exponentOf(points.slice(-2)) ?? 0, 6);
    expect(steepestGrowth(points)).toBeGreaterThan(exponentOf(points) ?? 0);
  });
});
