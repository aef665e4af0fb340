import { lanes, type Chain, type Hop, type Lane } from '../graph/chains.ts';
import type { Graph } from '../graph/graph.ts';
import { entriesAt } from '../graph/sayings.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { getEntryOfSubject } from '../graph/subjects.ts';
import { monthsBetween, toChineseDate, toChineseSpan } from '../lib/partial-date.ts';
import type { ChainView, HopView, LaneView } from '../model/chain-views.ts';
import { collections, isOf, type Entry } from '../model/collections.ts';
import { groundNames, laneNames, modalityNames } from '../model/names.ts';
import { addressOf, routes } from '../routes.ts';
import { chainTitle, claimOf, gapName, markOf, siteChains } from './chains.ts';
import { withinLink } from './projects.ts';
import { siteGraph } from './site-graph.ts';
import { agreementOf, href, linkTo, titleOf, toDateView, toEvidenceView, undertakingName } from './views.ts';

/** Every chain by ID, as its page shows it. */
export async function chainViews(): Promise<ChainView[]> {
  const graph = await siteGraph();
  const chains = await siteChains();
  const titles = chains.map(({ subject }) => chainTitle(graph, subject));
  return chains.map((chain) => toChainView(graph, chain, titles));
}

function toChainView(graph: Graph, chain: Chain, titles: readonly string[]): ChainView {
  const { subject, hops } = chain;
  const entry = getEntryOfSubject(graph, subject.key);
  const title = chainTitle(graph, subject);
  const isShared = titles.filter((each) => each === title).length > 1;
  return {
    id: subject.id,
    title,
    pageTitle: `${title}（线索${isShared ? `，${subject.id}` : ''}）`,
    page: href(routes.chain(subject.id)),
    subject: {
      label: `${collections[entry.collection].name}　${subjectName(graph, entry)}`,
      href: href(addressOf(entry)),
    },
    summary: summaryOf(chain),
    lanes: lanes.flatMap((lane): LaneView[] => {
      const own = hops.filter((hop) => hop.lane === lane);
      if (lane === 'said') {
        return own.length === 0
          ? []
          : [{ id: lane, name: laneNames[lane], hops: own.map((hop) => toHopView(graph, hop)) }];
      }
      return [
        {
          id: lane,
          name: laneNames[lane],
          hops: own.map((hop) => toHopView(graph, hop)),
          ...(chain.gaps.includes(lane) ? { gap: gapText(graph, chain, lane) } : {}),
        },
      ];
    }),
  };
}

function subjectName(graph: Graph, entry: Entry): string {
  if (!isOf(entry, 'clauses') && !isOf(entry, 'work-points')) return titleOf(entry);
  return `${agreementOf(graph, entry).data.shortTitle}　${undertakingName(graph, entry)}`;
}

function toHopView(graph: Graph, hop: Hop): HopView {
  const modality = modalityAt(graph, hop);
  return {
    mark: markOf(hop),
    claim: claimOf(graph, hop),
    date: toDateView(hop.date),
    evidence: toEvidenceView(graph, hop.evidence),
    ...(modality === undefined ? {} : { modality }),
    ...(hop.ground === undefined ? {} : { ground: groundNames[hop.ground] }),
    reasons: hop.reasons,
    about: hop.about.flatMap((key) => {
      const entry = getEntryOfSubject(graph, key);
      return isOf(entry, 'projects') ? [linkTo(entry)] : [];
    }),
    within: entriesAt(graph, hop).flatMap((entry) => withinLink(graph, entry)),
  };
}

/** How firmly the commitment is worded that the words end in, the shortest where several nest. */
function modalityAt(graph: Graph, { evidence, stretch }: Hop): string | undefined {
  const [shortest] = (graph.spans.get(evidence.passage) ?? [])
    .filter(
      ({ quote, start, end }) => quote.path[0] === 'commitments' && start < stretch.end && stretch.end <= end,
    )
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const entry = shortest?.quote.entry;
  if (entry === undefined || !(isOf(entry, 'clauses') || isOf(entry, 'work-points'))) return undefined;
  const modality = entry.data.commitments[Number(shortest?.quote.path[1])]?.modality;
  if (modality === undefined) return undefined;
  const name = modalityNames[modality.level];
  return 'wording' in modality ? `${name}（原文作“${modality.wording}”）` : name;
}

/** "3篇文章，5处：约定1处；计划1处；未见报道；讲话、评论等2处。" */
function summaryOf({ hops, gaps }: Chain): string {
  const articles = new Set(hops.map(({ source }) => source)).size;
  const parts = lanes.flatMap((lane) => {
    const own = hops.filter((hop) => hop.lane === lane);
    const isGap = gaps.some((gap) => gap === lane);
    const count = `${laneNames[lane]}${String(own.length)}处`;
    if (!isGap) return own.length === 0 ? [] : [count];
    return [`${gapName(lane)}${own.length === 0 ? '' : `（话题相近的${count}）`}`];
  });
  return `${String(articles)}篇文章，${String(hops.length)}处：${parts.join('；')}。`;
}

/** What the texts do not say, in plain words; silence is counted to the newest article, never to today. */
function gapText(graph: Graph, { hops }: Chain, lane: Exclude<Lane, 'said'>): string {
  const near = hops.some((hop) => hop.lane === lane) ? '上面只是话题相近，说的不是它。' : '';
  if (lane === 'agreed') return `${near}本语料中没有约定它的文字。`;
  if (lane === 'planned') return `${near}本语料中没有把它列入计划的文字。`;
  const newest = sourcesInTime(graph).at(-1)?.data.date;
  if (newest === undefined) throw new Error('there is no source');
  const cutOff = toChineseDate(newest.value);
  const last = hops.filter(({ isOwn, ground }) => isOwn || ground !== 'topical').at(-1)?.date;
  const months = last === undefined ? undefined : monthsBetween(last.value, newest.value);
  const age =
    last === undefined || months === undefined
      ? ''
      : last.value >= newest.value
        ? '最晚一篇说到它，但不是报道它的进展。'
        : `它最后一次见于${toChineseDate(last.value)}${last.basis === 'inferred' ? '（推断）' : ''}的文章，到${cutOff}有${toChineseSpan(months)}。`;
  return `${near}本语料截至${cutOff}未见报道它的进展。${age}`;
}
