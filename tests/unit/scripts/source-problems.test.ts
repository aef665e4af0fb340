import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateSource, sourceProblems } from '../../../scripts/source-problems.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { readContent } from '../../../src/read/content.ts';
import { edit, withProject } from '../graph/fixture-project.ts';

const folder = 'content/sources/hezuo-xieyi-2021';

/** The faults of the sources after a change to the base fixture. */
function faultsAfter(change: (root: string) => void): readonly Problem[] {
  return withProject((root) => {
    change(root);
    return sourceProblems(readContent(root).rawSources);
  });
}

const stale = (line: number): Problem => ({
  code: 'generated-stale',
  file: `${folder}/index.mdx`,
  at: { kind: 'position', line, column: 1 },
  details: { reason: '从这一行起，与原件和修订记录推出的不同' },
});

describe('a generated file', () => {
  it('is what raw and repairs give, to the byte', () => {
    withProject((root) => {
      const [raw] = readContent(root).rawSources;
      if (raw === undefined) throw new Error('no source');
      expect(generateSource(raw)).toMatchObject({
        text: readFileSync(join(root, folder, 'index.mdx'), 'utf8'),
      });
    });
  });

  it('that was never made is said to be missing', () => {
    expect(faultsAfter((root) => rmSync(join(root, folder, 'index.mdx')))).toEqual([
      {
        code: 'generated-stale',
        file: `${folder}/index.mdx`,
        at: { kind: 'path', path: [] },
        details: { reason: '还没有生成过' },
      },
    ]);
  });

  it('that is no longer generated at all is stale from its first line', () => {
    expect(faultsAfter((root) => writeFileSync(join(root, folder, 'index.mdx'), '正文\n'))).toEqual([
      stale(1),
    ]);
  });

  it('is stale from the first line that differs, in front matter or passages', () => {
    expect(faultsAfter((root) => edit(root, `${folder}/index.mdx`, 'bytes: 745', 'bytes: 746'))).toEqual([
      stale(30),
    ]);
    expect(faultsAfter((root) => edit(root, `${folder}/index.mdx`, '便捷', '快捷'))).toEqual([stale(51)]);
  });

  it('is stale when repairs.yaml says something else than it did', () => {
    expect(
      faultsAfter((root) => edit(root, `${folder}/repairs.yaml`, 'label: 生态', 'label: 生态环境')),
    ).toEqual([stale(43)]);
  });

  it('is stale when anything was added at its end or taken from it', () => {
    expect(faultsAfter((root) => appendFileSync(join(root, folder, 'index.mdx'), '\n'))).toHaveLength(1);
    expect(
      faultsAfter((root) => edit(root, `${folder}/index.mdx`, '{"（本报记者）"}</Passage>\n', '')),
    ).toEqual([stale(61)]);
  });
});

describe('a raw file', () => {
  it('of which a byte changed is reported by its digest, and nothing is made from it', () => {
    const faults = faultsAfter((root) => edit(root, `${folder}/raw.txt`, '30公里', '31公里'));
    expect(faults.map(({ code, at }) => [code, at])).toEqual([
      ['raw-changed', { kind: 'path', path: ['raw', 'sha256'] }],
    ]);
  });
});
