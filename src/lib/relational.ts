/** As much of a JSON Schema as says how records are laid out. */
export interface LayoutSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, LayoutSchema>>;
  readonly required?: readonly string[];
  readonly items?: LayoutSchema | false;
  readonly prefixItems?: readonly LayoutSchema[];
  readonly additionalProperties?: LayoutSchema | boolean;
  readonly anyOf?: readonly LayoutSchema[];
  readonly oneOf?: readonly LayoutSchema[];
}

export type CellType = 'string' | 'integer' | 'boolean';
export type Cell = string | number | boolean;

/** One column: a single value of a record, or of an item of one of its lists. */
export interface Column {
  /** The way to the value in snake_case: `care_coded_by`. */
  readonly name: string;
  readonly path: readonly string[];
  readonly type: CellType;
  /** True where no record can lack it. */
  readonly required: boolean;
  /** All that may stand in it, where that is a closed list. */
  readonly values?: readonly string[];
}

/** How records of one kind are laid out as tables: a row each, and for every list in them a table of its own. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly lists: readonly { readonly path: readonly string[]; readonly item: Layout }[];
}

/**
 * The layout that a JSON Schema describes. Objects in a record become columns of its row; a choice between objects has
 * the columns of all of them. Nothing a record can hold is left out.
 */
export function layoutOf(schema: LayoutSchema): Layout {
  return layout(schema, [], true);
}

const nothing: Layout = { columns: [], lists: [] };

function layout(schema: LayoutSchema, path: readonly string[], required: boolean): Layout {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((choice) => layout(choice, path, required)).reduce(either);
  if (schema.type === 'array') return { columns: [], lists: [{ path, item: itemLayout(schema) }] };
  if (schema.type !== 'object') return { columns: [column(schema, path, required)], lists: [] };
  if (schema.properties === undefined) return { columns: [], lists: [{ path, item: pairLayout(schema) }] };
  return Object.entries(schema.properties)
    .map(([name, inner]) =>
      layout(inner, [...path, name], required && (schema.required?.includes(name) ?? false)),
    )
    .reduce(both, nothing);
}

function itemLayout({ items }: LayoutSchema): Layout {
  const item = items === false ? {} : (items ?? {});
  if (item.prefixItems === undefined) return layout(item, [], true);
  return item.prefixItems.map((part, nth) => layout(part, [String(nth)], true)).reduce(both, nothing);
}

/** A map is a list of pairs. */
function pairLayout({ additionalProperties }: LayoutSchema): Layout {
  const value = typeof additionalProperties === 'object' ? additionalProperties : {};
  return both(layout({ type: 'string' }, ['0'], true), layout(value, ['1'], true));
}

function column(schema: LayoutSchema, path: readonly string[], required: boolean): Column {
  const values = (schema.enum ?? (schema.const === undefined ? undefined : [schema.const]))?.map(String);
  return {
    name: path.map(snakeCase).join('_') || 'value',
    path,
    type: schema.type === 'integer' || schema.type === 'boolean' ? schema.type : 'string',
    required,
    ...(values === undefined ? {} : { values }),
  };
}

/** `statusAsOf` and `work-points` as `status_as_of` and `work_points`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`).replaceAll('-', '_');
}

function both(a: Layout, b: Layout): Layout {
  return { columns: [...a.columns, ...b.columns], lists: [...a.lists, ...b.lists] };
}

/** What either of two records of different kinds may hold. A column that one lacks is required in neither. */
export function either(a: Layout, b: Layout): Layout {
  const columns = joined(a.columns, b.columns, sameColumn, ({ name }) => name);
  const shared = new Set(a.columns.map(({ name }) => name)).intersection(
    new Set(b.columns.map(({ name }) => name)),
  );
  return {
    columns: columns.map((each) => (shared.has(each.name) ? each : { ...each, required: false })),
    lists: joined(
      a.lists,
      b.lists,
      (one, other) => ({ path: one.path, item: either(one.item, other.item) }),
      ({ path }) => path.join('.'),
    ),
  };
}

function sameColumn(a: Column, b: Column): Column {
  if (a.type !== b.type) throw new TypeError(`${a.name} is ${a.type} here and ${b.type} there`);
  const { values: ours, ...rest } = a;
  const values = ours && b.values ? [...new Set([...ours, ...b.values])] : undefined;
  return { ...rest, required: a.required && b.required, ...(values === undefined ? {} : { values }) };
}

function joined<T>(
  a: readonly T[],
  b: readonly T[],
  merge: (a: T, b: T) => T,
  keyOf: (item: T) => string,
): T[] {
  const others = new Map(b.map((item) => [keyOf(item), item]));
  const ours = a.map((item) => {
    const other = others.get(keyOf(item));
    others.delete(keyOf(item));
    return other === undefined ? item : merge(item, other);
  });
  return [...ours, ...others.values()];
}

/**
 * The layout with other names for some columns, by the list they are in and the way to them there. No two columns of a
 * table may end up with one name.
 */
export function renamed(
  { columns, lists }: Layout,
  nameOf: (list: string, path: string) => string | undefined,
  list = '',
): Layout {
  const own = columns.map((each) => ({ ...each, name: nameOf(list, each.path.join('.')) ?? each.name }));
  const names = own.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new TypeError(`two columns of ${list} are called ${twice}`);
  return {
    columns: own,
    lists: lists.map(({ path, item }) => ({ path, item: renamed(item, nameOf, listWithin(list, path)) })),
  };
}

function listWithin(list: string, path: readonly string[]): string {
  return [...(list === '' ? [] : [list]), ...path].join('.');
}

/** One row of one of the tables a record is laid out in. */
export interface Row {
  /** The list it is an item of: `commitments`, `commitments.owner.regions`; `''` for the record's own row. */
  readonly list: string;
  /** Which item, counted from 1, list by list from the record down. */
  readonly places: readonly number[];
  /** Its values by column; what is absent is not there. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A record as rows: its own, then those of its lists, in order. */
export function* rowsOf(
  record: unknown,
  { columns, lists }: Layout,
  list = '',
  places: readonly number[] = [],
): Generator<Row> {
  const cells = columns.flatMap(({ name, path }): [string, Cell][] => {
    const value = valueAt(record, path);
    return isCell(value) ? [[name, value]] : [];
  });
  yield { list, places, cells: new Map(cells) };
  for (const { path, item } of lists) {
    const name = listWithin(list, path);
    for (const [index, inner] of itemsOf(valueAt(record, path)).entries()) {
      yield* rowsOf(inner, item, name, [...places, index + 1]);
    }
  }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isCell(value: unknown): value is Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
