import { chainsOf, chainsWith, lanes, laneOf, type Chain, type Hop, type Lane } from '../graph/chains.ts';
import { entriesAt, eventsOf } from '../graph/sayings.ts';
import { getEntryOfSubject, type Subject } from '../graph/subjects.ts';
import { entriesOf, keyOf, type Graph } from '../graph/graph.ts';
import { quotesOf } from '../graph/quotes.ts';
import { sharingWords } from '../graph/spans.ts';
import { monthsBetween, toChineseDate, toChineseSpan } from '../lib/partial-date.ts';
import type { ChainIndex, ChainView, HopView, LaneView, RestsView } from '../model/chain-views.ts';
import { collections, isOf, type Entry } from '../model/collections.ts';
import { groundNames, laneNames, modalityNames, statementKindNames, voiceNames } from '../model/names.ts';
import type { AcrossView, Fact, Link, MarkView } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { followedBy, followsOf } from './across.ts';
import { inOrder, markOfEvent, statusViews, toListItem } from './items.ts';
import { withinLink } from './projects.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { agreementOf, href, linkTo, titleOf, toDateView, toEvidenceView, undertakingName } from './views.ts';

let all: Promise<readonly Chain[]> | undefined;

/** The site's chains, computed once. */
export function siteChains(): Promise<readonly Chain[]> {
  all ??= siteGraph().then(chainsOf);
  return all;
}

/** Every chain by ID, as its page shows it. */
export async function chainViews(): Promise<ChainView[]> {
  const graph = await siteGraph();
  const chains = await siteChains();
  const titles = chains.map(({ subject }) => chainTitle(graph, subject));
  return chains.map((chain) => toChainView(graph, chain, titles));
}

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

/** What a chain is called: its subject's name; of a commitment the place of its clause and the words meant. */
export function chainTitle(graph: Graph, { key, named }: Subject): string {
  const entry = getEntryOfSubject(graph, key);
  if (named === undefined || !(isOf(entry, 'clauses') || isOf(entry, 'work-points'))) return titleOf(entry);
  return `${undertakingName(graph, entry)}“${named.words}”`;
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

function gapName(lane: Lane): string {
  return lane === 'reported' ? '未见报道' : `没有${laneNames[lane]}`;
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

function chainLink(graph: Graph, { subject }: Chain): Link {
  return { label: chainTitle(graph, subject), href: href(routes.chain(subject.id)) };
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
