import { checkGraph } from '../src/graph/checks/all.ts';
import { checkLedger } from '../src/graph/checks/ledger.ts';
import { buildGraph } from '../src/graph/graph.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Content } from '../src/read/content.ts';
import { ledgerState } from './ledger.ts';
import { sourceProblems } from './source-problems.ts';

/** Everything that is wrong with the content below `root`: files, sources, graph and ledger, all at once. */
export function contentProblems(content: Content, root: string): Problem[] {
  const own = [...content.problems, ...sourceProblems(content.rawSources)];
  // The ledger can only be judged when every file could be read.
  const ledger = content.problems.length > 0 ? [] : checkLedger(ledgerState(content, root));
  return [...own, ...checkGraph(buildGraph(content)), ...ledger];
}
