import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLedger } from '../src/graph/checks/ledger.ts';
import { ledgerFile, readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';
import { ledgerState } from './ledger.ts';

const usage = `用法：npm run ids [-- --accept]

核对地址登记簿 content/ids.ledger：每个已发布的地址都登记在册，且仍然存在。
  --accept  把新地址加在登记簿末尾；已登记的一行也不改`;

function main(): void {
  const { values } = readOptions({ usage, options: { accept: { type: 'boolean' } } });
  const content = readContent(projectRoot);
  if (reportProblems(content.problems, content.locate)) process.exit(1);
  const state = ledgerState(content, projectRoot);
  const known = new Set(state.ledger);
  const fresh = state.published.filter((address) => !known.has(address));
  const accepted = values.accept === true ? { ...state, ledger: [...state.ledger, ...fresh] } : state;
  if (reportProblems(checkLedger(accepted), content.locate)) process.exit(1);
  if (values.accept === true && fresh.length > 0) {
    const target = join(projectRoot, ledgerFile);
    writeFileSync(`${target}.tmp`, `${accepted.ledger.join('\n')}\n`);
    renameSync(`${target}.tmp`, target);
  }
  console.log(`登记 ${String(accepted.ledger.length)} 个地址，新增 ${String(fresh.length)} 个。`);
}

main();
