import type { DueDate } from '../graph/targets.ts';
import type { DueView } from '../model/agreement-views.ts';

/** "9月底前（2019-09，推断）", or for what only its plan dates "计划年份2019年": the words and the date read from them. */
export function dueText({ by, ground, reason }: DueDate, deadline: string | undefined): string {
  const inferred = reason === undefined ? '' : '，推断';
  return ground === 'deadline' && deadline !== undefined
    ? `“${deadline}”（${by}${inferred}）`
    : `没有单独的期限，按计划的年份${by}年`;
}

/** A due date as pages show it. A plan's own time is printed; that each of its items is due by its end is our reading. */
export function toDueView(due: DueDate, deadline: string | undefined): DueView {
  const reason = due.reason ?? (due.ground === 'period' ? periodReason : undefined);
  return {
    text: dueText(due, deadline),
    by: { value: due.by, inferred: reason !== undefined, ...(reason === undefined ? {} : { reason }) },
    ...(due.reason === undefined ? {} : { note: due.reason }),
  };
}

const periodReason = '计划印有年份；其中各项以年末为限，是本站的读法。';
