import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentProblems } from '../../../scripts/content-problems.ts';
import { fixedAddresses } from '../../../src/graph/published-addresses.ts';
import { printReport, toReport, type ReportedProblem } from '../../../src/graph/report.ts';
import { ledgerFile, readContent } from '../../../src/read/content.ts';
import { commitAll, git } from '../../helpers/git.ts';

/** Where the fixtures lie: `base` is a whole valid project, every other folder is laid over a copy of it. */
export const fixturesRoot = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** The fixtures that hold a fault, by folder name. */
export function faultNames(): string[] {
  return readdirSync(fixturesRoot).filter((name) => name !== 'base');
}

/** Hands a copy of `base`, outside any git repository, to `use` and removes it afterwards. */
export function withProject<T>(use: (root: string) => T): T {
  const root = newProject();
  try {
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The same for what takes time. */
export async function withProjectAsync<T>(use: (root: string) => Promise<T>): Promise<T> {
  const root = newProject();
  try {
    return await use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function newProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'fixture-'));
  cpSync(join(fixturesRoot, 'base'), root, { recursive: true });
  registerFixedAddresses(root);
  return root;
}

/** The site's fixed pages are not the fixture's: those it gained since are added, so that no fixture ages. */
function registerFixedAddresses(root: string): void {
  const known = new Set(readFileSync(join(root, ledgerFile), 'utf8').split('\n'));
  const added = fixedAddresses.filter((address) => !known.has(address));
  appendFileSync(join(root, ledgerFile), added.map((address) => `${address}\n`).join(''));
}

/**
 * Lays a fixture over a copy of `base`: its `content/` replaces, its `removed.txt` lists what goes, its `ledger.txt`
 * the lines that the ledger gains (`+`) or loses (`-`).
 */
export function layOver(root: string, name: string): void {
  const overlay = join(fixturesRoot, name);
  if (existsSync(join(overlay, 'content'))) {
    cpSync(join(overlay, 'content'), join(root, 'content'), { recursive: true });
  }
  for (const file of linesOf(join(overlay, 'removed.txt'))) rmSync(join(root, file));
  for (const line of linesOf(join(overlay, 'ledger.txt'))) {
    const address = line.slice(1);
    if (line.startsWith('+')) appendFileSync(join(root, ledgerFile), `${address}\n`);
    else edit(root, ledgerFile, `\n${address}\n`, '\n');
  }
}

/** The lines of a text file that say something; none where there is no such file. */
function linesOf(file: string): string[] {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

/** Makes the project a git repository and commits it twice, so that `HEAD` and `HEAD^` hold it as it is. */
export function commitTwice(root: string): void {
  commitAll(root, 'base');
  git(root, 'commit', '--message=later', '--allow-empty');
}

/** Replaces words that stand exactly once in a file of the project. */
export function edit(root: string, file: string, from: string, to: string): void {
  const path = join(root, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${String(parts.length - 1)} times in ${file}`);
  writeFileSync(path, parts.join(to));
}

/** What is wrong with the project, with positions and wording. */
export function problemsOf(root: string): ReportedProblem[] {
  const content = readContent(root);
  return toReport(contentProblems(content, root), content.locate);
}

/** The report an editor would read on the project. */
export function reportOf(root: string): string {
  return printReport(problemsOf(root));
}
