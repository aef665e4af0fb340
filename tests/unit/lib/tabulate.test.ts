import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, tabulate } from '../../../src/lib/tabulate.ts';

interface Item {
  readonly id: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const keys = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 });
const items = fc
  .array(fc.record({ rows: keys, columns: keys }))
  .map((list): Item[] => list.map((item, id) => ({ id, ...item })));

const table = (list: readonly Item[]) =>
  tabulate(
    list,
    ({ rows }) => rows,
    ({ columns }) => columns,
  );

describe('a table', () => {
  it('holds an item in exactly the cells of its rows and columns, once in each', () => {
    fc.assert(
      fc.property(items, (list) => {
        const made = table(list);
        const cells = ['a', 'b', 'c'].flatMap((row) => ['a', 'b', 'c'].map((column) => ({ row, column })));
        for (const { row, column } of cells) {
          const expected = list.filter((item) => item.rows.includes(row) && item.columns.includes(column));
          expect(made.get(row)?.get(column) ?? []).toEqual(expected);
        }
      }),
    );
  });

  it('has no empty cell, and names each column once', () => {
    const made = table([
      { id: 0, rows: ['a', 'a'], columns: ['b'] },
      { id: 1, rows: ['c'], columns: ['b', 'a'] },
    ]);
    expect([...made.keys()]).toEqual(['a', 'c']);
    expect([...(made.get('a')?.keys() ?? [])]).toEqual(['b']);
    expect(columnsOf(made)).toEqual(['b', 'a']);
  });
});
