import { execFileSync } from 'node:child_process';
import type { LedgerState } from '../src/graph/checks/ledger.ts';
import { ledgerFile, type Content } from '../src/read/content.ts';
import { addressesOf, fixedAddresses } from '../src/routes.ts';

/** Every address the content publishes, fixed pages first, then entry by entry in the order read. */
export function publishedAddresses({ entries, passages }: Content): string[] {
  return [...fixedAddresses, ...entries.flatMap((entry) => addressesOf(entry, passages.get(entry.id) ?? []))];
}

/** The ledger beside what the content publishes and what the last commit and its parent held. */
export function ledgerState(content: Content, root: string): LedgerState {
  return {
    file: ledgerFile,
    ledger: content.ledger,
    published: publishedAddresses(content),
    earlier: ['HEAD', 'HEAD^'].flatMap((revision) => {
      const ledger = ledgerAt(revision, root);
      return ledger === undefined ? [] : [{ revision, ledger }];
    }),
  };
}

/** The ledger of a revision; undefined outside git, before the first commit, or where it had none yet. */
function ledgerAt(revision: string, root: string): string[] | undefined {
  try {
    const text = execFileSync('git', ['show', `${revision}:./${ledgerFile}`], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return text.split('\n').filter((line) => line !== '');
  } catch {
    return undefined;
  }
}
