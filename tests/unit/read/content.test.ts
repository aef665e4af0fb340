import fc from 'fast-check';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { entryKind, readContent, type ReadMemory } from '../../../src/read/content.ts';
import { listFiles } from '../../../src/read/files.ts';
import { problemsOf, withProject } from '../graph/fixture-project.ts';

/** Writes a file of the project, its folder included. */
function write(root: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

/** A text as it is read: without a byte order mark, with plain line ends. */
function asRead(text: string): string {
  return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
}

describe('the collection and ID of a file', () => {
  test.each([
    ['content/themes/jiaotong.mdx', { collection: 'themes', id: 'jiaotong' }],
    ['content/sources/yi/index.mdx', { collection: 'sources', id: 'yi' }],
    ['content/agreements/yi/index.mdx', { collection: 'agreements', id: 'yi' }],
    ['content/agreements/yi/er-1.mdx', { collection: 'clauses', id: 'yi/er-1' }],
    ['content/themes/jiaotong.md', undefined],
    ['content/themes/jiaotongxmdx', undefined],
    ['content/themes/lu/jiaotong.mdx', undefined],
    ['content/agreements/yi.mdx', undefined],
    ['content/sources/yi/er.mdx', undefined],
    ['src/content/themes/jiaotong.mdx', undefined],
  ])('of %s', (file, kind) => {
    expect(entryKind(file)).toEqual(kind);
  });
});

describe('files', () => {
  it('are listed in code-unit order, whatever the file system does', () => {
    withProject((root) => {
      rmSync(join(root, 'content'), { recursive: true });
      for (const file of ['b.txt', 'a/z.txt', 'B.txt', 'a-b.txt', 'a/.DS_Store', '京.txt']) {
        write(root, `content/${file}`, '');
      }
      expect(listFiles(root, 'content')).toEqual([
        'content/B.txt',
        'content/a-b.txt',
        'content/a/z.txt',
        'content/b.txt',
        'content/京.txt',
      ]);
    });
  });

  it('with Windows line ends are read as those without', () => {
    withProject((root) => {
      const file = 'content/themes/jiaotong.mdx';
      const text = readFileSync(join(root, file), 'utf8');
      const before = readContent(root).entries;
      write(root, file, text.replaceAll('\n', '\r\n'));
      expect(readContent(root).entries).toEqual(before);
    });
  });
});

describe('the content', () => {
  it('is entries, passages, raw sources, excused sentences and the ledger', () => {
    withProject((root) => {
      const { entries, passages, rawSources, coverage, ledger, problems, broken } = readContent(root);
      expect(entries.map(({ file }) => file)).toEqual([
        'content/agreements/gongzuo-yaodian-2021/index.mdx',
        'content/agreements/hezuo-xieyi-2021/duijie-jizhi.mdx',
        'content/agreements/hezuo-xieyi-2021/index.mdx',
        'content/agreements/hezuo-xieyi-2021/jiaotong-1.mdx',
        'content/agreements/hezuo-xieyi-2021/jiaotong-2.mdx',
        'content/agreements/hezuo-xieyi-2021/shengtai-1.mdx',
        'content/events/qianyue-2021.mdx',
        'content/figures/gongjiao-xianlu-3.mdx',
        'content/figures/hezuo-fangmian-2.mdx',
        'content/figures/kuaixian-licheng.mdx',
        'content/figures/kuaixian-touzi.mdx',
        'content/leaders/lin-zhiyuan.mdx',
        'content/leaders/zhou-wangshu.mdx',
        'content/organisations/shi-xietongban.mdx',
        'content/organisations/songlan-xietongban.mdx',
        'content/projects/yunsong-kuaixian.mdx',
        'content/regions/qinghe.mdx',
        'content/regions/songlan.mdx',
        'content/regions/yunze.mdx',
        'content/sources/hezuo-xieyi-2021/index.mdx',
        'content/statements/qinghe-zhili.mdx',
        'content/tensions/kuaixian-liang-ge-shu.mdx',
        'content/themes/jiaotong.mdx',
        'content/themes/shengtai.mdx',
        'content/work-points/gongjiao-xianlu.mdx',
      ]);
      expect([...passages].map(([id, list]) => [id, list.map((passage) => passage.id)])).toEqual([
        ['hezuo-xieyi-2021', ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9', 'p10', 'p11']],
      ]);
      expect(rawSources.map(({ rawFile }) => rawFile)).toEqual(['content/sources/hezuo-xieyi-2021/raw.txt']);
      expect([...coverage].map(([id, { excuses }]) => [id, excuses.map(({ quote }) => quote)])).toEqual([
        ['hezuo-xieyi-2021', ['大家倍感振奋']],
      ]);
      expect(ledger[0]).toBe('/');
      expect({ problems, broken }).toEqual({ problems: [], broken: new Set() });
    });
  });

  it('keeps the body of an entry, and of one with faults only that it exists', () => {
    withProject((root) => {
      write(
        root,
        'content/themes/jiaotong.mdx',
        '---\ntitle: 交通\norder: 1\nscope: 路。\n---\n\n　按：路。 \n\n二。\n',
      );
      write(root, 'content/themes/shengtai.mdx', '---\ntitle: 生态\n---\n');
      const { entries, broken } = readContent(root);
      const themes = entries.filter(({ collection }) => collection === 'themes');
      expect(themes.map(({ id, body }) => ({ id, body }))).toEqual([
        { id: 'jiaotong', body: '按：路。 \n\n二。' },
      ]);
      expect(broken).toEqual(new Set(['themes/shengtai']));
    });
  });

  it('has no place for a fault of a whole file, or of a field of a file that is no YAML', () => {
    withProject((root) => {
      const { locate } = readContent(root);
      expect(locate('content/themes/jiaotong.mdx', { kind: 'path', path: ['scope'] })).toEqual({
        line: 4,
        column: 8,
      });
      expect(locate('content/themes/jiaotong.mdx', { kind: 'path', path: [] })).toBeUndefined();
      expect(locate('content/themes/jiaotong.mdx', { kind: 'unknown' })).toBeUndefined();
      expect(locate('content/ids.ledger', { kind: 'path', path: ['scope'] })).toBeUndefined();
      expect(locate('content/ids.ledger', { kind: 'position', line: 3, column: 1 })).toEqual({
        line: 3,
        column: 1,
      });
    });
  });
});

describe('whatever an editor writes', () => {
  const files = withProject((root) =>
    listFiles(root, 'content').filter((file) => !file.endsWith('README.md')),
  );
  const fragment = fc.oneof(
    fc.constantFrom(
      ...[
        '',
        '\n',
        ' ',
        '  ',
        '- ',
        ': ',
        '"',
        "'",
        '*x',
        '&x',
        '[',
        ']',
        '{',
        '}',
        '|',
        '>',
        '#',
        '---\n',
        '\t',
      ],
      ...[
        'title: ',
        'null',
        '2019',
        '[]',
        '{}',
        '<<: ',
        '!!js ',
        '? ',
        '\ufeff',
        '<Passage id="p1">{"甲"}</Passage>',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const change = fc.record({ file: fc.constantFrom(...files), at: fc.nat(), length: fc.nat(20), fragment });

  test('is read without throwing, and what is no longer as it should be is reported', () => {
    withProject((root) => {
      fc.assert(
        fc.property(change, ({ file, at, length, fragment: put }) => {
          const before = readFileSync(join(root, file), 'utf8');
          const from = at % before.length;
          const after = before.slice(0, from) + put + before.slice(from + length);
          write(root, file, after);
          try {
            const problems = problemsOf(root);
            const isOfSource =
              file.endsWith('raw.txt') || file.endsWith('sources/hezuo-xieyi-2021/index.mdx');
            if (isOfSource && asRead(after) !== before) expect(problems).not.toEqual([]);
          } finally {
            write(root, file, before);
          }
        }),
        { numRuns: 300 },
      );
    });
  }, 60_000);

  test('and whatever bytes a file holds', () => {
    withProject((root) => {
      fc.assert(
        fc.property(fc.constantFrom(...files), fc.uint8Array({ maxLength: 30 }), (file, bytes) => {
          const before = readFileSync(join(root, file));
          write(root, file, bytes);
          try {
            expect(problemsOf(root)).not.toEqual([]);
          } finally {
            write(root, file, before);
          }
        }),
        { numRuns: 100 },
      );
    });
  }, 60_000);
});

describe('a reading that remembers', () => {
  it('parses again what changed, and nothing else, and finds what a fresh reading finds', () => {
    withProject((root) => {
      const memory: ReadMemory = new Map();
      const first = readContent(root, memory);
      const file = 'content/themes/jiaotong.mdx';
      write(root, file, readFileSync(join(root, file), 'utf8').replace('title: 交通', 'title: 铁路'));
      const second = readContent(root, memory);
      const kept = second.entries.filter((entry) => first.entries.includes(entry));
      expect(second.entries.filter((entry) => !kept.includes(entry)).map((entry) => entry.file)).toEqual([
        file,
      ]);
      const { entries, problems } = readContent(root);
      expect([second.entries, second.problems]).toEqual([entries, problems]);
    });
  });

  it('forgets what is gone and tells again what is still wrong', () => {
    withProject((root) => {
      const memory: ReadMemory = new Map();
      write(root, 'content/themes/jiaotong.mdx', '---\ntitel: 交通\n---\n');
      const codes = (): string[] => readContent(root, memory).problems.map(({ code }) => code);
      const told = codes();
      expect(told).toContain('field-unknown');
      expect(codes()).toEqual(told);
      rmSync(join(root, 'content/themes/jiaotong.mdx'));
      expect(codes()).toEqual([]);
    });
  });
});
