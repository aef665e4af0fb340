import { execFileSync } from 'node:child_process';
import { addressBook } from '../src/graph/addresses.ts';
import type { EarlierLedger, LedgerState } from '../src/graph/checks/ledger.ts';
import type { Graph } from '../src/graph/graph.ts';
import { ledgerFile, type Content } from '../src/read/content.ts';

/** The ledger beside what the content publishes and what the last commit and its parents held. */
export function ledgerState(content: Content, graph: Graph, root: string): LedgerState {
  return {
    file: ledgerFile,
    book: addressBook(graph, content.ledger, content.addresses),
    earlier: history(root).earlier,
  };
}

/** What of the history there is to compare with. */
export interface History {
  readonly earlier: readonly EarlierLedger[];
  /** What could not be compared with, and what to do, for who runs the check; undefined when nothing is amiss. */
  readonly gap?: string;
}

/**
 * The ledgers of the last commit and of each of its parents. A parent that is recorded but not there, as in a
 * clone of depth 1, is a gap: what its ledger held beyond the present one cannot be known.
 */
export function history(root: string): History {
  const commit = git(root, 'cat-file', '-p', 'HEAD');
  if (commit === undefined) {
    return { earlier: [], gap: '这里没有 git 提交，登记簿无从与以前的比较。' };
  }
  const parents = [...(commit.split('\n\n')[0] ?? '').matchAll(/^parent ([0-9a-f]+)$/gm)].map(
    ([, hash]) => hash ?? '',
  );
  const revisions = [
    { revision: 'HEAD', hash: 'HEAD' },
    ...parents.map((hash, index) => ({
      revision: index === 0 ? 'HEAD^' : `HEAD^${String(index + 1)}`,
      hash,
    })),
  ];
  const absent = revisions.filter(
    ({ hash }) => git(root, 'cat-file', '-e', `${hash}^{commit}`) === undefined,
  );
  return {
    earlier: revisions.flatMap(({ revision, hash }) => {
      const text = git(root, 'show', `${hash}:./${ledgerFile}`);
      return text === undefined ? [] : [{ revision, ledger: text.split('\n').filter((line) => line !== '') }];
    }),
    ...(absent.length === 0
      ? {}
      : {
          gap: `上一次提交（${absent.map(({ revision }) => revision).join('、')}）不在这份浅克隆里，登记簿没有与它比较；CI 里取两层以上的历史（fetch-depth: 2）。`,
        }),
  };
}

/** What git prints; undefined where it fails, as outside a repository. */
function git(root: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
