import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixturesRoot, layOver, withProject } from '../graph/fixture-project.ts';

/** What `npm run check` prints and ends with. */
function check(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const script = fileURLToPath(new URL('../../../scripts/check.ts', import.meta.url));
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

  it('explains itself on --help, and on an option it does not know', () => {
    const help = check('--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/^用法：npm run check /);
    const unknown = check('--rot', '.');
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain(help.stdout.trim());
  });
});
