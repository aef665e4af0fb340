import { createHash } from 'node:crypto';
import { problemAt, type Problem } from '../src/model/problem.ts';
import type { Passage } from '../src/model/passage.ts';
import { normalizeSource } from '../src/normalize/source.ts';
import type { RawSource } from '../src/read/content.ts';
import { printSource } from '../src/read/source-format.ts';

/** What `index.mdx` of a source should hold, and its passages, or why it cannot be made. */
export function generateSource(
  raw: RawSource,
): { text: string; passages: readonly Passage[] } | { problems: readonly Problem[] } {
  const found = createHash('sha256').update(raw.raw).digest('hex');
  const { sha256: expected } = raw.repairs.raw;
  if (found !== expected) {
    return { problems: [problemAt('raw-changed', raw.repairsFile, ['raw', 'sha256'], { expected, found })] };
  }
  const result = normalizeSource(raw);
  if (result.kind === 'problems') return { problems: result.problems };
  return { text: printSource(result.source, result.passages), passages: result.passages };
}

/** Problems of all sources: raw files that cannot be normalised, and generated files that are stale. */
export function sourceProblems(sources: readonly RawSource[]): Problem[] {
  return sources.flatMap((source) => generatedProblems(source, generateSource(source)));
}

/** Problems of one source whose generated file was made anew. */
export function generatedProblems(
  source: RawSource,
  made: ReturnType<typeof generateSource>,
): readonly Problem[] {
  if ('problems' in made) return made.problems;
  return made.text === source.generated ? [] : [staleness(source, made.text)];
}

/** Points at the first line that differs from what would be generated. */
function staleness(source: RawSource, expected: string): Problem {
  const file = source.repairsFile.replace('repairs.yaml', 'index.mdx');
  if (source.generated === undefined) {
    return problemAt('generated-stale', file, [], { reason: '还没有生成过' });
  }
  const found = source.generated.split('\n');
  const line = expected.split('\n').findIndex((text, index) => text !== found[index]) + 1;
  const reason = '从这一行起，与原件和修订记录推出的不同';
  return {
    code: 'generated-stale',
    file,
    at: { kind: 'position', line: Math.max(line, 1), column: 1 },
    details: { reason },
  };
}
