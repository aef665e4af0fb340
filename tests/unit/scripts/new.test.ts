import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findWords } from '../../../src/read/find-words.ts';
import { projectRoot } from '../../helpers/built-site.ts';

function runNew(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/new.ts', ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    input: '',
  });
  return { status, output: stdout + stderr };
}

const regionOf = (...more: string[]): string[] => [
  ...['regions', '--id', 'ceshi-diqu', '--words', '坝上高原生态防护区', '--on', '2026-11-20'],
  ...['--set', 'title=坝上高原', ...more],
];

describe('npm run new', () => {
  it('finds the passage and exact text of a few words, and prints a whole entry without writing it', () => {
    const { status, output } = runNew(...regionOf('--set', 'kind=zone', '--dry-run'));
    expect(status, output).toBe(0);
    expect(output).toContain('引文在 guangdu-shendu-2019#p10：“坝上高原生态防护区”');
    expect(output).toContain('quote: "坝上高原生态防护区"');
    expect(existsSync(join(projectRoot, 'content/regions/ceshi-diqu.mdx'))).toBe(false);
  });

  it('asks for everything that is missing at once', () => {
    const { status, output } = runNew('figures', '--words', '309家');
    expect(status).toBe(1);
    for (const name of ['id', 'on', 'value', 'unit', 'subject', 'kind', 'themes']) {
      expect(output).toContain(`  ${name}：`);
    }
  });

  it('lists every place when the words stand in several, and writes nothing', () => {
    const { status, output } = runNew(
      ...['regions', '--id', 'ceshi-diqu', '--words', '京雄', '--on', '2026-11-20'],
      ...['--set', 'title=测试', '--set', 'kind=zone'],
    );
    expect(status).toBe(1);
    expect(output).toContain('xiongan-xieyi-2017#p13');
    expect(output).toContain('请多给几个字');
  });

  it('takes an entry with faults away again and says what is wrong with it', () => {
    const file = join(projectRoot, 'content/regions/ceshi-diqu.mdx');
    try {
      const { status, output } = runNew(...regionOf('--set', 'kind=planet'));
      expect(status).toBe(1);
      expect(output).toContain('field-invalid');
      expect(existsSync(file)).toBe(false);
    } finally {
      rmSync(file, { force: true });
    }
  });
});

describe('finding words', () => {
  const passages = new Map([
    [
      'a',
      [{ id: 'p1', kind: 'text', part: 'a', rawLines: [[1, 1]], text: '前句。加快建设京雄铁路、京石城际。' }],
    ],
  ]) satisfies Parameters<typeof findWords>[0];

  it('does not count spaces, punctuation or width, and gives the text as printed', () => {
    expect(findWords(passages, '京雄铁路 京石')).toEqual([
      { passage: 'a#p1', quote: '京雄铁路、京石', sentence: '加快建设京雄铁路、京石城际。', unique: true },
    ]);
  });

  it('finds nothing for words that are only punctuation', () => {
    expect(findWords(passages, '。、')).toEqual([]);
  });
});
