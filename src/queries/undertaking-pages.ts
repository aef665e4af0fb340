import { keyOf, type Graph } from '../graph/graph.ts';
import { sharingWords } from '../graph/spans.ts';
import { collections } from '../model/collections.ts';
import { modalityNames } from '../model/names.ts';
import type { AgreementView, CommitmentView, UndertakingPage, UndertakingView } from '../model/page-views.ts';
import type { Link } from '../model/views.ts';
import { addressOf } from '../routes.ts';
import { followedBy, followsOf } from './across.ts';
import { agreementViews } from './agreements.ts';
import { toGroups } from './items.ts';
import { siteGraph } from './site-graph.ts';
import {
  projectsOfCommitment,
  toUndertakingView,
  undertakingsOf,
  wordsOf,
  type Undertaking,
} from './undertakings.ts';
import { checkOf, href, isOf, linksTo, linkTo, toEvidenceView, undertakingName } from './views.ts';

/** Every clause and work point with the agreement or plan it belongs to, in order. */
export async function undertakingPages(): Promise<UndertakingPage[]> {
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
  const { id, quote, modality, number, deadline, owner } = commitment;
  const check = checkOf(graph, { passage: entry.data.passage, quote });
  return {
    anchor: id,
    quote,
    modality: modalityNames[modality.level],
    ...('wording' in modality ? { wording: modality.wording } : {}),
    ...(number === undefined ? {} : { number }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(owner === undefined ? {} : { owner: owner.as }),
    ownerRegions: linksTo(graph, 'regions', owner?.regions),
    projects: projectsOfCommitment(graph, entry, nth).map((project) => linkTo(project)),
    ...(check === undefined ? {} : { check }),
  };
}
