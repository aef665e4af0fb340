import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explainRefusal, whyUnwritable } from '../../../scripts/explain.ts';

const refusal = (code: string, path?: string): Error => Object.assign(new Error(code), { code, path });

describe('what the system refuses', () => {
  it.each([
    ['ENOSPC', '写不了 /site：磁盘满了。腾出空间再试。'],
    ['EDQUOT', '写不了 /site：磁盘配额用完了。腾出空间再试。'],
    ['EROFS', '写不了 /site：磁盘只读。换一个可写的地方再试。'],
    ['EACCES', '写不了 /site：没有权限。改好权限再试。'],
    ['EEXIST', '写不了 /site：已有同名的文件或文件夹。移开它再试。'],
    ['EBUSY', '写不了 /site：正被占用，或是一个挂载点。放开它再试。'],
  ])('%s is said in words', (code, words) => {
    expect(explainRefusal(refusal(code, '/site'))).toBe(words);
  });

  it('is said of some file where the system names none', () => {
    expect(explainRefusal(refusal('ENOSPC'))).toBe('写不了 文件：磁盘满了。腾出空间再试。');
  });

  it('is not what a fault of our own is taken for', () => {
    expect(explainRefusal(new TypeError('x'))).toBeUndefined();
    expect(explainRefusal(refusal('ENOENT'))).toBeUndefined();
    expect(explainRefusal('ENOSPC')).toBeUndefined();
  });

  // Only Linux and some BSDs have /dev/full, a file to which every write fails as on a full disk.
  it.skipIf(!existsSync('/dev/full'))('is what a full disk really answers', () => {
    let caught: unknown;
    try {
      writeFileSync('/dev/full', 'x');
    } catch (error) {
      caught = error;
    }
    expect(explainRefusal(caught)).toMatch(/：磁盘满了。腾出空间再试。$/);
  });
});

describe('why nothing can be written to a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is nothing where it can, and no trace is left', () => {
    expect(whyUnwritable(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is a file in the way', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(whyUnwritable(file)).toBe(`写不了 ${file}：路径上有一段不是文件夹。移开那个文件再试。`);
  });
});
