import { checkGraph } from '../src/graph/checks/all.ts';
import { checkCoverage } from '../src/graph/checks/coverage.ts';
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
  const graph = buildGraph(content);
  // A sentence may wait for an entry whose file has faults: coverage is judged when every file can be read.
  const coverage = content.problems.length > 0 ? [] : checkCoverage(graph, content.coverage);
  return [...own, ...checkGraph(graph), ...coverage, ...ledger];
}
