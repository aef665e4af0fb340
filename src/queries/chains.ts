import { chainsOf, type Chain, type Hop, type Lane } from '../graph/chains.ts';
import type { Graph } from '../graph/graph.ts';
import { entriesAt } from '../graph/sayings.ts';
import { getEntryOfSubject, type Subject } from '../graph/subjects.ts';
import { isOf } from '../model/collections.ts';
import { laneNames, statementKindNames, voiceNames } from '../model/names.ts';
import type { Link, MarkView } from '../model/views.ts';
import { routes } from '../routes.ts';
import { markOfEvent, statusViews } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { href, titleOf, undertakingName } from './views.ts';

let all: Promise<readonly Chain[]> | undefined;

/** The site's chains, computed once. */
export function siteChains(): Promise<readonly Chain[]> {
  all ??= siteGraph().then(chainsOf);
  return all;
}

/** What a chain is called: its subject's name; of a commitment the place of its clause and the words meant. */
export function chainTitle(graph: Graph, { key, named }: Subject): string {
  const entry = getEntryOfSubject(graph, key);
  if (named === undefined || !(isOf(entry, 'clauses') || isOf(entry, 'work-points'))) return titleOf(entry);
  return `${undertakingName(graph, entry)}“${named.words}”`;
}

/** A chain by its name, with the way to its page. */
export function chainLink(graph: Graph, { subject }: Chain): Link {
  return { label: chainTitle(graph, subject), href: href(routes.chain(subject.id)) };
}

/** What a lane is called in which nothing is said: "未见报道". */
export function gapName(lane: Lane): string {
  return lane === 'reported' ? '未见报道' : `没有${laneNames[lane]}`;
}

/** Words brought for their topic alone, or that only mention the subject, claim nothing of it. */
export function markOf({ isOwn, ground, kind, event }: Hop): MarkView {
  if (!isOwn && ground === 'topical') return { character: '近', form: 'near', label: '话题相近' };
  if (event !== undefined) return markOfEvent(event);
  switch (kind) {
    case 'agreement':
      return statusViews.agreed;
    case 'plan':
      return statusViews.planned;
    case 'speech':
    case 'opinion':
      return statusViews.proposed;
    case 'report':
      return { character: '提', form: 'named', label: '提到' };
  }
}

/** "讲话（下一步打算）：“实现京雄高速全线贯通”": the kind of words, and those that say how far it is. */
export function claimOf(graph: Graph, hop: Hop): string {
  const isNextStep = entriesAt(graph, hop).some(
    (entry) => isOf(entry, 'statements') && entry.data.kind === 'next-step',
  );
  const isMention = hop.kind === 'report' && hop.lane === 'said';
  const kind = isNextStep ? statementKindNames['next-step'] : isMention ? '报道提到' : voiceNames[hop.kind];
  return hop.event === undefined ? kind : `${kind}：“${hop.event.wording}”`;
}
