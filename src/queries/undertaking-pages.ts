import { keyOf, type Graph } from '../graph/graph.ts';
import { dateOfEntry } from '../graph/facets.ts';
import { sharingWords } from '../graph/spans.ts';
import { dueOf, isOverdue } from '../graph/targets.ts';
import { unknownsOfCommitment } from '../graph/unknown.ts';
import { projectsOfCommitment, reportsFollowing, type Undertaking } from '../graph/undertakings.ts';
import { collections, type Entry } from '../model/collections.ts';
import type {
  AgreementView,
  CommitmentView,
  UndertakingPage,
  UndertakingView,
} from '../model/agreement-views.ts';
import type { DateView, Link, SilenceView } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { followedBy, followsOf } from './across.ts';
import { agreementViews } from './agreements.ts';
import { toDueView } from './due.ts';
import { statusViews, toGroups, toListItem } from './items.ts';
import { toModalityMark } from './modality.ts';
import { toNamedView } from './obligations.ts';
import { silenceOfProject, silenceSince } from './silence.ts';
import { siteGraph } from './site-graph.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { unknownViewsOfCommitment } from './unknown.ts';
import { toUndertakingView, undertakingsOf, wordsOf } from './undertakings.ts';
import { checkOf, href, isOf, linksTo, toDateView, toEvidenceView, undertakingName } from './views.ts';

/** Every clause and work point with the agreement or plan it belongs to, in order. */
export function undertakingPages(): Promise<readonly UndertakingPage[]> {
  pages ??= makePages();
  return pages;
}

let pages: Promise<readonly UndertakingPage[]> | undefined;

async function makePages(): Promise<UndertakingPage[]> {
  const graph = await siteGraph();
  const agreements = await agreementViews();
  return agreements.flatMap((agreement) => {
    const siblings = undertakingsOf(graph, agreement.entry);
    return siblings.map((entry, index) => {
      const area = agreement.areas.find(({ anchor }) => anchor === `area-${entry.data.area ?? ''}`);
      const previous = siblings[index - 1];
      const next = siblings[index + 1];
      const undertaking = toUndertakingView(graph, entry);
      const attribution = isOf(entry, 'clauses') ? entry.data.attribution?.quote : undefined;
      const pointing = (graph.backlinks.get(keyOf(entry)) ?? []).map(({ from }) => from);
      const sharing = sharingWords(graph, entry).filter(({ collection }) => collection !== 'sources');
      return {
        entry,
        undertaking,
        ...headingsOf(entry, undertaking, agreement),
        agreement,
        ...(area === undefined ? {} : { area }),
        ...(attribution === undefined ? {} : { attribution }),
        commitments: entry.data.commitments.map((commitment, nth) =>
          toCommitmentView(graph, entry, commitment, nth),
        ),
        themes: linksTo(graph, 'themes', entry.data.themes),
        regions: linksTo(graph, 'regions', entry.data.regions),
        evidence: toEvidenceView(graph, { passage: entry.data.passage, quote: wordsOf(graph, entry) }),
        follows: followsOf(graph, entry),
        followedBy: followedBy(graph, entry),
        related: toGroups(graph, [...pointing, ...sharing]),
        ...(previous === undefined ? {} : { previous: undertakingLink(graph, previous) }),
        ...(next === undefined ? {} : { next: undertakingLink(graph, next) }),
      };
    });
  });
}

/** What a page is called and how search places it. */
function headingsOf(
  entry: Undertaking,
  { name, numbering, excerpt, commitmentCount }: UndertakingView,
  agreement: AgreementView,
): Pick<UndertakingPage, 'kind' | 'title' | 'description' | 'path'> {
  const isClause = isOf(entry, 'clauses');
  const what = isClause ? `${String(commitmentCount)}处承诺，逐处引原文。` : '这是计划，不是完成情况。';
  return {
    kind: collections[entry.collection].name,
    title: `${isClause ? '' : '工作要点 '}${name} ${excerpt}`,
    description: `《${agreement.title}》${name}（${numbering}）：${excerpt}。${what}`,
    path: `${isClause ? '协议' : '工作要点'} › ${agreement.entry.data.shortTitle} › ${name}（${numbering}）`,
  };
}

/** "交通第2项 加快建设京雄铁路、京石城际", to its own page. */
function undertakingLink(graph: Graph, entry: Undertaking): Link {
  return {
    label: `${undertakingName(graph, entry)}　${entry.data.excerpt}`,
    href: href(addressOf(entry)),
  };
}

function toCommitmentView(
  graph: Graph,
  entry: Undertaking,
  commitment: Undertaking['data']['commitments'][number],
  nth: number,
): CommitmentView {
  const { id, quote, modality, number, deadline, milestone, owner, towards } = commitment;
  const due = dueOf(graph, entry, commitment);
  const dated = dateOfEntry(graph, entry);
  const date = dated === undefined ? undefined : toDateView(dated);
  const projects = projectsOfCommitment(graph, entry, nth);
  const isUnreported = unknownsOfCommitment(graph, entry, nth).includes('no-report');
  const check = checkOf(graph, { passage: entry.data.passage, quote });
  return {
    anchor: id,
    quote,
    modality: toModalityMark(modality.level),
    ...('wording' in modality ? { wording: modality.wording } : {}),
    ...(number === undefined ? {} : { number }),
    ...(owner === undefined ? {} : { owner: toNamedView(graph, owner) }),
    ...(towards === undefined ? {} : { towards: toNamedView(graph, towards) }),
    ...(due === undefined ? {} : { due: toDueView(due, deadline) }),
    ...(due !== undefined && isOverdue({ due, milestone, reported: !isUnreported }, cutOffOf(graph))
      ? { overdue: { label: '期限已过，未见报道', href: href(routes.overdue) } }
      : {}),
    mark: statusViews[isOf(entry, 'clauses') ? 'agreed' : 'planned'],
    ...(date === undefined ? {} : { date }),
    followed: projects.map((project) => toListItem(graph, project)),
    ...(isUnreported && date !== undefined
      ? { silence: silenceOfCommitment(graph, entry, projects, date) }
      : {}),
    unknown: unknownViewsOfCommitment(graph, entry, nth),
    ...(check === undefined ? {} : { check }),
  };
}

/** Counted from the last article that mentions what it is about, or from its own. */
function silenceOfCommitment(
  graph: Graph,
  entry: Undertaking,
  projects: readonly Entry<'projects'>[],
  own: DateView,
): SilenceView {
  const latest = projects
    .map((project) => silenceOfProject(graph, project).from)
    .reduce((last, from) => (from.value > last.value ? from : last), own);
  const isTouched = reportsFollowing(graph, entry).length > 0;
  return silenceSince(
    graph,
    latest,
    isTouched ? '话题相近的报道见“后来提到”，没有写明说的是这一处。' : '没有一篇报道它做到哪一步。',
  );
}
