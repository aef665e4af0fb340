import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/graph/graph.ts';
import { readContent } from '../../../src/read/content.ts';
import { problemsOf, withProject } from './fixture-project.ts';

/** A character that stands nowhere in the base fixture. */
const foreign = '囧';

/** One character of a file, by position counted from 1. */
interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Every character of every quote of every entry. */
function quotedCharacters(root: string): Spot[] {
  const content = readContent(root);
  return buildGraph(content).quotes.flatMap(({ entry: { file }, path, quote }) => {
    const place = content.locate(file, { kind: 'path', path });
    if (place === undefined) throw new Error(`${file} has no ${path.join('.')}`);
    const line = linesOf(root, file)[place.line - 1] ?? '';
    const column = line.indexOf(quote, place.column - 1) + 1;
    return Array.from(quote, (_, index) => ({ file, line: place.line, column: column + index }));
  });
}

/** Every character of every passage in the generated files. */
function printedCharacters(root: string): Spot[] {
  return readContent(root).rawSources.flatMap(({ id }) => {
    const file = `content/sources/${id}/index.mdx`;
    return linesOf(root, file).flatMap((line, index) => {
      const text = /(?<=\{").*(?="\})/.exec(line);
      if (text === null) return [];
      return Array.from(text[0], (_, nth) => ({ file, line: index + 1, column: text.index + nth + 1 }));
    });
  });
}

function linesOf(root: string, file: string): string[] {
  return readFileSync(join(root, file), 'utf8').split('\n');
}

/** What is reported when one character is replaced by one found nowhere. */
function problemsAfterReplacing(root: string, { file, line, column }: Spot): ReturnType<typeof problemsOf> {
  const before = readFileSync(join(root, file), 'utf8');
  const lines = before.split('\n');
  const old = lines[line - 1] ?? '';
  lines[line - 1] = old.slice(0, column - 1) + foreign + old.slice(column);
  writeFileSync(join(root, file), lines.join('\n'));
  const problems = problemsOf(root);
  writeFileSync(join(root, file), before);
  return problems;
}

describe('replacing a single character', () => {
  it('of any quote is reported at that file and line', () => {
    withProject((root) => {
      const spots = quotedCharacters(root);
      expect(spots.length).toBeGreaterThan(100);
      const unnoticed = spots.filter(
        (spot) =>
          !problemsAfterReplacing(root, spot).some(
            ({ code, file, line }) =>
              ['quote-not-found', 'generated-stale'].includes(code) &&
              file === spot.file &&
              line === spot.line,
          ),
      );
      expect(unnoticed).toEqual([]);
    });
  }, 60_000);

  it('of any passage in a generated file is reported as stale at that file and line', () => {
    withProject((root) => {
      const spots = printedCharacters(root);
      expect(spots.length).toBeGreaterThan(100);
      const unnoticed = spots.filter(
        (spot) =>
          !problemsAfterReplacing(root, spot).some(
            ({ code, file, line }) => code === 'generated-stale' && file === spot.file && line === spot.line,
          ),
      );
      expect(unnoticed).toEqual([]);
    });
  }, 60_000);
});
