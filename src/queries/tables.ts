import { z } from 'zod';
import { toCsv } from '../lib/csv.ts';
import {
  either,
  layoutOf,
  renamed,
  rowsOf,
  snakeCase,
  type Cell,
  type Column,
  type Layout,
  type LayoutSchema,
} from '../lib/relational.ts';
import { published, type PublishedName } from '../model/published.ts';
import {
  collectionTitles,
  impliedLists,
  listTableNames,
  columnName,
  listTables,
  recordsTable,
  references,
  type ListTable,
} from '../model/tables.ts';
import { dataNames } from '../routes.ts';
import { recordsOf } from './records.ts';

/** One published table: the same records as the JSON, laid out in rows. */
export interface Table {
  /** As its file is called: `work-points`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly rows: readonly ReadonlyMap<string, Cell>[];
}

export type TableColumn = Omit<Column, 'path'> & { readonly unique?: true };

/** Columns that name a row of another table. */
export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
}

let tables: Promise<readonly Table[]> | undefined;

/** All tables: the records of all collections, each collection, each list within records. */
export function allTables(): Promise<readonly Table[]> {
  tables ??= build();
  return tables;
}

/** The CSV text of `/data/<table>.csv`. */
export async function tableFile(name: string): Promise<string> {
  const table = (await allTables()).find((each) => each.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  const columns = table.columns.map((column) => column.name);
  return toCsv([columns, ...table.rows.map((row) => columns.map((column) => String(row.get(column) ?? '')))]);
}

/** Which record a row belongs to, in every table. */
const recordColumn = { name: 'record', type: 'string', required: true } as const;

async function build(): Promise<Table[]> {
  const collections = await Promise.all(dataNames.map(layOut));
  return [
    recordsOfAll(collections),
    ...collections.map(({ name, layout, main }) => collectionTable(name, layout.columns, main)),
    ...listTableNames.map((name) => listTable(name, listTables[name], collections)),
  ];
}

/** Every record of every collection, by what all of them have. */
function recordsOfAll(collections: readonly LaidOut[]): Table {
  const columns = ['record', 'collection', 'id', 'title', 'url'];
  return {
    name: recordsTable,
    title: '全部记录',
    columns: columns.map((name) => ({ name, type: 'string', required: true })),
    primaryKey: ['record'],
    foreignKeys: [],
    rows: collections.flatMap(({ name, main }) =>
      main.map(
        (row) =>
          new Map<string, Cell>([
            ['collection', name],
            ...row.filter(([column]) => columns.includes(column)),
          ]),
      ),
    ),
  };
}

interface LaidOut {
  readonly name: PublishedName;
  readonly layout: Layout;
  /** The records' own rows. */
  readonly main: readonly (readonly [string, Cell][])[];
  /** The rows of their lists, by list. */
  readonly lists: ReadonlyMap<string, readonly (readonly [string, Cell][])[]>;
}

/** A collection's records as rows, each with the record it belongs to and its places in its lists. */
async function layOut(name: PublishedName): Promise<LaidOut> {
  const layout = layoutFor(name);
  const rows = (await recordsOf(name)).flatMap((each) => {
    const record = `${name}/${each.id}`;
    return [...rowsOf(withQuote(name, each), layout)].map(({ list, places, cells }) => ({
      list,
      cells: [
        ['record', record],
        ...places.map((place, depth): [string, Cell] => [placeColumns[depth] ?? '', place]),
        ...[...cells].map(([column, value]): [string, Cell] => [
          column,
          list === 'notSameAs' ? `${name}/${String(value)}` : value,
        ]),
      ] as [string, Cell][],
    }));
  });
  const byList = Map.groupBy(rows, ({ list }) => list);
  const cellsOf = (list: string) => (byList.get(list) ?? []).map(({ cells }) => cells);
  return {
    name,
    layout,
    main: cellsOf(''),
    lists: new Map([...byList.keys()].filter((list) => list !== '').map((list) => [list, cellsOf(list)])),
  };
}

/** The columns that say which item of a list a row is, from the record down. */
const placeColumns = ['nth', 'item'];

function layoutFor(name: PublishedName): Layout {
  const schema = z.toJSONSchema(published[name] as z.ZodType, { unrepresentable: 'any' }) as LayoutSchema;
  const quote = schema.properties?.['evidence']?.items;
  const whole = layoutOf(
    name === 'verification' && quote !== undefined && quote !== false
      ? { ...schema, properties: { ...schema.properties, ...quote.properties } }
      : schema,
  );
  const lists = whole.lists.filter(({ path }) => !impliedLists[name]?.includes(path.join('.')));
  return renamed({ ...whole, lists }, columnName);
}

/** A result of verification is about one quote, which stands in its own row. */
function withQuote(name: PublishedName, record: { readonly evidence: readonly object[] }): object {
  return name === 'verification' ? { ...record, ...record.evidence[0] } : record;
}

function collectionTable(name: PublishedName, columns: readonly Column[], rows: LaidOut['main']): Table {
  return {
    name,
    title: collectionTitles[name],
    columns: [
      ...columns.filter((column) => column.name === 'id').map(toColumn),
      { ...recordColumn, unique: true },
      ...columns.filter((column) => column.name !== 'id').map(toColumn),
    ],
    primaryKey: ['id'],
    foreignKeys: [
      { columns: ['record'], table: recordsTable, references: ['record'] },
      ...foreignKeys(
        name,
        columns.map((column) => column.name),
      ),
    ],
    rows: rows.map((row) => new Map(row)),
  };
}

function listTable(name: string, { list, title }: ListTable, collections: readonly LaidOut[]): Table {
  const depth = list.split('.').length > 1 ? 2 : 1;
  const places = placeColumns.slice(0, depth);
  const layouts = collections.flatMap(({ layout }) => listLayout(layout, list) ?? []);
  if (layouts.length === 0) throw new Error(`no record has a list ${list}`);
  const { columns } = layouts.reduce(either);
  const own = columns.map(toColumn);
  const parent = listTableNames.find((other) => listTables[other].list === list.split('.')[0]);
  return {
    name,
    title,
    columns: [
      recordColumn,
      ...places.map((place) => ({ name: place, type: 'integer', required: true }) as const),
      ...own,
    ],
    primaryKey: ['record', ...places],
    foreignKeys: [
      depth === 1 || parent === undefined
        ? { columns: ['record'], table: recordsTable, references: ['record'] }
        : { columns: ['record', 'nth'], table: parent, references: ['record', 'nth'] },
      ...foreignKeys(
        name,
        own.map((column) => column.name),
      ),
    ],
    rows: collections.flatMap(({ lists }) => (lists.get(list) ?? []).map((row) => new Map(row))),
  };
}

/** The layout of a list's items; undefined where records of this kind have no such list. */
function listLayout({ lists }: Layout, list: string): Layout | undefined {
  for (const { path, item } of lists) {
    const own = path.join('.');
    if (own === list) return item;
    if (list.startsWith(`${own}.`)) return listLayout(item, list.slice(own.length + 1));
  }
  return undefined;
}

function toColumn({ name, type, required, values }: Column): TableColumn {
  return { name, type, required, ...(values === undefined ? {} : { values }) };
}

function foreignKeys(table: string, columns: readonly string[]): ForeignKey[] {
  return columns.flatMap((column) => {
    const found = references.find((each) => each.column.test(`${snakeCase(table)}.${column}`));
    if (found === undefined) return [];
    const [target = '', key = ''] = found.to.split('.');
    return [{ columns: [column], table: target, references: [key] }];
  });
}
