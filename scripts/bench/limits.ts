import { percentile } from '../measure.ts';
import { steepestGrowth } from './growth.ts';
import type { CorpusResults, Pair, Results, SizeResults } from './results.ts';
import type { RunCost } from './run-cost.ts';

/** Something that has a limit, and whether it keeps it. */
export interface Verdict {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  readonly isKept: boolean;
}

/** Every limit the results speak of, as ratios to the reference in the same run. */
export function verdictsOf({ corpus, sizes }: Results): Verdict[] {
  return [...(corpus === undefined ? [] : ofCorpus(corpus)), ...(sizes === undefined ? [] : ofSizes(sizes))];
}

function ofCorpus({ build, visits, search, exactness }: CorpusResults): Verdict[] {
  const overVisits = (figure: (visit: CorpusResults['visits'][number]['ours']) => number): number =>
    percentile(
      visits.map(({ ours, reference }) => figure(ours) / figure(reference)),
      1,
    );
  return [
    atMost(
      '构建时间',
      ratio(build, ({ seconds }) => seconds),
      1,
    ),
    atMost('构建内存峰值', memoryRatio(build), 1),
    atMost(
      '首次访问字节（各类网页中最大的比）',
      overVisits(({ bytes }) => bytes),
      0.5,
    ),
    atMost(
      '其中脚本',
      overVisits(({ scriptBytes }) => scriptBytes),
      0.1,
    ),
    atMost(
      'LCP',
      overVisits(({ largestPaint }) => largestPaint),
      0.8,
    ),
    atMost(
      '第一次检索到第一条结果',
      ratio(search, ({ cold }) => cold.milliseconds),
      0.7,
    ),
    atMost(
      '再检索一次',
      ratio(search, ({ warm }) => warm.milliseconds),
      0.4,
    ),
    atLeast('检索查全', exactness.ours.recall, 1),
    atLeast('检索查准', exactness.ours.precision, 1),
  ];
}

/** From so many documents on the generated record is a large one. */
const large = 5000;

function ofSizes(sizes: readonly SizeResults[]): Verdict[] {
  const growth = (figure: (size: SizeResults) => number): Verdict[] => {
    const exponent = steepestGrowth(sizes.map((size) => [size.documents, figure(size)]));
    return exponent === undefined ? [] : [atMost('', exponent, 1.1)];
  };
  const named = (name: string, verdicts: readonly Verdict[]): Verdict[] =>
    verdicts.map((verdict) => ({ ...verdict, name }));
  return [
    ...sizes
      .filter(({ documents }) => documents >= large)
      .flatMap(({ documents, build }) => [
        atMost(
          `${String(documents)}篇的构建时间`,
          ratio(build, ({ seconds }) => seconds),
          0.8,
        ),
        atMost(`${String(documents)}篇的内存峰值`, memoryRatio(build), 1),
      ]),
    // Processor time: what else runs on the machine does not change it.
    ...named(
      '构建时间随篇数增长的次方',
      growth(({ build: { ours } }) => ours.processorSeconds ?? ours.seconds),
    ),
    ...named(
      '内存随篇数增长的次方',
      growth(({ build }) => build.ours.memory ?? 1),
    ),
    ...named(
      '全站字节随篇数增长的次方',
      growth(({ siteBytes }) => siteBytes),
    ),
    ...named(
      '第一次检索字节随篇数增长的次方',
      growth(({ search }) => search.cold.bytes),
    ),
  ];
}

/** How much of the reference's cost ours is. */
export function ratio<Measured>(
  { ours, reference }: Pair<Measured>,
  figure: (of: Measured) => number,
): number {
  return figure(ours) / figure(reference);
}

function memoryRatio(build: Pair<RunCost>): number {
  return ratio(build, ({ memory }) => memory ?? 1);
}

function atMost(name: string, value: number, limit: number): Verdict {
  return { name, value, limit, isKept: value <= limit };
}

function atLeast(name: string, value: number, limit: number): Verdict {
  return { name, value, limit, isKept: value >= limit };
}
