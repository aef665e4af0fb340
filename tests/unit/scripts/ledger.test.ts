import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { history } from '../../../scripts/ledger.ts';
import { readContent } from '../../../src/read/content.ts';
import { git } from '../../helpers/git.ts';
import { commitTwice, edit, withProject } from '../graph/fixture-project.ts';

const revisionsOf = (root: string) => history(root).earlier.map(({ revision }) => revision);

describe('the ledger of earlier revisions', () => {
  it('is none outside a repository, and that is said', () => {
    const { earlier, gap } = withProject(history);
    expect(earlier).toEqual([]);
    expect(gap).toBe('这里没有 git 提交，登记簿无从与以前的比较。');
  });

  it('is that of HEAD and of its parent, whatever the working copy holds', () => {
    withProject((root) => {
      const before = readContent(root).ledger;
      commitTwice(root);
      edit(root, 'content/ids.ledger', '/regions/yunze/\n', '');
      expect(history(root)).toEqual({
        earlier: [
          { revision: 'HEAD', ledger: before },
          { revision: 'HEAD^', ledger: before },
        ],
      });
    });
  });

  it('is that of every parent of a merge', () => {
    withProject((root) => {
      commitTwice(root);
      git(root, 'checkout', '-b', 'side', 'HEAD^');
      git(root, 'commit', '--message=side', '--allow-empty');
      git(root, 'merge', '--no-ff', '--message=merge', '-');
      expect(revisionsOf(root)).toEqual(['HEAD', 'HEAD^', 'HEAD^2']);
    });
  });

  it('is only that of HEAD in a clone of depth 1, and that is said', () => {
    withProject((root) => {
      commitTwice(root);
      const clone = mkdtempSync(join(tmpdir(), 'shallow-'));
      try {
        git(clone, 'clone', '--depth=1', `file://${root}`, 'copy');
        expect(revisionsOf(join(clone, 'copy'))).toEqual(['HEAD']);
        expect(history(join(clone, 'copy')).gap).toMatch(/（HEAD\^）不在这份浅克隆里.*fetch-depth: 2/);
      } finally {
        rmSync(clone, { recursive: true });
      }
    });
  });

  it('is found where the project is a folder of a larger repository', () => {
    withProject((root) => {
      mkdirSync(join(root, 'nested'));
      renameSync(join(root, 'content'), join(root, 'nested/content'));
      commitTwice(root);
      const [head] = history(join(root, 'nested')).earlier;
      expect(head).toEqual({ revision: 'HEAD', ledger: readContent(join(root, 'nested')).ledger });
    });
  });
});
