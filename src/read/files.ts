import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { byCodeUnit } from '../lib/text.ts';

/** Where `npm run ingest` writes before it moves; what an interrupted run left there is no content. */
export const workFolder = '.ingest';

/** Every file below a folder as paths from `root` with `/`, in code-unit order; links are not followed. */
export function listFiles(root: string, folder: string): string[] {
  const found: string[] = [];
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.name === workFolder) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.name !== '.DS_Store') found.push(relative(root, path).split(sep).join('/'));
    }
  };
  walk(join(root, folder));
  return found.sort(byCodeUnit);
}

export type TextFile =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a UTF-8 text; line ends become `\n`. Bytes that are no UTF-8 make it unreadable. */
export function readText(root: string, file: string): TextFile {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(root, file)));
    return { kind: 'text', text: text.replaceAll('\r\n', '\n') };
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof TypeError ? '不是 UTF-8 编码' : String(error) };
  }
}
