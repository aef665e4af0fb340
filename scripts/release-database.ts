import { DatabaseSync } from 'node:sqlite';
import { snakeCase } from '../src/lib/relational.ts';
import { tokenise } from '../src/search/tokens.ts';
import type { DataPackage, Field, PageText, Resource, SqlValue } from './release-tables.ts';
import { views } from './release-views.ts';

/** What a database is made from. */
export interface DatabaseInput {
  readonly descriptor: DataPackage;
  readonly rowsOf: (resource: Resource) => SqlValue[][];
  readonly pages: readonly PageText[];
  /** What the `meta` table holds. */
  readonly meta: Readonly<Record<string, string>>;
}

/** Text of which each character that search counts is a word of its own, so that a phrase of them is found exactly. */
const tokenizer = `tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"`;

/**
 * Writes the database: every table with its keys, the pages and their text, a full-text index that is exact for Chinese,
 * and the views. Throws when a foreign key leads nowhere or the file is not sound. The same input gives the same bytes.
 */
export function writeDatabase(file: string, { descriptor, rowsOf, pages, meta }: DatabaseInput): void {
  const database = new DatabaseSync(file);
  try {
    // Tables refer to one another in circles: keys are checked when all rows are in.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF; BEGIN');
    for (const resource of descriptor.resources) {
      database.exec(tableSql(resource));
      insert(database, snakeCase(resource.name), rowsOf(resource));
    }
    database.exec(ownTables);
    insert(database, 'meta', Object.entries(meta));
    insertPages(database, pages);
    insertPassages(database);
    for (const { name, sql } of views) database.exec(`CREATE VIEW ${quoted(name)} AS ${sql}`);
    database.exec("INSERT INTO blocks_index(blocks_index) VALUES ('optimize'); COMMIT; VACUUM");
    prove(database);
  } finally {
    database.close();
  }
}

const ownTables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE pages (url TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL) STRICT;
CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  page TEXT NOT NULL REFERENCES pages(url),
  anchor TEXT,
  printed INTEGER NOT NULL CHECK (printed IN (0, 1)),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX blocks_of_page ON blocks(page);
CREATE VIRTUAL TABLE blocks_index USING fts5(text, content = '', ${tokenizer});
CREATE VIRTUAL TABLE passages_index USING fts5(passage UNINDEXED, text, ${tokenizer});
`;

function tableSql({ name, schema: { fields, primaryKey, foreignKeys } }: Resource): string {
  const list = (names: readonly string[]): string => names.map(quoted).join(', ');
  const lines = [
    ...fields.map(columnSql),
    `PRIMARY KEY (${list(primaryKey)})`,
    ...foreignKeys.map(({ fields: own, reference }) => {
      const target = snakeCase(reference.resource ?? name);
      return `FOREIGN KEY (${list(own)}) REFERENCES ${quoted(target)} (${list(reference.fields)})`;
    }),
  ];
  return `CREATE TABLE ${quoted(snakeCase(name))} (\n  ${lines.join(',\n  ')}\n) STRICT`;
}

function columnSql({ name, type, constraints }: Field): string {
  const values =
    type === 'boolean' ? ['0', '1'] : constraints.enum?.map((value) => `'${value.replaceAll("'", "''")}'`);
  return [
    quoted(name),
    type === 'string' ? 'TEXT' : 'INTEGER',
    ...(constraints.required ? ['NOT NULL'] : []),
    ...(constraints.unique === true ? ['UNIQUE'] : []),
    ...(values === undefined ? [] : [`CHECK (${quoted(name)} IN (${values.join(', ')}))`]),
  ].join(' ');
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function insert(database: DatabaseSync, table: string, rows: readonly (readonly SqlValue[])[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const statement = database.prepare(
    `INSERT INTO ${quoted(table)} VALUES (${first.map(() => '?').join(', ')})`,
  );
  for (const row of rows) statement.run(...row);
}

function insertPages(database: DatabaseSync, pages: readonly PageText[]): void {
  insert(
    database,
    'pages',
    pages.map(({ url, title, kind }) => [url, title, kind]),
  );
  const blocks = pages.flatMap(({ url, blocks: own }) => own.map((block) => ({ url, ...block })));
  insert(
    database,
    'blocks',
    blocks.map(({ url, anchor, printed, text }, index) => [
      index + 1,
      url,
      anchor ?? null,
      printed === true ? 1 : 0,
      text,
    ]),
  );
  const index = database.prepare('INSERT INTO blocks_index(rowid, text) VALUES (?, ?)');
  for (const [nth, { text }] of blocks.entries()) index.run(nth + 1, spaced(text));
}

function insertPassages(database: DatabaseSync): void {
  const index = database.prepare('INSERT INTO passages_index(passage, text) VALUES (?, ?)');
  for (const { id, text } of database.prepare('SELECT id, text FROM passages ORDER BY rowid').all()) {
    index.run(String(id), spaced(String(text)));
  }
}

function spaced(text: string): string {
  return tokenise(text).join(' ');
}

/** The search for a text in an index: its characters as a phrase. */
export function phraseOf(text: string): string {
  return `"${spaced(text)}"`;
}

function prove(database: DatabaseSync): void {
  const [soundness] = database.prepare('PRAGMA integrity_check').all();
  const lost = database.prepare('PRAGMA foreign_key_check').all();
  if (soundness?.['integrity_check'] !== 'ok') throw new Error(`数据库不完好：${JSON.stringify(soundness)}`);
  if (lost.length > 0) {
    const places = lost.slice(0, 5).map((row) => `${String(row['table'])} → ${String(row['parent'])}`);
    throw new Error(`有${String(lost.length)}处外键指向不存在的行：${places.join('、')}`);
  }
}
