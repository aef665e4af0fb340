import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printAnnotations, printReport, type CheckReport } from '../../../src/graph/report.ts';
import { addArticle } from '../../helpers/draft-article.ts';
import { fixturesRoot, layOver, withProject, withProjectAsync } from '../graph/fixture-project.ts';

const script = fileURLToPath(new URL('../../../scripts/check.ts', import.meta.url));

/** What `npm run check` prints and ends with. */
function check(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run check', () => {
  it('says how much it read when nothing is wrong, and what it could not compare with', () => {
    const { status, stdout, stderr } = withProject((root) => check('--root', root));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^内容无误：25 条，11 个段落，\d+ 毫秒。\n这里没有 git 提交，.*\n$/);
  });

  it('prints the whole report and the number of problems, and fails', () => {
    const result = withProject((root) => {
      layOver(root, 'quote-not-found');
      return check('--root', root);
    });
    const report = readFileSync(join(fixturesRoot, 'quote-not-found/expected.txt'), 'utf8');
    expect(result).toEqual({ status: 1, stdout: '', stderr: `${report}\n共 1 处问题。\n` });
  });

  it('gives the same report as JSON and as annotations', () => {
    const [json, github] = withProject((root) => {
      layOver(root, 'quote-not-found');
      return [check('--format', 'json', '--root', root), check('--format', 'github', '--root', root)];
    });
    expect([json.status, github.status, json.stderr, github.stderr]).toEqual([1, 1, '', '']);
    const report = JSON.parse(json.stdout) as CheckReport;
    expect(report).toMatchObject({ ok: false, entries: 25, passages: 11, drafts: [], notes: [] });
    expect(report.problems.map(({ code }) => code)).toEqual(['quote-not-found']);
    expect(printReport(report.problems)).toBe(
      readFileSync(join(fixturesRoot, 'quote-not-found/expected.txt'), 'utf8'),
    );
    expect(github.stdout).toBe(printAnnotations(report));
  });

  it('tells what a draft lacks without failing, and which published entries quote it', () => {
    const [text, json] = withProject((root) => {
      addArticle(root, { draft: true });
      for (const file of ['figures/keliu-8.mdx', 'themes/keliu.mdx']) rmSync(join(root, 'content', file));
      return [check('--root', root), check('--format', 'json', '--root', root)];
    });
    expect([text.status, json.status]).toEqual([0, 0]);
    expect(text.stdout).toContain('草稿 1 篇（tongche-2022），还没有着落的 2 处');
    expect(text.stdout).toContain('已发布的条目也引了草稿：regions/songlan、projects/yunsong-kuaixian。');
    const report = JSON.parse(json.stdout) as CheckReport;
    expect(report).toMatchObject({ ok: true, problems: [], drafts: ['tongche-2022'] });
    expect(report.notes.map(({ code }) => code)).toEqual(['number-gap', 'coverage-gap']);
  });

  it('checks again when a file is saved, until it is ended', async () => {
    await withProjectAsync(async (root) => {
      const child = spawn(process.execPath, [script, '--watch', '--format', 'json', '--root', root]);
      try {
        const reports = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
        const next = async (): Promise<CheckReport> =>
          JSON.parse(String((await reports.next()).value)) as CheckReport;
        expect((await next()).ok).toBe(true);
        layOver(root, 'quote-not-found');
        let report = await next();
        while (report.ok) report = await next();
        expect(report.problems.map(({ code }) => code)).toEqual(['quote-not-found']);
      } finally {
        child.kill();
      }
    });
  });

  it('explains itself on --help, and on an option it does not know', () => {
    const help = check('--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/^用法：npm run check /);
    const unknown = check('--rot', '.');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain(help.stdout.trim());
  });
});
