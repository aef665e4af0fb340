import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSearchIndex } from '../src/integrations/search-index.ts';
import { listFiles } from '../src/read/files.ts';
import { readDocuments, sampleQueries } from './bench-search-documents.ts';
import { costTable, createWanted, fileTable, measure } from './bench-search-costs.ts';
import { writeSite } from './bench-search-site.ts';
import { readOptions } from './cli.ts';
import {
  createScale,
  kilobytes,
  memoryOfTree,
  percentile,
  sumWeights,
  tell,
  type Weight,
} from './measure.ts';
import { probeSearch } from './search-probe.ts';

const usage = `用法：npm run bench:search [-- --docs 3500] [--seed 1] [--dir 文件夹] [--queries 200]

量检索在大语料上的样子：建索引的时间与内存，索引大小，每次检索的字节与毫秒，查全与查准。
  --docs     由五篇文章的分句重组出多少篇文档（每篇约5700字；3500篇约2000万字）
  --seed     重组与抽样的种子；同一种子，同样的文档和检索词
  --dir      不生成，改用这个文件夹里全部 .md、.txt，一个文件一篇
  --queries  抽多少个1至8字的词
在真实的 Chromium 里检索。不准，或超出预算，退出码为 1。`;

/** What 20 million characters may cost. */
const budget = { seconds: 60, memory: 4e9, bytes: 250e3, milliseconds: 500 };

async function main(): Promise<void> {
  const { values } = readOptions({
    usage,
    options: {
      docs: { type: 'string', default: '3500' },
      seed: { type: 'string', default: '1' },
      dir: { type: 'string' },
      queries: { type: 'string', default: '200' },
      index: { type: 'string' },
    },
  });
  if (values.index !== undefined) {
    buildSearchIndex(values.index, { info: (message) => console.log(message) });
    console.log(`maxRSS ${String(process.resourceUsage().maxRSS)}`);
    return;
  }
  const [docs, seed, count] = [values.docs, values.seed, values.queries].map(Number);
  if (
    ![docs, count].every((number) => Number.isInteger(number) && (number ?? 0) > 0) ||
    !Number.isInteger(seed)
  ) {
    console.error(`--docs、--queries 要正整数，--seed 要整数。\n\n${usage}`);
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
  try {
    process.exitCode = (await bench(folder, {
      docs: docs ?? 0,
      seed: seed ?? 0,
      count: count ?? 0,
      dir: values.dir,
    }))
      ? 0
      : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the whole measurement and prints it; true when exact and within budget. */
async function bench(
  folder: string,
  { docs, seed, count, dir }: { docs: number; seed: number; count: number; dir: string | undefined },
): Promise<boolean> {
  tell(dir === undefined ? `生成 ${String(docs)} 篇文档` : `读取 ${dir}`);
  const documents = readDocuments({ dir, docs, seed });
  if (documents.length === 0) throw new Error(`${dir ?? ''} 里没有 .md 或 .txt 文件`);
  writeSite(folder, documents);
  const characters = documents.reduce(
    (sum, { paragraphs }) => sum + Array.from(paragraphs.join('')).length,
    0,
  );
  tell(`建索引：${String(documents.length)} 篇，${(characters / 1e6).toFixed(2)} 百万字`);
  const { seconds, memory } = await indexInChild(folder);
  const probe = await probeSearch(folder);
  try {
    const [other = '', ...queries] = sampleQueries(documents, count + 1, seed);
    tell(`检索：${String(queries.length)} 个词`);
    const {
      queries: measured,
      first,
      score,
    } = await measure(probe, { queries, other }, createWanted(documents));
    const size = weighFolder(join(folder, 'search/index'));
    console.log(
      `\n${String(documents.length)} 篇，${(characters / 1e6).toFixed(2)} 百万字` +
        `\n索引 ${String(size.files)} 个文件，${megabytes(size.raw)}，gzip ${megabytes(size.gzip)}` +
        `\n第一次检索（从首页到结果）gzip ${kilobytes(first.gzip)}，未压缩 ${kilobytes(first.raw)}` +
        `\n\n${costTable(measured)}\n\n${fileTable(measured, probe)}\n`,
    );
    const bytes = percentile(
      measured.map(({ weight }) => weight.gzip),
      0.5,
    );
    const milliseconds = percentile(
      measured.map((one) => one.milliseconds),
      0.5,
    );
    const wrong = measured.filter(({ isExact }) => !isExact).map(({ query }) => query);
    const lines = [
      ['建索引', `${seconds.toFixed(1)} 秒`, `${String(budget.seconds)} 秒以内`, seconds < budget.seconds],
      ['内存峰值', `${(memory / 1e9).toFixed(2)} GB`, '4 GB 以内', memory < budget.memory],
      ['每次检索（中位，gzip）', kilobytes(bytes), '250 KB 以内', bytes < budget.bytes],
      [
        '每次检索（中位）',
        `${milliseconds.toFixed(0)} 毫秒`,
        '500 毫秒以内',
        milliseconds < budget.milliseconds,
      ],
      ['查全', score.recall.toFixed(4), '1', score.recall === 1],
      ['查准', score.precision.toFixed(4), '1', score.precision === 1 && wrong.length === 0],
    ] as const;
    for (const [name, value, limit, isKept] of lines) console.log(verdict(name, value, limit, isKept));
    if (wrong.length > 0) console.log(`  结果不准的检索词：${wrong.join('、')}`);
    return lines.every(([, , , isKept]) => isKept);
  } finally {
    await probe.close();
  }
}

interface Indexing {
  readonly seconds: number;
  readonly memory: number;
}

/** Builds the index of a folder in a process of its own, whose memory is watched. */
async function indexInChild(folder: string): Promise<Indexing> {
  const started = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--index', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peak = 0;
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const watch = setInterval(() => (peak = Math.max(peak, memoryOfTree(child.pid ?? 0) ?? 0)), 50);
  const telling = setInterval(
    () => tell(`建索引 ${secondsSince(started).toFixed(0)} 秒，内存 ${(peak / 1e9).toFixed(2)} GB`),
    5000,
  );
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  clearInterval(telling);
  const seconds = secondsSince(started);
  if (code !== 0) throw new Error(`建索引没有成功（退出码 ${String(code)}）`);
  const own = Number(/maxRSS (\d+)/.exec(output)?.[1] ?? 0) * 1024;
  return { seconds, memory: Math.max(peak, own) };
}

function weighFolder(folder: string): Weight & { readonly files: number } {
  const files = listFiles(folder, '.');
  return { files: files.length, ...sumWeights(files.map(createScale(folder))) };
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function verdict(name: string, value: string, limit: string, isKept: boolean): string {
  return `  ${isKept ? '✓' : '✗'} ${name} ${value}（${limit}）`;
}

if (import.meta.main) await main();
