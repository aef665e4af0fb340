import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import { basename, extname, join } from 'node:path';
import { largestFile, type GivenFile } from '../src/ingest/ingest.ts';
import { refusal, type Refusal } from '../src/ingest/refusal.ts';
import { byCodeUnit } from '../src/lib/text.ts';
import { systemReason } from './system-reason.ts';

/** A path that was given or found, and what could be read there. */
export interface ReadFile {
  readonly path: string;
  readonly file: Omit<GivenFile, 'sha256'> | Refusal;
}

const extensions: Readonly<Record<string, GivenFile['extension']>> = {
  '.txt': 'txt',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'md',
  '.markdown': 'md',
};

/** A folder tree deeper than this is no collection of articles. */
const deepest = 12;

/** Every file named, folders looked through; links are never followed, no more is read than may be taken in. */
export function readGiven(paths: readonly string[]): ReadFile[] {
  return paths.flatMap((path) => readPath(path, 0, false));
}

function readPath(path: string, depth: number, isFound: boolean): ReadFile[] {
  try {
    const status = lstatSync(path);
    if (status.isSymbolicLink()) return [{ path, file: refusal('symlink', { target: readlinkSync(path) }) }];
    if (status.isDirectory()) {
      if (depth > deepest) return [{ path, file: refusal('not-a-file', { what: '套得太深的文件夹' }) }];
      const names = readdirSync(path).filter((name) => !name.startsWith('.'));
      const found = names.sort(byCodeUnit).flatMap((name) => readPath(join(path, name), depth + 1, true));
      return found.length === 0 && !isFound
        ? [{ path, file: refusal('not-a-file', { what: '空文件夹' }) }]
        : found;
    }
    if (!status.isFile()) return [{ path, file: refusal('not-a-file', { what: '设备、管道之类' }) }];
    const ending = extname(basename(path)).toLowerCase();
    const extension = extensions[ending];
    if (extension === undefined) {
      return [
        { path, file: refusal('kind-unknown', { extension: ending === '' ? '没有扩展名的' : ending }) },
      ];
    }
    return [{ path, file: readBounded(path, extension) }];
  } catch (error) {
    return [{ path, file: refusal('unreadable', { reason: systemReason(error) }) }];
  }
}

/** Reads through the descriptor that was looked at, so that nothing can be put in its place meanwhile. */
function readBounded(path: string, extension: GivenFile['extension']): Omit<GivenFile, 'sha256'> | Refusal {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(descriptor);
    if (size > largestFile) return refusal('too-large', { bytes: size, limit: largestFile });
    const buffer = new Uint8Array(size + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < buffer.length; length += count) {
      count = readSync(descriptor, buffer, length, buffer.length - length, null);
    }
    if (length > size) return refusal('unreadable', { reason: '读的时候文件还在变长' });
    return { extension, bytes: buffer.slice(0, length) };
  } finally {
    closeSync(descriptor);
  }
}
