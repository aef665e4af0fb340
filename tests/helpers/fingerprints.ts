import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/read/files.ts';

/** Every file below a folder with the hash of what it holds. */
export function fingerprints(folder: string): string[] {
  return listFiles(folder, '.').map(
    (file) =>
      `${file} ${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}`,
  );
}
