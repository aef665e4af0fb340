import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '../src/ingest/encoding.ts';
import { fingerprint, type Fingerprint } from '../src/ingest/same-text.ts';
import type { Content } from '../src/read/content.ts';

/**
 * The words of every source there is a folder for: its passages; where there are none yet, because a draft wants
 * something still, the text of its raw file.
 */
export function heldTexts(root: string, content: Content): { id: string; print: Fingerprint }[] {
  return sourceFolders(root).map((id) => {
    const passages = content.passages.get(id);
    const text =
      passages === undefined
        ? rawText(join(root, 'content/sources', id))
        : passages.map((each) => each.text).join('\n');
    return { id, print: fingerprint(text) };
  });
}

function sourceFolders(root: string): string[] {
  try {
    return readdirSync(join(root, 'content/sources')).sort();
  } catch {
    return [];
  }
}

function rawText(folder: string): string {
  if (!lstatSync(folder).isDirectory()) return '';
  const name = readdirSync(folder).find((each) => /^raw\.(?:txt|html|md)$/.test(each));
  if (name === undefined) return '';
  const read = readBytes(readFileSync(join(folder, name)));
  return read.kind === 'text' ? read.text : '';
}
