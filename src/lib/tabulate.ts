/** A table with several items in a cell: rows by key, each with its columns by key. No cell is empty. */
export type Table<T> = ReadonlyMap<string, ReadonlyMap<string, readonly T[]>>;

/** Puts every item in each cell of its rows and columns; items keep their order within a cell. */
export function tabulate<T>(
  items: readonly T[],
  rowsOf: (item: T) => readonly string[],
  columnsOf: (item: T) => readonly string[],
): Table<T> {
  const placed = items.flatMap((item) => [...new Set(rowsOf(item))].map((row) => ({ item, row })));
  return new Map(
    [...Map.groupBy(placed, ({ row }) => row)].map(([row, inRow]) => [
      row,
      byColumn(
        inRow.map(({ item }) => item),
        columnsOf,
      ),
    ]),
  );
}

function byColumn<T>(
  items: readonly T[],
  columnsOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const placed = items.flatMap((item) => [...new Set(columnsOf(item))].map((column) => ({ item, column })));
  return new Map(
    [...Map.groupBy(placed, ({ column }) => column)].map(([column, inColumn]) => [
      column,
      inColumn.map(({ item }) => item),
    ]),
  );
}

/** The keys of a table's columns, each once. */
export function columnsOf(table: Table<unknown>): string[] {
  return [...new Set([...table.values()].flatMap((row) => [...row.keys()]))];
}
