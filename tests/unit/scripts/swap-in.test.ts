import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimWorkFolder, recover, swapIn } from '../../../scripts/swap-in.ts';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function make(name: string, content: string): void {
  mkdirSync(at(name), { recursive: true });
  writeFileSync(at(name, 'index.html'), content);
}

const siteAt = (name: string): string | undefined =>
  existsSync(at(name)) ? readFileSync(at(name, 'index.html'), 'utf8') : undefined;

describe('putting a new site in the place of the old', () => {
  it('leaves the new one and nothing else', () => {
    make('dist', 'old');
    make('next', 'new');
    swapIn(at('next'), at('dist'));
    expect(siteAt('dist')).toBe('new');
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('needs no old one', () => {
    make('next', 'new');
    swapIn(at('next'), at('dist'));
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  it('puts the old one back when the new one cannot be put there', () => {
    make('dist', 'old');
    expect(() => swapIn(at('not-there'), at('dist'))).toThrow(/ENOENT/);
    expect(siteAt('dist')).toBe('old');
    expect(readdirSync(folder)).toEqual(['dist']);
  });
});

/** What stands on the disk when a build is killed at each step of the swap, and what must stand there in the end. */
const moments: [string, Readonly<Record<string, string>>, string][] = [
  ['before anything', { dist: 'old', next: 'new' }, 'old'],
  ['between the two renames', { '.dist-old': 'old', next: 'new' }, 'old'],
  ['before the old one is removed', { dist: 'new', '.dist-old': 'old' }, 'new'],
];

describe.each(moments)('a swap killed %s', (_, left, standing) => {
  const arrange = (): void => {
    for (const [name, content] of Object.entries(left)) make(name, content);
  };

  it('is put right by recover', () => {
    arrange();
    recover(at('dist'));
    expect(siteAt('dist')).toBe(standing);
  });

  it('does not stand in the way of the next', () => {
    arrange();
    make('next', 'newer');
    swapIn(at('next'), at('dist'));
    expect(siteAt('dist')).toBe('newer');
    expect(existsSync(at('.dist-old'))).toBe(false);
  });
});

it('recovers nothing where nothing was lost', () => {
  expect(recover(at('dist'))).toBe(false);
  make('dist', 'old');
  expect(recover(at('dist'))).toBe(false);
});

describe('the folder a build works in', () => {
  it('is its own and empty', () => {
    const own = claimWorkFolder(at('work'));
    expect(own).toBe(at('work', String(process.pid)));
    writeFileSync(join(own, 'half'), '');
    expect(readdirSync(claimWorkFolder(at('work')))).toEqual([]);
  });

  it('is cleared of what builds left that are no more, and of nothing that runs', () => {
    const { pid } = spawnSync('true');
    for (const name of [String(pid), String(process.ppid), 'half-a-site.html'])
      mkdirSync(at('work', name), { recursive: true });
    claimWorkFolder(at('work'));
    expect(readdirSync(at('work')).sort()).toEqual([String(process.pid), String(process.ppid)].sort());
  });
});
