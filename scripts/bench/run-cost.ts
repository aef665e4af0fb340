import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { memoryOfTree, percentile } from '../measure.ts';

/** What one run of a program and all it started cost. */
export interface RunCost {
  /** From start to end. */
  readonly seconds: number;
  /** Of all processors together; undefined where the system does not tell. */
  readonly processorSeconds?: number;
  /** The most that all its processes held at once, in bytes; undefined where the system does not tell. */
  readonly memory?: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** How often memory is looked at, in milliseconds. */
const interval = 100;

/** Runs a command to its end and measures it; an error with what it printed when it fails. One at a time. */
export async function runCost({ program, args, folder }: Command): Promise<RunCost> {
  const before = waitedSeconds();
  const started = performance.now();
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      ...process.env,
      PATH: [join(folder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  }
  let memory: number | undefined;
  const watch = setInterval(() => {
    const now = memoryOfTree(child.pid ?? 0);
    if (now !== undefined) memory = Math.max(memory ?? 0, now);
  }, interval);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) {
      const end = printed.join('').split('\n').slice(-30).join('\n');
      throw new Error(`${program} ${args.join(' ')} 没有成功（退出码 ${String(code)}）：\n${end}`);
    }
  } finally {
    clearInterval(watch);
  }
  const seconds = (performance.now() - started) / 1000;
  const after = waitedSeconds();
  return {
    seconds,
    ...(before === undefined || after === undefined ? {} : { processorSeconds: after - before }),
    ...(memory === undefined ? {} : { memory }),
  };
}

/** Processor time of all ended children and of theirs, as Linux keeps it: fields 16 and 17, in ticks of 10 ms. */
function waitedSeconds(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return undefined;
  }
}

/** The median of each figure over several runs. */
export function medianCost(runs: readonly RunCost[]): RunCost {
  const of = (figure: (run: RunCost) => number | undefined): number | undefined => {
    const known = runs.flatMap((run) => figure(run) ?? []);
    return known.length === 0 ? undefined : percentile(known, 0.5);
  };
  const [processorSeconds, memory] = [of((run) => run.processorSeconds), of((run) => run.memory)];
  return {
    seconds: of(({ seconds }) => seconds) ?? 0,
    ...(processorSeconds === undefined ? {} : { processorSeconds }),
    ...(memory === undefined ? {} : { memory }),
  };
}
