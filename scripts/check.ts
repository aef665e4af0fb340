import { watch } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { contentProblems } from './content-problems.ts';
import { history } from './ledger.ts';

const usage = `用法：npm run check [-- --watch] [-- --root 目录]

检查 content/ 里的全部内容：字段、编号、引用、引文、原件、生成的文件和地址登记簿。
列出所有问题的文件、行、列和改法；有问题则退出码为 1。
  --watch   每次保存后再查一遍
  --root    检查另一个项目目录`;

/** One round; true when all is well. */
function check(root: string): boolean {
  const started = performance.now();
  const content = readContent(root);
  const failed = reportProblems(contentProblems(content, root), content.locate);
  const time = `${String(Math.round(performance.now() - started))} 毫秒`;
  const passages = [...content.passages.values()].flat().length;
  if (failed) return false;
  console.log(`内容无误：${String(content.entries.length)} 条，${String(passages)} 个段落，${time}。`);
  const { gap } = history(root);
  if (gap !== undefined) console.log(gap);
  return true;
}

function main(): void {
  const { values } = readOptions({
    usage,
    options: { watch: { type: 'boolean' }, root: { type: 'string' } },
  });
  const root = values.root ?? projectRoot;
  const ok = check(root);
  if (values.watch !== true) {
    process.exitCode = ok ? 0 : 1;
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log('\n——');
      check(root);
    }, 50);
  });
  console.log('正在守候 content/ 的改动，按 Ctrl-C 结束。');
}

main();
