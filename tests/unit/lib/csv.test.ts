import { expect, test } from 'vitest';
import { toCsv } from '../../../src/lib/csv.ts';

test('a table is CSV that Excel reads as UTF-8, each line ended by CR and LF', () => {
  expect(
    toCsv([
      ['名称', '数'],
      ['京张铁路', '1'],
    ]),
  ).toBe('\ufeff名称,数\r\n京张铁路,1\r\n');
});

test.each([
  ['a,b', '"a,b"'],
  ['他说“"好"”', '"他说“""好""”"'],
  ['一\n二', '"一\n二"'],
  ['一\r二', '"一\r二"'],
  ['', ''],
  ['京，津', '京，津'],
])('a cell %j is written %j', (cell, written) => {
  expect(toCsv([[cell]])).toBe(`\ufeff${written}\r\n`);
});

test.each(['=1+1', '+1', '-1', '@a', '\ta'])('a cell %j is not run as a formula', (cell) => {
  expect(toCsv([[cell]])).toBe(`\ufeff'${cell}\r\n`);
});
