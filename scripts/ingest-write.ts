import fs from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../src/read/files.ts';
import { systemReason } from './system-reason.ts';

/** A source to be written: its files by name. */
export interface NewSource {
  readonly id: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What writing needs of the file system, so that a full disk can be tried. */
export type Disk = Pick<
  typeof fs,
  'mkdirSync' | 'writeFileSync' | 'renameSync' | 'rmSync' | 'lstatSync' | 'realpathSync' | 'readFileSync'
>;

/** Why nothing was written. */
export class NotWritten extends Error {}

/**
 * Writes all sources or none: into a folder beside, whose making is the lock, then moved whole into place. A folder
 * that is there already is never written into; what a run that was killed left behind is cleared by the next.
 */
export function writeSources(root: string, sources: readonly NewSource[], disk: Disk = fs): void {
  const content = join(root, 'content');
  const target = join(content, 'sources');
  const work = join(content, workFolder);
  const moved: string[] = [];
  let isOwn = false;
  try {
    disk.mkdirSync(target, { recursive: true });
    if (disk.realpathSync(target) !== join(disk.realpathSync(root), 'content', 'sources')) {
      throw new NotWritten('content/sources 是符号链接，指到了别处，不写。');
    }
    claim(work, disk);
    isOwn = true;
    for (const { id, files } of sources) {
      disk.mkdirSync(join(work, id));
      for (const [name, data] of Object.entries(files)) {
        disk.writeFileSync(join(work, id, name), data, { flag: 'wx', flush: true });
      }
    }
    for (const { id } of sources) {
      const place = join(target, id);
      if (exists(place, disk))
        throw new NotWritten(`content/sources/${id}/ 已经有了，不覆盖。用 --id 换一个。`);
      disk.renameSync(join(work, id), place);
      moved.push(id);
    }
  } catch (error) {
    for (const id of moved) disk.rmSync(join(target, id), { recursive: true, force: true });
    if (error instanceof NotWritten) throw error;
    throw new NotWritten(`写不进 content/sources/：${systemReason(error)}。什么都没有留下。`);
  } finally {
    if (isOwn) disk.rmSync(work, { recursive: true, force: true });
  }
}

/** Makes the work folder; one of a process that still runs is another's, one of a process that is gone is cleared. */
function claim(work: string, disk: Disk): void {
  const mark = join(work, 'pid');
  try {
    disk.mkdirSync(work);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (isAlive(readPid(mark, disk))) {
      throw new NotWritten('另一次 npm run ingest 正在写。等它完了再来。');
    }
    disk.rmSync(work, { recursive: true, force: true });
    disk.mkdirSync(work);
  }
  disk.writeFileSync(mark, String(process.pid), { flag: 'wx' });
}

function readPid(mark: string, disk: Disk): number {
  try {
    return Number(disk.readFileSync(mark, 'utf8'));
  } catch {
    return NaN;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function exists(path: string, disk: Disk): boolean {
  try {
    disk.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
