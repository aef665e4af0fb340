import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, toCsv } from '../../../src/lib/csv.ts';

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

test.each(['=1+1', '+1', '-1', '@a', '\ta', '＝1', '＋1', '－1', '＠a', "'=1", "''+1"])(
  'a cell %j is not run as a formula, and is read back as it was',
  (cell) => {
    const csv = toCsv([[cell]]);
    expect(csv).toBe(`\ufeff'${cell}\r\n`);
    expect(parseCsv(csv)).toEqual([[cell]]);
  },
);

test('an apostrophe before anything else is the cell’s own', () => {
  expect(toCsv([["'四个中心'"]])).toBe("\ufeff'四个中心'\r\n");
  expect(parseCsv("\ufeff'四个中心'\r\n")).toEqual([["'四个中心'"]]);
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', "'", ',', '\r', '\n', '\t', '=', '+', '＝', '京') }),
);

test('any table is read back as it was written, and no cell of it begins as a formula does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const csv = toCsv(rows);
      expect(parseCsv(csv)).toEqual(rows);
      const cells = csv.slice(1).matchAll(/(?:^|,|\r\n)"?(?<first>[^",])/gu);
      if (rows.every((row) => row.every((text) => !/[",\r\n]/.test(text)))) {
        for (const { groups } of cells) expect(groups?.['first']).not.toMatch(/[=+\-@＝＋－＠\t]/);
      }
    }),
  );
});

test.each(['a,b\r\n', '\ufeffa', '\ufeffa"b\r\n', '\ufeff"a\r\n'])('%j is refused', (csv) => {
  expect(() => parseCsv(csv)).toThrow(TypeError);
});
