import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { visibleBlocks } from '../src/lib/blocks.ts';
import { attributeOf, elementsOf, parseHtml } from '../src/lib/html.ts';
import { listFiles } from '../src/read/files.ts';
import { projectRoot, readOptions } from './cli.ts';
import {
  holders,
  judge,
  kindNames,
  kinds,
  pageOf,
  reduced,
  sampleStrings,
  verdictNames,
  type ExamPage,
  type Question,
  type Verdict,
} from './exam-questions.ts';
import { kilobytes, percentile, Score } from './measure.ts';
import { probeSearch, type Asked, type ProbePage, type SearchProbe } from './search-probe.ts';

const usage = `用法：npm run exam [-- --check]

检索的考卷：tests/exam/queries.json 里的每一题，都在真实的 Chromium 里经 /search/ 检索建成的网站（要先 npm run build），
另从每一页抽一个1至8字的词。答案与网页上的文字逐一核对，结果写进 src/queries/search-exam.json，方法页照它写。
  --check  不写文件；查全、查准、哪一题对错与已提交的不同，退出码为 1
有一题答错，退出码也为 1。字节与毫秒依机器和内容而异，不核对。`;

const questionsFile = join(projectRoot, 'tests/exam/queries.json');
/** Where the method page reads them. */
const resultsFile = join(projectRoot, 'src/queries/search-exam.json');

interface Ratio {
  readonly recall: number;
  readonly precision: number;
}

/** Figures that depend on the machine, or change with the content. */
interface Measured {
  readonly note: string;
  readonly pages: number;
  readonly sampled: number;
  readonly browser: string;
  readonly firstResult: { readonly gzipMedian: number; readonly gzipMost: number };
  readonly furtherQuery: {
    readonly upTo4: { readonly gzipMedian: number; readonly gzipP95: number };
    readonly all: { readonly gzipMedian: number; readonly gzipP95: number };
  };
  readonly milliseconds: { readonly median: number; readonly p95: number };
}

/** Figures that are the same wherever the exam is taken. */
export interface Exactness {
  readonly questions: number;
  readonly right: number;
  /** Over the questions of exact kinds, a page a unit. */
  readonly exact: Ratio;
  /** Over one string taken from each page. */
  readonly sampled: Ratio;
  readonly kinds: readonly { readonly name: string; readonly questions: number; readonly right: number }[];
  readonly faults: readonly { readonly q: string; readonly kind: string; readonly verdict: string }[];
}

interface Results {
  readonly note: string;
  readonly exactness: Exactness;
  readonly measured: Measured;
}

/** The pages of a built site that are to be found, in the order of their addresses. */
function readPages(folder: string): ExamPage[] {
  return listFiles(folder, '.')
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const tree = parseHtml(readFileSync(join(folder, file), 'utf8'));
      const body = [...elementsOf(tree)].find(
        (element) => attributeOf(element, 'data-pagefind-body') !== undefined,
      );
      if (body === undefined) return [];
      const blocks = visibleBlocks(body)
        .map(({ text }) => reduced(text))
        .filter((text) => text !== '');
      return [{ address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, blocks }];
    });
}

/** A string of the articles that stands in few places: what a page is warmed up with before it is measured. */
const warmQuery = '初心';
/** Every so many questions the cost of a first search is measured as well. */
const firstEvery = 12;

interface Sitting {
  readonly verdicts: readonly (readonly [Question, Verdict])[];
  readonly exact: Ratio;
  readonly sampled: Ratio;
  readonly measured: Measured;
}

/** Asks everything and judges it. With `isQuick` all is asked in one page, and nothing is measured that matters. */
async function sit(
  probe: SearchProbe,
  pages: readonly ExamPage[],
  questions: readonly Question[],
  isQuick: boolean,
): Promise<Sitting> {
  const hold = (query: string): Set<string> => holders(pages, query);
  const exact = new Score();
  const verdicts: (readonly [Question, Verdict])[] = [];
  const costs: { query: string; gzip: number; milliseconds: number }[] = [];
  const firsts: number[] = [];
  let shared = await probe.open();
  for (const [index, question] of questions.entries()) {
    if (!isQuick) {
      await shared.close();
      shared = await probe.open();
      await shared.ask(warmQuery);
      if (index % firstEvery === 0) firsts.push(await costOfFirst(probe, question.q));
    }
    const asked = await shared.ask(question.q);
    costs.push({
      query: question.q,
      gzip: probe.weigh(asked.files).gzip,
      milliseconds: asked.milliseconds,
    });
    const passages = 'passages' in question.expect ? await passagesOf(shared, asked) : [];
    const verdict = judge(question, { ...asked, passages }, hold);
    if ('passages' in question.expect) exact.add(hold(question.q), new Set(asked.hits.map(pageOf)));
    verdicts.push([question, verdict]);
    if (verdict !== 'right') console.log(`  ✗ ${describe(question, verdict, asked)}`);
    tell('考题', index, questions.length);
  }
  const sampled = new Score();
  const strings = sampleStrings(pages);
  for (const [index, string] of strings.entries()) {
    const { total, hits } = await shared.ask(string);
    const found = new Set(hits.map(pageOf));
    const isRight = sampled.add(hold(string), found) && total === found.size;
    if (!isRight) console.log(`  ✗ 抽样“${string}”：${[...found].join(' ')}`);
    tell('抽样', index, strings.length);
  }
  await shared.close();
  const of = (values: readonly number[], share: number): number => Math.round(percentile(values, share));
  const short = costs.filter(({ query }) => Array.from(query).length <= 4).map(({ gzip }) => gzip);
  const all = costs.map(({ gzip }) => gzip);
  const milliseconds = costs.map((cost) => cost.milliseconds);
  return {
    verdicts,
    exact: ratio(exact),
    sampled: ratio(sampled),
    measured: {
      note: '以下依机器与内容而异，--check 不核对。字节按 gzip 计；每题都在只检索过一个别的词的网页里问。',
      pages: pages.length,
      sampled: strings.length,
      browser: probe.browser,
      firstResult: { gzipMedian: of(firsts, 0.5), gzipMost: of(firsts, 1) },
      furtherQuery: {
        upTo4: { gzipMedian: of(short, 0.5), gzipP95: of(short, 0.95) },
        all: { gzipMedian: of(all, 0.5), gzipP95: of(all, 0.95) },
      },
      milliseconds: { median: of(milliseconds, 0.5), p95: of(milliseconds, 0.95) },
    },
  };
}

/** What a reader of the front page fetches to see the results of a first search. */
async function costOfFirst(probe: SearchProbe, query: string): Promise<number> {
  const page = await probe.open('front-page');
  await page.ask(query);
  const { gzip } = probe.weigh(page.files());
  await page.close();
  return gzip;
}

/** The passages that the hits in articles lead to. */
async function passagesOf(page: ProbePage, { hits }: Asked): Promise<string[]> {
  const passages: string[] = [];
  for (const hit of hits.filter((address) => /^\/sources\/[^/]+\/(#|$)/.test(address))) {
    const [, source = '', place = ''] =
      /^\/sources\/([^/]+)\/(?:#(.*))?$/.exec(await page.addressInSight(hit)) ?? [];
    passages.push(`${source}#${place}`);
  }
  return passages;
}

function ratio({ recall, precision }: Score): Ratio {
  return { recall, precision };
}

function tell(what: string, index: number, count: number): void {
  if ((index + 1) % 50 === 0 || index + 1 === count) {
    console.log(`  ${what} ${String(index + 1)}/${String(count)}`);
  }
}

function describe(
  { q, kind, expect }: Question,
  verdict: Verdict,
  { interpretation, hits, total }: Asked,
): string {
  const wanted =
    'interpretation' in expect ? `${expect.interpretation.join('/')}：${expect.pages.join(' ')}` : '';
  return `${kindNames[kind]}“${q}”${verdictNames[verdict]}：${interpretation}，${String(total)}页 ${hits.slice(0, 5).join(' ')}${wanted === '' ? '' : `；应为 ${wanted}`}`;
}

function toExactness({ verdicts, exact, sampled }: Sitting): Exactness {
  const wrong = verdicts.filter(([, verdict]) => verdict !== 'right');
  return {
    questions: verdicts.length,
    right: verdicts.length - wrong.length,
    exact,
    sampled,
    kinds: kinds.map((kind) => {
      const own = verdicts.filter(([question]) => question.kind === kind);
      const right = own.filter(([, verdict]) => verdict === 'right');
      return { name: kindNames[kind], questions: own.length, right: right.length };
    }),
    faults: wrong.map(([{ q, kind }, verdict]) => ({
      q,
      kind: kindNames[kind],
      verdict: verdictNames[verdict],
    })),
  };
}

/** Every way in which a fresh run differs from the committed one, in words. */
export function differences(committed: Exactness, fresh: Exactness): string[] {
  const flat = ({ exact, sampled, kinds: rows, faults, ...counts }: Exactness): Map<string, string> =>
    new Map([
      ...Object.entries(counts).map(([name, count]) => [name, String(count)] as const),
      ...[exact, sampled].flatMap((ratio, nth) =>
        Object.entries(ratio).map(
          ([name, value]) => [`${nth === 0 ? 'exact' : 'sampled'}.${name}`, String(value)] as const,
        ),
      ),
      ...rows.map(({ name, questions, right }) => [name, `${String(right)}/${String(questions)}`] as const),
      ...faults.map(({ q, kind, verdict }) => [`${kind}“${q}”`, verdict] as const),
    ]);
  const [before, now] = [flat(committed), flat(fresh)];
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => `${name}：已提交 ${before.get(name) ?? '无'}，现在 ${now.get(name) ?? '无'}`);
}

async function main(): Promise<void> {
  const { values } = readOptions({ usage, options: { check: { type: 'boolean' } } });
  const dist = join(projectRoot, 'dist');
  if (!existsSync(join(dist, 'search/index.html'))) {
    console.error('没有建成的 dist/：先运行 npm run build。');
    process.exit(1);
  }
  const questions = JSON.parse(readFileSync(questionsFile, 'utf8')) as Question[];
  const pages = readPages(dist);
  console.log(`${String(questions.length)} 题，${String(pages.length)} 页`);
  const probe = await probeSearch(dist);
  try {
    const isCheck = values.check === true;
    const sitting = await sit(probe, pages, questions, isCheck);
    const exactness = toExactness(sitting);
    const { questions: count, right, exact, sampled } = exactness;
    console.log(
      `${String(count)} 题，答对 ${String(right)}。查全 ${exact.recall.toFixed(4)}，查准 ${exact.precision.toFixed(4)}；` +
        `抽样查全 ${sampled.recall.toFixed(4)}，查准 ${sampled.precision.toFixed(4)}。`,
    );
    const isSame = isCheck ? check(exactness) : write(exactness, sitting.measured);
    const isPerfect =
      right === count && Object.values({ ...exact, ...sampled }).every((value) => value === 1);
    process.exitCode = isSame && isPerfect ? 0 : 1;
  } finally {
    await probe.close();
  }
}

function write(exactness: Exactness, measured: Measured): true {
  const results: Results = { note: '由 npm run exam 生成，不要手改。', exactness, measured };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const { firstResult, furtherQuery, milliseconds } = measured;
  const rows = [
    ['第一次检索，从首页到结果', firstResult.gzipMedian, firstResult.gzipMost],
    ['再检索一次，1至4字', furtherQuery.upTo4.gzipMedian, furtherQuery.upTo4.gzipP95],
    ['再检索一次，各题', furtherQuery.all.gzipMedian, furtherQuery.all.gzipP95],
  ] as const;
  for (const [name, median, most] of rows) {
    console.log(`${name}：gzip 中位 ${kilobytes(median)}，p95 ${kilobytes(most)}`);
  }
  console.log(`从按键到结果：中位 ${String(milliseconds.median)} 毫秒，p95 ${String(milliseconds.p95)} 毫秒`);
  return true;
}

/** True when the committed results are those of a fresh run. */
function check(fresh: Exactness): boolean {
  const committed = JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;
  const problems = differences(committed.exactness, fresh);
  for (const problem of problems) console.error(`  ${problem}`);
  if (problems.length > 0) console.error('与已提交的结果不同：看清是好是坏，再用 npm run exam 重新生成。');
  return problems.length === 0;
}

if (import.meta.main) await main();
