import { basename } from 'node:path';
import { fold } from '../src/search/tokens.ts';
import type { Document } from './bench-search-documents.ts';
import { urlOf } from './bench-search-site.ts';
import { kilobytes, markdownTable, percentile, Score, tell, type Weight } from './measure.ts';
import type { SearchProbe } from './search-probe.ts';

/** What one query cost and gave. */
export interface Measured {
  readonly query: string;
  readonly weight: Weight;
  readonly milliseconds: number;
  readonly files: readonly string[];
  readonly isExact: boolean;
}

interface Measurement {
  readonly queries: readonly Measured[];
  /** From the front page to the results of a first query. */
  readonly first: Weight;
  readonly score: Score;
}

/** The URLs of the documents that hold a query in one paragraph. */
type Wanted = (query: string) => ReadonlySet<string>;

export function createWanted(documents: readonly Document[]): Wanted {
  const folded = documents.map(({ paragraphs }) => paragraphs.map(fold).join('\n'));
  return (query) =>
    new Set(folded.flatMap((text, index) => (text.includes(fold(query)) ? [urlOf(index)] : [])));
}

/**
 * Asks the search page itself, each query in a page that has made one other query and no more: what every query costs
 * whatever was searched for before.
 */
export async function measure(
  probe: SearchProbe,
  { queries, other }: { queries: readonly string[]; other: string },
  wanted: Wanted,
): Promise<Measurement> {
  const score = new Score();
  const measured: Measured[] = [];
  let first: Weight = { raw: 0, gzip: 0 };
  for (const [index, query] of queries.entries()) {
    const page = await probe.open('front-page');
    await page.ask(other);
    if (index === 0) first = probe.weigh(page.files());
    const { total, hits, milliseconds, files } = await page.ask(query);
    const found = new Set(hits.map((hit) => hit.replace(/#.*$/, '')));
    const isRight = score.add(wanted(query), found);
    const isExact = isRight && total === found.size;
    measured.push({ query, weight: probe.weigh(files), milliseconds, files, isExact });
    await page.close();
    if ((index + 1) % 25 === 0) tell(`检索 ${String(index + 1)}/${String(queries.length)}`);
  }
  return { queries: measured, first, score };
}

/** Cost by length of the query, and over all. */
export function costTable(queries: readonly Measured[]): string {
  const lengths = [...new Set(queries.map(({ query }) => Array.from(query).length))].sort((a, b) => a - b);
  const row = (title: string, some: readonly Measured[]): string[] => {
    const of = (figure: (one: Measured) => number, share: number): number =>
      percentile(some.map(figure), share);
    return [
      title,
      String(some.length),
      kilobytes(of(({ weight }) => weight.gzip, 0.5)),
      kilobytes(of(({ weight }) => weight.gzip, 0.95)),
      kilobytes(of(({ weight }) => weight.raw, 0.5)),
      of(({ milliseconds }) => milliseconds, 0.5).toFixed(0),
      of(({ milliseconds }) => milliseconds, 0.95).toFixed(0),
    ];
  };
  const head = ['检索词', '个数', 'gzip中位', 'gzip p95', '未压缩中位', '毫秒中位', '毫秒 p95'];
  const rows = lengths.map((length) =>
    row(
      `${String(length)}字`,
      queries.filter(({ query }) => Array.from(query).length === length),
    ),
  );
  return markdownTable(head, [...rows, row('全部', queries)], [1, 2, 3, 4, 5, 6]);
}

/** What a query fetches on average, by kind of file: `part-12.json` and `part-7.json` are of one kind. */
export function fileTable(queries: readonly Measured[], probe: SearchProbe): string {
  const files = queries.flatMap((one) => one.files);
  const kinds = Map.groupBy(files, (file) => basename(file).replace(/\d+/g, '#'));
  const rows = [...kinds]
    .map(([kind, some]) => ({ kind, count: some.length, gzip: probe.weigh(some).gzip }))
    .toSorted((a, b) => b.gzip - a.gzip);
  const mean = (sum: number): number => sum / queries.length;
  return markdownTable(
    ['每次检索平均', '文件', 'gzip'],
    rows.map(({ kind, count, gzip }) => [kind, mean(count).toFixed(1), kilobytes(mean(gzip))]),
    [1, 2],
  );
}
