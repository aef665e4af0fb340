import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { problemAt, type Problem } from '../src/model/problem.ts';
import { outline } from '../src/normalize/normalize.ts';
import { normalizeSource } from '../src/normalize/source.ts';
import { readContent, type RawSource } from '../src/read/content.ts';
import { printSource } from '../src/read/source-format.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';

const usage = `用法：npm run normalize [-- --check | --outline 来源ID]

从每个来源的原件（raw.*）和修订记录（repairs.yaml）生成 index.mdx。
  --check   只核对，不写文件；生成的文件过时则退出码为 1
  --outline 列出一个来源修订后的各块和行号，供填写段落表
有任何问题时什么都不写。`;

/** What `index.mdx` of a source should hold, or why it cannot be made. */
export function generateSource(raw: RawSource): { text: string } | { problems: readonly Problem[] } {
  const found = createHash('sha256').update(raw.raw).digest('hex');
  const { sha256: expected } = raw.repairs.raw;
  if (found !== expected) {
    return { problems: [problemAt('raw-changed', raw.repairsFile, ['raw', 'sha256'], { expected, found })] };
  }
  const result = normalizeSource(raw);
  if (result.kind === 'problems') return { problems: result.problems };
  return { text: printSource(result.source, result.passages) };
}

/** Problems of all sources: raw files that cannot be normalised, and generated files that are stale. */
export function sourceProblems(sources: readonly RawSource[]): Problem[] {
  return sources.flatMap((source) => {
    const made = generateSource(source);
    if ('problems' in made) return made.problems;
    if (isDeepStrictEqual(made.text, source.generated)) return [];
    const file = source.repairsFile.replace('repairs.yaml', 'index.mdx');
    const reason = source.generated === undefined ? '还没有生成过' : '与原件和修订记录推出的不同';
    return [problemAt('generated-stale', file, [], { reason })];
  });
}

function main(): void {
  const { values } = readOptions({ usage, options: { check: { type: 'boolean' }, outline: { type: 'string' } } });
  const content = readContent(projectRoot);
  if (values.outline !== undefined) {
    const wanted = content.rawSources.find(({ id }) => id === values.outline);
    if (wanted === undefined) {
      reportProblems(content.problems, content.locate);
      console.error(`没有读得出的来源“${values.outline}”。`);
      process.exit(1);
    }
    for (const { lines, text } of outline(wanted)) console.log(`${lines}\t${text}`);
    return;
  }
  const isOwn = ({ file, code }: Problem): boolean =>
    file.startsWith('content/sources/') && !(file.endsWith('index.mdx') && code !== 'file-unreadable');
  const made = content.rawSources.map((source) => ({ source, result: generateSource(source) }));
  const problems = [
    ...content.problems.filter(isOwn),
    ...(values.check === true
      ? sourceProblems(content.rawSources)
      : made.flatMap(({ result }) => ('problems' in result ? result.problems : []))),
  ];
  if (reportProblems(problems, content.locate)) process.exit(1);
  if (values.check === true) return console.log(`${String(made.length)} 个来源，生成的文件都是最新的。`);
  for (const { source, result } of made) {
    if (!('text' in result)) continue;
    const target = join(projectRoot, source.repairsFile.replace('repairs.yaml', 'index.mdx'));
    if (result.text === source.generated) continue;
    writeFileSync(`${target}.tmp`, result.text);
    renameSync(`${target}.tmp`, target);
    console.log(`已生成 content/sources/${source.id}/index.mdx`);
  }
  console.log(`${String(made.length)} 个来源，完成。`);
}

if (import.meta.main) main();
