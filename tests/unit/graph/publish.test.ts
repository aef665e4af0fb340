import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildGraph, getPassage } from '../../../src/graph/graph.ts';
import { shownText } from '../../../src/graph/publish.ts';
import type { Passage } from '../../../src/model/passage.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import { corpus, passage, region } from './made-corpus.ts';

type Quote = Omit<Evidence, 'passage'>;

/** A passage shown with these quotes, quoted stretches in brackets. */
function shown(
  text: string,
  quotes: readonly Quote[],
  publish: 'full' | 'quotes',
  kind?: Passage['kind'],
): string {
  const evidence = quotes.map((quote) => ({ passage: 'yi#p1', ...quote }));
  const graph = buildGraph(corpus([region('jing', { evidence })], [passage('p1', text, kind)]));
  return shownText(graph, getPassage(graph, 'yi#p1'), publish)
    .map((stretch) => (stretch.quoted ? `[${stretch.text}]` : stretch.text))
    .join('');
}

const text = '双方加快建设云松快线，力争建成。';
const middle = [{ quote: '加快建设' }, { quote: '力争建成' }];

describe('a source published in full', () => {
  test.each<[string, readonly Quote[], string]>([
    ['shows the whole passage, quotes marked', middle, '双方[加快建设]云松快线，[力争建成]。'],
    [
      'marks quotes that touch or overlap as one',
      [{ quote: '加快建' }, { quote: '建设云松' }, { quote: '快线' }],
      '双方[加快建设云松快线]，力争建成。',
    ],
    ['marks a quote from end to end', [{ quote: text }], `[${text}]`],
    ['marks nothing where nothing is quoted', [], text],
    ['marks nothing for a quote that is not there', [{ quote: '减慢' }], text],
  ])('%s', (_, quotes, expected) => {
    expect(shown(text, quotes, 'full')).toBe(expected);
  });

  it('marks the one of several that its context names', () => {
    expect(shown('清河与大清河', [{ quote: '清河', prefix: '大' }], 'full')).toBe('清河与大[清河]');
    expect(shown('清河与清河口', [{ quote: '清河', suffix: '口' }], 'full')).toBe('清河与[清河]口');
  });
});

describe('a source published in quotes only', () => {
  test.each<[string, readonly Quote[], string]>([
    ['shows what is quoted, with a mark for each gap', middle, '……[加快建设]……[力争建成]……'],
    [
      'shows no mark where a quote begins or ends the passage',
      [{ quote: '双方' }, { quote: '建成。' }],
      '[双方]……[建成。]',
    ],
    ['shows a passage quoted from end to end whole', [{ quote: text }], `[${text}]`],
    ['shows a mark alone where nothing is quoted', [], '……'],
  ])('%s', (_, quotes, expected) => {
    expect(shown(text, quotes, 'quotes')).toBe(expected);
  });

  it('shows the gap before and after words that the passage also begins or ends with', () => {
    expect(shown('清河与大清河', [{ quote: '清河', prefix: '大' }], 'quotes')).toBe('……[清河]');
    expect(shown('清河与大清河', [{ quote: '清河', suffix: '与' }], 'quotes')).toBe('[清河]……');
  });

  test.each(['title', 'subtitle', 'heading'] as const)('shows a %s whole', (kind) => {
    expect(shown(text, middle, 'quotes', kind)).toBe('双方[加快建设]云松快线，[力争建成]。');
  });

  test.each(['caption', 'byline', 'furniture'] as const)(
    'holds a %s back as it does running text',
    (kind) => {
      expect(shown(text, [{ quote: '云松' }], 'quotes', kind)).toBe('……[云松]……');
    },
  );
});

const letters = fc.string({ unit: fc.constantFrom('京', '津', '冀', '，'), minLength: 1, maxLength: 16 });

test('in full, the stretches joined are the passage, whatever is quoted', () => {
  fc.assert(
    fc.property(letters, fc.array(letters), (whole, quotes) => {
      const marked = shown(
        whole,
        quotes.map((quote) => ({ quote })),
        'full',
      );
      expect(marked.replace(/[[\]]/g, '')).toBe(whole);
    }),
  );
});

test('in quotes, no character is shown that no entry quotes', () => {
  fc.assert(
    fc.property(letters, fc.array(letters), (whole, quotes) => {
      const kept = shown(
        whole,
        quotes.map((quote) => ({ quote })),
        'quotes',
      );
      for (const [, stretch] of kept.matchAll(/\[([^\]]*)\]/g)) {
        for (const char of stretch ?? '') expect(quotes.join('')).toContain(char);
      }
      expect(kept.replace(/\[[^\]]*\]/g, '').replaceAll('……', '')).toBe('');
    }),
  );
});
