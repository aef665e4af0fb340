import { expect, it } from 'vitest';
import { checkWording } from '../../../src/graph/checks/wording.ts';
import { buildGraph } from '../../../src/graph/graph.ts';
import type { DataOf } from '../../../src/model/collections.ts';
import { entry, passage, source } from './made-corpus.ts';

/** The fields of an article that claim words its quotes do not hold. */
function unprinted(data: Partial<DataOf<'sources'>>): unknown[] {
  const made = source('yi').data as DataOf<'sources'>;
  const article = entry('sources', 'yi', { ...made, title: '甲', ...data });
  const passages = new Map([['yi', [passage('p1', '甲乙丙')]]]);
  return checkWording(buildGraph({ entries: [article], passages, broken: new Set() })).map(
    ({ code, details }) => [code, 'field' in details ? details.field : undefined],
  );
}

const evidence = { passage: 'yi#p1', quote: '乙' };

it('lets an article name authors, a page and a publisher that it prints', () => {
  const data = {
    authors: [{ name: '乙', evidence }],
    page: { number: '乙', evidence },
    publisher: { name: '乙', basis: 'stated', evidence },
  } as const;
  expect(unprinted({ ...data, authors: [...data.authors] })).toEqual([]);
});

it('tells each author, page and stated name that the words quoted for it do not hold', () => {
  expect(
    unprinted({
      authors: [
        { name: '乙', evidence },
        { name: '丁', evidence },
      ],
      page: { number: '3', evidence },
      publisher: { name: '丁报', basis: 'stated', evidence },
      reprintedFrom: { name: '戊报', basis: 'stated', evidence },
    }),
  ).toEqual([
    ['wording-not-printed', 'authors.1.name'],
    ['wording-not-printed', 'page.number'],
    ['wording-not-printed', 'publisher.name'],
    ['wording-not-printed', 'reprintedFrom.name'],
  ]);
});

it('judges no inferred name by words it does not claim', () => {
  expect(unprinted({ publisher: { name: '丁报', basis: 'inferred', reason: '测试' } })).toEqual([]);
});
