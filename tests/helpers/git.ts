import { execFileSync } from 'node:child_process';

/** Who commits in tests: the machine's own name, address and key take no part. */
const identity = ['-c', 'user.name=测试', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];

/** Runs git in a folder; throws where it fails. */
export function git(folder: string, ...args: string[]): void {
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

/** Makes a folder a git repository and commits all that is in it. */
export function commitAll(folder: string, message: string): void {
  git(folder, 'init');
  git(folder, 'add', '.');
  git(folder, 'commit', `--message=${message}`);
}
