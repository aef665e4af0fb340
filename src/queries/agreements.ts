import type { AgreementView, ClausePage, ClauseView, CommitmentView, Link } from '../model/views.ts';
import { entriesOf, findEntry, getEntry, getPassage, agreementIdOf } from '../graph/graph.ts';
import type { Graph } from '../graph/graph.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import { modalityNames, textBasisNames } from '../model/names.ts';
import { anchorOf, routes } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import {
  clauseName,
  clauseNumbering,
  clausesInOrder,
  href,
  linksTo,
  linkTo,
  rawLinesOf,
  shownPassageText,
  toDateView,
  toEvidenceView,
} from './views.ts';

/** All agreements by date, then ID. */
export async function agreementViews(): Promise<AgreementView[]> {
  const graph = await siteGraph();
  return entriesOf(graph, 'agreements')
    .map((entry) => toAgreementView(graph, entry))
    .sort(
      (a, b) => byCodeUnit(a.date?.value ?? '', b.date?.value ?? '') || byCodeUnit(a.entry.id, b.entry.id),
    );
}

function toAgreementView(graph: Graph, entry: Entry<'agreements'>): AgreementView {
  const { data } = entry;
  const clauses = clausesInOrder(graph, entry);
  const inAreas = clauses.filter(({ data: { kind } }) => kind === 'clause');
  return {
    entry,
    title: data.title,
    fullTitle: data.fullTitle,
    ...(data.date === undefined ? {} : { date: toDateView(data.date) }),
    page: href(routes.entry('agreements', entry.id)),
    basis: textBasisNames[data.textBasis],
    parties: data.parties.map(({ name, region }) => ({
      name,
      region: linkTo(getEntry(graph, 'regions', region)),
    })),
    signatories: (data.signatories ?? []).map(({ leader, title, party }) => ({
      person: linkTo(getEntry(graph, 'leaders', leader)),
      title,
      party,
    })),
    areas: (data.areas ?? []).map((area) => ({
      anchor: `area-${area.id}`,
      href: href(routes.area(entry.id, area.id)),
      label: area.label,
      ...headingOf(graph, area),
      theme: linkTo(getEntry(graph, 'themes', area.theme)),
      clauses: inAreas
        .filter((clause) => clause.data.area === area.id)
        .map((clause) => toClauseView(graph, clause)),
    })),
    outside: clauses
      .filter(({ data: { kind } }) => kind === 'mechanism')
      .map((clause) => ({
        ...toClauseView(graph, clause),
        attribution: clause.data.attribution?.quote ?? '',
      })),
    clauseCount: inAreas.length,
    commitmentCount: clauses.reduce((sum, clause) => sum + clause.data.commitments.length, 0),
    themes: linksTo(graph, 'themes', data.themes),
    regions: linksTo(graph, 'regions', data.regions),
    evidence: data.evidence.map((evidence) => toEvidenceView(graph, evidence)),
  };
}

function headingOf(
  graph: Graph,
  area: { heading?: string | undefined; headingNote?: string | undefined },
): { heading?: string; headingNote: string } {
  if (area.heading === undefined) return { headingNote: '小标题原件缺失，此处是本站所加的方面名' };
  const heading = getPassage(graph, area.heading).passage.text;
  const note = area.headingNote === undefined ? '' : `，${area.headingNote}`;
  return { heading, headingNote: `小标题原印“${heading}”${note}` };
}

export function toClauseView(graph: Graph, clause: Entry<'clauses'>): ClauseView {
  const { passage, source } = getPassage(graph, clause.data.passage);
  return {
    id: clause.id,
    anchor: anchorOf(clause.id),
    name: clauseName(graph, clause),
    number:
      clause.data.kind === 'mechanism' ? '转述' : (clause.data.label ?? `第${String(clause.data.order)}项`),
    numbering: clauseNumbering(graph, clause),
    excerpt: clause.data.excerpt,
    text: shownPassageText(graph, clause.data.passage),
    page: href(routes.clause(clause.id)),
    inContext: href(routes.clauseInContext(clause.id)),
    passage: { label: `段落${passage.id}`, href: href(routes.passage(`${source}#${passage.id}`)) },
    rawLines: rawLinesOf(passage.rawLines),
    commitmentCount: clause.data.commitments.length,
  };
}

/** Every clause with its agreement, in order. */
export async function clausePages(): Promise<ClausePage[]> {
  const graph = await siteGraph();
  const agreements = await agreementViews();
  return agreements.flatMap((agreement) => {
    const clauses = clausesInOrder(graph, agreement.entry);
    return clauses.map((entry, index) => {
      const area = agreement.areas.find(({ anchor }) => anchor === `area-${entry.data.area ?? ''}`);
      const previous = clauses[index - 1];
      const next = clauses[index + 1];
      return {
        entry,
        clause: toClauseView(graph, entry),
        agreement,
        ...(area === undefined ? {} : { area }),
        ...(entry.data.attribution === undefined ? {} : { attribution: entry.data.attribution.quote }),
        commitments: entry.data.commitments.map((commitment) => toCommitmentView(graph, commitment)),
        themes: linksTo(graph, 'themes', entry.data.themes),
        regions: linksTo(graph, 'regions', entry.data.regions),
        evidence: toEvidenceView(graph, {
          passage: entry.data.passage,
          quote: shownPassageText(graph, entry.data.passage),
        }),
        ...(previous === undefined ? {} : { previous: clauseLink(graph, previous) }),
        ...(next === undefined ? {} : { next: clauseLink(graph, next) }),
      };
    });
  });
}

/** "交通第2项 加快建设京雄铁路、京石城际", to the clause's own page. */
export function clauseLink(graph: Graph, clause: Entry<'clauses'>): Link {
  return {
    label: `${clauseName(graph, clause)}　${clause.data.excerpt}`,
    href: href(routes.clause(clause.id)),
  };
}

/** Clauses in agreement order, then their order in it. */
export function clausesSorted(graph: Graph, clauses: readonly Entry<'clauses'>[]): Entry<'clauses'>[] {
  const agreements = [...new Set(clauses.map(agreementIdOf))].sort(byCodeUnit);
  return agreements.flatMap((id) => {
    const agreement = findEntry(graph, 'agreements', id);
    return agreement === undefined
      ? []
      : clausesInOrder(graph, agreement).filter((clause) => clauses.some((other) => other.id === clause.id));
  });
}

function toCommitmentView(
  graph: Graph,
  commitment: Entry<'clauses'>['data']['commitments'][number],
): CommitmentView {
  const { id, quote, modality, number, deadline, owner } = commitment;
  return {
    anchor: id,
    quote,
    modality: modalityNames[modality.level],
    ...('wording' in modality ? { wording: modality.wording } : {}),
    ...(number === undefined ? {} : { number }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(owner === undefined ? {} : { owner: owner.as }),
    ownerRegions: linksTo(graph, 'regions', owner?.regions),
  };
}
