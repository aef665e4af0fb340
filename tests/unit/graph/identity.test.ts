import { describe, expect, it } from 'vitest';
import { checkClauseOrder, checkWorkPointOrder } from '../../../src/graph/checks/clauses.ts';
import { checkDuplicateIds, checkOrphans, checkTitles } from '../../../src/graph/checks/identity.ts';
import { buildGraph, type Graph } from '../../../src/graph/graph.ts';
import type { Entry } from '../../../src/model/collections.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { clause, corpus, leader, passage, plan, region, theme, workPoint } from './made-corpus.ts';

/** File, code and details of what a check finds. */
function found(
  check: (graph: Graph) => Problem[],
  entries: readonly Entry[],
  broken: readonly string[] = [],
): unknown[] {
  const graph = buildGraph({ ...corpus(entries, [passage('p1', '京')]), broken: new Set(broken) });
  return check(graph).map(({ file, code, details }) => ({ file, code, ...details }));
}

describe('titles', () => {
  it('are unique within a collection', () => {
    expect(
      found(checkTitles, [
        region('b', { title: '京' }),
        region('a', { title: '京' }),
        theme('c', { title: '京' }),
      ]),
    ).toEqual([{ file: 'content/regions/b.mdx', code: 'title-duplicate', title: '京', other: 'regions/a' }]);
  });

  it('of people may be the same: two may bear one name', () => {
    expect(
      found(checkTitles, [leader('li-wei-1', { title: '李伟' }), leader('li-wei-2', { title: '李伟' })]),
    ).toEqual([]);
  });
});

describe('a place in the order of themes', () => {
  it('is given once, and the second to claim it is told who has it', () => {
    expect(
      found(checkDuplicateIds, [
        theme('a', { order: 3 }),
        theme('b', { order: 3 }),
        theme('c', { order: 4 }),
      ]),
    ).toEqual([
      { file: 'content/themes/b.mdx', code: 'id-duplicate', id: '3', where: ' content/themes/a.mdx' },
    ]);
  });
});

describe('an entity', () => {
  const lone = region('jing');

  it('that nothing refers to, and that refers to nothing, is an orphan', () => {
    expect(found(checkOrphans, [lone])).toEqual([
      { file: 'content/regions/jing.mdx', code: 'entry-orphaned', id: 'jing' },
    ]);
  });

  it('is none when it refers to another or another refers to it', () => {
    expect(found(checkOrphans, [lone, region('haidian', { parent: 'jing' })])).toEqual([]);
  });

  it('is not called an orphan while a file that may refer to it has faults', () => {
    expect(found(checkOrphans, [lone], ['regions/haidian'])).toEqual([]);
  });
});

describe('work points', () => {
  const areas = plan('yaodian', ['gongjiao', 'ditie']);
  const first = workPoint('a');

  it('are numbered from 1 under each keyword', () => {
    const others = [workPoint('b', { order: 2 }), workPoint('c', { area: 'ditie' })];
    expect(found(checkWorkPointOrder, [areas, first, ...others])).toEqual([]);
  });

  it('are told the first number that is missing or given twice', () => {
    expect(found(checkWorkPointOrder, [areas, first, workPoint('b', { order: 3 })])).toEqual([
      {
        file: 'content/work-points/b.mdx',
        code: 'clause-out-of-order',
        area: 'gongjiao',
        expected: 2,
        found: '1、3',
      },
    ]);
    expect(found(checkWorkPointOrder, [areas, first, workPoint('b')])).toEqual([
      {
        file: 'content/work-points/a.mdx',
        code: 'clause-out-of-order',
        area: 'gongjiao',
        expected: 2,
        found: '1、1',
      },
    ]);
  });

  it('are not told of a gap that another fault leaves', () => {
    const second = workPoint('b', { order: 2 });
    expect(found(checkWorkPointOrder, [areas, workPoint('a', { area: 'dianche' }), second])).toEqual([]);
    expect(found(checkWorkPointOrder, [areas, workPoint('a', { plan: 'yaodain' }), second])).toEqual([]);
    expect(found(checkWorkPointOrder, [areas, second], ['work-points/a'])).toEqual([]);
  });
});

describe('clauses', () => {
  const agreement = plan('xieyi', ['lu']);
  const second = clause('xieyi/lu-2', { area: 'lu', order: 2 });

  it('are told of a gap, unless the clause that would fill it has faults of its own', () => {
    expect(found(checkClauseOrder, [agreement, second])).toEqual([
      {
        file: 'content/clauses/xieyi/lu-2.mdx',
        code: 'clause-out-of-order',
        area: 'lu',
        expected: 1,
        found: '2',
      },
    ]);
    expect(found(checkClauseOrder, [agreement, second], ['clauses/xieyi/lu-1'])).toEqual([]);
    expect(found(checkClauseOrder, [agreement, second, clause('xieyi/lu-1', { area: 'lou' })])).toEqual([]);
  });

  it('of one agreement do not wait for another', () => {
    expect(found(checkClauseOrder, [agreement, second], ['clauses/yueding/lu-1'])).toHaveLength(1);
  });
});
