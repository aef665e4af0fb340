import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Advice } from './explain.ts';

/** A program of the system that a script needs. */
export interface Program {
  readonly name: string;
  /** The Debian packages that bring it. */
  readonly packages: readonly string[];
  /** Where it may lie although no search path names it. */
  readonly folders: readonly string[];
  /** What to do on a system without Debian's packages. */
  readonly elsewhere: string;
}

export const nginx: Program = {
  name: 'nginx',
  packages: ['nginx'],
  folders: ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'],
  elsewhere: '其他系统用它的包管理器装 nginx（macOS：brew install nginx）',
};

export const wrk: Program = {
  name: 'wrk',
  packages: ['wrk'],
  folders: [],
  elsewhere: '其他系统用它的包管理器装 wrk（macOS：brew install wrk）',
};

/** How a script reaches the system; tests exchange it. */
export interface Machine {
  readonly has: (path: string) => boolean;
  readonly install: (packages: readonly string[]) => void;
}

/** The path of a program: the one found, else one installed now; otherwise an error that says what to do. */
export function requireProgram(program: Program, machine: Machine = thisMachine): string {
  const found = findProgram(program, machine);
  if (found !== undefined) return found;
  console.log(`没有找到 ${program.name}，正在安装……`);
  machine.install(program.packages);
  const installed = findProgram(program, machine);
  if (installed !== undefined) return installed;
  throw new Advice(
    `没有找到 ${program.name}，也没能装上。装好后再试：Debian/Ubuntu 用 apt-get install -y ${program.packages.join(' ')}；${program.elsewhere}。`,
  );
}

function findProgram({ name, folders }: Program, { has }: Machine): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), ...folders]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(has);
}

/** Installs Debian packages where the system has them and lets this user; says nothing when it does not. */
export function installPackages(packages: readonly string[]): void {
  spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 180_000 });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    timeout: 600_000,
    // An nginx that is installed is not to take port 80: no service is started.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
}

const thisMachine: Machine = { has: existsSync, install: installPackages };
