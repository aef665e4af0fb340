import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAhead } from '../../../src/integrations/read-ahead.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'read-ahead-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(path: string, html: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), html);
}

const page = (text: string): string =>
  `<!doctype html><title>${text}</title><main data-pagefind-body data-search-kind="项目" data-search-title="${text}"><p>${text}</p></main>`;

const start = () => readAhead({ directory, config: { site: 'https://record.example', base: '/r/' } });

/** Long enough for what stands in the folder to have been read. */
const aWhile = () => setTimeout(1500);

describe('pages read while others are made', () => {
  it('are given in the order of their paths, whenever they came, with their plain text beside them', async () => {
    write('b/index.html', page('乙'));
    const reading = start();
    await aWhile();
    write('a/index.html', page('甲'));
    const pages = await reading.finish();
    expect(pages.map(({ path }) => path)).toEqual(['a/index.html', 'b/index.html']);
    expect(pages.flatMap(({ indexed }) => indexed.map(({ title }) => title))).toEqual(['甲', '乙']);
    expect(pages.flatMap(({ listed }) => listed)).toEqual([
      'https://record.example/r/a/',
      'https://record.example/r/b/',
    ]);
    expect(readFileSync(join(directory, 'a/index.txt'), 'utf8')).toContain('甲');
  });

  it('are read again when they were still being written, or were written anew', async () => {
    write('a/index.html', page('甲').slice(0, 40));
    write('b/index.html', page('乙'));
    const reading = start();
    await aWhile();
    write('a/index.html', page('甲'));
    write('b/index.html', page('丙'));
    const pages = await reading.finish();
    expect(pages.flatMap(({ indexed }) => indexed.map(({ title }) => title))).toEqual(['甲', '丙']);
    expect(readFileSync(join(directory, 'b/index.txt'), 'utf8')).toContain('丙');
  });

  it('stop the build when one is wrong at the end, and say which', async () => {
    write('a/index.html', page('甲').replace('data-search-kind="项目"', ''));
    await expect(start().finish()).rejects.toThrow('a/index.html');
  });

  it('may be none, in a folder that is not there before the first', async () => {
    rmSync(directory, { recursive: true });
    const reading = start();
    await aWhile();
    write('a/index.html', page('甲'));
    expect((await reading.finish()).length).toBe(1);
  });
});
