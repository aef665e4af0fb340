import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { layoutOf, renamed, snakeCase, type Layout, type LayoutSchema } from '../../../src/lib/relational.ts';
import { published } from '../../../src/model/published.ts';
import { columnName, impliedLists, listTables, references } from '../../../src/model/tables.ts';

const layouts = Object.entries(published).map(([name, schema]) => ({
  name,
  layout: renamed(layoutOf(z.toJSONSchema(schema, { unrepresentable: 'any' }) as LayoutSchema), columnName),
}));

function listsIn({ lists }: Layout, within = ''): string[] {
  return lists.flatMap(({ path, item }) => {
    const list = `${within}${path.join('.')}`;
    return [list, ...listsIn(item, `${list}.`)];
  });
}

describe('the tables of lists', () => {
  it('are one for every list a published record can hold, and no other', () => {
    const held = new Set(layouts.flatMap(({ layout }) => listsIn(layout)));
    expect(
      Object.values(listTables)
        .map(({ list }) => list)
        .sort(),
    ).toEqual([...held].sort());
  });

  it('leave out only lists that their collection has', () => {
    for (const { name, layout } of layouts) {
      const implied = (impliedLists as Record<string, readonly string[]>)[name] ?? [];
      expect(listsIn(layout)).toEqual(expect.arrayContaining([...implied]));
    }
  });
});

it('every reference is one of some column of some table', () => {
  const lists = new Map(layouts.flatMap(({ layout }) => itemsIn(layout)));
  const columns = [
    ...layouts.flatMap(({ name, layout }) =>
      layout.columns.map((column) => `${snakeCase(name)}.${column.name}`),
    ),
    ...Object.entries(listTables).flatMap(([name, { list }]) =>
      (lists.get(list)?.columns ?? []).map((column) => `${snakeCase(name)}.${column.name}`),
    ),
  ];
  const idle = references.filter(({ column }) => !columns.some((each) => column.test(each)));
  expect(idle).toEqual([]);
});

function itemsIn({ lists }: Layout, within = ''): [string, Layout][] {
  return lists.flatMap(({ path, item }): [string, Layout][] => {
    const list = `${within}${path.join('.')}`;
    return [[list, item], ...itemsIn(item, `${list}.`)];
  });
}
