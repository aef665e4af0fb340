import { expect, it } from 'vitest';
import { toApa } from '../../../../src/lib/citation/apa.ts';
import { filledReference } from '../../../../src/lib/citation/filled.ts';
import { toGbt7714 } from '../../../../src/lib/citation/gbt7714.ts';
import { entry } from './made-works.ts';

const work = { ...entry, url: '/agreements/x/y-1/' };
const retrieval = {
  day: '2026-03-05',
  permalink: work.url,
  address: 'http://localhost:4321/agreements/x/y-1/',
};

it('puts day and whole address into both references, each in its own form', () => {
  expect(filledReference(toGbt7714(work), 'gbt7714', retrieval)).toMatch(
    /某记录\(2026-11-20\)\[2026-03-05\]\. http:\/\/localhost:4321\/agreements\/x\/y-1\/\.$/,
  );
  expect(filledReference(toApa(work), 'apa', retrieval)).toMatch(
    /In 某记录\. Retrieved March 5, 2026, from http:\/\/localhost:4321\/agreements\/x\/y-1\/$/,
  );
});

it('leaves an address that is whole already as it is', () => {
  const whole = { ...retrieval, permalink: entry.url, address: entry.url };
  expect(filledReference(toGbt7714(entry), 'gbt7714', whole)).toContain(`. ${entry.url}.`);
});
