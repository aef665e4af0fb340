import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../src/graph/graph.ts';
import { readContent, type Content } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { judgeContent } from './content-problems.ts';
import { explainRefusal, whyUnwritable } from './explain.ts';
import { history } from './ledger.ts';
import { siteProblems } from './site-problems.ts';
import { claimWorkFolder, recover, swapIn } from './swap-in.ts';

const usage = `用法：npm run build

检查内容，把整个网站建好，核对每个登记的地址都打得开，然后换上 dist/。全部成功才换；中途失败，旧的原样保留。
环境变量：SITE_URL 网站地址；BASE_PATH 子路径（如 /record/）。`;

const dist = join(projectRoot, 'dist');

/** Builds beside `dist/` and swaps it in only when whole; returns false, with everything said, when it fails. */
export async function build(): Promise<boolean> {
  try {
    if (recover(dist)) console.log('上一次换上新网站时断了，已把原来的 dist/ 放回原处。');
    const checked = readCheckedContent();
    return checked !== undefined && (await buildSite(checked));
  } catch (error) {
    const refusal = explainRefusal(error);
    if (refusal === undefined) throw error;
    console.error(`${refusal}\n${unchanged}`);
    return false;
  }
}

const unchanged = '没有建成，dist/ 未动。';

interface Checked {
  readonly content: Content;
  readonly published: Graph;
}

/** The content and what of it is published, where nothing is wrong with it. */
function readCheckedContent(): Checked | undefined {
  console.log('检查内容……');
  const content = readContent(projectRoot);
  const { published, problems } = judgeContent(content, projectRoot);
  if (reportProblems(problems, content.locate)) return undefined;
  const { gap } = history(projectRoot);
  if (gap !== undefined) console.log(gap);
  return { content, published };
}

async function buildSite({ content, published }: Checked): Promise<boolean> {
  const next = claimWorkFolder(join(projectRoot, '.dist-next'));
  try {
    console.log('建网页与检索索引……');
    if ((await astro(['build', '--outDir', next])) !== 0) {
      console.error([whyUnwritable(next) ?? [], unchanged].flat().join('\n'));
      return false;
    }
    console.log('核对每个登记的地址……');
    if (reportProblems(siteProblems(content, published, next), content.locate)) {
      console.error(unchanged);
      return false;
    }
    swapIn(next, dist);
    console.log('已建成 dist/。');
    return true;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

function astro(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('astro', args, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

if (import.meta.main) {
  readOptions({ usage, options: {} });
  process.exitCode = (await build()) ? 0 : 1;
}
