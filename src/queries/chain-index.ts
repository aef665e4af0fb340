import { chainsWith, laneOf, lanes, type Chain, type Lane } from '../graph/chains.ts';
import { entriesOf, keyOf, type Graph } from '../graph/graph.ts';
import { toChineseDate } from '../lib/partial-date.ts';
import type { ChainIndex } from '../model/chain-views.ts';
import type { Entry } from '../model/collections.ts';
import { groundNames, laneNames, voiceNames } from '../model/names.ts';
import { chainLink, gapName, siteChains } from './chains.ts';
import { inOrder, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';

/** Every chain by what the articles say of its subject, then every subject of which one article speaks. */
export async function chainIndex(): Promise<ChainIndex> {
  const graph = await siteGraph();
  const chains = await siteChains();
  const shapes = Map.groupBy(chains, ({ gaps }) => gaps.join(' '));
  return {
    count: chains.length,
    groups: [...shapes.values()]
      .sort((a, b) => (a[0]?.gaps.length ?? 0) - (b[0]?.gaps.length ?? 0) || rankOf(a) - rankOf(b))
      .map((group) => ({
        id: ['gaps', ...(group[0]?.gaps ?? [])].join('-'),
        title: shapeName(group[0]?.gaps ?? []),
        chains: group.map((chain) => ({ link: chainLink(graph, chain), line: lineOf(chain) })),
      })),
    rest: restOf(graph, chains),
  };
}

/** "2017年8月18日（推断）约定 → 2019年6月3日（推断）计划；联系：同一事物". */
function lineOf({ hops }: Chain): string {
  const steps = hops.map(({ date, lane, kind, isOwn, ground }) => {
    const name = lane !== 'said' ? laneNames[lane] : kind === 'report' ? '报道提到' : voiceNames[kind];
    const near = !isOwn && ground === 'topical' ? '（话题相近）' : '';
    return `${toChineseDate(date.value)}${date.basis === 'inferred' ? '（推断）' : ''}${name}${near}`;
  });
  const grounds = new Set(hops.flatMap(({ ground }) => (ground === undefined ? [] : [groundNames[ground]])));
  return `${[...new Set(steps)].join(' → ')}。联系：${[...grounds].join('、')}`;
}

function rankOf(group: readonly Chain[]): number {
  const filled = (['agreed', 'planned', 'reported'] as const).findIndex(
    (lane) => !(group[0]?.gaps ?? []).includes(lane),
  );
  return filled === -1 ? lanes.length : filled;
}

function shapeName(gaps: Chain['gaps']): string {
  const three = ['agreed', 'planned', 'reported'] as const;
  const filled = three.filter((lane) => !gaps.includes(lane)).map((lane) => `有${laneNames[lane]}`);
  if (filled.length === 0) return '只见于讲话、评论';
  return [...filled, ...gaps.map(gapName)].join('，');
}

/** Projects, clauses and work points that are no chain's subject and stand in none, by the most that is said of them. */
function restOf(graph: Graph, chains: readonly Chain[]): ChainIndex['rest'] {
  const subjects = new Set(chains.map(({ subject }) => subject.key));
  const projects = entriesOf(graph, 'projects').filter((project) => !subjects.has(keyOf(project)));
  const laneOfProject = ({ data }: Entry<'projects'>): Lane =>
    (['reported', 'planned', 'agreed'] as const).find((lane) =>
      data.progress.some((event) => laneOf({ kind: event.kind, event }) === lane),
    ) ?? 'said';
  const alone = (entries: readonly Entry[]): Entry[] =>
    entries.filter((entry) => chainsWith(graph, chains, entry).length === 0);
  const groups: { id: string; title: string; entries: readonly Entry[] }[] = [
    ...lanes.map((lane) => ({
      id: `rest-projects-${lane}`,
      title: `项目：${restNames[lane]}`,
      entries: projects.filter((project) => laneOfProject(project) === lane),
    })),
    { id: 'rest-clauses', title: '条款：未见后来提到', entries: alone(entriesOf(graph, 'clauses')) },
    {
      id: 'rest-work-points',
      title: '工作要点：未见别的文章提到',
      entries: alone(entriesOf(graph, 'work-points')),
    },
  ];
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ id, title, entries }) => ({
      id,
      title,
      items: inOrder(graph, entries).map((entry) => toListItem(graph, entry)),
    }));
}

const restNames: Record<Lane, string> = {
  agreed: '只见于一篇，是约定',
  planned: '只见于一篇，是计划',
  reported: '只见于一篇，是报道',
  said: '只见于一篇，是讲话或评论',
};
