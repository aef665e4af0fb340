import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generatedRecord } from '../../../../scripts/bench/generated-record.ts';
import { personName, placeName } from '../../../../scripts/bench/generated-words.ts';
import { recordProblems } from '../../../../scripts/content-problems.ts';
import { generateSource } from '../../../../scripts/source-problems.ts';
import { checkChanges } from '../../../../src/graph/checks/changes.ts';
import { checkCoverage } from '../../../../src/graph/checks/coverage.ts';
import { checkNumbers } from '../../../../src/graph/checks/numbers.ts';
import { readContent } from '../../../../src/read/content.ts';

describe('a generated record', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'generated-record-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it('holds as many entries as asked for and passes every check of its content', () => {
    const count = 220;
    for (const [path, text] of generatedRecord(count)) write(path, text);
    for (const source of readContent(folder).rawSources) {
      const made = generateSource(source);
      if ('text' in made) write(`content/sources/${source.id}/index.mdx`, made.text);
    }
    const content = readContent(folder);
    const { graph, problems } = recordProblems(content);
    expect(problems).toEqual([]);
    expect(content.entries).toHaveLength(count);
    expect(checkCoverage(graph, content.coverage)).toEqual([]);
    expect(checkNumbers(graph, content.expressions)).toEqual([]);
    expect(checkChanges(graph, content.changes)).toEqual([]);
  });

  it('is the same for the same number of documents', () => {
    expect([...generatedRecord(120)]).toEqual([...generatedRecord(120)]);
  });

  it('names no two things alike', () => {
    const numbers = Array.from({ length: 900 }, (_, number) => number);
    expect(new Set(numbers.map(placeName)).size).toBe(900);
    expect(new Set(numbers.map(personName)).size).toBe(900);
  });
});
