import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { collections, type CollectionName } from '../src/model/collections.ts';
import { idPattern } from '../src/model/id.ts';
import { readContent, type Content } from '../src/read/content.ts';
import { findWords } from '../src/read/find-words.ts';
import { printYaml } from '../src/read/yaml.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { contentProblems } from './content-problems.ts';
import { recipes, type FoundEvidence, type Question, type Recipe } from './recipes.ts';

const usage = `用法：npm run new -- <集合> --id 编号 --words 几个字 [--set 字段=值 …] [--by 谁] [--on 日期] [--dry-run]

写一条新内容。给出文章里的几个字（空格、标点不计），就能找到段落和原文，作为引文。
没有用 --set 给出的字段会逐个问；不是在终端里运行时，缺什么就一次报出来。
写好先检查，有任何问题就不留下文件。
  集合       ${Object.keys(recipes).join('、')}
             条款的编号写成 协议编号/条款编号
  --words    引文里的几个字；要恰好是一处，否则列出各处
  --set      字段=值；列表用逗号隔开
  --by       编码的人（默认 编者甲）
  --on       编码的日期
  --dry-run  只打印，不写文件`;

async function main(): Promise<void> {
  const { values, positionals } = readOptions({
    usage,
    options: {
      id: { type: 'string' },
      words: { type: 'string' },
      set: { type: 'string', multiple: true },
      by: { type: 'string' },
      on: { type: 'string' },
      'dry-run': { type: 'boolean' },
    },
  });
  const name = positionals[0] as CollectionName | undefined;
  const recipe = name === undefined ? undefined : recipes[name];
  if (name === undefined || recipe === undefined) fail(`没有“${name ?? ''}”这个集合可写。\n\n${usage}`);
  const given = new Map(
    (values.set ?? []).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const base: Question[] = [
    { name: 'id', ask: '编号（拼音，按词用连字符）' },
    { name: 'words', ask: '引文里的几个字' },
    { name: 'on', ask: '编码日期（如 2026-11-20）' },
  ];
  for (const each of ['id', 'words', 'on'] as const) {
    const value = values[each];
    if (value !== undefined) given.set(each, value);
  }
  const answers = await collect([...base, ...recipe.questions], given);
  const id = answers.get('id') ?? '';
  if (!id.split('/').every((part) => idPattern.test(part)))
    fail(`“${id}”不能用作编号：只用小写字母、数字和单个连字符。`);
  const content = readContent(projectRoot);
  const found = locate(content, answers.get('words') ?? '');
  const text = compose(recipe, answers, found, values.by ?? '编者甲');
  const file = fileOf(name, id);
  if (values['dry-run'] === true) {
    console.log(`# content/${file}\n${text}`);
    return;
  }
  writeChecked(`content/${file}`, text);
}

/** Where an entry lies below `content/`: each part of the ID takes the place of a `*`. */
function fileOf(name: CollectionName, id: string): string {
  return id.split('/').reduce<string>((pattern, part) => pattern.replace('*', part), collections[name].files);
}

/** Asks for what was not given; away from a terminal, reports all that is missing at once. */
async function collect(
  questions: readonly Question[],
  given: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const answers = new Map(given);
  const missing = questions.filter(
    ({ name, optional }) => !given.has(name) && (process.stdin.isTTY || optional !== true),
  );
  if (!process.stdin.isTTY) {
    if (missing.length > 0) {
      fail(
        `还缺：\n${missing.map(({ name, ask }) => `  ${name}：${ask}`).join('\n')}\n用 --id、--words、--on 或 --set 字段=值 给出。`,
      );
    }
    return answers;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  for (const { name, ask } of missing) {
    const answer = (await terminal.question(`${ask}：`)).trim();
    if (answer !== '') answers.set(name, answer);
  }
  terminal.close();
  return answers;
}

/** The one place the words stand; otherwise says what was found and ends. */
function locate(content: Content, words: string): FoundEvidence {
  const found = findWords(content.passages, words);
  const only = found[0];
  if (only === undefined) fail(`文章里没有“${words}”。`);
  if (found.length > 1 || !only.unique) {
    const places = found.map(({ passage, sentence }) => `  ${passage}　${sentence}`).join('\n');
    fail(`“${words}”出现在 ${String(found.length)} 处，请多给几个字：\n${places}`);
  }
  const [source = '', passageId] = only.passage.split('#');
  const voice = content.passages.get(source)?.find(({ id }) => id === passageId)?.voice;
  console.log(`引文在 ${only.passage}：“${only.quote}”\n全句：${only.sentence}`);
  return { ...only, voice };
}

function compose(
  recipe: Recipe,
  answers: ReadonlyMap<string, string>,
  found: FoundEvidence,
  by: string,
): string {
  const fields = Object.fromEntries(
    recipe.questions.flatMap(({ name, list, number }): [string, string | number | string[]][] => {
      const answer = answers.get(name);
      if (answer === undefined) return [];
      if (number === true) return [[name, Number(answer)]];
      return [[name, list === true ? answer.split(/[,，、\s]+/) : answer]];
    }),
  );
  const data = { ...(recipe.build(fields, found) as object), care: { coded: { by, on: answers.get('on') } } };
  return `---\n${printYaml(data)}---\n`;
}

/** Writes the entry and checks all content; an entry with problems is taken away again. */
function writeChecked(file: string, text: string): void {
  const target = join(projectRoot, file);
  if (existsSync(target)) fail(`${file} 已经有了，换一个编号。`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  const content = readContent(projectRoot);
  const problems = contentProblems(content, projectRoot).filter((problem) => problem.file === file);
  if (reportProblems(problems, content.locate)) {
    rmSync(target);
    fail(`没有写下 ${file}。`);
  }
  console.log(`已写 ${file}。接着 npm run check，最后 npm run ids -- --accept。`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

await main();
