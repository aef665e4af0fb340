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
