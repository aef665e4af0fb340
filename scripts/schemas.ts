import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { editorSchemas } from '../src/model/editor-schemas.ts';
import { projectRoot, readOptions } from './cli.ts';

const usage = `用法：npm run schemas [-- --check]

从 src/model 的数据结构生成编辑器补全用的 JSON Schema，写进 .vscode/schema/：
repairs.yaml、coverage.yaml、mentions.yaml、numbers.yaml、corrections.yaml、addresses.yaml 各一份。
.mdx 头部的补全由 Astro 插件读 .astro/collections/，随 npm start、npm run build 等更新。
  --check  只核对，不写文件；过时则退出码为 1`;

function main(): void {
  const { values } = readOptions({ usage, options: { check: { type: 'boolean' } } });
  const stale = editorSchemas().filter(({ file, text }) => currentText(file) !== text);
  if (values.check === true) {
    if (stale.length > 0) {
      console.error(
        `过时的补全文件：${stale.map(({ file }) => file).join('、')}\n改法：运行 npm run schemas`,
      );
      process.exit(1);
    }
    console.log('补全文件都是最新的。');
    return;
  }
  for (const { file, text } of stale) {
    const target = join(projectRoot, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.tmp`, text);
    renameSync(`${target}.tmp`, target);
    console.log(`已写 ${file}`);
  }
  console.log('完成。');
}

function currentText(file: string): string | undefined {
  try {
    return readFileSync(join(projectRoot, file), 'utf8');
  } catch {
    return undefined;
  }
}

main();
