import { existsSync, renameSync, rmSync } from 'node:fs';

/** Puts a whole folder in the place of another by two renames: at no moment is there half of it. */
export function swapIn(next: string, target: string, old: string): void {
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
}
