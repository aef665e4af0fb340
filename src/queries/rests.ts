import { chainsWith } from '../graph/chains.ts';
import type { Graph } from '../graph/graph.ts';
import { quotesOf } from '../graph/quotes.ts';
import { entriesAt, eventsOf } from '../graph/sayings.ts';
import { sharingWords } from '../graph/spans.ts';
import type { RestsView } from '../model/chain-views.ts';
import { isOf, type Entry } from '../model/collections.ts';
import { groundNames } from '../model/names.ts';
import type { AcrossView, Fact, Link } from '../model/views.ts';
import { followedBy, followsOf } from './across.ts';
import { chainLink, siteChains } from './chains.ts';
import { withinLink } from './projects.ts';
import { siteGraph } from './site-graph.ts';
import { linkTo, toEvidenceView } from './views.ts';

/** What an entry rests on, what rests on it and the chains it stands in, as links, each with its ground. */
export async function restsOf(entry: Entry): Promise<RestsView> {
  const graph = await siteGraph();
  const follows = followsOf(graph, entry);
  const followed = followedBy(graph, entry);
  const across = [...follows, ...followed];
  const chains = chainsWith(graph, await siteChains(), entry);
  return {
    on: [
      ...fact('原文', passagesOf(graph, entry)),
      ...fact('出自', isOf(entry, 'projects') ? placesOfProject(graph, entry) : []),
      ...factsByGround(follows),
    ],
    ...(isOf(entry, 'projects')
      ? {}
      : { by: [...factsByGround(followed), ...fact('项目', projectsQuoting(graph, entry))] }),
    chains: chains.map(({ chain, isByTopic }) => {
      const link = chainLink(graph, chain);
      return isByTopic ? { ...link, label: `${link.label}（话题相近）` } : link;
    }),
    hasTopical:
      across.some(({ ground }) => ground === groundNames.topical) ||
      chains.some(({ isByTopic }) => isByTopic),
  };
}

/** The clauses, work points and statements whose words a project's events are. */
function placesOfProject(graph: Graph, project: Entry<'projects'>): Link[] {
  const entries = eventsOf(graph, project).flatMap((saying) => entriesAt(graph, saying));
  return entries.flatMap((entry) => withinLink(graph, entry));
}

/** The projects that quote some of an entry's words. */
function projectsQuoting(graph: Graph, entry: Entry): Link[] {
  return sharingWords(graph, entry)
    .filter(({ collection }) => collection === 'projects')
    .map(linkTo);
}

function fact(label: string, links: readonly Link[]): Fact[] {
  const once = [...new Map(links.map((link) => [link.href, link])).values()];
  return once.length === 0 ? [] : [{ label, links: once }];
}

/** Links across time, those of each ground under its name. */
function factsByGround(across: readonly AcrossView[]): Fact[] {
  return (['explicit', 'same-subject', 'topical'] as const).flatMap((ground) =>
    fact(
      shortGrounds[ground],
      across.filter((each) => each.ground === groundNames[ground]).map(({ link }) => link),
    ),
  );
}

/** Grounds as labels; what topical means stands beside them. */
const shortGrounds = { ...groundNames, topical: '话题相近' };

/** The passages whose words an entry quotes, by article. */
function passagesOf(graph: Graph, entry: Entry): Link[] {
  const own = 'passage' in entry.data ? [entry.data.passage] : [];
  const links = quotesOf(entry)
    .filter(({ path }) => path[0] !== 'links')
    .map(({ passage }) => passage);
  return [...new Set([...own, ...links])].flatMap((ref) => {
    const placed = graph.passages.get(ref);
    if (placed === undefined) return [];
    const { article, passage } = toEvidenceView(graph, { passage: ref, quote: placed.passage.text });
    return [{ label: `《${article}》${passage.label}`, href: passage.href }];
  });
}
