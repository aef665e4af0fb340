import { describe, expect, test } from 'vitest';
import { address } from '../../../src/model/addresses.ts';
import { readContent } from '../../../src/read/content.ts';

describe('an address as the ledger writes it', () => {
  test.each([
    '/',
    '/a/',
    '/a/by/status/reported-done/',
    '/a/#p12a',
    '/figures/#2019-x',
    '/a/list.csv',
    '/x.svg',
  ])('may be %s', (text) => {
    expect(address.safeParse(text).success).toBe(true);
  });

  test.each(['', 'a/', '/a', '/a#p1', '/A/', '/a//', '/a/#', '/a/?q=1', 'https://a.cn/', '/a/../', '/a/ '])(
    'may not be %j',
    (text) => {
      expect(address.safeParse(text).success).toBe(false);
    },
  );

  test('is what every line of the ledger is', () => {
    const { ledger } = readContent(new URL('../../..', import.meta.url).pathname);
    expect(ledger.filter((line) => !address.safeParse(line).success)).toEqual([]);
  });
});
