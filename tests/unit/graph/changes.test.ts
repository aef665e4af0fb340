import { expect, it } from 'vitest';
import { recordProblems } from '../../../scripts/content-problems.ts';
import { checkChanges } from '../../../src/graph/checks/changes.ts';
import { readContent } from '../../../src/read/content.ts';
import { withProject } from './fixture-project.ts';

const problemsWith = (articles: readonly string[]) =>
  withProject((root) => {
    const { graph } = recordProblems(readContent(root));
    const change = { id: 'a', date: '2021-06-12', title: '收录', summary: '条目', articles: [...articles] };
    return checkChanges(graph, [change]).map(({ code, details }) => ({ code, ...details }));
  });

it('is content when every article stands in a change', () => {
  expect(problemsWith(['hezuo-xieyi-2021'])).toEqual([]);
});

it('names an article that stands in none, and one that there is not, with the nearest', () => {
  expect(problemsWith(['hezuo-xieyi-2012'])).toEqual([
    { code: 'change-missing', article: 'hezuo-xieyi-2021' },
    {
      code: 'reference-dangling',
      field: 'articles',
      id: 'hezuo-xieyi-2012',
      collection: 'sources',
      nearest: 'hezuo-xieyi-2021',
    },
  ]);
});
