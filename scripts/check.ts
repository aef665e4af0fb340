import { watch } from 'node:fs';
import { join } from 'node:path';
import { draftsOf, entriesBesideDrafts } from '../src/graph/drafts.ts';
import { keyOf } from '../src/graph/graph.ts';
import { printAnnotations, printReport, toReport, type CheckReport } from '../src/graph/report.ts';
import { readContent, type ReadMemory } from '../src/read/content.ts';
import { projectRoot, readOptions } from './cli.ts';
import { judgeContent } from './content-problems.ts';
import { history } from './ledger.ts';

const usage = `用法：npm run check [-- --watch] [-- --format text|github|json] [-- --root 目录]

检查 content/ 里的全部内容：字段、编号、引用、引文、原件、生成的文件和地址登记簿。
列出所有问题的文件、行、列和改法；有问题则退出码为 1。草稿照样检查；草稿里还没有着落的句子和数只是提示。
  --watch   每次保存后再查一遍
  --format  text 给人看（默认）；github 是 CI 里标在改动旁边的注记；
            json 是一行一份的 { ok, entries, passages, drafts, problems, notes }，
            problems、notes 各项是 { code, file, line?, column?, what, remedy }
  --root    检查另一个项目目录`;

const formats = ['text', 'github', 'json'] as const;
type Format = (typeof formats)[number];

/** One round; true when all is well. What did not change since the last round is not parsed again. */
function check(root: string, format: Format, memory: ReadMemory): boolean {
  const started = performance.now();
  const content = readContent(root, memory);
  const { graph, published, problems, notes } = judgeContent(content, root);
  const report: CheckReport = {
    ok: problems.length === 0,
    entries: content.entries.length,
    passages: [...content.passages.values()].flat().length,
    drafts: [...draftsOf(graph)],
    problems: toReport(problems, content.locate),
    notes: toReport(notes, content.locate),
  };
  const time = `${String(Math.round(performance.now() - started))} 毫秒`;
  if (format === 'json') console.log(JSON.stringify(report));
  else if (format === 'github') process.stdout.write(printAnnotations(report));
  else if (!report.ok) {
    console.error(printReport(report.problems));
    console.error(`共 ${String(report.problems.length)} 处问题。`);
  } else {
    if (report.notes.length > 0) console.log(`草稿里还没有着落的：\n\n${printReport(report.notes)}`);
    console.log(`内容无误：${String(report.entries)} 条，${String(report.passages)} 个段落，${time}。`);
    for (const line of aboutDrafts(report, entriesBesideDrafts(graph, published).map(keyOf)))
      console.log(line);
    const { gap } = history(root);
    if (gap !== undefined) console.log(gap);
  }
  return report.ok;
}

/** Which sources are drafts, and which published entries quote them too. */
function aboutDrafts({ drafts, notes }: CheckReport, beside: readonly string[]): string[] {
  if (drafts.length === 0) return [];
  return [
    `草稿 ${String(drafts.length)} 篇（${drafts.join('、')}），还没有着落的 ${String(notes.length)} 处；草稿和只靠它的内容都不发布。`,
    ...(beside.length === 0
      ? []
      : [
          `已发布的条目也引了草稿：${beside.join('、')}。引草稿的话不发布；没有引文的字段和编者按照写发布，请留意。`,
        ]),
  ];
}

function main(): void {
  const { values } = readOptions({
    usage,
    options: { watch: { type: 'boolean' }, format: { type: 'string' }, root: { type: 'string' } },
  });
  const root = values.root ?? projectRoot;
  const format = formats.find((each) => each === (values.format ?? 'text'));
  if (format === undefined) {
    console.error(`没有“${values.format ?? ''}”这种格式。\n\n${usage}`);
    process.exit(1);
  }
  const memory: ReadMemory = new Map();
  if (values.watch !== true) {
    process.exitCode = check(root, format, memory) ? 0 : 1;
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  // Watched before it is read, so that nothing saved meanwhile is missed.
  watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (format === 'text') console.log('\n——');
      try {
        check(root, format, memory);
      } catch (error) {
        // A file may be gone between listing and reading while an editor saves; the save itself is one more change.
        console.error(error instanceof Error ? error.message : String(error));
      }
    }, 50);
  });
  check(root, format, memory);
  if (format === 'text') console.log('正在守候 content/ 的改动，按 Ctrl-C 结束。');
}

main();
