import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../src/read/files.ts';
import { requireBrowser } from './browser.ts';
import { projectRoot, readOptions } from './cli.ts';
import { serveFolder } from './server.ts';

const usage = `用法：npm run lighthouse [-- --runs 3] [地址 …]

用 Lighthouse 量已建成的 dist/，服务器照一般托管那样压缩。每个地址量几次取中位；不给地址就量六类页面各一页。
四项里有一项不到100就列出是哪几条规则，并以失败结束。报告在 test-results/lighthouse/。
Lighthouse 不在依赖里：用到时由 npm 取指定的版本（13.5.0），要联网。`;

/** Fetched when asked for: with its error reporting it weighs 176 MB, which no build and no test needs. */
const lighthouse = 'lighthouse@13.5.0';

const samples = [
  '/',
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/',
  '/projects/jing-xiong-gaosu/',
  '/themes/jiaotong/',
  '/search/',
];

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Readonly<Record<(typeof categories)[number], number>>;

/** What of a report is read here. */
interface Report {
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly displayValue?: string }>
  >;
}

interface Measured {
  readonly address: string;
  readonly scores: Scores;
  /** Audits that cost points, of all runs. */
  readonly lost: readonly string[];
}

/** A run that gave no report; the message says what Lighthouse or npm said last. */
class NotMeasured extends Error {}

/** How long one run may take, in milliseconds, fetching the tool included. */
const patience = 240_000;

const out = join(projectRoot, 'test-results/lighthouse');

async function main(): Promise<void> {
  const { values, positionals } = readOptions({ usage, options: { runs: { type: 'string' } } });
  const runs = Number(values.runs ?? 3);
  if (!Number.isInteger(runs) || runs < 1) fail(`--runs 要正整数。\n\n${usage}`);
  const browser = requireBrowser();
  const dist = join(projectRoot, 'dist');
  if (!existsSync(join(dist, '404.html'))) fail('还没有建成的网站。先运行 npm run build。');
  mkdirSync(out, { recursive: true });
  const folder = compressedCopy(dist);
  const server = await serveFolder(folder, 4600);
  try {
    const measured: Measured[] = [];
    for (const address of positionals.length > 0 ? positionals : samples) {
      const page = await measure(address, new URL(address.slice(1), server.url).href, runs, browser);
      console.log(`${categories.map((name) => String(page.scores[name]).padStart(4)).join('')}  ${address}`);
      for (const audit of page.lost) console.log(`        ${audit}`);
      measured.push(page);
    }
    const isWhole = measured.every(({ scores }) => categories.every((name) => scores[name] === 100));
    process.exitCode = isWhole ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotMeasured)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

/** A copy of the site with a compressed copy beside each text file. */
function compressedCopy(dist: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'compressed-'));
  cpSync(dist, folder, { recursive: true });
  const texts = listFiles(folder, '.').filter((file) =>
    /\.(html|css|js|json|svg|xml|webmanifest)$/.test(file),
  );
  for (const file of texts) {
    writeFileSync(join(folder, `${file}.gz`), gzipSync(readFileSync(join(folder, file))));
  }
  return folder;
}

async function measure(address: string, url: string, runs: number, browser: string): Promise<Measured> {
  const name = address.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home';
  const reports: Report[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const report = await runLighthouse(url, browser);
    writeFileSync(join(out, `${name}-${String(run)}.json`), JSON.stringify(report));
    reports.push(report);
  }
  const scores = Object.fromEntries(
    categories.map((name) => [name, median(reports.map((report) => scoreOf(report, name)))]),
  ) as Scores;
  return { address, scores, lost: [...new Set(reports.flatMap(lostAudits))] };
}

/** One run; the server answers meanwhile, so nothing here may block. */
async function runLighthouse(url: string, browser: string): Promise<Report> {
  const options = [
    '--quiet',
    '--output=json',
    '--no-enable-error-reporting',
    `--only-categories=${categories.join()}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-background-networking',
  ];
  try {
    const { stdout } = await promisify(execFile)(
      'npm',
      ['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url, ...options],
      { maxBuffer: 1 << 28, timeout: patience, env: { ...process.env, CHROME_PATH: browser } },
    );
    return JSON.parse(stdout) as Report;
  } catch (error) {
    throw new NotMeasured(`Lighthouse 没有量成 ${url}：${lastWords(error)}`);
  }
}

/** The last lines that a program printed before it failed, or why it was ended. */
function lastWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('killed' in error && error.killed === true) return `${String(patience / 1000)} 秒没有量完`;
  const printed = 'stderr' in error ? String(error.stderr).trim() : '';
  return (printed === '' ? error.message : printed).split('\n').slice(-5).join('\n  ');
}

function scoreOf(report: Report, category: string): number {
  return Math.round((report.categories[category]?.score ?? 0) * 100);
}

function lostAudits({ categories: all, audits }: Report): string[] {
  return Object.entries(all).flatMap(([category, { auditRefs }]) =>
    auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      const score = audit?.score ?? 1;
      return weight > 0 && score < 0.995 ? [`${category} ${id} ${audit?.displayValue ?? ''}`.trim()] : [];
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

await main();
