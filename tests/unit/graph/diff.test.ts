import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printDiff, printDiffMarkdown } from '../../../src/graph/diff-report.ts';
import { diffRecords, type FactChange, type RecordVersion } from '../../../src/graph/diff.ts';
import type { Entry } from '../../../src/model/collections.ts';
import type { ProgressEvent } from '../../../src/model/project.ts';
import { articles, project, seen } from './made-articles.ts';
import { entry, region, statement, theme } from './made-corpus.ts';

const two = { a: { date: '2017', text: '甲乙丙丁' }, b: { date: '2018', text: '甲戊己庚' } };
const care = { coded: { by: '甲', on: '2019' } };

function version(
  entries: readonly Entry[],
  made: Parameters<typeof articles>[0] = two,
  retired: RecordVersion['retired'] = [],
): RecordVersion {
  return { graph: articles(made, [theme('jiaotong', { title: '交通' }), ...entries]), retired };
}

/** The differences between two versions of the same articles. */
function diff(before: readonly Entry[], after: readonly Entry[]): FactChange[] {
  return diffRecords(version(before), version(after));
}

const report: ProgressEvent = {
  kind: 'report',
  outcome: 'done',
  wording: '戊',
  evidence: { passage: 'b#p1', quote: '戊' },
};
const agreed = seen('agreement', 'a#p1');
const figure = (value: string): Entry =>
  entry('figures', 'shu', {
    value,
    unit: '个',
    subject: '数',
    kind: 'report',
    themes: ['jiaotong'],
    evidence: { passage: 'a#p1', quote: '甲' },
    care,
  });

describe('the difference of facts', () => {
  it('of a record and itself is none, and says so', () => {
    const lu = [project('lu', [agreed]), figure('3')];
    expect(diff(lu, lu)).toEqual([]);
    expect([printDiff([]), printDiffMarkdown([])]).toEqual(['事实没有不同。\n', '事实没有不同。\n']);
  });

  it('does not count who coded an entry, the order of a list, or the order of entries', () => {
    const reread = { ...care, reread: { by: '乙', on: '2020' } };
    const before = [project('lu', [agreed], { regions: ['jin', 'jing'] }), figure('3')];
    const after = [figure('3'), project('lu', [agreed], { regions: ['jing', 'jin'], care: reread })];
    expect(diff(before, after)).toEqual([]);
  });

  it('tells of a new event, what it does to the status and where silence is counted from', () => {
    expect(diff([project('lu', [agreed])], [project('lu', [agreed, report])])).toEqual([
      { kind: 'status', subject: 'projects/lu', title: 'lu', from: 'agreed', to: 'reported-done' },
      { kind: 'event', subject: 'projects/lu', title: 'lu', what: 'b#p1', to: 'report done “戊”：“戊”' },
      { kind: 'silence', subject: 'projects/lu', title: 'lu', from: '2017', to: '2018' },
    ]);
  });

  it('tells of an event said to be of another kind', () => {
    const said = { ...agreed, kind: 'plan' } as ProgressEvent;
    expect(diff([project('lu', [agreed])], [project('lu', [said])])).toContainEqual(
      expect.objectContaining({ kind: 'event', from: 'agreement “甲”：“甲”', to: 'plan “甲”：“甲”' }),
    );
  });

  it('tells of new and lost entries, and of what was retired by its reason', () => {
    const was = { addresses: ['/projects/qiao/'], was: '项目“桥”', date: '2026-11-20', reason: '重复收了' };
    const before = version([project('lu', [agreed]), project('qiao', [agreed])]);
    const after = version([project('qiao-er', [agreed])], two, [was]);
    expect(diffRecords(before, after).map(({ kind, subject, what }) => [kind, subject, what])).toEqual([
      ['added', 'projects/qiao-er', undefined],
      ['retired', '/projects/qiao/', '重复收了'],
      ['removed', 'projects/lu', undefined],
    ]);
  });

  it('knows a renamed entry for the same, and what else changed in it', () => {
    const now = project('xin-lu', [agreed], { title: '新路', formerIds: ['lu'] });
    expect(diff([project('lu', [agreed], { title: '路' })], [now])).toEqual([
      {
        kind: 'renamed',
        subject: 'projects/xin-lu',
        title: '新路',
        from: 'projects/lu',
        to: 'projects/xin-lu',
      },
      { kind: 'field', subject: 'projects/xin-lu', title: '新路', what: 'title', from: '路', to: '新路' },
    ]);
  });

  it('tells a quote that moved from one that changed, came or went', () => {
    const at = (passage: string, quote: string) => ({ passage, quote });
    const said = (...evidence: { passage: string; quote: string }[]): Entry[] => [
      statement('shuo', { evidence }),
    ];
    const of = (before: Entry[], after: Entry[]): unknown[] =>
      diff(before, after).map(({ kind, what, from, to }) => [kind, what, from, to]);
    expect(of(said(at('a#p1', '甲')), said(at('b#p1', '甲')))).toEqual([
      ['quote', 'moved', 'a#p1“甲”', 'b#p1“甲”'],
    ]);
    expect(of(said(at('a#p1', '甲乙')), said(at('a#p1', '甲')))).toEqual([
      ['quote', 'changed', 'a#p1“甲乙”', 'a#p1“甲”'],
    ]);
    expect(of(said(at('a#p1', '甲')), said(at('a#p1', '甲'), at('b#p1', '戊')))).toEqual([
      ['quote', 'new', undefined, 'b#p1“戊”'],
    ]);
    expect(of(said(at('a#p1', '甲'), at('b#p1', '戊')), said(at('a#p1', '甲')))).toEqual([
      ['quote', 'gone', 'b#p1“戊”', undefined],
    ]);
  });

  it('tells of a figure that changed, and of a passage whose words did', () => {
    expect(diff([figure('3')], [figure('4')])).toEqual([
      { kind: 'figure', subject: 'figures/shu', title: '数', what: 'value', from: '3', to: '4' },
    ]);
    const other = { ...two, b: { date: '2018', text: '甲戊己辛' } };
    expect(diffRecords(version([]), version([], other))).toEqual([
      { kind: 'passage', subject: 'sources/b#p1', title: 'b', from: '甲戊己庚', to: '甲戊己辛' },
    ]);
  });

  it('tells of a new article and of the day the record reaches to, not of each of its passages', () => {
    const one = { a: two.a };
    expect(diffRecords(version([], one), version([], two)).map(({ kind, to }) => [kind, to])).toEqual([
      ['cut-off', '2018'],
      ['added', undefined],
    ]);
  });

  it('told backwards is the same list with each pair turned round', () => {
    const kinds = fc.constantFrom('agreement', 'plan', 'speech', 'opinion') as fc.Arbitrary<'plan'>;
    const lists = fc.array(fc.tuple(kinds, fc.constantFrom('a#p1', 'b#p1')), { minLength: 1, maxLength: 3 });
    const made = (list: [Parameters<typeof seen>[0], string][]): Entry[] => [
      project(
        'lu',
        list.map(([kind, passage]) => seen(kind, passage)),
      ),
    ];
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const sides = (changes: readonly FactChange[], flip: boolean): string[] =>
          changes
            .map(({ kind, what, from, to }) => [kind, what, ...(flip ? [to, from] : [from, to])].join(' '))
            .sort();
        expect(sides(diff(made(before), made(after)), false)).toEqual(
          sides(diff(made(after), made(before)), true),
        );
      }),
    );
  });
});

describe('a difference in print', () => {
  const changes = diff(
    [project('lu', [agreed], { title: '路' }), region('jing', { title: '京' })],
    [project('lu', [agreed, report], { title: '路*' })],
  );

  it('is grouped by kind of fact and says what it is about', () => {
    expect(printDiff(changes)).toBe(`没有了而未说明（1）
  地区 jing《京》

状态（1）
  项目 lu《路*》
    约定 → 报道已完成

记载（1）
  项目 lu《路*》
    b#p1　增：report done “戊”：“戊”

最近提到（沉默从这里数起）（1）
  项目 lu《路*》
    2017 → 2018

其他说法（1）
  项目 lu《路*》
    title　路 → 路*
`);
  });

  it('is Markdown for a release, its words shown as they are', () => {
    expect(printDiffMarkdown(changes)).toContain(
      '## 其他说法（1）\n\n- 项目 lu《路\\*》：title　路 → 路\\*\n',
    );
  });
});
