import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An error that says to the user all there is to say: `readOptions` has it printed alone, without a trace of the code. */
export class Advice extends Error {}

/** What the system refuses, and what to do about it, by its code. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。腾出空间再试。',
  EDQUOT: '磁盘配额用完了。腾出空间再试。',
  EROFS: '这里是只读的。换一个可写的地方，或改掉只读再试。',
  EACCES: '没有写的权限。改好权限再试。',
  EPERM: '没有写的权限。改好权限再试。',
  ENOTDIR: '该是文件夹的地方有一个同名的文件。移开它再试。',
  EEXIST: '该是文件夹的地方有一个同名的文件。移开它再试。',
  EBUSY: '它正被占用，或是一个挂载点。放开它再试。',
  EXDEV: '它与项目不在同一个磁盘上，换不过去。放在一处再试。',
};

/** Where and why a write was refused and what to do, in one line; undefined when `error` is no such refusal. */
export function explainRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const reason = refusals[error.code];
  if (reason === undefined) return undefined;
  const place = 'path' in error && typeof error.path === 'string' ? error.path : '文件';
  return `写不了 ${place}：${reason}`;
}

/** Why no megabyte more can be written to a folder, as `explainRefusal` says it; undefined when it can. */
export function whyUnwritable(folder: string): string | undefined {
  const file = join(folder, '.probe');
  try {
    writeFileSync(file, Buffer.alloc(1_000_000));
    rmSync(file);
    return undefined;
  } catch (error) {
    return explainRefusal(error);
  }
}
