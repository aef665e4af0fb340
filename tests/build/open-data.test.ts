import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { DataPackage } from '../../scripts/release-tables.ts';
import { parseCsv } from '../../src/lib/csv.ts';
import { attributeOf } from '../../src/lib/html.ts';
import { contractVersion, type DataIndex } from '../../src/model/contract.ts';
import { listFiles } from '../../src/read/files.ts';
import { dataNames, routes, tableNames } from '../../src/routes.ts';
import { byTag, builtPages, dist, pageAt, withAttribute } from '../helpers/built-site.ts';
import { packageProfile, tableFaults, type ReadTable } from '../helpers/data-package.ts';

type Json = Record<string, unknown> & { readonly id: string; readonly url: string };
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const recordsOf = (name: string): Json[] => JSON.parse(read(`data/${name}.json`)) as Json[];
const descriptor = JSON.parse(read('data/datapackage.json')) as DataPackage;
const index = JSON.parse(read('data/index.json')) as DataIndex;
const rowsOf = (name: string): string[][] => parseCsv(read(`data/${name}.csv`));
const tables: ReadTable[] = descriptor.resources.map((resource) => ({
  resource,
  rows: rowsOf(resource.name),
}));

describe('the data package', () => {
  it('keeps the rules of the standard, which refuse a broken one', () => {
    const validate = new Ajv2020({ strict: false }).compile(packageProfile);
    expect(validate(descriptor), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...descriptor, resources: [{ name: 'Projects', path: '/projects.csv' }] })).toBe(false);
  });

  it('describes every table there is, and its rows keep every type, constraint and key', () => {
    expect(descriptor.resources.map(({ name }) => name)).toEqual([...tableNames]);
    expect(descriptor.resources.map(({ path }) => path)).toEqual(tableNames.map((name) => `${name}.csv`));
    expect(tableFaults(tables)).toEqual([]);
  });

  it('is told of a fault in any row', () => {
    const spoilt = (name: string, column: string, value: string): string[] => {
      const changed = tables.map((table) => {
        if (table.resource.name !== name) return table;
        const at = table.resource.schema.fields.findIndex((field) => field.name === column);
        return { ...table, rows: table.rows.map((row, nth) => (nth === 1 ? row.with(at, value) : row)) };
      });
      return tableFaults(changed);
    };
    expect(spoilt('projects', 'title', '')).toEqual(['projects:1 title is absent']);
    expect(spoilt('projects', 'status', 'done')).toEqual(['projects:1 status is done']);
    expect(spoilt('evidence', 'passage', 'nowhere#p1')).toEqual([
      'evidence: passage nowhere#p1 is not in passages',
    ]);
    expect(spoilt('commitments', 'nth', 'x').length).toBeGreaterThan(0);
  });
});

describe.each(dataNames)('%s', (name) => {
  const records = recordsOf(name);

  it('has as many records in JSON, NDJSON, CSV, in the index and on the page of the open data', () => {
    const shown = withAttribute(pageAt('/data/').tree, 'data-collection').find(
      (row) => attributeOf(row, 'data-collection') === name,
    );
    const listed = index.collections.find((collection) => collection.name === name);
    const lines = read(`data/${name}.ndjson`).split('\n').slice(0, -1);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(records);
    expect([
      rowsOf(name).length - 1,
      listed?.count,
      Number(shown && attributeOf(shown, 'data-count')),
      rowsOf('records').filter(([, collection]) => collection === name).length,
    ]).toEqual([records.length, records.length, records.length, records.length]);
  });

  it('has every value of every record in its tables', () => {
    const implied = ['passages', 'verification'].includes(name)
      ? ['aliases', 'themes', 'regions', 'evidence']
      : [];
    const cells = new Map<string, number>();
    for (const { rows } of tables) {
      const [header = [], ...body] = rows;
      const recordAt = header.indexOf('record');
      for (const row of body) {
        if (row[recordAt]?.startsWith(`${name}/`) !== true) continue;
        for (const cell of row) cells.set(cell, (cells.get(cell) ?? 0) + 1);
      }
    }
    const missing = records.flatMap((record) =>
      leavesOf(Object.fromEntries(Object.entries(record).filter(([field]) => !implied.includes(field))))
        .map((leaf) => (cells.has(leaf) || cells.has(`${name}/${leaf}`) ? undefined : leaf))
        .filter((leaf) => leaf !== undefined),
    );
    expect(missing).toEqual([]);
  });
});

function leavesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [String(value)];
}

it('each record with a page of its own stands beside it, the same as in its collection', () => {
  const paged = dataNames
    .filter((name) => !['verification', 'passages'].includes(name))
    .flatMap(recordsOf)
    .filter(({ url }) => !url.includes('#'));
  expect(paged.length).toBeGreaterThan(500);
  for (const record of paged) expect(JSON.parse(read(`${record.url}index.json`))).toEqual(record);
  const files = listFiles(dist, '.').filter(
    (file) => file.endsWith('/index.json') && !file.startsWith('data/'),
  );
  expect(files.map((file) => `/${file}`).sort()).toEqual(paged.map(({ url }) => `${url}index.json`).sort());
});

it('the index keeps its schema, counts every table and names the version that every schema names', () => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(
    JSON.parse(read('data/schema/index.json')) as object,
  );
  expect(validate(index), JSON.stringify(validate.errors)).toBe(true);
  expect([index.version, descriptor.version]).toEqual([contractVersion, contractVersion]);
  expect(index.tables.map(({ name, count }) => [name, count])).toEqual(
    tables.map(({ resource, rows }) => [resource.name, rows.length - 1]),
  );
  for (const name of dataNames) expect(read(`data/schema/${name}.json`)).toContain(contractVersion);
});

it('every CSV opens in Excel and WPS as it is, and none of its cells runs as a formula', () => {
  for (const name of tableNames) {
    const csv = read(`data/${name}.csv`);
    expect(csv.startsWith('\ufeff'), name).toBe(true);
    expect(csv.replaceAll('\r\n', '').includes('\r'), name).toBe(false);
    const cells = csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g);
    const run = [...cells]
      .map(([, quoted, plain]) => quoted ?? plain ?? '')
      .filter((cell) => /^[=+\-@＝＋－＠\t]/.test(cell));
    expect(run, name).toEqual([]);
  }
});

it('every page says where its data and text are, and they are there', () => {
  const faults = builtPages().flatMap(({ address, tree }) =>
    byTag(tree, 'link')
      .filter((link) => attributeOf(link, 'rel') === 'alternate')
      .map((link) => attributeOf(link, 'href') ?? '')
      .filter((href) => read(href) === '')
      .map((href) => `${address} → ${href}`),
  );
  expect(faults).toEqual([]);
});

describe('the plain text of a page', () => {
  const texts = listFiles(dist, '.').filter((file) => file.endsWith('index.txt'));

  it('stands beside every page', () => {
    const pages = builtPages().filter(({ address }) => address.endsWith('/'));
    expect(texts.map((file) => `/${file}`).sort()).toEqual(
      pages.map(({ address }) => routes.plainText(address)).sort(),
    );
  });

  it('holds every passage of an article exactly as it is shown', () => {
    const passages = recordsOf('passages') as (Json & { text: string; source: string })[];
    for (const { source, text } of passages) {
      const plain = read(`sources/${source}/index.txt`).replace(/\s/g, '');
      expect(plain, source).toContain(text.replace(/\s/g, ''));
    }
  });
});
