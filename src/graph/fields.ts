/** A value inside a record and the way to it. */
export interface Field<T = unknown> {
  readonly path: readonly (string | number)[];
  readonly value: T;
}

/** Every value at a field path such as `roles[].regions[]`; absent fields give nothing. */
export function fieldsAt(record: unknown, fieldPath: string): Field[] {
  return fieldPath
    .split('.')
    .reduce<Field[]>(
      (found, step) => found.flatMap((field) => descend(field, step)),
      [{ path: [], value: record }],
    );
}

function descend({ path, value }: Field, step: string): Field[] {
  const isList = step.endsWith('[]');
  const key = isList ? step.slice(0, -2) : step;
  if (!isRecord(value)) return [];
  const inner = value[key];
  if (inner === undefined) return [];
  if (!isList) return [{ path: [...path, key], value: inner }];
  return Array.isArray(inner)
    ? inner.map((item: unknown, index) => ({ path: [...path, key, index], value: item }))
    : [];
}

/** Every object at any depth, with the way to it, in document order. */
export function objectsWithin(
  value: unknown,
  path: readonly (string | number)[] = [],
): Field<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => objectsWithin(item, [...path, index]));
  }
  if (!isRecord(value)) return [];
  return [
    { path, value },
    ...Object.entries(value).flatMap(([key, inner]) => objectsWithin(inner, [...path, key])),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
