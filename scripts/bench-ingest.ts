import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent } from '../src/read/content.ts';
import { projectRoot, readOptions } from './cli.ts';

const usage = `用法：npm run bench:ingest

量 npm run ingest -- --dry-run 收一个 300 KB 网页、5 MB 文本（一行一段、断行分栏各一）所用的时间和内存，
连同启动和读 content/。应在 3 秒、500 MB 以内。字取自本站的段落，逐段换过，不与已收的相同。`;

const kilobyte = 1024;

/** Paragraphs without end, none on record: characters change places by twos, and one in thirteen is another. */
function* paragraphs(): Generator<string> {
  const texts = [...readContent(projectRoot).passages.values()].flat().filter(({ kind }) => kind === 'text');
  for (let count = 0; ; count += 1) {
    const { text = '' } = texts[count % texts.length] ?? {};
    yield Array.from(text.replace(/(\p{Script=Han})(\p{Script=Han})/gu, '$2$1'), (char, at) =>
      (at * 7 + count) % 13 === 0 ? String.fromCharCode(0x4e00 + ((at * 31 + count * 97) % 6000)) : char,
    ).join('');
  }
}

function fill(bytes: number, write: (text: string) => string): string {
  let out = '';
  let size = 0;
  for (const text of paragraphs()) {
    const next = write(text);
    out += next;
    size += Buffer.byteLength(next);
    if (size >= bytes) return out;
  }
  return out;
}

const head = '京津冀协同发展测试长文\n\n2023年5月13日\n\n';
const page =
  '<!doctype html><html><head><meta charset="utf-8"><title>测试长文_网</title><script>var a = 1;</script></head>' +
  `<body><div class="nav">${'<a href="/">首页</a>'.repeat(300)}</div><h1>测试长文</h1><div>`;
const files = {
  'page.html': page + fill(280 * kilobyte, (text) => `<p style="text-indent:2em">&nbsp;${text}</p>\n`),
  'lines.txt': head + fill(5 * kilobyte * kilobyte, (text) => `${text}\n`),
  'columns.txt': head + fill(5 * kilobyte * kilobyte, (text) => `${text.replace(/.{18}/gu, '$&\n')}\n\n`),
};

function main(): void {
  readOptions({ usage, options: {} });
  const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name);
      writeFileSync(file, text);
      const probe = 'process.on("exit",()=>console.error("usage",JSON.stringify(process.resourceUsage())))';
      const started = performance.now();
      const { status, stderr } = spawnSync(
        process.execPath,
        [
          '--import',
          `data:text/javascript,${probe}`,
          join(projectRoot, 'scripts/ingest.ts'),
          '--dry-run',
          file,
        ],
        { encoding: 'utf8' },
      );
      const seconds = (performance.now() - started) / 1000;
      const found = /usage (\{.*\})/.exec(stderr)?.[1] ?? '{}';
      const used = JSON.parse(found) as { maxRSS?: number; userCPUTime?: number };
      console.log(
        `${name}　${(Buffer.byteLength(text) / kilobyte / kilobyte).toFixed(1)} MB　退出码 ${String(status)}　` +
          `${seconds.toFixed(1)} 秒（CPU ${((used.userCPUTime ?? 0) / 1e6).toFixed(1)} 秒）　` +
          `${((used.maxRSS ?? 0) / kilobyte).toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
