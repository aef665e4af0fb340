import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSearchIndex } from '../src/integrations/search-index.ts';
import { readContent } from '../src/read/content.ts';
import { listFiles } from '../src/read/files.ts';
import { fold } from '../src/search/tokens.ts';
import { projectRoot, readOptions } from './cli.ts';
import {
  createScale,
  kilobytes,
  markdownTable,
  memoryOfTree,
  percentile,
  pick,
  Score,
  seeded,
  sumWeights,
  type Weight,
} from './measure.ts';
import { probeSearch, type SearchProbe } from './search-probe.ts';

const usage = `用法：npm run bench:search [-- --docs 3500] [--seed 1] [--dir 文件夹] [--queries 200]

量检索在大语料上的样子：建索引的时间与内存，索引大小，每次检索的字节与毫秒，查全与查准。
  --docs     由五篇文章的分句重组出多少篇文档（每篇约5700字；3500篇约2000万字）
  --seed     重组与抽样的种子；同一种子，同样的文档和检索词
  --dir      不生成，改用这个文件夹里全部 .md、.txt，一个文件一篇
  --queries  抽多少个1至8字的词
在真实的 Chromium 里检索。不准，或超出预算，退出码为 1。`;

/** A document to be indexed. */
export interface Document {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The mean length of a made document, in characters: that of the 3,504 statutes the method was first measured on. */
const meanLength = 5700;

/** How many of the corpus's clauses one document draws on, so that a string stands in some documents and not in all. */
const clausesPerDocument = 120;

/** What 20 million characters may cost. */
const budget = { seconds: 60, memory: 4e9, bytes: 250e3, milliseconds: 500 };

/** Clauses of texts: what stands between punctuation, quotation marks and brackets kept. */
export function clausesOf(texts: readonly string[]): string[] {
  const clauses = texts.flatMap((text) => text.split(/[，。；：！？、…]+[”’）]?/u));
  return [...new Set(clauses.filter((clause) => fold(clause).length >= 3))];
}

/** `count` documents in which the clauses stand in new orders; the same for the same seed. */
export function* makeDocuments(
  clauses: readonly string[],
  { count, seed }: { count: number; seed: number },
): Generator<Document> {
  const random = seeded(seed);
  for (let number = 1; number <= count; number += 1) {
    const own = Array.from({ length: clausesPerDocument }, () => pick(clauses, random));
    const length = meanLength * (0.4 + 1.2 * random());
    const paragraphs: string[] = [];
    let written = 0;
    while (written < length) {
      const paragraph = makeParagraph(own, random);
      paragraphs.push(paragraph);
      written += paragraph.length;
    }
    yield { title: `${pick(own, random)}（第${String(number)}号）`, paragraphs };
  }
}

function makeParagraph(clauses: readonly string[], random: () => number): string {
  const sentences = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
    const parts = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(clauses, random));
    return `${parts.join('，')}。`;
  });
  return sentences.join('');
}

/** A text file as a document: paragraphs are parted by empty lines, line breaks within one are spaces. */
export function toDocument(name: string, text: string): Document {
  const paragraphs = text
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  return { title: basename(name).replace(/\.(md|txt)$/, ''), paragraphs };
}

/** The least page that the index takes: a body, a title and a kind. */
export function toPage({ title, paragraphs }: Document): string {
  const body = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n');
  return (
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
    `<body><main data-pagefind-body data-search-kind="文档" data-search-title="${escapeHtml(title)}">\n${body}\n</main></body></html>\n`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `count` strings of 1 to 8 characters from anywhere in the documents, as many of each length. */
export function sampleQueries(documents: readonly Document[], count: number, seed: number): string[] {
  const random = seeded(seed);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < count * 100; tries += 1) {
    const { paragraphs } = pick(documents, random);
    const length = 1 + (queries.size % 8);
    // Cut from the text without its punctuation, so that a length is a number of characters to be found.
    const points = Array.from(fold(paragraphs.length === 0 ? '' : pick(paragraphs, random)));
    const start = Math.floor(random() * (points.length - length + 1));
    const query = points.slice(Math.max(0, start), start + length).join('');
    if (Array.from(query).length === length) queries.add(query);
  }
  return [...queries];
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
  const tell = setInterval(
    () => progress(`建索引 ${secondsSince(started).toFixed(0)} 秒，内存 ${(peak / 1e9).toFixed(2)} GB`),
    5000,
  );
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(watch);
  clearInterval(tell);
  const seconds = secondsSince(started);
  if (code !== 0) throw new Error(`建索引没有成功（退出码 ${String(code)}）`);
  const own = Number(/maxRSS (\d+)/.exec(output)?.[1] ?? 0) * 1024;
  return { seconds, memory: Math.max(peak, own) };
}

/** What one query cost and gave. */
interface Measured {
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

/**
 * Asks the search page itself, each query in a page that has made one other query and no more: what every query costs
 * whatever was searched for before.
 */
async function measure(
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
    if ((index + 1) % 25 === 0) progress(`检索 ${String(index + 1)}/${String(queries.length)}`);
  }
  return { queries: measured, first, score };
}

/** The URLs of the documents that hold a query in one paragraph. */
type Wanted = (query: string) => ReadonlySet<string>;

function createWanted(documents: readonly Document[]): Wanted {
  const folded = documents.map(({ paragraphs }) => paragraphs.map(fold).join('\n'));
  return (query) =>
    new Set(folded.flatMap((text, index) => (text.includes(fold(query)) ? [urlOf(index)] : [])));
}

function urlOf(index: number): string {
  return `/docs/${String(index + 1).padStart(5, '0')}.html`;
}

function progress(message: string): void {
  console.log(`  ${message}……`);
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function readDocuments({
  dir,
  docs,
  seed,
}: {
  dir: string | undefined;
  docs: number;
  seed: number;
}): Document[] {
  if (dir !== undefined) {
    const folder = resolve(dir);
    const names = listFiles(folder, '.').filter((name) => /\.(md|txt)$/.test(name));
    return names.map((name) => toDocument(name, readFileSync(join(folder, name), 'utf8')));
  }
  const { passages } = readContent(projectRoot);
  const texts = [...passages.values()].flatMap((list) => list.map(({ text }) => text));
  return [...makeDocuments(clausesOf(texts), { count: docs, seed })];
}

/** The documents, and beside them the search page of the built site with all it needs. */
function writeSite(folder: string, documents: readonly Document[]): void {
  for (const name of ['_astro', 'search', 'icon.svg', '404.html']) {
    cpSync(join(projectRoot, 'dist', name), join(folder, name), { recursive: true });
  }
  cpSync(join(folder, '404.html'), join(folder, 'index.html'));
  mkdirSync(join(folder, 'docs'));
  for (const [index, document] of documents.entries()) {
    writeFileSync(join(folder, urlOf(index)), toPage(document));
  }
}

function weighFolder(folder: string): Weight & { readonly files: number } {
  const files = listFiles(folder, '.');
  return { files: files.length, ...sumWeights(files.map(createScale(folder))) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Cost by length of the query, and over all. */
function costTable(queries: readonly Measured[]): string {
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
function fileTable(queries: readonly Measured[], probe: SearchProbe): string {
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

function verdict(name: string, value: string, limit: string, isKept: boolean): string {
  return `  ${isKept ? '✓' : '✗'} ${name} ${value}（${limit}）`;
}

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
    await buildSearchIndex(values.index, { info: (message) => console.log(message) });
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
  progress(dir === undefined ? `生成 ${String(docs)} 篇文档` : `读取 ${dir}`);
  const documents = readDocuments({ dir, docs, seed });
  if (documents.length === 0) throw new Error(`${dir ?? ''} 里没有 .md 或 .txt 文件`);
  writeSite(folder, documents);
  const characters = documents.reduce(
    (sum, { paragraphs }) => sum + Array.from(paragraphs.join('')).length,
    0,
  );
  progress(`建索引：${String(documents.length)} 篇，${(characters / 1e6).toFixed(2)} 百万字`);
  const { seconds, memory } = await indexInChild(folder);
  const probe = await probeSearch(folder);
  try {
    const [other = '', ...queries] = sampleQueries(documents, count + 1, seed);
    progress(`检索：${String(queries.length)} 个词`);
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

if (import.meta.main) await main();
