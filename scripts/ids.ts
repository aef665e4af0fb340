import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLedger } from '../src/graph/checks/ledger.ts';
import { ledgerFile, readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { recordProblems } from './content-problems.ts';
import { history, ledgerState } from './ledger.ts';

const usage = `用法：npm run ids [-- --accept] [-- --root 目录]

核对地址登记簿 content/ids.ledger：每个已发布的地址都登记在册，并且仍能打开、转到新处或说明去向。
与 HEAD 和它的上一次（几次）提交比较，登记过的一行也不能少。
  --accept  把新地址加在登记簿末尾；已登记的一行也不改
  --root    核对另一个项目目录`;

function main(): void {
  const { values } = readOptions({
    usage,
    options: { accept: { type: 'boolean' }, root: { type: 'string' } },
  });
  const root = values.root ?? projectRoot;
  const content = readContent(root);
  const { published, problems } = recordProblems(content);
  if (reportProblems(problems, content.locate)) process.exit(1);
  const state = ledgerState(content, published, root);
  const known = new Set(content.ledger);
  const fresh = [...state.book.published].filter((address) => !known.has(address));
  const ledger = values.accept === true ? [...content.ledger, ...fresh] : content.ledger;
  if (reportProblems(checkLedger({ ...state, book: { ...state.book, ledger } }), content.locate)) {
    process.exit(1);
  }
  if (values.accept === true && fresh.length > 0) {
    const target = join(root, ledgerFile);
    writeFileSync(`${target}.tmp`, `${ledger.join('\n')}\n`);
    renameSync(`${target}.tmp`, target);
  }
  console.log(`登记 ${String(ledger.length)} 个地址，新增 ${String(fresh.length)} 个。`);
  const { gap } = history(root);
  if (gap !== undefined) console.log(gap);
}

main();
