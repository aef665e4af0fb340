import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a file as it lies on the disk, and as a static host that compresses sends it. */
export interface Weight {
  readonly raw: number;
  readonly gzip: number;
}

/** Weighs the files of a served folder by the path they are requested under; each is read once. */
export function createScale(folder: string): (path: string) => Weight {
  const known = new Map<string, Weight>();
  return (path) => {
    const weight = known.get(path) ?? weigh(readServed(folder, path));
    known.set(path, weight);
    return weight;
  };
}

/** A host never sends more than the file: what is packed already is sent as it is. */
function weigh(content: Uint8Array): Weight {
  return { raw: content.length, gzip: Math.min(content.length, gzipSync(content).length) };
}

function readServed(folder: string, path: string): Uint8Array {
  const name = decodeURI(path).replace(/^\//, '');
  return readFileSync(join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name));
}

export function sumWeights(weights: Iterable<Weight>): Weight {
  return [...weights].reduce((sum, { raw, gzip }) => ({ raw: sum.raw + raw, gzip: sum.gzip + gzip }), {
    raw: 0,
    gzip: 0,
  });
}

/** Numbers from 0 to 1, the same for the same seed on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from');
  return item;
}

/** The smallest value that `share` of all values do not exceed; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** What should have been found, what was, and what of it was right, over many queries. */
export class Score {
  #wanted = 0;
  #found = 0;
  #right = 0;

  /** Takes one query's answers in; true when it found all that it should and nothing else. */
  add(wanted: ReadonlySet<string>, found: ReadonlySet<string>): boolean {
    const right = found.intersection(wanted).size;
    this.#wanted += wanted.size;
    this.#found += found.size;
    this.#right += right;
    return right === wanted.size && right === found.size;
  }

  get recall(): number {
    return this.#wanted === 0 ? 1 : this.#right / this.#wanted;
  }

  get precision(): number {
    return this.#found === 0 ? 1 : this.#right / this.#found;
  }
}

/** Kilobytes of 1000 bytes, as budgets count them. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** A Markdown table as prettier writes it; columns of `alignRight` hold numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignRight: readonly number[] = [],
): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => displayWidth(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const pad = (row: readonly string[]): string =>
    line(
      widths.map((width, column) => {
        const cell = row[column] ?? '';
        const gap = ' '.repeat(width - displayWidth(cell));
        return alignRight.includes(column) ? gap + cell : cell + gap;
      }),
    );
  const rule = widths.map((width, column) =>
    alignRight.includes(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [pad(head), line(rule), ...rows.map(pad)].join('\n');
}

/** Columns a text takes up where a wide character takes two. */
function displayWidth(text: string): number {
  return Array.from(text, (point) =>
    /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u.test(point) ? 2 : 1,
  ).reduce((sum: number, width) => sum + width, 0);
}

/** The memory of a process and all it started, in bytes; undefined where the system does not tell (no `/proc`). */
export function memoryOfTree(root: number): number | undefined {
  const processes = readProcesses();
  if (processes === undefined) return undefined;
  const isBelow = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && parent !== pid && isBelow(parent);
  };
  return [...processes].filter(([pid]) => isBelow(pid)).reduce((sum, [, { resident }]) => sum + resident, 0);
}

function readProcesses(): Map<number, { parent: number; resident: number }> | undefined {
  try {
    const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return new Map(numbers.flatMap(readProcess));
  } catch {
    return undefined;
  }
}

function readProcess(number: string): [number, { parent: number; resident: number }][] {
  try {
    const status = readFileSync(`/proc/${number}/status`, 'utf8');
    const field = (name: string): number =>
      Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return [[Number(number), { parent: field('PPid'), resident: field('VmRSS') * 1024 }]];
  } catch {
    // It ended between the listing and the reading.
    return [];
  }
}

/** Says what is being measured. */
export function tell(message: string): void {
  console.log(`  ${message}……`);
}
