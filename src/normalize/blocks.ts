import type { Repairs } from '../model/repairs.ts';
import { problemAt, type Problem } from '../model/problem.ts';
import { countOccurrences } from '../lib/text.ts';
import { textOf, type Glyph, type Trace } from './glyphs.ts';
import type { Line, Shape } from './lines.ts';

/** Lines that run on into one another: a paragraph, a heading, or a stretch of a column. */
export interface Block {
  readonly lines: readonly Line[];
}

/** Blocks as the print gives them: runs of lines without a blank in columns, single lines elsewhere. */
export function toBlocks(lines: readonly Line[], shape: Shape): Block[] {
  const blocks: Block[] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length > 0) blocks.push({ lines: run });
    run = [];
  };
  for (const line of lines) {
    if (line.glyphs.length === 0) close();
    else {
      run.push(line);
      if (shape !== 'columns') close();
    }
  }
  close();
  return blocks;
}

/** "4-10", or "36+42" for a block joined from lines apart. */
export function lineSpec(block: Block): string {
  const runs: [number, number][] = [];
  for (const { number } of block.lines) {
    const last = runs.at(-1);
    if (last !== undefined && number >= last[0] && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  // A blank line inside a joined column does not part the range it lies in.
  const merged = runs.reduce<[number, number][]>((result, run) => {
    const last = result.at(-1);
    if (last !== undefined && run[0] === last[1] + 2) last[1] = run[1];
    else result.push([...run]);
    return result;
  }, []);
  return merged.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`)).join('+');
}

const firstLine = (block: Block): number => block.lines[0]?.number ?? 0;
const lastLine = (block: Block): number => block.lines.at(-1)?.number ?? 0;

type Act = (blocks: Block[], path: (string | number)[]) => Block[];

/** Applies the declared acts in their fixed order; an act that fits nothing is a problem, not a no-op. */
export class RepairShop {
  readonly problems: Problem[] = [];
  readonly log: { act: string; where: string; reason: string }[] = [];
  readonly #file: string;
  readonly #trace: Trace;

  constructor(file: string, trace: Trace) {
    this.#file = file;
    this.#trace = trace;
  }

  apply(blocks: readonly Block[], repairs: Repairs): Block[] {
    let result = [...blocks];
    repairs.replacements?.forEach((act, index) => {
      this.#log('replace', `第${String(act.line)}行“${act.from}”→“${act.to}”`, act.reason);
      result = this.#replace(act)(result, ['replacements', index]);
    });
    repairs.splits?.forEach((act, index) => {
      if ('after' in act) {
        this.#log('split', `第${act.after.join('、')}行之后`, act.reason);
        act.after.forEach((line, nth) => {
          result = this.#splitAfter(line)(result, ['splits', index, 'after', nth]);
        });
      } else {
        this.#log('split', `第${String(act.line)}行“${act.before}”之前`, act.reason);
        result = this.#splitBefore(act.line, act.before)(result, ['splits', index]);
      }
    });
    repairs.moves?.forEach((act, index) => {
      const range = act.from === act.to ? String(act.from) : `${String(act.from)}–${String(act.to)}`;
      const target = act.after === 0 ? '全文之首' : `第${String(act.after)}行之后`;
      this.#log('move', `第${range}行移到${target}`, act.reason);
      result = this.#move(act)(result, ['moves', index]);
    });
    repairs.joins?.forEach((act, index) => {
      this.#log('join', act.pairs.map(([a, b]) => `第${String(a)}行接第${String(b)}行`).join('、'), act.reason);
      act.pairs.forEach((pair, nth) => {
        result = this.#join(pair)(result, ['joins', index, 'pairs', nth]);
      });
    });
    repairs.drops?.forEach((act, index) => {
      this.#log('drop', `第${String(act.from)}–${String(act.to)}行`, act.reason);
      result = this.#drop(act)(result, ['drops', index]);
    });
    repairs.labels?.forEach((act) => {
      this.#log('label', `${act.before}之前标“${act.label}”`, act.reason);
    });
    return result;
  }

  #log(act: string, where: string, reason: string): void {
    this.log.push({ act, where, reason });
  }

  #unmatched(act: string, path: (string | number)[], place: string, reason: string): void {
    this.problems.push(problemAt('repair-unmatched', this.#file, path, { act, place, reason }));
  }

  #replace(act: { line: number; from: string; to: string }): Act {
    return (blocks, path) => {
      let done = false;
      const result = blocks.map((block) => ({
        lines: block.lines.map((line) => {
          if (line.number !== act.line || countOccurrences(textOf(line.glyphs), act.from) !== 1) return line;
          done = true;
          return { ...line, glyphs: this.#substitute(line.glyphs, act.from, act.to) };
        }),
      }));
      if (!done) {
        this.#unmatched('replace', path, `第${String(act.line)}行`, `“${act.from}”在这一行里不是恰好出现一次`);
      }
      return result;
    };
  }

  #substitute(glyphs: readonly Glyph[], from: string, to: string): Glyph[] {
    const start = indexOfText(glyphs, from);
    const end = start + [...from].length;
    const replaced = glyphs.slice(start, end);
    this.#trace.remove('repair:replace', replaced);
    const at = replaced[0]?.start ?? 0;
    const inserted = [...to].map((char): Glyph => ({ char, start: at, end: at, by: 'repair:replace' }));
    return [...glyphs.slice(0, start), ...inserted, ...glyphs.slice(end)];
  }

  #splitAfter(number: number): Act {
    return (blocks, path) => {
      const at = blocks.findIndex((block) => block.lines.slice(0, -1).some((line) => line.number === number));
      const block = blocks[at];
      if (block === undefined) {
        this.#unmatched('split', path, `第${String(number)}行`, '这一行之后本来就是断开的，或没有这一行');
        return blocks;
      }
      const cut = block.lines.findIndex((line) => line.number === number) + 1;
      return blocks.toSpliced(at, 1, { lines: block.lines.slice(0, cut) }, { lines: block.lines.slice(cut) });
    };
  }

  #splitBefore(number: number, before: string): Act {
    return (blocks, path) => {
      const at = blocks.findIndex((block) =>
        block.lines.some(
          (line) => line.number === number && countOccurrences(textOf(line.glyphs), before) === 1,
        ),
      );
      const block = blocks[at];
      const nth = block?.lines.findIndex((line) => line.number === number) ?? -1;
      const line = block?.lines[nth];
      const cut = line === undefined ? 0 : indexOfText(line.glyphs, before);
      if (block === undefined || line === undefined || (nth === 0 && cut === 0)) {
        this.#unmatched(
          'split',
          path,
          `第${String(number)}行`,
          `“${before}”在这一行里不是恰好出现一次，或本来就在段首`,
        );
        return blocks;
      }
      const head = { ...line, glyphs: line.glyphs.slice(0, cut) };
      const tail = { ...line, glyphs: line.glyphs.slice(cut) };
      return blocks.toSpliced(
        at,
        1,
        { lines: [...block.lines.slice(0, nth), ...(cut > 0 ? [head] : [])] },
        { lines: [tail, ...block.lines.slice(nth + 1)] },
      );
    };
  }

  #move({ from, to, after }: { from: number; to: number; after: number }): Act {
    return (blocks, path) => {
      const isMoved = (block: Block): boolean => firstLine(block) >= from && lastLine(block) <= to;
      const moved = blocks.filter(isMoved);
      const rest = blocks.filter((block) => !isMoved(block));
      const target = rest.findLastIndex((block) => block.lines.some((line) => line.number === after));
      if (moved.length === 0 || (after !== 0 && target === -1)) {
        this.#unmatched(
          'move',
          path,
          `第${String(from)}–${String(to)}行`,
          moved.length === 0 ? '这几行里没有完整的一块' : `没有第${String(after)}行可接`,
        );
        return blocks;
      }
      return rest.toSpliced(target + 1, 0, ...moved);
    };
  }

  #join([first, second]: readonly [number, number]): Act {
    return (blocks, path) => {
      const at = blocks.findIndex((block) => lastLine(block) === first);
      const block = blocks[at];
      const next = blocks[at + 1];
      if (block === undefined || next === undefined || firstLine(next) !== second) {
        this.#unmatched(
          'join',
          path,
          `第${String(first)}行与第${String(second)}行`,
          '它们不是前后相邻两块的末行与首行',
        );
        return blocks;
      }
      return blocks.toSpliced(at, 2, { lines: [...block.lines, ...next.lines] });
    };
  }

  #drop({ from, to }: { from: number; to: number }): Act {
    return (blocks, path) => {
      const isDropped = (block: Block): boolean => firstLine(block) >= from && lastLine(block) <= to;
      const dropped = blocks.filter(isDropped);
      if (dropped.length === 0) {
        this.#unmatched('drop', path, `第${String(from)}–${String(to)}行`, '这几行里没有完整的一块');
      }
      for (const block of dropped) {
        for (const line of block.lines) this.#trace.remove('repair:drop', line.glyphs);
      }
      return blocks.filter((block) => !isDropped(block));
    };
  }
}

function indexOfText(glyphs: readonly Glyph[], text: string): number {
  const units = textOf(glyphs).indexOf(text);
  return [...textOf(glyphs).slice(0, units)].length;
}
