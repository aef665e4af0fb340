import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences, type Exactness } from '../../../scripts/exam.ts';
import {
  holders,
  judge,
  kinds,
  reduced,
  sampleStrings,
  type Answer,
  type ExamPage,
  type Question,
} from '../../../scripts/exam-questions.ts';
import { projectRoot } from '../../../scripts/cli.ts';

const pages: ExamPage[] = [
  { address: '/sources/a/', blocks: [reduced('张家口、承德'), reduced('２０１９年')] },
  { address: '/projects/b/', blocks: [reduced('张家口'), reduced('承德')] },
  { address: '/projects/c/', blocks: [reduced('雄安')] },
];
const hold = (query: string): Set<string> => holders(pages, query);

function answered(total: number, interpretation: string, hits: readonly string[]): Answer {
  return { total, interpretation, hits, named: [], passages: [] };
}

describe('the pages that hold a query', () => {
  test.each([
    ['张家口、承德', ['/sources/a/']],
    ['张家口 承德', ['/sources/a/', '/projects/b/']],
    ['承德 -2019年', ['/projects/b/']],
    ['上海', []],
    ['。，', []],
    ['-雄安', []],
  ])('%s: %j', (query, addresses) => {
    expect([...hold(query)]).toEqual(addresses);
  });
});

describe('an answer to a question of an exact kind', () => {
  const question: Question = { q: '张家口、承德', kind: 'substring', expect: { passages: ['a#p1'] } };
  const right = { ...answered(1, 'exact', ['/sources/a/#p1']), passages: ['a#p1'] };

  test('is right when it has every page, no other, and leads to the passage', () => {
    expect(judge(question, right, hold)).toBe('right');
  });

  test('is misread when it is not for the words as typed', () => {
    expect(judge(question, { ...right, interpretation: 'all-terms' }, hold)).toBe('misread');
  });

  test('misses a page that is not there', () => {
    expect(judge(question, { ...right, hits: [] }, hold)).toBe('missed');
  });

  test('invents a page that does not hold the words, and a number that is not that of its pages', () => {
    expect(judge(question, { ...right, total: 2, hits: [...right.hits, '/projects/c/'] }, hold)).toBe(
      'invented',
    );
    expect(judge(question, { ...right, total: 2 }, hold)).toBe('invented');
  });

  test('is misplaced when a hit in the article leads to another passage', () => {
    expect(judge(question, { ...right, passages: ['a#p2'] }, hold)).toBe('misplaced');
  });

  test('is no answer when the search did not end', () => {
    expect(judge(question, { ...right, total: undefined }, hold)).toBe('unanswered');
  });
});

test('a reading is right when it is one of those allowed and finds what it was read as', () => {
  const question: Question = {
    q: '雄安新区',
    kind: 'alias',
    expect: { interpretation: ['alias'], as: '雄安', pages: ['/projects/c/'] },
  };
  expect(judge(question, answered(1, 'alias', ['/projects/c/']), hold)).toBe('right');
  expect(judge(question, answered(1, 'pinyin', ['/projects/c/']), hold)).toBe('misread');
  expect(judge(question, answered(0, 'alias', []), hold)).toBe('missed');
  expect(judge(question, answered(2, 'alias', ['/projects/c/', '/projects/b/']), hold)).toBe('invented');
});

test('what is nowhere is to be found nowhere, and said so', () => {
  const question: Question = { q: '上海', kind: 'negative', expect: { total: 0 } };
  expect(judge(question, answered(0, 'none', []), hold)).toBe('right');
  expect(judge(question, answered(0, 'nearest', []), hold)).toBe('misread');
  expect(judge(question, answered(1, 'nearest', ['/projects/c/']), hold)).toBe('invented');
});

test('one string is taken from each page, the same every time, and stands in it', () => {
  const strings = sampleStrings(pages);
  expect(sampleStrings(pages)).toEqual(strings);
  expect(strings).toHaveLength(pages.length);
  for (const [nth, string] of strings.entries()) expect(hold(string)).toContain(pages[nth]?.address);
});

test('the exam has 200 questions and more, of every kind, and none twice in a kind', () => {
  const questions = JSON.parse(
    readFileSync(join(projectRoot, 'tests/exam/queries.json'), 'utf8'),
  ) as Question[];
  expect(questions.length).toBeGreaterThanOrEqual(200);
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(kinds));
  expect(new Set(questions.map(({ q, kind }) => `${kind} ${q}`)).size).toBe(questions.length);
});

test('a fresh run is compared with the committed one figure by figure', () => {
  const committed: Exactness = {
    questions: 2,
    right: 2,
    exact: { recall: 1, precision: 1 },
    sampled: { recall: 1, precision: 1 },
    kinds: [{ name: '字面', questions: 2, right: 2 }],
    faults: [],
  };
  expect(differences(committed, committed)).toEqual([]);
  const fresh: Exactness = {
    ...committed,
    right: 1,
    sampled: { recall: 0.5, precision: 1 },
    kinds: [{ name: '字面', questions: 2, right: 1 }],
    faults: [{ q: '京雄', kind: '字面', verdict: '漏了网页' }],
  };
  expect(differences(committed, fresh)).toEqual([
    'right：已提交 2，现在 1',
    'sampled.recall：已提交 1，现在 0.5',
    '字面：已提交 2/2，现在 1/2',
    '字面“京雄”：已提交 无，现在 漏了网页',
  ]);
});
