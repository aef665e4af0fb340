import { checkGraph } from '../src/graph/checks/all.ts';
import { checkCoverage } from '../src/graph/checks/coverage.ts';
import { checkEnglish } from '../src/graph/checks/english.ts';
import { checkLedger } from '../src/graph/checks/ledger.ts';
import { checkNumbers } from '../src/graph/checks/numbers.ts';
import { buildGraph, type Graph } from '../src/graph/graph.ts';
import type { Passage } from '../src/model/passage.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Content } from '../src/read/content.ts';
import { ledgerState } from './ledger.ts';
import { generatedProblems, generateSource } from './source-problems.ts';

/** Everything that is wrong with the content below `root`: files, sources, graph, coverage, numbers and ledger. */
export function contentProblems(content: Content, root: string): Problem[] {
  const { graph, problems } = recordProblems(content);
  // Coverage, numbers and the ledger speak of the record as a whole: they are judged when the rest of it is right.
  if (problems.length > 0) return problems;
  return [
    ...checkCoverage(graph, content.coverage),
    ...checkNumbers(graph, content.expressions),
    ...checkEnglish(graph, content.english),
    ...checkLedger(ledgerState(content, graph, root)),
  ];
}

/** The graph of the content, and what is wrong with the record itself: files, sources and graph. */
export function recordProblems(content: Content): { graph: Graph; problems: Problem[] } {
  const made = content.rawSources.map((source) => ({ source, result: generateSource(source) }));
  const sources = made.flatMap(({ source, result }) => generatedProblems(source, result));
  // A generated file that is stale is made anew: what else is wrong with it goes with it.
  const stale = new Set(sources.filter(({ code }) => code === 'generated-stale').map(({ file }) => file));
  const own = [...content.problems.filter(({ file }) => !stale.has(file)), ...sources];
  // Entries are judged against what raw files and repairs give now, whatever the generated files hold.
  const fresh = made.flatMap(({ source, result }): [string, readonly Passage[]][] =>
    'passages' in result ? [[source.id, result.passages]] : [],
  );
  const graph = buildGraph({ ...content, passages: new Map([...content.passages, ...fresh]) });
  return { graph, problems: [...own, ...checkGraph(graph)] };
}
