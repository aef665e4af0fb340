import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clausesOf,
  makeDocuments,
  sampleQueries,
  toDocument,
} from '../../../scripts/bench-search-documents.ts';
import { toPage } from '../../../scripts/bench-search-site.ts';
import { fold } from '../../../src/search/tokens.ts';

const clauses = clausesOf(['推动雄安建设，加快京雄高速；“交钥匙”项目。', '推动雄安建设，支持309家企业！']);

test('clauses are what stands between punctuation, each once, the shortest left out', () => {
  expect(clauses).toEqual(['推动雄安建设', '加快京雄高速', '“交钥匙”项目', '支持309家企业']);
  expect(clausesOf(['好，行。'])).toEqual([]);
});

test('the same seed makes the same documents, another seed others', () => {
  const make = (seed: number) => [...makeDocuments(clauses, { count: 3, seed })];
  expect(make(1)).toEqual(make(1));
  expect(make(2)).not.toEqual(make(1));
  expect(make(1)).toHaveLength(3);
});

test('queries are of 1 to 8 characters, none twice, and stand in a document', () => {
  const documents = [...makeDocuments(clauses, { count: 5, seed: 3 })];
  const whole = documents.map(({ paragraphs }) => paragraphs.map(fold).join('\n')).join('\n');
  const queries = sampleQueries(documents, 40, 3);
  expect(queries).toHaveLength(40);
  expect(new Set(queries).size).toBe(40);
  expect(queries.map((query) => Array.from(query).length)).toEqual(
    Array.from({ length: 40 }, (_, nth) => 1 + (nth % 8)),
  );
  expect(queries.filter((query) => !whole.includes(query))).toEqual([]);
});

test('a text file is a document whose paragraphs are parted by empty lines', () => {
  expect(toDocument('folder/法规.txt', '第一段\n接着。\r\n\r\n 第二段 \n\n\n')).toEqual({
    title: '法规',
    paragraphs: ['第一段 接着。', '第二段'],
  });
});

test('whatever a document holds, its page has that many paragraphs and no other element in them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), fc.string(), (paragraphs, title) => {
      const page = toPage({ title, paragraphs });
      expect(page.split('<p>')).toHaveLength(paragraphs.length + 1);
      expect(page.match(/<(?!\/?(?:html|head|meta|title|body|main|p|!doctype)\b)/g)).toBeNull();
    }),
  );
});
