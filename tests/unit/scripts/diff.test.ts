import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addArticle } from '../../helpers/draft-article.ts';
import { commitTwice, edit, withProject } from '../graph/fixture-project.ts';

const script = fileURLToPath(new URL('../../../scripts/diff.ts', import.meta.url));

function diff(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run diff', () => {
  it('compares a commit with the files at hand, and says so when no fact differs', () => {
    const [same, changed] = withProject((root) => {
      commitTwice(root);
      edit(root, 'content/figures/kuaixian-licheng.mdx', 'coded: { by: 编者甲', 'coded: { by: 编者乙');
      const before = diff('HEAD', '--root', root);
      edit(root, 'content/figures/kuaixian-licheng.mdx', '力争建成的里程', '建成的里程');
      return [before, diff('HEAD', '--root', root)];
    });
    expect(same).toEqual({ status: 0, stdout: '事实没有不同。\n', stderr: '' });
    expect(changed.stdout).toContain('数字（1）\n  数字 kuaixian-licheng《');
    expect(changed.stdout).toContain('力争建成的里程 → ');
  });

  it('leaves drafts out unless asked for, and compares two commits as JSON', () => {
    const [without, withDrafts, json] = withProject((root) => {
      commitTwice(root);
      addArticle(root, { draft: true });
      return [
        diff('HEAD', '--root', root),
        diff('HEAD', '--drafts', '--root', root),
        diff('HEAD^', 'HEAD', '--format', 'json', '--root', root),
      ];
    });
    expect(without.stdout).toBe('事实没有不同。\n');
    expect(withDrafts.stdout).toContain('来源 tongche-2022《云松快线全线通车》');
    expect(JSON.parse(json.stdout)).toEqual({ from: 'HEAD^', to: 'HEAD', unread: [], changes: [] });
  });

  it('names the files of a version that today cannot be read, and compares the others', () => {
    const { status, stdout, stderr } = withProject((root) => {
      edit(root, 'content/themes/shengtai.mdx', 'title:', 'titel:');
      commitTwice(root);
      edit(root, 'content/themes/shengtai.mdx', 'titel:', 'title:');
      return diff('HEAD', '--root', root);
    });
    expect(status).toBe(0);
    expect(stdout).toContain('新增（1）\n  主题 shengtai');
    expect(stderr).toContain('照现在的规则读不通、没有比的文件 1 个：content/themes/shengtai.mdx');
  });

  it('refuses what is no version, an unknown format and no version at all', () => {
    const [none, unknown, format] = withProject((root) => {
      commitTwice(root);
      return [
        diff('--root', root),
        diff('nope', '--root', root),
        diff('HEAD', '--format', 'pdf', '--root', root),
      ];
    });
    expect([none.status, unknown.status, format.status]).toEqual([1, 1, 1]);
    expect(none.stderr).toMatch(/^用法：npm run diff /);
    expect(unknown.stderr).toBe('git 里没有“nope”这个版本，或它没有 content/。\n');
    expect(format.stderr).toMatch(/^没有“pdf”这种格式。/);
  });
});
