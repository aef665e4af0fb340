import { describe, expect, it } from 'vitest';
import {
  agreementIdOf,
  buildGraph,
  entriesOf,
  findEntry,
  getEntry,
  getPassage,
  keyOf,
} from '../../../src/graph/graph.ts';
import { clause, corpus, leader, passage, region } from './made-corpus.ts';

const role = (regions: string[]) => ({
  title: '市长',
  evidence: { passage: 'yi#p2', quote: '市长' },
  regions,
});

const graph = buildGraph(
  corpus(
    [
      region('xiong', { parent: 'ji' }),
      region('ji'),
      region('jing', {
        parent: 'ji',
        evidence: [{ passage: 'yi#p2', quote: '津', prefix: '京', suffix: '冀' }],
      }),
      leader('lin', { roles: [role(['jing', 'ji']), role(['ji'])], notSameAs: ['lin-er'] }),
      clause('xieyi/lu-1', {
        regions: ['ji'],
        attribution: { passage: 'yi#p2', quote: '冀' },
        commitments: [
          {
            id: 'c1',
            quote: '京',
            modality: { level: 'plain' },
            owner: { as: '双方', regions: ['jing', 'ji'] },
          },
        ],
      }),
    ],
    [passage('p1', '京'), passage('p2', '京津冀市长')],
  ),
);

describe('the graph', () => {
  it('holds every entry of a collection by ID, in code-unit order', () => {
    expect(entriesOf(graph, 'regions').map(({ id }) => id)).toEqual(['ji', 'jing', 'xiong']);
    expect(entriesOf(graph, 'themes')).toEqual([]);
  });

  it('finds an entry or says there is none; what must be there is had or thrown for', () => {
    expect(findEntry(graph, 'regions', 'jing')?.data.parent).toBe('ji');
    expect(findEntry(graph, 'leaders', 'jing')).toBeUndefined();
    expect(getEntry(graph, 'regions', 'jing').id).toBe('jing');
    expect(() => getEntry(graph, 'leaders', 'jing')).toThrow('no leaders entry "jing"');
    expect(getPassage(graph, 'yi#p2').passage.text).toBe('京津冀市长');
    expect(() => getPassage(graph, 'yi#p3')).toThrow('no passage "yi#p3"');
  });

  it('names an entry by collection and ID, and a clause by its agreement', () => {
    const lu = getEntry(graph, 'clauses', 'xieyi/lu-1');
    expect([keyOf(lu), agreementIdOf(lu)]).toEqual(['clauses/xieyi/lu-1', 'xieyi']);
  });

  it('reads every relation backwards, by who points here and by which field', () => {
    const backlinks = [...graph.backlinks].map(([target, links]) => [
      target,
      links.map(({ from, relation }) => `${keyOf(from)} ${relation.field}`),
    ]);
    expect(Object.fromEntries(backlinks)).toEqual({
      'themes/jiaotong': ['clauses/xieyi/lu-1 themes[]'],
      'regions/jing': ['clauses/xieyi/lu-1 commitments[].owner.regions[]', 'leaders/lin roles[].regions[]'],
      'regions/ji': [
        'clauses/xieyi/lu-1 regions[]',
        'clauses/xieyi/lu-1 commitments[].owner.regions[]',
        'leaders/lin roles[].regions[]',
        'leaders/lin roles[].regions[]',
        'regions/jing parent',
        'regions/xiong parent',
      ],
      'leaders/lin-er': ['leaders/lin notSameAs[]'],
    });
  });

  it('gathers every quote with its passage; a quote without one is of the entry’s own passage', () => {
    expect(
      graph.quotes.map(({ entry, path, passage: ref, quote, prefix = '', suffix = '' }) =>
        [keyOf(entry), path.join('.'), ref, `${prefix}[${quote}]${suffix}`].join(' '),
      ),
    ).toEqual([
      'clauses/xieyi/lu-1 commitments.0.quote yi#p1 [京]',
      'clauses/xieyi/lu-1 attribution.quote yi#p2 [冀]',
      'leaders/lin roles.0.evidence.quote yi#p2 [市长]',
      'leaders/lin roles.1.evidence.quote yi#p2 [市长]',
      'regions/ji evidence.0.quote yi#p1 [京]',
      'regions/jing evidence.0.quote yi#p2 京[津]冀',
      'regions/xiong evidence.0.quote yi#p1 [京]',
    ]);
  });

  it('knows what each quote covers of its passage, and leaves out one that does not stand there', () => {
    const spans = graph.spans.get('yi#p2')?.map(({ quote, start, end }) => [quote.quote, start, end]);
    expect(spans).toEqual([
      ['冀', 2, 3],
      ['市长', 3, 5],
      ['市长', 3, 5],
      ['津', 1, 2],
    ]);
    const misquoted = region('ji', { evidence: [{ passage: 'yi#p1', quote: '沪' }] });
    expect(buildGraph(corpus([misquoted], [passage('p1', '京')])).spans).toEqual(new Map());
  });

  it('does not depend on the order in which files were read', () => {
    const entries = [region('a'), region('b', { parent: 'a' }), leader('c'), clause('d/e')];
    const [there, back] = [entries, entries.toReversed()].map((list) => buildGraph(corpus(list)));
    expect(back).toEqual(there);
    expect([...(back?.collections.get('regions')?.keys() ?? [])]).toEqual(['a', 'b']);
  });
});
