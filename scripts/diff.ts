import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printDiff, printDiffMarkdown } from '../src/graph/diff-report.ts';
import { diffRecords, type RecordVersion } from '../src/graph/diff.ts';
import { withoutDrafts } from '../src/graph/drafts.ts';
import { buildGraph } from '../src/graph/graph.ts';
import { readContent, type Content } from '../src/read/content.ts';
import { projectRoot, readOptions } from './cli.ts';

const usage = `用法：npm run diff -- <版本> [<版本>] [--format text|md|json] [--drafts] [--root 目录]

两个版本的内容，事实有哪些不同：新增、撤下、改了编号的条目，状态从什么到什么，新的记载，最近一次提到，
改了的数字，移动或改动的引文和段落，其他改了的说法，新的更正。不管是谁编码的，也不管写法和次序。
  <版本>    git 的提交、标签或分支；只写一个，就与眼前的文件比
  --format  text 给人看（默认）；md 可作发布说明；json 是
            { from, to, unread, changes }，changes 各项是 { kind, subject, title, what?, from?, to? }
  --drafts  草稿也算在内；不写，只比发布的内容
  --root    另一个项目目录
版本从 git 里读到临时文件夹，不动眼前的文件。`;

const formats = ['text', 'md', 'json'] as const;

/** A version as read, and the files of it that today's rules cannot read: they are not compared. */
interface Read extends RecordVersion {
  readonly unread: readonly string[];
}

function versionOf(content: Content, withDrafts: boolean): Read {
  const graph = buildGraph(content);
  return {
    graph: withDrafts ? graph : withoutDrafts(graph),
    retired: content.addresses.retired,
    unread: [...new Set(content.problems.map(({ file }) => file))].sort(),
  };
}

/** The content at a commit, unpacked beside the project and taken away again. */
function contentAt(root: string, ref: string): Content {
  const commit = git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).trim();
  const folder = mkdtempSync(join(tmpdir(), 'diff-'));
  try {
    const archive = execFileSync('git', ['archive', '--format=tar', commit, 'content'], {
      cwd: root,
      maxBuffer: 2 ** 30,
    });
    const { status } = spawnSync('tar', ['-x', '-C', folder], { input: archive });
    if (status !== 0) throw new Error('tar 没有解开这个版本');
    return readContent(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function main(): void {
  const { values, positionals } = readOptions({
    usage,
    options: { format: { type: 'string' }, drafts: { type: 'boolean' }, root: { type: 'string' } },
  });
  const root = values.root ?? projectRoot;
  const format = formats.find((each) => each === (values.format ?? 'text'));
  const [from, to, ...more] = positionals;
  if (format === undefined || from === undefined || more.length > 0) {
    fail(format === undefined ? `没有“${values.format ?? ''}”这种格式。\n\n${usage}` : usage);
  }
  const drafts = values.drafts === true;
  const [before, after] = [from, to].map((ref) => {
    try {
      return versionOf(ref === undefined ? readContent(root) : contentAt(root, ref), drafts);
    } catch {
      fail(`git 里没有“${ref ?? ''}”这个版本，或它没有 content/。`);
    }
  });
  if (before === undefined || after === undefined) return;
  const changes = diffRecords(before, after);
  const unread = [...new Set([...before.unread, ...after.unread])];
  if (format === 'json') {
    console.log(JSON.stringify({ from, to: to ?? null, unread, changes }, null, 1));
    return;
  }
  process.stdout.write(format === 'md' ? printDiffMarkdown(changes) : printDiff(changes));
  if (unread.length > 0) {
    console.error(`\n照现在的规则读不通、没有比的文件 ${String(unread.length)} 个：${unread.join('、')}`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

main();
