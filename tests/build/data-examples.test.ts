import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { release } from '../../scripts/release.ts';
import { serveFolder, type Running } from '../../scripts/server.ts';
import { attributeOf, textContentOf } from '../../src/lib/html.ts';
import { dist, pageAt, withAttribute } from '../helpers/built-site.ts';

const run = promisify(execFile);
const examples = withAttribute(pageAt('/data/').tree, 'data-example').map((element) => ({
  language: attributeOf(element, 'data-example') ?? '',
  code: textContentOf(element),
}));
const of = (language: string) => examples.filter((example) => example.language === language);
const records = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as T[];

/** Runs a program; where the machine has none of that name, says so and fails: an example is never passed over. */
async function output(program: string, ...args: string[]): Promise<string> {
  try {
    return (await run(program, args, { maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error(`这台机器没有 ${program}，例子无从运行；装上它`);
    throw error;
  }
}

describe('the examples on the page of the open data, as they stand', () => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  let server: Running;

  beforeAll(async () => {
    server = await serveFolder(dist, 4560);
    release(dist, join(folder, 'release'));
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /** The code with the address of this run in place of the one a reader has. */
  const here = (code: string): string => {
    expect(code).toContain('http://localhost:4321/');
    return code.replaceAll('http://localhost:4321/', server.url);
  };

  it('are in every language promised', () => {
    expect([...new Set(examples.map(({ language }) => language))]).toEqual([
      'curl',
      'javascript',
      'python',
      'sql',
    ]);
  });

  it.each(of('curl'))('$code', async ({ code }) => {
    const [program = '', ...args] = here(code).split(' ');
    const text = await output(program, ...args);
    if (code.endsWith('.ndjson')) {
      expect(
        text
          .trim()
          .split('\n')
          .map((line): unknown => JSON.parse(line)),
      ).toEqual(records('figures'));
      return;
    }
    const record = JSON.parse(text) as { id: string };
    expect(records<{ id: string }>('projects').find(({ id }) => id === record.id)).toEqual(record);
  });

  it.each(of('javascript'))('JavaScript: $code', async ({ code }) => {
    const file = join(folder, 'example.mjs');
    writeFileSync(file, here(code));
    const projects = records<{ title: string; status: string; lastMention: string }>('projects');
    expect(await output('node', file)).toBe(
      projects
        .filter(({ status }) => !status.startsWith('reported-'))
        .map(({ title, status, lastMention }) => `${title} ${status} ${lastMention}\n`)
        .join(''),
    );
  });

  it.each(of('python'))('Python: $code', async ({ code }) => {
    const file = join(folder, 'example.py');
    writeFileSync(file, here(code));
    const overdue = ['clauses', 'work-points'].flatMap((name) =>
      records<{ id: string; commitments: { quote: string; deadline?: string; overdue?: boolean }[] }>(
        name,
      ).flatMap((record) =>
        record.commitments
          .filter((commitment) => commitment.overdue === true)
          .map(({ quote, deadline = '' }) => `${name}/${record.id} ${deadline} ${quote}`),
      ),
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect((await output('python3', '-X', 'utf8', file)).trim().split('\n').sort()).toEqual(overdue.sort());
  });

  it.each(of('sql'))('SQL: $code', ({ code }) => {
    const database = new DatabaseSync(join(folder, 'release/jing-jin-ji.sqlite'), { readOnly: true });
    const rows = database.prepare(code).all();
    database.close();
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => Object.keys(row).length > 1)).toBe(true);
  });
});
