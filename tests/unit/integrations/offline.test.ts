import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editionOf, writeOffline } from '../../../src/integrations/offline.ts';

const files: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>首页</title>',
  'old/index.html': '<!doctype html><meta http-equiv="refresh" content="0;url=/">',
  'search/index/abc/part-0.json': '{}',
  'list.csv': 'a,b',
  'data/index.json': '{"cutOff":"2023-05-13"}',
};

let folder: string;

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edition-'));
  for (const [path, content] of Object.entries(files)) write(path, content);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the edition of a built site', () => {
  it('lists what is saved by address, with its digest, and what a host may redirect', () => {
    const { list, files: count, bytes, cutOff } = editionOf(folder);
    expect(list.map(({ url, moved }) => [url, moved])).toEqual([
      ['./', undefined],
      ['old/', true],
      ['search/index/abc/part-0.json', undefined],
    ]);
    expect(list[2]?.sha256).toBe('RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=');
    expect([count, cutOff]).toEqual([3, '2023-05-13']);
    expect(bytes).toBe(
      list.reduce((sum, _, nth) => sum + Buffer.byteLength(Object.values(files)[nth] ?? ''), 0),
    );
  });

  it('has a name of its own: the same for the same files, another when one byte, name or file differs', () => {
    const { edition } = editionOf(folder);
    write('list.csv', 'not saved');
    expect(editionOf(folder).edition).toBe(edition);
    const changes: (() => void)[] = [
      () => write('index.html', '<!doctype html><title>首頁</title>'),
      () => write('index.html', files['index.html'] ?? ''),
      () => write('new/index.html', files['index.html'] ?? ''),
      () => rmSync(join(folder, 'search/index/abc/part-0.json')),
    ];
    const names: string[] = [];
    for (const change of changes) {
      change();
      names.push(editionOf(folder).edition);
    }
    expect(names[1]).toBe(edition);
    expect(new Set(names).size).toBe(changes.length);
  });

  it('is told to the worker in its first line and to pages in a file, the same, and is not changed by being told', () => {
    const told = writeOffline(folder, 'work();');
    const worker = readFileSync(join(folder, 'offline.js'), 'utf8');
    const [line = '', code] = worker.split('\n');
    expect(code).toBe('work();');
    const saved: unknown = JSON.parse(line.slice('self.savedEdition='.length, -1));
    expect(saved).toEqual(editionOf(folder));
    expect(JSON.parse(readFileSync(join(folder, 'offline.json'), 'utf8'))).toEqual(told);
    expect(saved).toMatchObject(told);
  });
});
