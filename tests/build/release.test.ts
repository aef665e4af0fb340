import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phraseOf } from '../../scripts/release-database.ts';
import { release } from '../../scripts/release.ts';
import { exactSearch, views } from '../../scripts/release-views.ts';
import { visibleBlocks } from '../../src/lib/blocks.ts';
import { snakeCase } from '../../src/lib/relational.ts';
import { listFiles } from '../../src/read/files.ts';
import { dataNames, tableNames } from '../../src/routes.ts';
import { fold } from '../../src/search/tokens.ts';
import { builtPages, dist, projectRoot, withAttribute } from '../helpers/built-site.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const textsOf = (name: string): unknown[] =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as unknown[];

describe('a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  const made = join(folder, 'one');
  let database: DatabaseSync;

  beforeAll(() => {
    release(dist, made);
    database = new DatabaseSync(join(made, 'jing-jin-ji.sqlite'), { readOnly: true });
  });

  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const rows = (sql: string, ...values: string[]): Record<string, unknown>[] =>
    database.prepare(sql).all(...values);

  it('is the same to the byte when made again, in another time zone', () => {
    const again = join(folder, 'two');
    const environment = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' };
    execFileSync('node', [join(projectRoot, 'scripts/release.ts'), '--dist', dist, '--out', again], {
      env: environment,
    });
    const files = listFiles(made, '.');
    expect(files).toEqual(['SHA256SUMS', 'jing-jin-ji.sqlite', 'jing-jin-ji.zip', 'metadata.json']);
    for (const file of files)
      expect(digest(readFileSync(join(again, file))), file).toBe(digest(readFileSync(join(made, file))));
  });

  it('leaves the old one as it was when it cannot be made', () => {
    const before = readFileSync(join(made, 'SHA256SUMS'), 'utf8');
    expect(() => {
      release(join(folder, 'nothing'), made);
    }).toThrow();
    expect(readFileSync(join(made, 'SHA256SUMS'), 'utf8')).toBe(before);
    expect(existsSync(`${made}-next`)).toBe(false);
  });

  it('holds a sound database whose foreign keys all lead somewhere', () => {
    expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rows('PRAGMA foreign_key_check')).toEqual([]);
    const keys = tableNames.flatMap((name) => rows(`PRAGMA foreign_key_list("${snakeCase(name)}")`));
    expect(keys.length).toBeGreaterThan(80);
  });

  it.each(dataNames)('has as many %s as the JSON, each with its address', (name) => {
    const urls = rows(`SELECT url FROM "${snakeCase(name)}" ORDER BY rowid`).map(({ url }) => url);
    expect(urls).toEqual(textsOf(name).map((record) => (record as { url: string }).url));
  });

  it.each(views)('answers "$name"', ({ name }) => {
    expect(rows(`SELECT * FROM "${name}"`).length).toBeGreaterThan(0);
  });

  it('shows as silent exactly the projects that the newest article does not mention', () => {
    const projects = textsOf('projects') as { id: string; lastMention: string }[];
    const newest = rows("SELECT value FROM meta WHERE key = 'cut_off'")[0]?.['value'];
    expect(
      rows('SELECT id FROM silence WHERE silent_since_newest_article ORDER BY id').map(({ id }) => id),
    ).toEqual(
      projects
        .filter(({ lastMention }) => lastMention !== newest)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('shows as reported only what a report reports', () => {
    const reported = rows(
      "SELECT id FROM projects WHERE status LIKE 'reported-%' AND record NOT IN (SELECT record FROM progress WHERE kind = 'report')",
    );
    expect(reported).toEqual([]);
  });

  // What the pages hold is read off the pages themselves: neither the index nor its making is asked.
  const pages = builtPages().flatMap(({ address, tree }) =>
    withAttribute(tree, 'data-pagefind-body').map((body) => ({
      address,
      blocks: visibleBlocks(body).map(({ text }) => fold(text)),
    })),
  );

  it.each(['京雄', '铁', '309家', '1-1.5小时', '张家口、承德', '交钥匙', '冀', '没有这几个字'])(
    'finds %s exactly where the pages hold it',
    (text) => {
      const holding = pages
        .filter(({ blocks }) => blocks.some((block) => block.includes(fold(text))))
        .map(({ address }) => address)
        .sort();
      const sql =
        'SELECT DISTINCT page FROM blocks_index JOIN blocks ON blocks.id = blocks_index.rowid WHERE blocks_index MATCH ?';
      expect(
        rows(sql, phraseOf(text))
          .map(({ page }) => page)
          .sort(),
      ).toEqual(holding);
      const offered = database.prepare(exactSearch).all({ q: text.normalize('NFKC') });
      expect([...new Set(offered.map(({ url }) => url))].sort()).toEqual(holding);
      expect(holding.length > 0).toBe(text !== '没有这几个字');
    },
  );

  it.each(['京雄', '铁', '309家', '两地'])('finds %s in exactly the passages that print it', (text) => {
    const passages = textsOf('passages') as { id: string; text: string }[];
    const found = rows(
      'SELECT passage FROM passages_index WHERE passages_index MATCH ? ORDER BY passage',
      phraseOf(text),
    );
    expect(found.map(({ passage }) => passage)).toEqual(
      passages
        .filter((passage) => fold(passage.text).includes(fold(text)))
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('packs all data, schemas and the database in one file, each with its checksum', () => {
    const files = unzipSync(readFileSync(join(made, 'jing-jin-ji.zip')));
    const names = Object.keys(files);
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array());
    expect(names).toEqual(names.toSorted());
    const others = names.filter((name) => name !== 'SHA256SUMS');
    expect(sums).toBe(others.map((name) => `${digest(files[name] ?? new Uint8Array())}  ${name}\n`).join(''));
    for (const name of dataNames) {
      for (const file of [
        `data/${name}.json`,
        `data/${name}.ndjson`,
        `data/${name}.csv`,
        `data/schema/${name}.json`,
      ]) {
        expect(digest(files[file] ?? new Uint8Array()), file).toBe(digest(readFileSync(join(dist, file))));
      }
    }
    expect(names).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.txt',
        'data/datapackage.json',
        'jing-jin-ji.sqlite',
        'metadata.json',
      ]),
    );
  });

  it('tells Datasette of every table and view, and of the exact search', () => {
    const metadata = JSON.parse(readFileSync(join(made, 'metadata.json'), 'utf8')) as {
      databases: Record<string, { tables: object; queries: Record<string, { sql: string }> }>;
    };
    const own = metadata.databases['jing-jin-ji'];
    expect(Object.keys(own?.tables ?? {})).toEqual([
      ...tableNames.map(snakeCase),
      ...views.map(({ name }) => name),
    ]);
    expect(own?.queries['exact_search']?.sql).toBe(exactSearch);
  });
});
