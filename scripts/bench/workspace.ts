import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from '../cli.ts';
import type { Files } from './generated-record.ts';
import { packageFiles } from './reference-site.ts';
import { runCost, type Command, type RunCost } from './run-cost.ts';

/** What a build of this site is made from. */
const inputs = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Where the reference's packages are kept between runs: they are no dependency of this site. */
const cache = join(projectRoot, 'node_modules/.cache/bench-reference');

/** The reference's installed packages, installed now when they are not those of the lock; an error that says what to do. */
export function referencePackages(): string {
  const packages = join(cache, 'node_modules');
  const isCurrent = packageFiles.every((file) => isSame(file, join(cache, basename(file))));
  if (isCurrent && existsSync(join(packages, '.bin/astro'))) return packages;
  console.log('  安装对照的 Starlight（只为测量，不是本站的依赖）……');
  mkdirSync(cache, { recursive: true });
  for (const file of packageFiles) cpSync(file, join(cache, basename(file)));
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: cache,
    encoding: 'utf8',
  });
  if (status === 0) return packages;
  rmSync(join(cache, 'package.json'));
  throw new Error(
    `装不上对照的 Starlight：npm ci 要连到 npm 的软件库。连上网再运行；或在能上网的机器上运行一次，` +
      `把 node_modules/.cache/bench-reference 整个拷来。npm 说：\n${stderr.trim()}`,
  );
}

function isSame(file: string, other: string): boolean {
  return existsSync(other) && readFileSync(file, 'utf8') === readFileSync(other, 'utf8');
}

/** Copies what this site is built from into a new folder, with the same packages; content too unless another is given. */
export function copySite(folder: string, content?: Files): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const input of content === undefined ? [...inputs, 'content'] : inputs) {
    cpSync(join(projectRoot, input), join(folder, input), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of content ?? []) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Makes the generated files of a generated record: its passages and its ledger. */
export async function completeRecord(folder: string): Promise<void> {
  await runCost({ program: process.execPath, args: ['scripts/normalize.ts'], folder });
  await runCost({ program: process.execPath, args: ['scripts/ids.ts', '--accept'], folder });
}

/** Builds with nothing left of an earlier build. */
export async function coldBuild(command: Command): Promise<RunCost> {
  const { folder } = command;
  for (const name of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  return runCost(command);
}

/** How each site is built. */
export const commands = {
  ours: (folder: string): Command => ({ program: process.execPath, args: ['scripts/build.ts'], folder }),
  starlight: (folder: string): Command => ({
    program: process.execPath,
    args: ['node_modules/astro/bin/astro.mjs', 'build'],
    folder,
  }),
  hugo: (folder: string): Command => ({
    program: 'hugo',
    args: ['--quiet', '--destination', 'dist'],
    folder,
  }),
};

/** The Hugo of this machine; undefined where there is none. */
export function hugoVersion(): string | undefined {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? /v[\d.]+/.exec(stdout)?.[0] : undefined;
}
