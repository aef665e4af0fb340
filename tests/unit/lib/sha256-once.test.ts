import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256Once } from '../../../src/lib/sha256-once.ts';
import { sha256Of } from '../../../src/lib/verbatim.ts';

it('is the SHA-256 of the text, the first time and every other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      const wanted = await sha256Of(text);
      expect([await sha256Once(text), await sha256Once(text)]).toEqual([wanted, wanted]);
    }),
  );
});

it('is worked out once', () => {
  expect(sha256Once('同样的文字')).toBe(sha256Once('同样的文字'));
});
