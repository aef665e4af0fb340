import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../../src/graph/checks/coverage.ts';
import { buildGraph } from '../../../src/graph/graph.ts';
import type { Coverage } from '../../../src/model/coverage.ts';
import type { Entry } from '../../../src/model/collections.ts';
import { clause, corpus, leader, passage, region, source, statement } from './made-corpus.ts';

/** Code, place and details of each fault in the coverage of `甲。乙。` (p1) and the title `题` (p2). */
function faults(entries: readonly Entry[], excuses: Coverage['excuses'] = []): unknown[] {
  const graph = buildGraph(
    corpus([source('yi'), ...entries], [passage('p1', '甲。乙。'), passage('p2', '题', 'title')]),
  );
  const declared = new Map([['yi', { file: 'coverage.yaml', excuses }]]);
  return checkCoverage(graph, declared).map(({ code, at, details }) => ({
    code,
    ...(at.kind === 'path' ? { path: at.path.join('.') } : {}),
    ...details,
  }));
}

const quoting = (quote: string): Entry => statement('lun', { evidence: [{ passage: 'yi#p1', quote }] });
const excuse = (quote: string, ref = 'yi#p1'): Coverage['excuses'][number] => ({
  passage: ref,
  quote,
  reason: 'framing',
});
const gap = (sentence: string): unknown => ({
  code: 'coverage-gap',
  path: 'excuses',
  sentence,
  passage: 'yi#p1',
});

describe('every sentence', () => {
  it('is quoted or excused', () => {
    expect(faults([quoting('甲')], [excuse('乙')])).toEqual([]);
    expect(faults([quoting('甲。乙')])).toEqual([]);
  });

  it('that is neither is a gap, all of them at once', () => {
    expect(faults([])).toEqual([gap('甲。'), gap('乙。')]);
  });

  it('is not quoted by an entry that only names a place or a person by it', () => {
    const place = region('jing', { evidence: [{ passage: 'yi#p1', quote: '甲' }] });
    const person = leader('lin', { mentions: [{ passage: 'yi#p1', quote: '甲' }] });
    expect(faults([place, person, quoting('乙')])).toEqual([gap('甲。')]);
  });

  it('is not called a gap while some quote stands nowhere, for it may be meant', () => {
    expect(faults([clause('xieyi/lu-1', { passage: 'yi#p1' })])).toEqual([]);
  });
});

describe('an excuse', () => {
  it('is needless for a sentence that is quoted, and for a title', () => {
    expect(faults([quoting('甲。乙')], [excuse('乙'), excuse('题', 'yi#p2')])).toEqual([
      { code: 'coverage-needless', path: 'excuses.0', quote: '乙', reason: '已有 lun 引用' },
      { code: 'coverage-needless', path: 'excuses.1', quote: '题', reason: '标题、署名和版面信息不必说明' },
    ]);
  });

  it('that names no passage of its source, or no words of it, is the only fault told', () => {
    expect(faults([quoting('甲')], [excuse('乙', 'yi#p9')])).toEqual([
      { code: 'passage-unknown', path: 'excuses.0.passage', passage: 'yi#p9' },
    ]);
    expect(faults([quoting('甲')], [excuse('丙')])).toEqual([
      { code: 'quote-not-found', path: 'excuses.0.quote', quote: '丙', passage: 'yi#p1' },
    ]);
  });
});
