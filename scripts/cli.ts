import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { printReport, toReport } from '../src/graph/report.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Content } from '../src/read/content.ts';
import { Advice } from './explain.ts';

/** The project root, whichever folder a script is run from. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** What a script says of itself under `--help`. */
export interface Usage<Options extends ParseArgsOptionsConfig> {
  readonly usage: string;
  readonly options: Options;
}

/**
 * Parses the command line; `--help` prints the usage and ends; an unknown option is an error with the usage. From then
 * on advice that nobody catches ends the script with its words alone.
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>({
  usage,
  options,
}: Usage<Options>) {
  process.once('uncaughtException', (error) => {
    console.error(error instanceof Advice ? error.message : error);
    process.exit(1);
  });
  try {
    const parsed = parseArgs({
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if ((parsed.values as { help?: boolean }).help === true) {
      console.log(usage);
      process.exit(0);
    }
    return parsed;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(1);
  }
}

/** Prints all problems at once, or nothing; true when there were any. */
export function reportProblems(problems: readonly Problem[], locate: Content['locate']): boolean {
  if (problems.length === 0) return false;
  console.error(printReport(toReport(problems, locate)));
  console.error(`共 ${String(problems.length)} 处问题。`);
  return true;
}

/** The port an option names, `standard` where it is not given; what is no port ends the script with a message. */
export function readPort(value: string | undefined, standard: number): number {
  if (value === undefined) return standard;
  if (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535) return Number(value);
  console.error(`“${value}”不是端口。写一个 1 到 65535 的整数，如 --port ${String(standard)}。`);
  process.exit(1);
}
