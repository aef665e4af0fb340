import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, readOptions } from './cli.ts';

const usage = `用法：npm test [-- --only 步骤]

证明整个项目：格式、静态检查、类型、单元测试、内容、构建、产物检查、故障、真实 Chromium 里的浏览器测试。
  --only  只跑一步（format、lint、types、unit、content、build、output、faults、browser）
最后一行是“N passed, N failed”。`;

interface Step {
  readonly name: string;
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** A Vitest run: its tests are counted one by one; any other step counts as one. */
  readonly counted?: boolean;
  /** Needs a whole `dist/`: not run when the build failed. */
  readonly needsBuild?: boolean;
}

const vitest = (folder: string): readonly [string, ...string[]] => [
  'vitest',
  'run',
  folder,
  '--testTimeout=300000',
  '--hookTimeout=600000',
];

const steps: readonly Step[] = [
  { name: 'format', title: '格式', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', title: '静态检查', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'types', title: '类型', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'unit', title: '单元测试', command: vitest('tests/unit'), counted: true },
  { name: 'content', title: '内容', command: ['node', 'scripts/check.ts'] },
  { name: 'build', title: '构建', command: ['node', 'scripts/build.ts'] },
  { name: 'output', title: '产物', command: vitest('tests/build'), counted: true, needsBuild: true },
  { name: 'faults', title: '故障', command: vitest('tests/faults'), counted: true, needsBuild: true },
  { name: 'browser', title: '浏览器', command: vitest('tests/e2e'), counted: true, needsBuild: true },
];

interface Result {
  readonly passed: number;
  readonly failed: number;
}

async function main(): Promise<void> {
  const { values } = readOptions({ usage, options: { only: { type: 'string' } } });
  const chosen = steps.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) {
    console.error(`没有“${values.only ?? ''}”这一步。\n\n${usage}`);
    process.exit(1);
  }
  const failedSteps: string[] = [];
  let total: Result = { passed: 0, failed: 0 };
  for (const [index, step] of chosen.entries()) {
    const started = performance.now();
    console.log(`\n── ${String(index + 1)}/${String(chosen.length)} ${step.title}（${step.name}）`);
    const skipped = step.needsBuild === true && failedSteps.includes('build');
    const result = skipped ? { passed: 0, failed: 1 } : await run(step);
    if (skipped) console.error('构建没有成功，这一步无从进行。');
    if (result.failed > 0) failedSteps.push(step.name);
    total = { passed: total.passed + result.passed, failed: total.failed + result.failed };
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `   ${step.title}：${String(result.passed)} 通过，${String(result.failed)} 失败，${seconds} 秒`,
    );
  }
  if (failedSteps.length > 0) console.error(`\n没有通过：${failedSteps.join('、')}`);
  console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

async function run({ command: [program, ...args], counted }: Step): Promise<Result> {
  if (counted !== true) {
    const ok = (await exitCodeOf(program, args)) === 0;
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'record-test-'));
  const file = join(folder, 'result.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await exitCodeOf(program, [...args, ...reporters]);
    const counts = readCounts(file);
    // A run that ended badly without a failed test (a crash, no test found) is a failure all the same.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file: string): Result {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function exitCodeOf(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: projectRoot, stdio: 'inherit' });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

await main();
