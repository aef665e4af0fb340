import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/client/verdict.ts';
import { parseHtml } from '../../src/lib/html.ts';
import { listFiles } from '../../src/read/files.ts';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { dist } from '../helpers/built-site.ts';
import { fingerprints } from '../helpers/fingerprints.ts';
import { offeredChecks } from '../helpers/offered-checks.ts';

/** Every quote of the source that a page offers to check holds against what is stored of it, which is the quote alone. */
async function checkStoredQuotes(built: string, source: string): Promise<void> {
  const file: unknown = JSON.parse(readFileSync(join(built, `sources/${source}/passages.json`), 'utf8'));
  const pages = listFiles(built, '.').filter((name) => name.endsWith('.html'));
  const offered = pages.flatMap((name) =>
    offeredChecks(parseHtml(readFileSync(join(built, name), 'utf8'))).filter(
      ({ file: stored }) => stored === `/sources/${source}/passages.json`,
    ),
  );
  const verdicts = await Promise.all(offered.map(({ claim }) => judge(claim, file)));
  expect(offered.filter(({ claim }) => claim.isPart).length).toBeGreaterThan(50);
  expect(verdicts.filter(({ kind }) => kind !== 'holds')).toEqual([]);
}

describe('a build', () => {
  let copy: Copy;

  beforeAll(() => {
    copy = copyProject();
  });

  afterAll(() => {
    copy.remove();
  });

  it('gives the same bytes on another path, in another time zone and locale', () => {
    const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const { status, output } = copy.build(elsewhere);
    expect(status, output).toBe(0);
    const here = fingerprints(dist);
    expect(here.length).toBeGreaterThan(100);
    expect(fingerprints(join(copy.folder, 'dist'))).toEqual(here);
  });

  it('shows of a source published in quotes only what entries quote, and no raw text', async () => {
    const declared = join(copy.folder, 'content/sources/guangdu-shendu-2019/repairs.yaml');
    const before = readFileSync(declared, 'utf8');
    writeFileSync(declared, before.replace('publish: full', 'publish: quotes'));
    const normalized = copy.run('scripts/normalize.ts');
    expect(normalized.status, normalized.output).toBe(0);
    const { status, output } = copy.build({});
    expect(status, output).toBe(0);
    // A sentence that is excused, so quoted by nobody, and one that is quoted.
    const unquoted = '如果能把生态环境优势转化为经济优势';
    const built = join(copy.folder, 'dist');
    const telling = listFiles(built, '.').filter((file) =>
      readFileSync(join(built, file), 'utf8').includes(unquoted),
    );
    expect(telling).toEqual([]);
    for (const name of ['index.html', 'coverage/index.html', 'passages.json']) {
      const file = readFileSync(join(built, 'sources/guangdu-shendu-2019', name), 'utf8');
      expect(file, name).toContain('大力提升重点经济功能区的营商环境');
      if (!name.endsWith('.html')) continue;
      expect(file, name).toContain('……');
      expect(file, name).not.toContain('看原件');
      expect(file, name).not.toContain('的原件');
    }
    await checkStoredQuotes(built, 'guangdu-shendu-2019');
    writeFileSync(declared, before);
    expect(copy.run('scripts/normalize.ts').status).toBe(0);
  });

  it('fails on a false quote, names file and line, and leaves the old site as it was', () => {
    const entry = 'content/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2.mdx';
    const file = join(copy.folder, entry);
    const before = readFileSync(file, 'utf8');
    const line = before.split('\n').findIndex((text) => text.includes('固保城际')) + 1;
    const built = fingerprints(join(copy.folder, 'dist'));
    writeFileSync(file, before.replace('固保城际', '固保成际'));
    const { status, output } = copy.build({});
    writeFileSync(file, before);
    expect(status).toBe(1);
    expect(output).toContain(`${entry}:${String(line)}:`);
    expect(output).toContain('quote-not-found');
    expect(fingerprints(join(copy.folder, 'dist'))).toEqual(built);
    expect(readdirSync(join(copy.folder, '.dist-next'))).toEqual([]);
  });
});
