import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts the folder `next` in the place of `target`, in two renames: at no moment is there half a target. Cut short
 * between them, `recover` finds in `old` what stood there and puts it back.
 */
export function swapIn(next: string, target: string, old = oldPlaceOf(target)): void {
  recover(target, old);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(next, target);
  } catch (error) {
    recover(target, old);
    throw error;
  }
  if (!existsSync(old)) return;
  // Moved before it is removed: what is half removed must never be taken for what to put back.
  renameSync(old, next);
  rmSync(next, { recursive: true, force: true });
}

/** Puts back what a swap that was cut short had set aside; true when there was something to put back. */
export function recover(target: string, old = oldPlaceOf(target)): boolean {
  if (existsSync(target) || !existsSync(old)) return false;
  renameSync(old, target);
  return true;
}

function oldPlaceOf(target: string): string {
  return join(dirname(target), `.${basename(target)}-old`);
}

/**
 * A folder below `parent` that only this process writes to, and the removal of those whose process is no more. What a
 * killed build started may live on and write: it writes to its own.
 */
export function claimWorkFolder(parent: string): string {
  const own = join(parent, String(process.pid));
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name !== String(process.pid) && isRunning(Number(name))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // It is being written to still: the next build removes it.
    }
  }
  mkdirSync(own);
  return own;
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
