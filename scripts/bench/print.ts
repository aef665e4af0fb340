import { kilobytes, markdownTable } from '../measure.ts';
import { exponentOf } from './growth.ts';
import { verdictsOf } from './limits.ts';
import type { CorpusResults, Machine, Results, SizeResults } from './results.ts';
import type { RunCost } from './run-cost.ts';

/** A whole run in words and tables. */
export function printResults(results: Results): string {
  const { machine, corpus, sizes } = results;
  const verdicts = verdictsOf(results).map(
    ({ name, value, limit, isKept }) =>
      `  ${isKept ? '✓' : '✗'} ${name} ${value.toFixed(3)}（限 ${String(limit)}）`,
  );
  return [
    '',
    describe(machine, results.runs),
    ...(corpus === undefined ? [] : ofCorpus(corpus)),
    ...(sizes === undefined ? [] : ofSizes(sizes)),
    ...verdicts,
  ].join('\n');
}

function describe(
  { processors, memory, node, browser, starlight, hugo, load }: Machine,
  runs: number,
): string {
  const gigabytes = (memory / 1e9).toFixed(0);
  const [before, after] = load.map((value) => value.toFixed(1));
  return (
    `${processors}，${gigabytes} GB，Node ${node}，${browser}；${starlight}${hugo === undefined ? '' : `；Hugo ${hugo}`}\n` +
    `各量${String(runs)}次，取中位数；开始和结束时的系统负载 ${before ?? ''}、${after ?? ''}\n`
  );
}

function ofCorpus({
  pages,
  build,
  visits,
  search,
  searchFarAway,
  exactness,
  floor,
}: CorpusResults): string[] {
  const cost = (figure: (run: RunCost) => number | undefined, digits: number): string[] =>
    [build.ours, build.reference, build.bare].map((run) => figure(run)?.toFixed(digits) ?? '—');
  const shares = (values: readonly string[]): string[] => [
    ...values,
    ratioOf(Number(values[0]), Number(values[1])),
    ratioOf(Number(values[0]), Number(values[2])),
  ];
  const searchRow = (
    name: string,
    ours: number,
    reference: number,
    show: (value: number) => string,
  ): string[] => [name, show(ours), show(reference), ratioOf(ours, reference)];
  const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    `${String(pages)}页`,
    '',
    markdownTable(
      ['冷构建', '本站', 'Starlight', '无侧栏', '比', '比无侧栏'],
      [
        ['秒', ...shares(cost(({ seconds }) => seconds, 2))],
        ['处理器秒', ...shares(cost(({ processorSeconds }) => processorSeconds, 2))],
        ['内存峰值 MB', ...shares(cost(({ memory }) => memory && memory / 1e6, 0))],
      ],
      [1, 2, 3, 4, 5],
    ),
    '',
    `底线：读入并写出同样的字节 ${floor.copy.seconds.toFixed(2)} 秒（${(floor.copy.bytes / 1e6).toFixed(1)} MB）` +
      (floor.hugo === undefined ? '' : `；Hugo 只把同样的网页变成 HTML ${floor.hugo.seconds.toFixed(2)} 秒`),
    '',
    markdownTable(
      [
        '首次访问',
        '字节',
        '比',
        '比无侧栏',
        '脚本',
        '比',
        '请求',
        '比',
        'FCP',
        '比',
        'LCP',
        '比',
        '慢速网络 LCP',
        '比',
        'TBT',
        'Starlight',
      ],
      visits.map(({ kind, ours, reference, bare, farAway }) => [
        kind,
        kilobytes(ours.bytes),
        ratioOf(ours.bytes, reference.bytes),
        ratioOf(ours.bytes, bare.bytes),
        kilobytes(ours.scriptBytes),
        ratioOf(ours.scriptBytes, reference.scriptBytes),
        String(ours.requests),
        ratioOf(ours.requests, reference.requests),
        milliseconds(ours.firstPaint),
        ratioOf(ours.firstPaint, reference.firstPaint),
        milliseconds(ours.largestPaint),
        ratioOf(ours.largestPaint, reference.largestPaint),
        milliseconds(farAway.ours.largestPaint),
        ratioOf(farAway.ours.largestPaint, farAway.reference.largestPaint),
        milliseconds(ours.blocked),
        milliseconds(reference.blocked),
      ]),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    ),
    '',
    markdownTable(
      ['检索', '本站', 'Starlight', '比'],
      [
        ['第一次', search.ours.cold, search.reference.cold] as const,
        ['再一次', search.ours.warm, search.reference.warm] as const,
        ['慢速网络，第一次', searchFarAway.ours.cold, searchFarAway.reference.cold] as const,
        ['慢速网络，再一次', searchFarAway.ours.warm, searchFarAway.reference.warm] as const,
      ].flatMap(([name, ours, reference]) => [
        searchRow(`${name}：到第一条结果`, ours.milliseconds, reference.milliseconds, milliseconds),
        searchRow(`${name}：字节`, ours.bytes, reference.bytes, kilobytes),
      ]),
      [1, 2, 3],
    ),
    '',
    `${String(exactness.ours.strings)}个词：本站查全 ${exactness.ours.recall.toFixed(3)}、查准 ${exactness.ours.precision.toFixed(3)}；` +
      `Starlight 查全 ${exactness.reference.recall.toFixed(3)}、查准 ${exactness.reference.precision.toFixed(3)}`,
    '',
  ];
}

function ofSizes(sizes: readonly SizeResults[]): string[] {
  const exponent = (figure: (size: SizeResults) => number | undefined): string =>
    exponentOf(sizes.map((size) => [size.documents, figure(size) ?? 1]))?.toFixed(2) ?? '—';
  const row = (name: string, figure: (size: SizeResults) => number | undefined, digits: number): string[] => [
    name,
    ...sizes.map((size) => figure(size)?.toFixed(digits) ?? '—'),
    exponent(figure),
  ];
  return [
    markdownTable(
      ['篇', ...sizes.map(({ documents }) => String(documents)), '次方'],
      [
        row('网页', ({ pages }) => pages, 0),
        row('冷构建，秒', ({ build }) => build.ours.seconds, 2),
        row('　Starlight 无侧栏', ({ build }) => build.reference.seconds, 2),
        row('处理器秒', ({ build }) => build.ours.processorSeconds, 2),
        row('　Starlight 无侧栏', ({ build }) => build.reference.processorSeconds, 2),
        row('内存峰值，MB', ({ build }) => (build.ours.memory ?? 0) / 1e6, 0),
        row('　Starlight 无侧栏', ({ build }) => (build.reference.memory ?? 0) / 1e6, 0),
        row('全站，MB', ({ siteBytes }) => siteBytes / 1e6, 1),
        row('一页言论首次访问，KB', ({ pageBytes }) => pageBytes / 1e3, 1),
        row('第一次检索，KB', ({ search }) => search.cold.bytes / 1e3, 1),
        row('第一次检索，毫秒', ({ search }) => search.cold.milliseconds, 0),
        row('再检索一次，KB', ({ search }) => search.warm.bytes / 1e3, 1),
        row('再检索一次，毫秒', ({ search }) => search.warm.milliseconds, 0),
      ],
      sizes.map((_, index) => index + 1).concat(sizes.length + 1),
    ),
    '',
  ];
}

/** How much of the reference's cost ours is; 0 of 0 is nothing to compare. */
function ratioOf(ours: number, reference: number): string {
  return Number.isFinite(ours / reference) ? (ours / reference).toFixed(2) : '—';
}
