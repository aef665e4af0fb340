import type { Field, Resource } from '../../scripts/release-tables.ts';

/**
 * The rules of the Data Package standard 2.0 (datapackage.org) for a package of tables, written out as JSON Schema: what
 * a descriptor must have and of what kind. No package of the registry carries the standard's own profile.
 */
export const packageProfile = {
  type: 'object',
  required: ['$schema', 'name', 'title', 'version', 'licenses', 'sources', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: { type: 'string', minLength: 1 },
    description: { type: 'string', minLength: 1 },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    homepage: { type: 'string', pattern: '^https?://' },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: {
          name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' },
          path: { type: 'string' },
          title: { type: 'string' },
        },
      },
    },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['title'] }, { required: ['path'] }],
        // Never absolute on a disk, never out of the package.
        properties: { title: { type: 'string' }, path: { type: 'string', pattern: '^https?://' } },
      },
    },
    resources: { type: 'array', minItems: 1, items: { $ref: '#/$defs/resource' } },
  },
  $defs: {
    resource: {
      type: 'object',
      required: ['name', 'path', 'schema'],
      properties: {
        $schema: { const: 'https://datapackage.org/profiles/2.0/dataresource.json' },
        name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
        type: { const: 'table' },
        title: { type: 'string', minLength: 1 },
        path: { type: 'string', pattern: '^(?!/)(?!.*(^|/)\\.\\.(/|$)).+$' },
        format: { type: 'string' },
        mediatype: { type: 'string', pattern: '^.+/.+$' },
        encoding: { const: 'utf-8' },
        schema: { $ref: '#/$defs/schema' },
      },
    },
    schema: {
      type: 'object',
      required: ['fields'],
      properties: {
        $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
        fields: { type: 'array', minItems: 1, items: { $ref: '#/$defs/field' } },
        primaryKey: { $ref: '#/$defs/names' },
        foreignKeys: {
          type: 'array',
          items: {
            type: 'object',
            required: ['fields', 'reference'],
            properties: {
              fields: { $ref: '#/$defs/names' },
              reference: {
                type: 'object',
                required: ['fields'],
                properties: { resource: { type: 'string' }, fields: { $ref: '#/$defs/names' } },
              },
            },
          },
        },
      },
    },
    field: {
      type: 'object',
      required: ['name', 'type'],
      properties: {
        name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
        type: { enum: ['string', 'integer', 'boolean'] },
        description: { type: 'string', minLength: 1 },
        constraints: {
          type: 'object',
          additionalProperties: false,
          properties: {
            required: { type: 'boolean' },
            unique: { type: 'boolean' },
            enum: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
          },
        },
      },
    },
    names: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
  },
};

/** One resource with its rows, as read from its CSV, header included. */
export interface ReadTable {
  readonly resource: Resource;
  readonly rows: readonly (readonly string[])[];
}

/** Everything that is wrong with the rows of a package: columns, types, constraints, primary and foreign keys. */
export function tableFaults(tables: readonly ReadTable[]): string[] {
  const byName = new Map(tables.map((table) => [table.resource.name, table]));
  return tables.flatMap((table) => {
    const { name, schema } = table.resource;
    const names = schema.fields.map((field) => field.name);
    const [header = [], ...rows] = table.rows;
    if (header.join() !== names.join()) return [`${name}: columns ${header.join()}`];
    const keys = rows.map((row) => valuesOf(names, row, schema.primaryKey));
    return [
      ...(new Set(names).size === names.length ? [] : [`${name}: a column twice`]),
      ...rows.flatMap((row, nth) =>
        rowFaults(schema.fields, row).map((fault) => `${name}:${String(nth + 1)} ${fault}`),
      ),
      ...schema.fields.flatMap((field, column) =>
        field.constraints.unique === true && new Set(rows.map((row) => row[column])).size < rows.length
          ? [`${name}: ${field.name} is not unique`]
          : [],
      ),
      ...(new Set(keys).size === rows.length ? [] : [`${name}: its primary key is not one`]),
      ...schema.foreignKeys.flatMap(({ fields, reference }) => {
        const target = byName.get(reference.resource ?? name);
        if (target === undefined) return [`${name}: no resource ${reference.resource ?? ''}`];
        const columns = target.rows[0] ?? [];
        const known = new Set(target.rows.slice(1).map((row) => valuesOf(columns, row, reference.fields)));
        return rows
          .map((row) => valuesOf(names, row, fields))
          .filter((key) => !key.split('\u0000').includes('') && !known.has(key))
          .map((key) => `${name}: ${fields.join()} ${key} is not in ${target.resource.name}`);
      }),
    ];
  });
}

function valuesOf(names: readonly string[], row: readonly string[], fields: readonly string[]): string {
  return fields.map((field) => row[names.indexOf(field)] ?? '').join('\u0000');
}

function rowFaults(fields: readonly Field[], row: readonly string[]): string[] {
  if (row.length !== fields.length) return [`has ${String(row.length)} cells`];
  return fields.flatMap(({ name, type, constraints }, column) => {
    const text = row[column] ?? '';
    if (text === '') return constraints.required ? [`${name} is absent`] : [];
    const isTyped = { string: /^/, integer: /^-?\d+$/, boolean: /^(true|false)$/ }[type].test(text);
    const isListed = constraints.enum?.includes(text) ?? true;
    return isTyped && isListed ? [] : [`${name} is ${text}`];
  });
}
