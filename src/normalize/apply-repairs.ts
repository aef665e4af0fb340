import { problemAt, type Problem } from '../model/problem.ts';
import type { Repairs } from '../model/repairs.ts';
import {
  dropBlocks,
  joinBlocks,
  moveBlocks,
  replaceWords,
  splitAfter,
  splitBefore,
  type Outcome,
} from './acts.ts';
import type { Block } from './blocks.ts';
import type { Trace } from './glyphs.ts';

/** A declared act as readers see it in the list of repairs. */
export interface RepairNote {
  readonly act: string;
  readonly where: string;
  readonly reason: string;
}

/** One step of an act, with the way to it in `repairs.yaml`. */
interface Step {
  readonly act: string;
  readonly path: readonly (string | number)[];
  readonly place: string;
  readonly run: (blocks: readonly Block[]) => Outcome;
}

/** Applies the declared acts in their fixed order; each that fits nothing is a problem. */
export function applyRepairs(
  blocks: readonly Block[],
  repairs: Repairs,
  file: string,
  trace: Trace,
): { blocks: readonly Block[]; problems: Problem[] } {
  let result = blocks;
  const problems: Problem[] = [];
  for (const { act, path, place, run } of stepsOf(repairs)) {
    const outcome = run(result);
    if (outcome.kind === 'done') {
      result = outcome.blocks;
      trace.remove(`repair:${act}`, outcome.removed ?? []);
    } else {
      problems.push(problemAt('repair-unmatched', file, path, { act, place, reason: outcome.reason }));
    }
  }
  return { blocks: result, problems };
}

/** What was done and why, in the order applied. */
export function repairNotes(repairs: Repairs): RepairNote[] {
  const at = placer(repairs);
  return [
    ...(repairs.replacements ?? []).map(({ line, from, to, reason }) => ({
      act: 'replace',
      where: `${at(line)}“${from}”→“${to}”`,
      reason,
    })),
    ...(repairs.splits ?? []).map((split) => ({
      act: 'split',
      where: 'after' in split ? `${at(...split.after)}之后` : `${at(split.line)}“${split.before}”之前`,
      reason: split.reason,
    })),
    ...(repairs.moves ?? []).map(({ from, to, after, reason }) => ({
      act: 'move',
      where: `${range(at, from, to)}移到${after === 0 ? '全文之首' : `${at(after)}之后`}`,
      reason,
    })),
    ...(repairs.joins ?? []).map(({ pairs, reason }) => ({
      act: 'join',
      where: pairs.map(([first, second]) => `${at(first)}接${at(second)}`).join('、'),
      reason,
    })),
    ...(repairs.drops ?? []).map(({ from, to, reason }) => ({
      act: 'drop',
      where: range(at, from, to),
      reason,
    })),
    ...(repairs.labels ?? []).map(({ before, label, reason }) => ({
      act: 'label',
      where: `${before}之前标“${label}”`,
      reason,
    })),
  ];
}

function stepsOf(repairs: Repairs): Step[] {
  const at = placer(repairs);
  return [
    ...(repairs.replacements ?? []).map((act, index): Step => ({
      act: 'replace',
      path: ['replacements', index],
      place: at(act.line),
      run: (blocks) => replaceWords(blocks, act),
    })),
    ...(repairs.splits ?? []).flatMap((act, index): Step[] =>
      'after' in act
        ? act.after.map((line, nth) => ({
            act: 'split',
            path: ['splits', index, 'after', nth],
            place: at(line),
            run: (blocks) => splitAfter(blocks, line),
          }))
        : [
            {
              act: 'split',
              path: ['splits', index],
              place: at(act.line),
              run: (blocks) => splitBefore(blocks, act),
            },
          ],
    ),
    ...(repairs.moves ?? []).map((act, index): Step => ({
      act: 'move',
      path: ['moves', index],
      place: range(at, act.from, act.to),
      run: (blocks) => moveBlocks(blocks, act),
    })),
    ...(repairs.joins ?? []).flatMap(({ pairs }, index) =>
      pairs.map((pair, nth): Step => ({
        act: 'join',
        path: ['joins', index, 'pairs', nth],
        place: `${at(pair[0])}与${at(pair[1])}`,
        run: (blocks) => joinBlocks(blocks, pair),
      })),
    ),
    ...(repairs.drops ?? []).map((act, index): Step => ({
      act: 'drop',
      path: ['drops', index],
      place: range(at, act.from, act.to),
      run: (blocks) => dropBlocks(blocks, act),
    })),
  ];
}

/** Names a place as the shape counts it: by line, or by block of the HTML. */
function placer({ raw }: Repairs): (...numbers: number[]) => string {
  const unit = raw.shape === 'html' ? '块' : '行';
  return (...numbers) => `第${numbers.join('、')}${unit}`;
}

function range(at: (...numbers: number[]) => string, from: number, to: number): string {
  return from === to ? at(from) : `${at(from)}至${at(to)}`;
}
