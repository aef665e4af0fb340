import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawTally, tallyOf } from '../../../src/lib/tally.ts';

const counts = fc.integer({ min: 0, max: 200 });
const strokesIn = (path: string): number => [...path.matchAll(/M/g)].length;

describe('a count in strokes of 正', () => {
  it('is fives, then what is left', () => {
    expect([0, 1, 5, 12].map(tallyOf)).toEqual([[], [1], [5], [5, 5, 2]]);
  });

  it('has one stroke for each thing counted, in characters of at most five', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const characters = tallyOf(count);
        expect(characters.reduce((sum, each) => sum + each, 0)).toBe(count);
        expect(characters.slice(0, -1).every((each) => each === 5)).toBe(true);
        expect(characters.every((each) => each >= 1 && each <= 5)).toBe(true);
        expect(strokesIn(drawTally(count).path)).toBe(count);
      }),
    );
  });

  it('takes the room of its characters and no more', () => {
    expect([0, 3, 5, 6].map((count) => drawTally(count).width)).toEqual([0, 16, 16, 34]);
    expect(drawTally(6).path).toMatch(/M20 3h12$/);
  });

  it('is of things: neither less than none nor a part of one', () => {
    expect(() => tallyOf(-1)).toThrow('not a count: -1');
    expect(() => tallyOf(1.5)).toThrow('not a count: 1.5');
  });
});
