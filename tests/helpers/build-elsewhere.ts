import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './built-site.ts';

const inputs = ['src', 'content', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Names the test runner puts into the environment, which a build would take for its own. */
const runnerNames = /^(VITEST|VITE_|TEST$|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/;

/** A copy of the project on another path. */
export interface Copy {
  readonly folder: string;
  /** The environment its scripts run in, but for what a call adds. */
  readonly environment: NodeJS.ProcessEnv;
  /** Runs the build there and returns its exit code and everything it printed. */
  readonly build: (environment: NodeJS.ProcessEnv) => { status: number | null; output: string };
  /** Runs another script there. */
  readonly run: (script: string, ...args: string[]) => { status: number | null; output: string };
  /** Runs a line of a shell there, as a reader would type it. */
  readonly shell: (command: string) => { command: string; status: number | null; output: string };
  readonly remove: () => void;
}

/** Copies the project's inputs, with the same installed packages, to a new temporary folder. */
export function copyProject(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'another-path-'));
  for (const input of inputs) cpSync(join(projectRoot, input), join(folder, input), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !runnerNames.test(name)),
  );
  const runScript = (
    script: string,
    environment: NodeJS.ProcessEnv,
    args: readonly string[] = [],
  ): ReturnType<Copy['run']> => {
    const { status, stdout, stderr } = spawnSync('node', [script, ...args], {
      cwd: folder,
      env: { ...inherited, ...environment },
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };
  return {
    folder,
    environment: inherited,
    build: (environment) => runScript('scripts/build.ts', environment),
    run: (script, ...args) => runScript(script, {}, args),
    shell: (command) => {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: folder,
        env: inherited,
        encoding: 'utf8',
      });
      return { command, status, output: stdout + stderr };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
