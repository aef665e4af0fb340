import { byCodeUnit } from '../lib/text.ts';
import type { Place, Problem, ProblemCode, ProblemDetails } from '../model/problem.ts';
import { catalogue, type Wording } from './catalogue.ts';

/** A problem with its position and wording: what the terminal, the CI and the machine all read. */
export interface ReportedProblem extends Wording {
  readonly code: ProblemCode;
  readonly file: string;
  /** Counted from 1; absent when the problem has no place in the file. */
  readonly line?: number;
  readonly column?: number;
}

type Locate = (file: string, at: Place) => { line: number; column: number } | undefined;

/** Adds positions and wording, and sorts by file, line, column, code. */
export function toReport(problems: readonly Problem[], locate: Locate): ReportedProblem[] {
  return problems
    .map((problem): ReportedProblem => {
      const word = catalogue[problem.code] as (details: ProblemDetails[ProblemCode]) => Wording;
      return {
        code: problem.code,
        file: problem.file,
        ...locate(problem.file, problem.at),
        ...word(problem.details),
      };
    })
    .sort(
      (a, b) =>
        byCodeUnit(a.file, b.file) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        byCodeUnit(a.code, b.code) ||
        byCodeUnit(a.what, b.what),
    );
}

/** The report as an editor reads it in a terminal. */
export function printReport(report: readonly ReportedProblem[]): string {
  return report
    .map(({ file, line, column, code, what, remedy }) => {
      const place = line === undefined ? file : `${file}:${String(line)}:${String(column ?? 1)}`;
      return `${place}  ${code}\n  ${what}\n  改法：${remedy}\n`;
    })
    .join('\n');
}

/** What a check found, whole: what `npm run check -- --format json` prints. */
export interface CheckReport {
  /** True when there is no problem; notes fail nothing. */
  readonly ok: boolean;
  /** How many entries could be read, and how many passages, drafts included. */
  readonly entries: number;
  readonly passages: number;
  /** IDs of the sources that are drafts. */
  readonly drafts: readonly string[];
  /** What is wrong, by file, line, column and code. */
  readonly problems: readonly ReportedProblem[];
  /** What drafts still leave unaccounted for, in the same form. */
  readonly notes: readonly ReportedProblem[];
}

/** The report as a continuous integration shows it beside the lines of a change: GitHub's workflow commands. */
export function printAnnotations({ problems, notes }: CheckReport): string {
  const lines = [
    ...problems.map((problem) => annotation('error', problem)),
    ...notes.map((note) => annotation('notice', note)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(
  level: 'error' | 'notice',
  { file, line, column, code, what, remedy }: ReportedProblem,
): string {
  const place = line === undefined ? {} : { line, col: column ?? 1 };
  const properties = Object.entries({ file, ...place, title: code }).map(
    ([name, value]) => `${name}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${level} ${properties.join(',')}::${escaped(`${what}。改法：${remedy}`)}`;
}

/** What would end a workflow command, spelled so that it does not. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
