import { comparePartialDates } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import { chainsWith, type Chain, type Hop } from './chains.ts';
import { dateOfEntry } from './facets.ts';
import type { Graph } from './graph.ts';
import { isSamePlace } from './sayings.ts';
import type { Undertaking } from './undertakings.ts';

/** How an undertaking was taken up by later articles: with more than its topic, by its topic alone, or nowhere. */
export type Echo = 'found' | 'topical' | 'none';

/** What later articles print in the chains of which an undertaking's own words are part, each place once, in time. */
export function laterHops(graph: Graph, chains: readonly Chain[], entry: Undertaking): Hop[] {
  const own = dateOfEntry(graph, entry)?.value;
  if (own === undefined) return [];
  const hops = chainsWith(graph, chains, entry as Entry)
    .filter(({ isByTopic }) => !isByTopic)
    .flatMap(({ chain }) => chain.hops)
    .filter(
      ({ date, evidence }) => date.value > own && sourceOf(evidence.passage) !== sourceOf(entry.data.passage),
    )
    .sort((a, b) => comparePartialDates(a.date.value, b.date.value) || rank(b) - rank(a));
  return hops.filter((hop, index) => hops.findIndex((other) => isSamePlace(hop, other)) === index);
}

/** Whether more than the topic comes back. */
export function echoOf(hops: readonly Hop[]): Echo {
  if (hops.length === 0) return 'none';
  return hops.every(isTopical) ? 'topical' : 'found';
}

/** True for words that a link of a close topic brings: they claim nothing of the undertaking. */
export function isTopical({ isOwn, ground }: Hop): boolean {
  return !isOwn && ground === 'topical';
}

/** Of the same words in two chains the firmer ground is kept. */
function rank(hop: Hop): number {
  return isTopical(hop) ? 0 : 1;
}

function sourceOf(passage: string): string | undefined {
  return passage.split('#')[0];
}
