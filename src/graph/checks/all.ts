import type { Problem } from '../../model/problem.ts';
import type { Graph } from '../graph.ts';
import { checkChainIds } from './chains.ts';
import { checkClauseAreas, checkClauseOrder, checkClauseVoices, checkWorkPointOrder } from './clauses.ts';
import { checkDeadlines } from './deadlines.ts';
import { checkEvidence } from './evidence.ts';
import { checkFiguresBeside, checkFigureVoices } from './figures.ts';
import { checkDuplicateIds, checkMergedIdentities, checkOrphans, checkTitles } from './identity.ts';
import { checkLinks, checkLinkWords } from './links.ts';
import { checkNamed } from './named.ts';
import { checkMentions } from './mentions.ts';
import { checkFigureNumbers } from './numbers.ts';
import { checkProgressOrder, checkProgressVoices } from './progress.ts';
import { checkReferences } from './references.ts';
import { checkRegionCycles, checkRegionsPrinted } from './regions.ts';
import { checkStatementSpeakers, checkStatementVoices } from './statements.ts';
import { checkRoles, checkWording } from './wording.ts';
import { checkWorkPointPlans } from './work-points.ts';

/** Every check over the graph. A new one is a file beside this and a line here. */
const checks: readonly ((graph: Graph) => Problem[])[] = [
  checkReferences,
  checkEvidence,
  checkDuplicateIds,
  checkTitles,
  checkMergedIdentities,
  checkOrphans,
  checkLinks,
  checkLinkWords,
  checkChainIds,
  checkRegionCycles,
  checkRegionsPrinted,
  checkWording,
  checkDeadlines,
  checkRoles,
  checkNamed,
  checkClauseOrder,
  checkClauseAreas,
  checkClauseVoices,
  checkWorkPointOrder,
  checkWorkPointPlans,
  checkProgressVoices,
  checkProgressOrder,
  checkStatementVoices,
  checkFigureVoices,
  checkFiguresBeside,
  checkFigureNumbers,
  checkStatementSpeakers,
  checkMentions,
];

/** Runs every check; all problems at once. */
export function checkGraph(graph: Graph): Problem[] {
  return checks.flatMap((check) => check(graph));
}
