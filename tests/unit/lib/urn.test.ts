import { expect, test } from 'vitest';
import { urnOf } from '../../../src/lib/urn.ts';

test('a name is the same for ever, and another for another thing', async () => {
  const [first, again, other] = await Promise.all(['feed /', 'feed /', 'feed /themes/'].map(urnOf));
  expect(first).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(first).toBe('urn:uuid:ca704d1b-7099-8051-94bb-f133d77e25d5');
});
