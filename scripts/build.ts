import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { contentProblems } from './content-problems.ts';
import { history } from './ledger.ts';
import { siteProblems } from './site-problems.ts';
import { swapIn } from './swap-in.ts';

const usage = `用法：npm run build

检查内容，把整个网站建好，核对每个登记的地址都打得开，然后换上 dist/。全部成功才换；中途失败，旧的原样保留。
环境变量：SITE_URL 网站地址；BASE_PATH 子路径（如 /record/）。`;

/** Builds beside `dist/` and swaps it in only when whole; returns false, with everything said, when it fails. */
export async function build(): Promise<boolean> {
  console.log('检查内容……');
  const content = readContent(projectRoot);
  if (reportProblems(contentProblems(content, projectRoot), content.locate)) return false;
  const { gap } = history(projectRoot);
  if (gap !== undefined) console.log(gap);
  const next = join(projectRoot, '.dist-next');
  rmSync(next, { recursive: true, force: true });
  console.log('建网页与检索索引……');
  const code = await astro(['build', '--outDir', next]);
  if (code !== 0) {
    rmSync(next, { recursive: true, force: true });
    console.error('没有建成，dist/ 未动。');
    return false;
  }
  console.log('核对每个登记的地址……');
  if (reportProblems(siteProblems(content, next), content.locate)) {
    rmSync(next, { recursive: true, force: true });
    console.error('没有建成，dist/ 未动。');
    return false;
  }
  swapIn(next, join(projectRoot, 'dist'), join(projectRoot, '.dist-old'));
  console.log('已建成 dist/。');
  return true;
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
