import { describe, expect, it } from 'vitest';
import { drawRibbon } from '../../../src/lib/ribbon.ts';

describe('a band of the flow', () => {
  it('is as wide as its number, around the middle, then straight to the width of the next', () => {
    expect(drawRibbon(8, 4, 20)).toBe('M0 6H60L100 8V12L60 14H0Z');
  });

  it('narrows to a point where nothing follows', () => {
    expect(drawRibbon(8, 0, 20)).toBe('M0 6H60L100 10V10L60 14H0Z');
  });
});
