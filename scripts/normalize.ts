import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../src/model/problem.ts';
import { outline } from '../src/normalize/normalize.ts';
import { readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { generateSource, sourceProblems } from './source-problems.ts';

const usage = `用法：npm run normalize [-- --check | --outline 来源ID]

从每个来源的原件（raw.*）和修订记录（repairs.yaml）生成 index.mdx。
  --check   只核对，不写文件；生成的文件过时则退出码为 1
  --outline 列出一个来源修订后的各块和行号，供填写段落表
有任何问题时什么都不写。`;

function main(): void {
  const { values } = readOptions({
    usage,
    options: { check: { type: 'boolean' }, outline: { type: 'string' } },
  });
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
  if (values.check === true) {
    console.log(`${String(made.length)} 个来源，生成的文件都是最新的。`);
    return;
  }
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

main();
