import { expect, test } from 'vitest';
import { noFacets, packTable, unpackTable, type PageRow } from '../../../src/search/page.ts';

const rows: readonly PageRow[] = [
  {
    url: '/agreements/x/',
    title: '协议  "甲"　<乙>&\u{20bb7}',
    kind: '协议',
    path: '协议 › 计划',
    date: '2017-08-18（推断）',
    status: '',
    facets: {
      theme: ['jiaotong', 'shengtai'],
      region: ['xiongan'],
      year: ['2017'],
      source: ['a'],
      status: [],
    },
  },
  { url: '/method/', title: '方法', kind: '说明', path: '', date: '', status: '', facets: noFacets },
];

test('a table of pages comes back as it was packed', () => {
  const table = { version: 'abc', parts: 3, pages: rows, starts: [0, 17] };
  expect(unpackTable(JSON.parse(packTable(table, 40)))).toEqual(table);
});

test.each([
  [undefined],
  [null],
  [[]],
  [{ version: 'a', parts: 1 }],
  ['text'],
  [{ version: 1, parts: 1, pages: [] }],
])('what is no table is refused: %j', (value) => {
  expect(() => unpackTable(value)).toThrow('Not a table of pages');
});
