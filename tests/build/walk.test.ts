import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textContentOf, parseHtml } from '../../src/lib/html.ts';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { commitAll } from '../helpers/git.ts';
import { walkSteps } from '../helpers/guide.ts';

/** Taken out of the walk's output to be compared: what it did is said by what it printed. */
interface Ran {
  readonly command: string;
  readonly status: number | null;
  readonly output: string;
}

describe("the guide's walk from a received file to a page", () => {
  const steps = walkSteps();
  const ran: Ran[] = [];
  let copy: Copy;
  let minutes = 0;

  beforeAll(() => {
    copy = copyProject();
    writeFileSync(join(copy.folder, '.gitignore'), 'node_modules\n.astro/\ndist/\n');
    commitAll(copy.folder, 'as cloned');
    const started = performance.now();
    for (const step of steps) {
      if (step.kind === 'file') writeFileSync(join(copy.folder, step.name), step.text);
      else for (const command of step.commands) ran.push(copy.shell(command));
      const last = ran.at(-1);
      if (last !== undefined && last.status !== 0) throw new Error(`${last.command}\n${last.output}`);
    }
    minutes = (performance.now() - started) / 60_000;
  });

  afterAll(() => {
    copy.remove();
  });

  const outputsOf = (start: string): string[] =>
    ran.filter(({ command }) => command.startsWith(start)).map(({ output }) => output);

  it('has its steps in the guide: take in, mend, write, check, publish, build', () => {
    const verbs = ran
      .map(({ command }) => /npm run (\S+)/.exec(command)?.[1])
      .filter((verb) => verb !== undefined);
    expect([...new Set(verbs)]).toEqual(['ingest', 'normalize', 'check', 'new', 'ids', 'diff', 'build']);
    expect(ran.filter(({ status }) => status !== 0)).toEqual([]);
  });

  it('tells what the draft lacks until nothing does', () => {
    const checks = outputsOf('npm run check');
    expect(checks.map((output) => /还没有着落的 (\d+) 处/.exec(output)?.[1])).toEqual(['3', '0', undefined]);
    for (const output of checks) expect(output).toContain('内容无误：');
  });

  it('adds these facts and no other', () => {
    const [facts = ''] = outputsOf('npm run diff');
    expect(facts).toContain('新增（3）');
    expect(facts).toContain('  来源 beisanxian-gongjiao-2024《通州区与北三县新开公交线路》');
    expect(facts).toContain('  数字 2024-gongjiao-xianlu-2《');
    expect(facts).toContain('  言论 2024-gongjiao-banci《有关部门谈加密公交班次》');
    expect(facts).not.toMatch(/没有了|改了编号|段落的文字/);
  });

  it('ends with the pages built, quotes and all', () => {
    const page = (path: string): string =>
      textContentOf(parseHtml(readFileSync(join(copy.folder, 'dist', path, 'index.html'), 'utf8')));
    expect(page('sources/beisanxian-gongjiao-2024')).toContain('新开公交线路2条');
    expect(page('statements/2024-gongjiao-banci')).toContain('下一步将加密班次');
    expect(page('figures')).toContain('通州区与北三县之间新开的公交线路');
    expect(existsSync(join(copy.folder, 'content/sources/beisanxian-gongjiao-2024/raw.txt'))).toBe(true);
  });

  it('leaves the machine its part of the fifteen minutes', () => {
    expect(minutes).toBeLessThan(10);
  });
});
