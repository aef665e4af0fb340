import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchCorpus } from './bench/corpus.ts';
import { verdictsOf } from './bench/limits.ts';
import { drawResults, type Committed } from './bench/picture.ts';
import { printResults } from './bench/print.ts';
import type { Machine, Results } from './bench/results.ts';
import { benchSizes } from './bench/sizes.ts';
import { hugoVersion, referencePackages } from './bench/workspace.ts';
import { launchBrowser } from './browser.ts';
import { projectRoot, readOptions } from './cli.ts';

const usage = `用法：npm run bench [-- --runs 5] [--docs 100,1000,5000] [--check] [--write]

在同一次运行里、用同样的内容，把本站与默认的 Starlight 放在一起量：冷构建的时间与内存，首次访问的字节、请求、
FCP、LCP、TBT，检索的字节与到第一条结果的时间，查全与查准。两边轮流，取中位数；比较的是比，不是秒。
  --runs   每样量几次
  --docs   改量生成的记录，各有多少篇文档；另给出每样成本怎样随篇数增长
  --check  超出约定的比，退出码为 1
  --write  把结果写进 scripts/bench/results.json，并重画 scripts/bench/results.svg；没有重量的部分照旧
对照要用的软件包第一次运行时按 scripts/bench/reference/package-lock.json 安装到 node_modules/.cache/，要连网。
装有 hugo 时一并量出它把同样的网页变成 HTML 的时间，作为底线。`;

const resultsFile = join(projectRoot, 'scripts/bench/results.json');
const pictureFile = join(projectRoot, 'scripts/bench/results.svg');

async function main(): Promise<void> {
  const { values } = readOptions({
    usage,
    options: {
      runs: { type: 'string', default: '5' },
      docs: { type: 'string' },
      check: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
  const runs = Number(values.runs);
  const documents = values.docs?.split(',').map(Number);
  if (![runs, ...(documents ?? [])].every((number) => Number.isInteger(number) && number > 0)) {
    console.error(`--runs 与 --docs 要正整数。\n\n${usage}`);
    process.exit(1);
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const began = loadavg()[0] ?? 0;
  const packages = referencePackages();
  const browser = await launchBrowser();
  try {
    const place = { folder, packages, browser, runs };
    const measured =
      documents === undefined
        ? { corpus: await benchCorpus(place) }
        : {
            sizes: await benchSizes(
              place,
              documents.toSorted((a, b) => a - b),
            ),
          };
    const machine = machineOf(packages, `Chromium ${browser.version()}`, began);
    const results: Results = {
      note: '由 npm run bench -- --write 生成，不要手改。',
      machine,
      runs,
      ...measured,
    };
    console.log(printResults(results));
    if (values.write === true) write(results);
    const broken = verdictsOf(results).filter(({ isKept }) => !isKept);
    if (values.check === true && broken.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function machineOf(packages: string, browser: string, began: number): Machine {
  const version = (name: string): string =>
    (JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as { version: string }).version;
  const hugo = hugoVersion();
  return {
    processors: `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? '?'}`,
    memory: totalmem(),
    node: process.version,
    browser,
    starlight: `Starlight ${version('@astrojs/starlight')}，Astro ${version('astro')}，Pagefind ${version('pagefind')}`,
    ...(hugo === undefined ? {} : { hugo }),
    load: [began, loadavg()[0] ?? 0],
  };
}

/** Keeps of the committed results what was not measured again, with the machine and load it was measured on. */
function write(fresh: Results): void {
  let committed: Committed = {};
  try {
    committed = JSON.parse(readFileSync(resultsFile, 'utf8')) as typeof committed;
  } catch {
    // There are none yet.
  }
  const all = { ...committed, [fresh.corpus === undefined ? 'sizes' : 'corpus']: fresh };
  writeFileSync(resultsFile, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(pictureFile, drawResults(all));
}

if (import.meta.main) await main();
