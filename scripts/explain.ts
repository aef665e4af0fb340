import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemReason } from './system-reason.ts';

/** An error that says to the user all there is to say: `readOptions` has it printed alone, without a trace of the code. */
export class Advice extends Error {}

/** What to do about what the system refuses, by its code. */
const remedies: Readonly<Record<string, string>> = {
  ENOSPC: '腾出空间再试',
  EDQUOT: '腾出空间再试',
  EROFS: '换一个可写的地方再试',
  EACCES: '改好权限再试',
  EPERM: '改好权限再试',
  ENOTDIR: '移开那个文件再试',
  EEXIST: '移开它再试',
  EBUSY: '放开它再试',
  EXDEV: '放在一处再试',
};

/**
 * Where and why a write was refused and what to do, in one line; undefined when `error` is no such refusal. `where`
 * is said in place of what the system names, which for a full disk is nothing.
 */
export function explainRefusal(error: unknown, where?: string): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const remedy = remedies[error.code];
  if (remedy === undefined) return undefined;
  const place = where ?? ('path' in error && typeof error.path === 'string' ? error.path : '文件');
  return `写不了 ${place}：${systemReason(error)}。${remedy}。`;
}

/** Why no megabyte more can be written to a folder, as `explainRefusal` says it; undefined when it can. */
export function whyUnwritable(folder: string): string | undefined {
  const file = join(folder, '.probe');
  try {
    writeFileSync(file, Buffer.alloc(1_000_000));
    rmSync(file);
    return undefined;
  } catch (error) {
    return explainRefusal(error, folder);
  }
}
