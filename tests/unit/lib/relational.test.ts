import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  either,
  layoutOf,
  renamed,
  rowsOf,
  snakeCase,
  type Layout,
  type LayoutSchema,
} from '../../../src/lib/relational.ts';

const layoutFor = (schema: z.ZodType): Layout => layoutOf(z.toJSONSchema(schema) as LayoutSchema);
const names = ({ columns }: Layout): string[] => columns.map(({ name }) => name);

const bridge = z.object({
  id: z.string(),
  spanCount: z.number().int().optional(),
  care: z.object({ by: z.string(), on: z.string() }).optional(),
  opened: z.discriminatedUnion('basis', [
    z.object({ basis: z.literal('stated'), value: z.string(), page: z.string() }),
    z.object({ basis: z.literal('inferred'), value: z.string(), reason: z.string() }),
  ]),
  aliases: z.array(z.string()),
  repairs: z.array(
    z.object({ what: z.string(), done: z.boolean(), by: z.object({ crews: z.array(z.string()) }) }),
  ),
  lines: z.array(z.tuple([z.number().int(), z.number().int()])),
  weights: z.record(z.string(), z.number().int()),
});

describe('layoutOf', () => {
  it('gives every single value a column, named by the way to it', () => {
    expect(names(layoutFor(bridge))).toEqual([
      'id',
      'span_count',
      'care_by',
      'care_on',
      'opened_basis',
      'opened_value',
      'opened_page',
      'opened_reason',
    ]);
  });

  it('requires only what no record can lack', () => {
    const required = layoutFor(bridge).columns.filter((column) => column.required);
    expect(required.map(({ name }) => name)).toEqual(['id', 'opened_basis', 'opened_value']);
  });

  it('joins the values that different kinds of one thing may have', () => {
    expect(layoutFor(bridge).columns.find(({ name }) => name === 'opened_basis')?.values).toEqual([
      'stated',
      'inferred',
    ]);
  });

  it('gives every list a table, whatever stands in it', () => {
    const lists = layoutFor(bridge).lists.map(({ path, item }) => [path.join('.'), names(item)]);
    expect(lists).toEqual([
      ['aliases', ['value']],
      ['repairs', ['what', 'done']],
      ['lines', ['0', '1']],
      ['weights', ['0', '1']],
    ]);
    expect(layoutFor(bridge).lists[1]?.item.lists[0]?.path).toEqual(['by', 'crews']);
  });

  it('refuses one name for two types', () => {
    const text = layoutFor(z.object({ a: z.string() }));
    expect(() => either(text, layoutFor(z.object({ a: z.number().int() })))).toThrow(TypeError);
  });
});

describe('renamed', () => {
  it('names columns anew, list by list, and lets no two of a table bear one name', () => {
    const layout = layoutFor(bridge);
    const items = (path: string) => (list: string, at: string) =>
      list === path && at === '' ? 'word' : undefined;
    expect(renamed(layout, items('aliases')).lists.map(({ item }) => names(item))[0]).toEqual(['word']);
    expect(() => renamed(layout, (list, at) => (list === '' && at === 'care.by' ? 'id' : undefined))).toThrow(
      'id',
    );
  });
});

describe('rowsOf', () => {
  it('lays a record out in its own row and one for each item, with places from 1', () => {
    const record = {
      id: 'a',
      opened: { basis: 'stated', value: '2019', page: 'p1' },
      aliases: ['甲', '乙'],
      repairs: [{ what: '桥面', done: false, by: { crews: ['一队', '二队'] } }],
      lines: [[3, 5]],
      weights: { car: 2 },
    };
    const rows = [...rowsOf(record, layoutFor(bridge))].map(({ list, places, cells }) => [
      list,
      places,
      Object.fromEntries(cells),
    ]);
    expect(rows).toEqual([
      ['', [], { id: 'a', opened_basis: 'stated', opened_value: '2019', opened_page: 'p1' }],
      ['aliases', [1], { value: '甲' }],
      ['aliases', [2], { value: '乙' }],
      ['repairs', [1], { what: '桥面', done: false }],
      ['repairs.by.crews', [1, 1], { value: '一队' }],
      ['repairs.by.crews', [1, 2], { value: '二队' }],
      ['lines', [1], { '0': 3, '1': 5 }],
      ['weights', [1], { '0': 'car', '1': 2 }],
    ]);
  });

  it('loses no value of any record', () => {
    const anything = fc.record({
      id: fc.string(),
      opened: fc.record({ basis: fc.constant('inferred'), value: fc.string(), reason: fc.string() }),
      aliases: fc.array(fc.string()),
      repairs: fc.array(
        fc.record({ what: fc.string(), done: fc.boolean(), by: fc.record({ crews: fc.array(fc.string()) }) }),
      ),
      lines: fc.array(fc.tuple(fc.nat(), fc.nat())),
    });
    fc.assert(
      fc.property(anything, (record) => {
        const cells = [...rowsOf(record, layoutFor(bridge))].flatMap((row) => [...row.cells.values()]);
        expect(cells.map(String).sort()).toEqual(leavesOf(record).map(String).sort());
      }),
    );
  });
});

function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

it.each([
  ['statusAsOf', 'status_as_of'],
  ['work-points', 'work_points'],
  ['id', 'id'],
])('snakeCase turns %s into %s', (name, snake) => {
  expect(snakeCase(name)).toBe(snake);
});
