import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../src/lib/csv.ts';
import { unpackTable, type PageBlock, type PageRow } from '../src/search/page.ts';

/** As much of a Data Package as a database is made from. */
export interface DataPackage {
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly licenses: readonly { readonly name: string; readonly path: string; readonly title: string }[];
  readonly resources: readonly Resource[];
}

export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly foreignKeys: readonly {
      readonly fields: readonly string[];
      readonly reference: { readonly resource?: string; readonly fields: readonly string[] };
    }[];
  };
}

export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description?: string;
  readonly constraints: {
    readonly required: boolean;
    readonly unique?: true;
    readonly enum?: readonly string[];
  };
}

export type SqlValue = string | number | null;

/** The Data Package of a built site. */
export function readPackage(dist: string): DataPackage {
  return JSON.parse(readFileSync(join(dist, 'data/datapackage.json'), 'utf8')) as DataPackage;
}

/** The rows of one of its tables, each value as its field's type has it; absent is null. */
export function readRows(dist: string, { path, schema }: Resource): SqlValue[][] {
  const [header = [], ...rows] = parseCsv(readFileSync(join(dist, 'data', path), 'utf8'));
  const names = schema.fields.map(({ name }) => name);
  if (header.join() !== names.join())
    throw new Error(`${path} 的列与 datapackage.json 不同：${header.join()}`);
  return rows.map((row) => schema.fields.map((field, index) => toValue(field, row[index] ?? '')));
}

function toValue({ type }: Field, text: string): SqlValue {
  if (text === '') return null;
  if (type === 'integer') return Number(text);
  return type === 'boolean' ? Number(text === 'true') : text;
}

/** A page of the site and what it says, block by block. */
export interface PageText extends PageRow {
  readonly blocks: readonly PageBlock[];
}

/** Every page that the site's search knows, with its text as the search reads it. */
export function readPageTexts(dist: string): PageText[] {
  const folder = join(dist, 'search/index');
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { version, pages } = unpackTable(read('pages.json'));
  return pages.map((page, nth) => ({
    ...page,
    blocks: read(`${version}/text-${String(nth)}.json`) as PageBlock[],
  }));
}
