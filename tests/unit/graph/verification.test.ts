import { expect, test } from 'vitest';
import { buildGraph, getPassage } from '../../../src/graph/graph.ts';
import { storedTexts } from '../../../src/graph/publish.ts';
import { verifyQuotes } from '../../../src/graph/verification.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { Passage } from '../../../src/model/passage.ts';
import { corpus, passage, region } from './made-corpus.ts';

function graphOf(text: string, quotes: readonly Omit<Evidence, 'passage'>[], kind?: Passage['kind']) {
  const evidence = quotes.map((quote) => ({ passage: 'yi#p1', ...quote }));
  return buildGraph(corpus([region('jing', { evidence })], [passage('p1', text, kind)]));
}

test.each([
  ['once', { quote: '云松' }, 'once', [3]],
  ['not at all', { quote: '松云' }, 'absent', []],
  ['twice', { quote: '建' }, 'several', [2, 8]],
  ['once between what must stand around it', { quote: '建', suffix: '成' }, 'once', [8]],
])('a quote that stands %s is found so, with its places', (_, quote, result, places) => {
  const [verified] = verifyQuotes(graphOf('加快建云松，力争建成。', [quote]));
  expect([verified?.result, verified?.places]).toEqual([result, places]);
});

test('a quote of a passage that is not there is absent', () => {
  const graph = buildGraph(corpus([region('jing')]));
  expect(verifyQuotes(graph).map(({ result }) => result)).toEqual(['absent']);
});

const stored = (publish: 'full' | 'quotes', kind?: Passage['kind']) => {
  const graph = graphOf(
    '双方加快建设云松快线。',
    [{ quote: '云松快线' }, { quote: '云松' }, { quote: '双方' }],
    kind,
  );
  return storedTexts(graph, getPassage(graph, 'yi#p1'), publish).map(({ id, start, text }) => [
    id,
    start,
    text,
  ]);
};

test('of a source published in full each passage is stored whole', () => {
  expect(stored('full')).toEqual([['p1', 0, '双方加快建设云松快线。']]);
});

test('of a source published in quotes each quote is stored alone, in reading order, the shorter first', () => {
  expect(stored('quotes')).toEqual([
    ['p1:0-2', 0, '双方'],
    ['p1:6-8', 6, '云松'],
    ['p1:6-10', 6, '云松快线'],
  ]);
});

test('a heading is stored whole whatever the source publishes', () => {
  expect(stored('quotes', 'heading')).toEqual([['p1', 0, '双方加快建设云松快线。']]);
});
