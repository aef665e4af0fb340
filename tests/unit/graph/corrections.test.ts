import { describe, expect, it } from 'vitest';
import { addressBook } from '../../../src/graph/addresses.ts';
import { checkCorrections } from '../../../src/graph/checks/corrections.ts';
import { buildGraph } from '../../../src/graph/graph.ts';
import type { DeclaredAddresses } from '../../../src/model/addresses.ts';
import { correction, type Correction } from '../../../src/model/corrections.ts';
import { theme } from './made-corpus.ts';

const made = (id: string, date: string, ...entries: string[]): Correction => ({
  id,
  date,
  entries,
  was: '甲',
  now: '乙',
  why: '丙',
  by: '丁',
});

/** What is wrong with corrections in a record of two themes, one of which was called `tielu`. */
function problemsOf(corrections: Correction[], declared: Partial<DeclaredAddresses> = {}): string[] {
  const entries = [theme('jiaotong', { formerIds: ['tielu'] }), theme('shengtai', { order: 2 })];
  const graph = buildGraph({ entries, passages: new Map(), broken: new Set(), corrections });
  const ledger = ['/themes/jiaotong/', '/themes/tielu/', '/themes/shengtai/', '/themes/guihua/'];
  const book = addressBook(graph, ledger, { moved: [], retired: [], ...declared });
  return checkCorrections(graph, book).map(({ code, at }) =>
    [code, ...(at.kind === 'path' ? at.path : [])].join(' '),
  );
}

describe('a correction', () => {
  it('may be of an entry that is there, was renamed since, or was retired since', () => {
    const retired = [
      { addresses: ['/themes/guihua/'], was: '主题“规划”', date: '2026-11-22', reason: '重复' },
    ];
    const all = made('yi', '2026-11-20', 'themes/jiaotong', 'themes/tielu', 'themes/guihua');
    expect(problemsOf([all], { retired })).toEqual([]);
  });

  it('of what was never published fails, by its place', () => {
    expect(problemsOf([made('yi', '2026-11-20', 'themes/jiaotong', 'themes/jiaotng')])).toEqual([
      'correction-unknown corrections 0 entries 1',
    ]);
  });

  it('has an ID of its own and comes after those of earlier days', () => {
    const of = (id: string, date: string): Correction => made(id, date, 'themes/jiaotong');
    expect(problemsOf([of('yi', '2026-11-20'), of('er', '2026-11-20'), of('yi', '2026-11-19')])).toEqual([
      'id-duplicate corrections 2 id',
      'correction-order corrections 2 date',
    ]);
  });

  it('has a whole day, and names entries by collection and ID', () => {
    const fits = (change: object): boolean =>
      correction.safeParse({ ...made('yi', '2026-11-20', 'clauses/xieyi/yi-1'), ...change }).success;
    expect(fits({})).toBe(true);
    expect(
      [{ date: '2026-11' }, { date: '2026-11-31' }, { entries: [] }, { entries: ['lu/yi'] }].map(fits),
    ).toEqual([false, false, false, false]);
  });

  it('is an address for ever', () => {
    const graph = buildGraph({
      entries: [theme('jiaotong')],
      passages: new Map(),
      broken: new Set(),
      corrections: [made('yi', '2026-11-20', 'themes/jiaotong')],
    });
    expect([...addressBook(graph, [], { moved: [], retired: [] }).published]).toContain('/corrections/#yi');
  });
});
