import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/read/files.ts';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { dist } from '../helpers/built-site.ts';
import { addDraft } from '../helpers/draft-article.ts';

describe('the site built beside a draft', () => {
  let copy: Copy;

  beforeAll(() => {
    copy = copyProject();
    addDraft(copy.folder);
    const note = join(copy.folder, 'content/statements/cao-gao-de-hua.mdx');
    writeFileSync(note, `${readFileSync(note, 'utf8')}\n草稿里的编者按。\n`);
    const { status, output } = copy.build({});
    if (status !== 0) throw new Error(output);
  });

  afterAll(() => {
    copy.remove();
  });

  it('is the site without it, byte for byte', () => {
    const [here, there] = [dist, join(copy.folder, 'dist')];
    const files = listFiles(here, '.');
    expect(files.length).toBeGreaterThan(1000);
    expect(listFiles(there, '.')).toEqual(files);
    const different = files.filter(
      (file) => !readFileSync(join(here, file)).equals(readFileSync(join(there, file))),
    );
    expect(different).toEqual([]);
  });

  it('is another once the draft is none: nothing else kept it out', () => {
    const repairs = join(copy.folder, 'content/sources/cao-gao-2024/repairs.yaml');
    writeFileSync(repairs, readFileSync(repairs, 'utf8').replace('  draft: true\n', ''));
    rmSync(join(copy.folder, 'content/sources/cao-gao-2024/coverage.yaml'), { force: true });
    expect(copy.run('scripts/normalize.ts').status).toBe(0);
    const { status, output } = copy.run('scripts/check.ts');
    expect(status).toBe(1);
    expect(output).toContain('/sources/cao-gao-2024/');
  });
});
