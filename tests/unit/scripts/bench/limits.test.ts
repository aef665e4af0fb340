import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../../../scripts/bench/limits.ts';
import { drawResults } from '../../../../scripts/bench/picture.ts';
import { printResults } from '../../../../scripts/bench/print.ts';
import type { CorpusResults, Results, SizeResults } from '../../../../scripts/bench/results.ts';

const run = (seconds: number) => ({ seconds, processorSeconds: seconds, memory: 1e9 * seconds });
const visited = (share: number) => ({
  bytes: 40e3 * share,
  scriptBytes: 30e3 * share * 0.2,
  requests: 10 * share,
  firstPaint: 2000 * share,
  largestPaint: 2000 * share,
  blocked: 0,
});
const searched = (milliseconds: number) => ({
  cold: { milliseconds, bytes: 60e3 },
  warm: { milliseconds: milliseconds / 4, bytes: 20e3 },
});

/** A run in which everything costs this share of the reference. */
function corpusAt(share: number): CorpusResults {
  const searches = { ours: searched(4000 * share), reference: searched(4000) };
  return {
    pages: 958,
    build: { ours: run(20 * share), reference: run(20), bare: run(15) },
    visits: [
      {
        kind: '首页',
        path: '/',
        ours: visited(share),
        reference: { ...visited(1), scriptBytes: 30e3 },
        bare: visited(0.8),
        farAway: { ours: visited(share), reference: visited(1) },
      },
    ],
    search: searches,
    searchFarAway: searches,
    exactness: {
      ours: { recall: 1, precision: 1, strings: 200 },
      reference: { recall: 1, precision: 0.4, strings: 200 },
    },
    floor: { copy: { seconds: 0.4, bytes: 40e6 } },
  };
}

function sizesGrowing(exponent: number): SizeResults[] {
  return [100, 1000, 5000].map((documents) => {
    const cost = documents ** exponent / 100;
    return {
      documents,
      pages: documents * 2,
      siteBytes: cost * 1e6,
      build: { ours: run(cost * 0.5), reference: run(cost) },
      pageBytes: 12e3,
      search: searched(cost),
    };
  });
}

const results = (measured: Partial<Results>): Results => ({
  note: '',
  machine: {
    processors: '2 × x',
    memory: 25e9,
    node: 'v24',
    browser: 'Chromium',
    starlight: 'Starlight',
    load: [0.1, 2],
  },
  runs: 5,
  ...measured,
});

const broken = (measured: Partial<Results>): string[] =>
  verdictsOf(results(measured)).flatMap(({ name, isKept }) => (isKept ? [] : [name]));

describe('the limits of the bench', () => {
  it('are kept by a site at a third of the reference', () => {
    expect(broken({ corpus: corpusAt(0.33) })).toEqual([]);
  });

  it('are broken by a site that costs what the reference does', () => {
    expect(broken({ corpus: corpusAt(1) })).toEqual([
      '首次访问字节（各类网页中最大的比）',
      '其中脚本',
      'LCP',
      '第一次检索到第一条结果',
      '再检索一次',
    ]);
    expect(broken({ corpus: corpusAt(1.01) })).toEqual(expect.arrayContaining(['构建时间', '构建内存峰值']));
  });

  it('are broken by one page that is missed, and by one that is invented', () => {
    const { exactness, ...rest } = corpusAt(0.33);
    const ours = { ...exactness.ours, recall: 0.999, precision: 0.999 };
    expect(broken({ corpus: { ...rest, exactness: { ...exactness, ours } } })).toEqual([
      '检索查全',
      '检索查准',
    ]);
  });

  it('tell growth as fast as the documents from growth that is faster', () => {
    expect(broken({ sizes: sizesGrowing(1) })).not.toContain('构建时间随篇数增长的次方');
    expect(broken({ sizes: sizesGrowing(1.2) })).toContain('构建时间随篇数增长的次方');
  });
});

describe('the results of the bench', () => {
  it('are printed with a line for each limit', () => {
    const whole = results({ corpus: corpusAt(0.33), sizes: sizesGrowing(1) });
    const printed = printResults(whole);
    for (const { name } of verdictsOf(whole)) expect(printed).toContain(name);
    expect(printed).not.toMatch(/NaN|undefined/);
  });

  it('are drawn from what is committed, with or without the generated records', () => {
    const corpus = results({ corpus: corpusAt(0.33) });
    const picture = drawResults({ corpus, sizes: results({ sizes: sizesGrowing(1) }) });
    expect(picture).toContain('0.33');
    expect(picture).toContain('10,000 pages');
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawResults({ corpus }).length).toBeLessThan(picture.length);
  });
});
