import { readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostHeaders } from '../lib/host-headers.ts';

/** Puts the headers' file of static hosts into the built site; comes after all that writes files of its own. */
export function hostHeadersFile() {
  let base = '/';
  return {
    name: 'host-headers',
    hooks: {
      'astro:config:done': ({ config }: { config: { base: string } }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }: { dir: URL }) => writeHostHeaders(fileURLToPath(dir), base),
    },
  };
}

/** Writes `_headers` for the site below `directory`, served below `base`. */
export async function writeHostHeaders(directory: string, base: string): Promise<void> {
  const names = await readdir(directory, { recursive: true });
  const files = names.map((name) => name.split(sep).join('/'));
  await writeFile(join(directory, '_headers'), hostHeaders(base.replace(/\/*$/, '/'), files));
}
