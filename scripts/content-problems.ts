import { checkGraph } from '../src/graph/checks/all.ts';
import { checkCorrections } from '../src/graph/checks/corrections.ts';
import { checkChanges } from '../src/graph/checks/changes.ts';
import { checkCoverage } from '../src/graph/checks/coverage.ts';
import { checkEnglish } from '../src/graph/checks/english.ts';
import { checkLedger } from '../src/graph/checks/ledger.ts';
import { checkNumbers } from '../src/graph/checks/numbers.ts';
import { draftsOf, withoutDrafts } from '../src/graph/drafts.ts';
import { buildGraph, type Graph } from '../src/graph/graph.ts';
import type { Passage } from '../src/model/passage.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Content } from '../src/read/content.ts';
import { ledgerState } from './ledger.ts';
import { generatedProblems, generateSource } from './source-problems.ts';

/** The content below `root` as it was judged. */
export interface Judged {
  readonly graph: Graph;
  /** The graph without drafts and what rests on them: what the site is made from. */
  readonly published: Graph;
  readonly problems: readonly Problem[];
  /** What a draft lacks before it can be published: sentences and numbers that nobody has accounted for yet. */
  readonly notes: readonly Problem[];
}

/** Everything that is wrong with the content below `root`: files, sources, graph, coverage, numbers and ledger. */
export function judgeContent(content: Content, root: string): Judged {
  const record = recordProblems(content);
  const { graph, published } = record;
  // Coverage, numbers and the ledger speak of the record as a whole: they are judged when the rest of it is right.
  if (record.problems.length > 0) return { ...record, notes: [] };
  const drafts = draftsOf(graph);
  const isOfDraft = ({ file, details }: Problem): boolean =>
    [...drafts].some(
      (id) =>
        file.startsWith(`content/sources/${id}/`) ||
        ('passage' in details && details.passage.startsWith(`${id}#`)),
    );
  const covered = [
    ...checkCoverage(published, content.coverage),
    ...(drafts.size === 0 ? [] : checkCoverage(graph, content.coverage).filter(isOfDraft)),
  ];
  const numbered = checkNumbers(published, content.expressions);
  const wholeNumbered = drafts.size === 0 ? [] : checkNumbers(graph, content.expressions);
  const isGap = ({ code }: Problem): boolean => code === 'coverage-gap' || code === 'number-gap';
  const isNote = (problem: Problem): boolean => isGap(problem) && isOfDraft(problem);
  // An expression that a draft alone makes needed is needed.
  const needed = numbered.filter(
    (problem) => isGap(problem) || drafts.size === 0 || wholeNumbered.some((other) => isSame(problem, other)),
  );
  const state = ledgerState(content, published, root);
  return {
    graph,
    published,
    problems: [
      ...covered.filter((problem) => !isNote(problem)),
      ...needed,
      ...checkEnglish(graph, content.english),
      ...checkChanges(published, content.changes),
      ...checkLedger(state),
      ...checkCorrections(published, state.book),
    ],
    notes: [...covered, ...wholeNumbered].filter(isNote),
  };
}

/** What is wrong with the content below `root`. */
export function contentProblems(content: Content, root: string): readonly Problem[] {
  return judgeContent(content, root).problems;
}

/** The graph of the content, what of it is published, and what is wrong with the record itself: files, sources, graph. */
export function recordProblems(content: Content): Pick<Judged, 'graph' | 'published'> & {
  problems: Problem[];
} {
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
  const problems = [...own, ...checkGraph(graph)];
  const published = problems.length > 0 ? graph : withoutDrafts(graph);
  // What is right with the drafts must be right without them too, but for what names mean: that may need a draft.
  const alone = published === graph ? [] : checkGraph(published);
  return { graph, published, problems: [...problems, ...alone.filter((p) => p.code !== 'mention-needless')] };
}

function isSame(a: Problem, b: Problem): boolean {
  return a.code === b.code && a.file === b.file && JSON.stringify(a.details) === JSON.stringify(b.details);
}
