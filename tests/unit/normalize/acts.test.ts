import { describe, expect, it, test } from 'vitest';
import {
  dropBlocks,
  joinBlocks,
  moveBlocks,
  replaceWords,
  splitAfter,
  splitBefore,
  type Outcome,
} from '../../../src/normalize/acts.ts';
import { repairNotes } from '../../../src/normalize/apply-repairs.ts';
import type { Block } from '../../../src/normalize/blocks.ts';
import { textOf } from '../../../src/normalize/glyphs.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { blocksOf, filesOf, read, repairsOf, shown } from './raw-article.ts';

/** 1甲乙丙 2丁戊 | 4己庚己 | 6辛 */
const blocks = blocksOf('甲乙丙\n丁戊\n\n己庚己\n\n辛', 'columns');

type Act = (blocks: readonly Block[]) => Outcome;

describe('an act that fits', () => {
  test.each<[string, Act, string[], string]>([
    [
      'replaces words of a line',
      (all) => replaceWords(all, { line: 1, from: '乙丙', to: '壬' }),
      ['1甲壬|2丁戊', '4己庚己', '6辛'],
      '乙丙',
    ],
    [
      'replaces words by none',
      (all) => replaceWords(all, { line: 2, from: '丁', to: '' }),
      ['1甲乙丙|2戊', '4己庚己', '6辛'],
      '丁',
    ],
    ['splits after a line', (all) => splitAfter(all, 1), ['1甲乙丙', '2丁戊', '4己庚己', '6辛'], ''],
    [
      'splits before words within a line',
      (all) => splitBefore(all, { line: 1, before: '丙' }),
      ['1甲乙', '1丙|2丁戊', '4己庚己', '6辛'],
      '',
    ],
    [
      'splits before the words a later line begins with',
      (all) => splitBefore(all, { line: 2, before: '丁' }),
      ['1甲乙丙', '2丁戊', '4己庚己', '6辛'],
      '',
    ],
    [
      'moves a block behind another',
      (all) => moveBlocks(all, { from: 1, to: 2, after: 4 }),
      ['4己庚己', '1甲乙丙|2丁戊', '6辛'],
      '',
    ],
    [
      'moves several blocks to the very beginning, in their order',
      (all) => moveBlocks(all, { from: 4, to: 6, after: 0 }),
      ['4己庚己', '6辛', '1甲乙丙|2丁戊'],
      '',
    ],
    ['joins two blocks', (all) => joinBlocks(all, [2, 4]), ['1甲乙丙|2丁戊|4己庚己', '6辛'], ''],
    ['drops blocks', (all) => dropBlocks(all, { from: 3, to: 6 }), ['1甲乙丙|2丁戊'], '己庚己辛'],
  ])('%s', (_, act, after, removed) => {
    const outcome = act(blocks);
    if (outcome.kind === 'unmatched') throw new Error(outcome.reason);
    expect(shown(outcome.blocks)).toEqual(after);
    expect(textOf(outcome.removed ?? [])).toBe(removed);
  });

  it('leaves the blocks it was given as they were', () => {
    replaceWords(blocks, { line: 1, from: '乙', to: '壬' });
    joinBlocks(blocks, [2, 4]);
    expect(shown(blocks)).toEqual(['1甲乙丙|2丁戊', '4己庚己', '6辛']);
  });
});

describe('an act that fits nothing says why', () => {
  test.each<[string, Act, string]>([
    [
      'words that stand twice in the line',
      (all) => replaceWords(all, { line: 4, from: '己', to: '' }),
      '“己”在那里不是恰好出现一次',
    ],
    [
      'words that stand on another line',
      (all) => replaceWords(all, { line: 2, from: '甲', to: '' }),
      '“甲”在那里不是恰好出现一次',
    ],
    [
      'a split after the last line of a block',
      (all) => splitAfter(all, 2),
      '那里之后本来就是断开的，或没有这个编号',
    ],
    ['a split after a blank line', (all) => splitAfter(all, 3), '那里之后本来就是断开的，或没有这个编号'],
    [
      'a split before words at the head of a block',
      (all) => splitBefore(all, { line: 1, before: '甲' }),
      '“甲”在那里不是恰好出现一次，或本来就在段首',
    ],
    [
      'a split before words that stand twice',
      (all) => splitBefore(all, { line: 4, before: '己' }),
      '“己”在那里不是恰好出现一次，或本来就在段首',
    ],
    ['a move of half a block', (all) => moveBlocks(all, { from: 2, to: 3, after: 4 }), '那里没有完整的一块'],
    [
      'a move behind a line that no block holds',
      (all) => moveBlocks(all, { from: 1, to: 2, after: 5 }),
      '没有编号5可接',
    ],
    [
      'a move behind the block itself',
      (all) => moveBlocks(all, { from: 1, to: 2, after: 1 }),
      '没有编号1可接',
    ],
    ['a join of blocks apart', (all) => joinBlocks(all, [2, 6]), '它们不是前后相邻两块的末行与首行'],
    ['a join backwards', (all) => joinBlocks(all, [4, 1]), '它们不是前后相邻两块的末行与首行'],
    [
      'a join of lines that run on already',
      (all) => joinBlocks(all, [1, 2]),
      '它们不是前后相邻两块的末行与首行',
    ],
    ['a drop of half a block', (all) => dropBlocks(all, { from: 1, to: 1 }), '那里没有完整的一块'],
    ['a drop of blank lines', (all) => dropBlocks(all, { from: 5, to: 5 }), '那里没有完整的一块'],
  ])('%s', (_, act, reason) => {
    expect(act(blocks)).toEqual({ kind: 'unmatched', reason });
  });
});

describe('declared acts', () => {
  it('are applied in the order replacements, splits, moves, joins, drops', () => {
    const raw = '甲乙\n丙\n\n丁\n\n戊';
    const acts = {
      drops: [{ from: 6, to: 6, reason: '不收' }],
      joins: [{ pairs: [[4, 1]] as [number, number][], reason: '接回' }],
      moves: [{ from: 1, to: 1, after: 4, reason: '移位' }],
      splits: [
        { line: 1, before: '壬', reason: '分段' },
        { after: [1], reason: '分段' },
      ],
      replacements: [{ line: 1, from: '乙', to: '壬', reason: '改字' }],
    };
    expect(read(raw, 'columns', acts).texts).toEqual(['丙', '丁甲', '壬']);
  });

  it('lose the space that a split leaves at an end', () => {
    const acts = { splits: [{ line: 1, before: '(乙)', reason: '署名' }] };
    expect(read('甲说。 (乙)', 'lines', acts)).toEqual({
      texts: ['甲说。', '(乙)'],
      rules: { 'edge-space': 1 },
    });
  });

  it('run lines on without closing the spaces of a text that is not in columns', () => {
    const acts = { joins: [{ pairs: [[1, 2]] as [number, number][], reason: '接回' }] };
    expect(read('范俊生 高枝\n王 皓', 'lines', acts).texts).toEqual(['范俊生 高枝王 皓']);
  });

  it('are told to readers with their places and reasons, in the order applied', () => {
    const repairs = repairsOf('columns', [], {
      labels: [{ before: 'p6', label: '生态', reason: '缺小标题' }],
      drops: [
        { from: 7, to: 7, reason: '广告' },
        { from: 8, to: 9, reason: '广告' },
      ],
      joins: [
        {
          pairs: [
            [1, 3],
            [5, 7],
          ],
          reason: '空行在句中',
        },
      ],
      moves: [
        { from: 4, to: 4, after: 0, reason: '标题在末尾' },
        { from: 5, to: 6, after: 2, reason: '错栏' },
      ],
      splits: [
        { after: [3, 5], reason: '连排' },
        { line: 4, before: '（王', reason: '署名' },
      ],
      replacements: [{ line: 2, from: '己', to: '已', reason: '误字' }],
    });
    expect(repairNotes(repairs)).toEqual([
      { act: 'replace', where: '第2行“己”→“已”', reason: '误字' },
      { act: 'split', where: '第3、5行之后', reason: '连排' },
      { act: 'split', where: '第4行“（王”之前', reason: '署名' },
      { act: 'move', where: '第4行移到全文之首', reason: '标题在末尾' },
      { act: 'move', where: '第5行至第6行移到第2行之后', reason: '错栏' },
      { act: 'join', where: '第1行接第3行、第5行接第7行', reason: '空行在句中' },
      { act: 'drop', where: '第7行', reason: '广告' },
      { act: 'drop', where: '第8行至第9行', reason: '广告' },
      { act: 'label', where: 'p6之前标“生态”', reason: '缺小标题' },
    ]);
  });

  it('are placed by block in a page', () => {
    const repairs = repairsOf('html', [], { drops: [{ from: 2, to: 3, reason: '广告' }] });
    expect(repairNotes(repairs)).toEqual([{ act: 'drop', where: '第2块至第3块', reason: '广告' }]);
  });

  it('that fit nothing are each reported at their place in repairs.yaml, and nothing else is', () => {
    const repairs = repairsOf('columns', [{ id: 'p1', lines: '1-3', kind: 'text' }], {
      drops: [{ from: 9, to: 9, reason: '广告' }],
      joins: [
        {
          pairs: [
            [1, 3],
            [1, 4],
          ],
          reason: '空行在句中',
        },
      ],
      moves: [{ from: 8, to: 9, after: 1, reason: '错栏' }],
      splits: [
        { after: [1, 7], reason: '连排' },
        { line: 1, before: '癸', reason: '署名' },
      ],
      replacements: [{ line: 2, from: '己', to: '已', reason: '误字' }],
    });
    const result = normalize(filesOf('甲\n\n乙', repairs));
    if (result.kind === 'passages') throw new Error('nothing was reported');
    expect(result.problems.map(({ code, file, at, details }) => ({ code, file, at, details }))).toEqual(
      (
        [
          [['replacements', 0], 'replace', '第2行', '“己”在那里不是恰好出现一次'],
          [['splits', 0, 'after', 0], 'split', '第1行', '那里之后本来就是断开的，或没有这个编号'],
          [['splits', 0, 'after', 1], 'split', '第7行', '那里之后本来就是断开的，或没有这个编号'],
          [['splits', 1], 'split', '第1行', '“癸”在那里不是恰好出现一次，或本来就在段首'],
          [['moves', 0], 'move', '第8行至第9行', '那里没有完整的一块'],
          [['joins', 0, 'pairs', 1], 'join', '第1行与第4行', '它们不是前后相邻两块的末行与首行'],
          [['drops', 0], 'drop', '第9行', '那里没有完整的一块'],
        ] as const
      ).map(([path, act, place, reason]) => ({
        code: 'repair-unmatched',
        file: 'repairs.yaml',
        at: { kind: 'path', path },
        details: { act, place, reason },
      })),
    );
  });
});

describe('the list of passages', () => {
  const files = (lines: string[]) =>
    filesOf(
      '甲\n乙\n\n丙\n\n丁',
      repairsOf(
        'columns',
        lines.map((range, index) => ({ id: `p${String(index + 1)}`, lines: range, kind: 'text' })),
      ),
    );

  test.each<[string, string[], number, string, string]>([
    ['says other lines than there are', ['1-2', '3', '6'], 1, '3', '4'],
    ['leaves a passage out', ['1-2', '4'], 1, '（没有）', '6'],
    ['has one too many', ['1-2', '4', '6', '7'], 3, '7', '（没有）'],
  ])('is at fault where it %s', (_, lines, index, listed, found) => {
    expect(normalize(files(lines))).toEqual({
      kind: 'problems',
      problems: [
        {
          code: 'repair-passages',
          file: 'repairs.yaml',
          at: { kind: 'path', path: ['passages', index] },
          details: { listed, found },
        },
      ],
    });
  });

  it('gives each passage its kind, part, voice and label', () => {
    const repairs = repairsOf(
      'lines',
      [
        { id: 'p1', lines: '1', kind: 'heading' },
        { id: 'p2', lines: '2', kind: 'text' },
        { id: 'p3', lines: '3', kind: 'text', voice: 'report', part: 'b' },
        { id: 'p4', lines: '4', kind: 'text', part: 'b' },
      ],
      { labels: [{ before: 'p2', label: '交通', reason: '缺小标题' }] },
    );
    const parts = [{ id: 'a' }, { id: 'b', voice: 'speech' as const }];
    const result = normalize(filesOf('甲\n乙\n丙\n丁', { ...repairs, source: { ...repairs.source, parts } }));
    expect(result.kind === 'passages' && result.passages).toEqual([
      { id: 'p1', kind: 'heading', part: 'a', rawLines: [[1, 1]], text: '甲' },
      { id: 'p2', kind: 'text', part: 'a', label: '交通', rawLines: [[2, 2]], text: '乙' },
      { id: 'p3', kind: 'text', part: 'b', voice: 'report', rawLines: [[3, 3]], text: '丙' },
      { id: 'p4', kind: 'text', part: 'b', voice: 'speech', rawLines: [[4, 4]], text: '丁' },
    ]);
  });

  it('may give a passage the words of a line that another begins on', () => {
    const acts = { splits: [{ line: 2, before: '（丙）', reason: '署名' }] };
    const { texts } = read('甲\n乙（丙）', 'columns', acts);
    expect(texts).toEqual(['甲乙', '（丙）']);
  });
});
