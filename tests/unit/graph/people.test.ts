import { describe, expect, it } from 'vitest';
import { buildGraph, getEntry } from '../../../src/graph/graph.ts';
import { appearancesOf, namesakes, titlesOf } from '../../../src/graph/people.ts';
import { corpus, leader, passage, source } from './made-corpus.ts';

const role = (title: string, passageId: string) => ({
  title,
  evidence: { passage: `yi#${passageId}`, quote: title },
});

const graph = buildGraph(
  corpus(
    [
      source('yi'),
      source('er'),
      leader('lin', {
        title: '林',
        roles: [role('市长', 'p1'), role('代市长', 'p2'), role('市长', 'p2')],
        mentions: [{ passage: 'yi#p1', quote: '林' }],
      }),
      leader('lin-er', { title: '林', mentions: [{ passage: 'yi#p2', quote: '林' }] }),
      leader('zhou', { title: '周' }),
    ],
    [passage('p1', '市长林'), passage('p2', '代市长林')],
  ),
);
const sources = [getEntry(graph, 'sources', 'er'), getEntry(graph, 'sources', 'yi')];

describe('a person', () => {
  it('appears in the articles that name them and in no other, with each title once', () => {
    const [only, ...others] = appearancesOf(graph, getEntry(graph, 'leaders', 'lin'), sources);
    expect(others).toEqual([]);
    expect(only?.source.id).toBe('yi');
    expect(only === undefined ? [] : titlesOf(only)).toEqual(['市长', '代市长']);
    expect(only?.mentions).toHaveLength(1);
  });

  it('appears without a title where an article prints none, and nowhere when no article names them', () => {
    expect(
      appearancesOf(graph, getEntry(graph, 'leaders', 'lin-er'), sources).map((each) => titlesOf(each)),
    ).toEqual([[]]);
    expect(appearancesOf(graph, getEntry(graph, 'leaders', 'zhou'), sources)).toEqual([]);
  });

  it('who shares a name stands with all who do, and nobody else does', () => {
    expect(namesakes(graph).map((people) => people.map(({ id }) => id))).toEqual([['lin', 'lin-er']]);
  });
});
