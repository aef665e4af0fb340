import { describe, expect, it } from 'vitest';
import { checkFigureNumbers, checkNumbers } from '../../../src/graph/checks/numbers.ts';
import { buildGraph } from '../../../src/graph/graph.ts';
import { accountedNumbers } from '../../../src/graph/numbers.ts';
import type { DataOf, Entry } from '../../../src/model/collections.ts';
import type { Expressions } from '../../../src/model/numbers.ts';
import type { Passage } from '../../../src/model/passage.ts';
import { corpus, figure, passage } from './made-corpus.ts';

const four = (data: Partial<DataOf<'figures'>> = {}): Entry =>
  figure('si', { value: '4', unit: '所', evidence: { passage: 'yi#p1', quote: '学校4所' }, ...data });

/** Every number of the passages with what became of it. */
function fates(
  passages: readonly Passage[],
  entries: readonly Entry[],
  expressions: Expressions = [],
): string[] {
  return accountedNumbers(buildGraph(corpus(entries, passages)), expressions).map(
    ({ number, fate }) => `${number.text} ${fate.kind}`,
  );
}

describe('a number', () => {
  it('is the figure whose quote prints it with its unit, and no other number of the quote', () => {
    const long = four({ evidence: { passage: 'yi#p1', quote: '4个区建学校4所、医院14所' } });
    expect(fates([passage('p1', '4个区建学校4所、医院14所。')], [long])).toEqual([
      '4 gap',
      '4 figure',
      '14 gap',
    ]);
  });

  it('is the figure again where the figure says it is repeated, whatever its unit there', () => {
    const again = four({ repeats: [{ passage: 'yi#p2', quote: '4校' }] });
    expect(fates([passage('p1', '学校4所。'), passage('p2', '4校')], [again])).toEqual([
      '4 figure',
      '4 figure',
    ]);
  });

  it('may have its comparator before its unit', () => {
    const more = four({
      value: '4000',
      unit: '家',
      comparator: '余',
      evidence: { passage: 'yi#p1', quote: '4000余家' },
    });
    expect(fates([passage('p1', '吸引4000余家。')], [more])).toEqual(['4000 figure']);
  });

  it('excuses itself as a date, as a place in an order, and as layout', () => {
    const passages = [passage('p1', '2019年6月3日，第二批。一是快。'), passage('p2', '3', 'furniture')];
    expect(fates(passages, [])).toEqual([
      '2019 date',
      '6 date',
      '3 date',
      '二 order',
      '一 order',
      '3 layout',
    ]);
  });

  it('is excused by an expression only where the expression stands', () => {
    expect(
      fates([passage('p1', '三区一基地，一基地，三区。')], [], [{ words: '三区一基地', reason: 'formula' }]),
    ).toEqual(['三 expression', '一 expression', '一 gap', '三 gap']);
  });
});

/** Code and details of what is wrong. */
function faults(
  passages: readonly Passage[],
  entries: readonly Entry[],
  expressions: Expressions = [],
): unknown[] {
  const graph = buildGraph(corpus(entries, passages));
  return [...checkFigureNumbers(graph), ...checkNumbers(graph, expressions)].map(({ code, details }) => [
    code,
    details,
  ]);
}

describe('what is reported', () => {
  it('is every number that is neither figure nor excused, with the words around it', () => {
    expect(faults([passage('p1', '学校4所，医院3所。')], [four()])).toEqual([
      ['number-gap', { words: '学校4所，医院【3】所。', passage: 'yi#p1' }],
    ]);
  });

  it('is an expression no number needs: where none is within it, and where a longer one or a figure is first', () => {
    const expressions: Expressions = [
      { words: '学校', reason: 'name' },
      { words: '统一', reason: 'word' },
      { words: '统一规划', reason: 'formula' },
      { words: '学校4所', reason: 'name' },
    ];
    expect(faults([passage('p1', '学校4所，统一规划。')], [four()], expressions)).toEqual(
      ['学校', '统一', '学校4所'].map((words) => ['number-needless', { words }]),
    );
  });

  it('is a quote in which the number of the figure stands twice, or only with another unit', () => {
    const text = '小学4所、中学4所，4个区的所。';
    const inQuote = (quote: string): Entry => four({ evidence: { passage: 'yi#p1', quote } });
    const own = (quote: string): unknown => faults([passage('p1', text)], [inQuote(quote)])[0];
    expect(own('小学4所、中学4所')).toEqual(['figure-number', { number: '4所', count: 2 }]);
    expect(own('4个区的所')).toEqual(['figure-number', { number: '4所', count: 0 }]);
  });

  it('is no gap while some quote stands nowhere, for it may be meant', () => {
    expect(
      faults([passage('p1', '学校4所。')], [four({ evidence: { passage: 'yi#p1', quote: '学效4所' } })]),
    ).toEqual([]);
  });
});
