import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { listFiles } from '../src/read/files.ts';
import { snakeCase } from '../src/lib/relational.ts';
import { byCodeUnit } from '../src/lib/text.ts';
import { projectRoot, readOptions } from './cli.ts';
import { writeDatabase } from './release-database.ts';
import { readPackage, readPageTexts, readRows, type DataPackage } from './release-tables.ts';
import { exactSearch, views } from './release-views.ts';
import { swapIn } from './swap-in.ts';

const usage = `用法：npm run release [-- --dist 目录] [-- --out 目录]

由建好的网站做成发布包：一个 SQLite 数据库（外键、逐字检索、常用视图）、Datasette 的说明，和一个装着全部数据文件的压缩包。
先运行 npm run build。同样的网站做出同样的字节；做不成，旧的原样保留。
  --dist  建好的网站，平常是 dist/
  --out   放在哪里，平常是 release/`;

const name = 'jing-jin-ji';

/** Makes the release of a built site in a folder of its own, replaced only by a whole one. */
export function release(dist: string, target: string): void {
  const next = `${target}-next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    const descriptor = readPackage(dist);
    writeDatabase(join(next, `${name}.sqlite`), {
      descriptor,
      rowsOf: (resource) => readRows(dist, resource),
      pages: readPageTexts(dist),
      meta: metaOf(dist, descriptor),
    });
    writeFileSync(join(next, 'metadata.json'), datasetteMetadata(descriptor));
    writeFileSync(join(next, `${name}.zip`), archive(dist, next));
    writeFileSync(join(next, 'SHA256SUMS'), checksums(filesIn(next)));
    swapIn(next, target, `${target}-old`);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

type Files = ReadonlyMap<string, Uint8Array>;

function filesIn(folder: string): Files {
  return new Map(listFiles(folder, '.').map((file) => [file, readFileSync(join(folder, file))]));
}

function metaOf(
  dist: string,
  { title, description, version, licenses }: DataPackage,
): Record<string, string> {
  const index = JSON.parse(readFileSync(join(dist, 'data/index.json'), 'utf8')) as { cutOff: string };
  return {
    title,
    description,
    version,
    cut_off: index.cutOff,
    licence: licenses.map((licence) => `${licence.name} ${licence.title}`).join('；'),
    search: 'blocks_index、passages_index 里一字一词：查“京雄”写 MATCH \'"京 雄"\'。',
  };
}

/** What Datasette shows beside tables, views and the exact search. */
function datasetteMetadata({ title, description, licenses: [licence], resources }: DataPackage): string {
  const tables = resources.map((resource) => [
    snakeCase(resource.name),
    {
      title: resource.title,
      columns: Object.fromEntries(
        resource.schema.fields.flatMap((field) =>
          field.description === undefined ? [] : [[field.name, field.description]],
        ),
      ),
    },
  ]);
  const metadata = {
    title,
    description,
    ...(licence === undefined ? {} : { license: licence.name, license_url: licence.path }),
    databases: {
      [name]: {
        tables: Object.fromEntries([
          ...tables,
          ...views.map((view) => [view.name, { title: view.title }]),
        ]) as object,
        queries: { exact_search: { title: '逐字检索', sql: exactSearch, params: ['q'] } },
      },
    },
  };
  return `${JSON.stringify(metadata, null, 1)}\n`;
}

const readme = `京津冀协同发展政策追踪：发布包

data/            全部记录：JSON、NDJSON、CSV；schema/ 是 JSON 的结构；datapackage.json 是各表的列和键
${name}.sqlite  同样的记录，有外键、逐字检索（blocks_index、passages_index）和视图
metadata.json    用 Datasette 打开：datasette ${name}.sqlite -m metadata.json
SHA256SUMS       核对：sha256sum -c SHA256SUMS
LICENSE          使用条件

计划不是完成；没有后续报道，就是没有后续报道。标“推断”（inferred）的日期，文章没有印全。
`;

/** Everything in one file. Nothing in it depends on when or where it is made. */
function archive(dist: string, next: string): Uint8Array {
  const data = [...filesIn(join(dist, 'data'))].filter(([file]) => !/\.(html|txt)$/.test(file));
  const files = new Map<string, Uint8Array>([
    ...data.map(([file, bytes]): [string, Uint8Array] => [`data/${file}`, bytes]),
    ...filesIn(next),
    ['LICENSE', readFileSync(join(projectRoot, 'LICENSE'))],
    ['README.txt', Buffer.from(readme)],
  ]);
  const all = new Map([...files, ['SHA256SUMS', Buffer.from(checksums(files))] as const]);
  const sorted = [...all].sort(([a], [b]) => byCodeUnit(a, b));
  // A zip keeps local times: made from local parts, the earliest it can hold is the same everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime });
}

/** As `sha256sum` writes it and checks it, by name. */
function checksums(files: Files): string {
  return [...files]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([file, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`)
    .join('');
}

function main(): void {
  const { values } = readOptions({ usage, options: { dist: { type: 'string' }, out: { type: 'string' } } });
  const dist = values.dist ?? join(projectRoot, 'dist');
  if (!existsSync(join(dist, 'data/datapackage.json'))) {
    console.error(`${dist} 里没有建好的网站。改法：先运行 npm run build`);
    process.exit(1);
  }
  const target = values.out ?? join(projectRoot, 'release');
  release(dist, target);
  console.log(`已做成 ${target}。`);
}

if (import.meta.main) main();
