import type { Problem } from '../../model/problem.ts';
import type { Graph } from '../graph.ts';
import { checkClauseAreas, checkClauseOrder, checkClauseVoices } from './clauses.ts';
import { checkEvidence } from './evidence.ts';
import { checkDuplicateIds, checkTitles } from './identity.ts';
import { checkReferences } from './references.ts';
import { checkRegionCycles, checkRegionsPrinted } from './regions.ts';
import { checkRoles, checkWording } from './wording.ts';

/** Every check over the graph. A new one is a file beside this and a line here. */
const checks: readonly ((graph: Graph) => Problem[])[] = [
  checkReferences,
  checkEvidence,
  checkDuplicateIds,
  checkTitles,
  checkRegionCycles,
  checkRegionsPrinted,
  checkWording,
  checkRoles,
  checkClauseOrder,
  checkClauseAreas,
  checkClauseVoices,
];

/** Runs every check; all problems at once. */
export function checkGraph(graph: Graph): Problem[] {
  return checks.flatMap((check) => check(graph));
}
