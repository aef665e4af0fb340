import { describe, expect, it } from 'vitest';
import { printAnnotations, printReport, toReport } from '../../../src/graph/report.ts';
import { problemAt, problemOn, type Problem } from '../../../src/model/problem.ts';

const lost = (file: string, line: number, column: number, address: string): Problem =>
  problemOn('ledger-lost', file, line, column, { address });

const located = (_: string, at: Problem['at']): { line: number; column: number } | undefined =>
  at.kind === 'position' ? { line: at.line, column: at.column } : undefined;

describe('a report', () => {
  it('goes by file, line, column, code and wording, whatever order the problems came in', () => {
    const problems = [
      problemAt('field-missing', 'a.mdx', ['scope'], { field: 'scope' }),
      lost('a.mdx', 2, 1, '/甲/'),
      lost('a.mdx', 2, 1, '/乙/'),
      problemOn('yaml-invalid', 'a.mdx', 2, 1, { reason: '' }),
      lost('a.mdx', 2, 10, '/丙/'),
      lost('a.mdx', 10, 1, '/丁/'),
      lost('b.mdx', 1, 1, '/戊/'),
      lost('京.mdx', 1, 1, '/己/'),
    ];
    const order = toReport(problems.toReversed(), located).map(({ file, line, column, code, what }) =>
      [file, line ?? '-', column ?? '-', code, /\/.\//.exec(what)?.[0] ?? ''].join(' ').trim(),
    );
    expect(order).toEqual([
      'a.mdx - - field-missing',
      'a.mdx 2 1 ledger-lost /乙/',
      'a.mdx 2 1 ledger-lost /甲/',
      'a.mdx 2 1 yaml-invalid',
      'a.mdx 2 10 ledger-lost /丙/',
      'a.mdx 10 1 ledger-lost /丁/',
      'b.mdx 1 1 ledger-lost /戊/',
      '京.mdx 1 1 ledger-lost /己/',
    ]);
  });

  it('has no line where the place is not known, rather than a line 0', () => {
    const [problem] = toReport([problemAt('field-missing', 'a.mdx', [], { field: '甲' })], located);
    expect(problem).toEqual({
      code: 'field-missing',
      file: 'a.mdx',
      what: '缺少字段“甲”',
      remedy: '补上“甲:”和它的值',
    });
  });

  it('is printed as place and code, what is wrong, and what to do, a blank line between', () => {
    const report = toReport(
      [lost('a.ledger', 3, 1, '/甲/'), problemAt('field-missing', 'a.mdx', [], { field: '甲' })],
      located,
    );
    expect(printReport(report)).toBe(`a.ledger:3:1  ledger-lost
  已发布的地址 /甲/ 不再存在
  改法：改了名：条目在头部写 formerIds: [旧编号]，不是条目的写进 content/addresses.yaml 的 moved；撤下了：写进那里的 retired；都不是：恢复原来的文件名、编号或段落号

a.mdx  field-missing
  缺少字段“甲”
  改法：补上“甲:”和它的值
`);
  });

  it('on nothing is empty', () => {
    expect(printReport(toReport([], located))).toBe('');
  });
});

describe('a report as annotations', () => {
  it('names file, line and column, tells problems from notes, and spells what would end a command', () => {
    const [problem, ...notes] = toReport(
      [
        lost('a,b:c.ledger', 3, 1, '/甲%\n/'),
        problemAt('coverage-gap', 'z.yaml', [], { sentence: '乙', passage: 'a#p1' }),
      ],
      located,
    );
    const report = { ok: false, entries: 1, passages: 1, drafts: ['a'], notes };
    const lines = printAnnotations({ ...report, problems: problem === undefined ? [] : [problem] }).split(
      '\n',
    );
    expect(lines).toEqual([
      expect.stringMatching(
        /^::error file=a%2Cb%3Ac\.ledger,line=3,col=1,title=ledger-lost::已发布的地址 \/甲%25%0A\/ 不再存在。改法：/,
      ),
      expect.stringMatching(/^::notice file=z\.yaml,title=coverage-gap::段落 a#p1 有一句/),
      '',
    ]);
  });

  it('on nothing is empty', () => {
    expect(printAnnotations({ ok: true, entries: 0, passages: 0, drafts: [], problems: [], notes: [] })).toBe(
      '',
    );
  });
});
