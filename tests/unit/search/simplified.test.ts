import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simplifiedOf } from '../../../src/lib/traditional.ts';
import { packSimplified, toSimplified, unpackSimplified } from '../../../src/search/simplified.ts';

const table = simplifiedOf(new Set('雄安新区铁路台后发复里面制于为京津冀协同发展干'));

test('puts traditional characters in the form the corpus has, and leaves all others', () => {
  expect(toSimplified('雄安新區鐵路', table)).toBe('雄安新区铁路');
  expect(toSimplified('京津冀協同發展', table)).toBe('京津冀协同发展');
  expect(toSimplified('龍', table)).toBe('龍');
});

test('knows characters of Taiwan and Hong Kong too', () => {
  expect(toSimplified('臺裡於', table)).toBe('台里于');
  expect(toSimplified('裏', table)).toBe('里');
});

test('is the same when done twice, and comes back from its packed form', () => {
  const characters = [...table.keys(), ...table.values(), '龍', 'a', '𠮷'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (text) => {
      const once = toSimplified(text, table);
      expect(toSimplified(once, table)).toBe(once);
    }),
  );
  expect(unpackSimplified(packSimplified(table))).toEqual(table);
});
