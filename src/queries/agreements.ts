import { entriesOf, getEntry, getPassage, keyOf, type Graph } from '../graph/graph.ts';
import { oncePerGraph } from '../graph/once.ts';
import type { Undertaking } from '../graph/undertakings.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import { agreementKindNames, textBasisNames } from '../model/names.ts';
import type { AgreementView } from '../model/agreement-views.ts';
import { routes } from '../routes.ts';
import { followedBy } from './across.ts';
import { toGroups, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { toUndertakingView, undertakingsOf } from './undertakings.ts';
import { href, isOf, linksTo, linkTo, toDateView, toEvidenceView } from './views.ts';

/** All agreements by date, then ID. */
export async function agreementViews(): Promise<readonly AgreementView[]> {
  return agreementsIn(await siteGraph());
}

const agreementsIn = oncePerGraph((graph): readonly AgreementView[] =>
  entriesOf(graph, 'agreements')
    .map((entry) => toAgreementView(graph, entry))
    .sort(
      (a, b) => byCodeUnit(a.date?.value ?? '', b.date?.value ?? '') || byCodeUnit(a.entry.id, b.entry.id),
    ),
);

function toAgreementView(graph: Graph, entry: Entry<'agreements'>): AgreementView {
  const { data } = entry;
  const all = undertakingsOf(graph, entry);
  const isOutside = (each: Undertaking): boolean => isOf(each, 'clauses') && each.data.kind === 'mechanism';
  const inAreas = all.filter((each) => !isOutside(each));
  return {
    entry,
    title: data.title,
    fullTitle: data.fullTitle,
    ...(data.date === undefined ? {} : { date: toDateView(data.date) }),
    page: href(routes.entry('agreements', entry.id)),
    basis: textBasisNames[data.textBasis],
    parties: (data.parties ?? []).map(({ name, region, organisation, evidence }) => ({
      name,
      region: linkTo(getEntry(graph, 'regions', region)),
      ...(organisation === undefined
        ? {}
        : { organisation: linkTo(getEntry(graph, 'organisations', organisation)) }),
      evidence: toEvidenceView(graph, evidence),
    })),
    signatories: (data.signatories ?? []).map(({ leader, title, party, evidence, onBehalf }) => ({
      person: linkTo(getEntry(graph, 'leaders', leader)),
      title,
      party,
      evidence: [evidence, ...(onBehalf === undefined ? [] : [onBehalf])].map((each) =>
        toEvidenceView(graph, each),
      ),
    })),
    ...unsaidOf(data),
    areas: (data.areas ?? []).map((area) => ({
      anchor: `area-${area.id}`,
      href: href(routes.area(entry.id, area.id)),
      label: area.label,
      ...headingOf(graph, area),
      theme: linkTo(getEntry(graph, 'themes', area.theme)),
      undertakings: inAreas
        .filter((each) => each.data.area === area.id)
        .map((each) => toUndertakingView(graph, each)),
    })),
    outside: all.filter(isOutside).map((each) => toUndertakingView(graph, each)),
    undertakingCount: inAreas.length,
    commitmentCount: all.reduce((sum, each) => sum + each.data.commitments.length, 0),
    kind: data.kind,
    kindName: agreementKindNames[data.kind],
    item: toListItem(graph, entry),
    extent: (data.extent ?? []).map((evidence) => toEvidenceView(graph, evidence)),
    related: toGroups(graph, relatedTo(graph, entry)),
    followedBy: followedBy(graph, entry),
    themes: linksTo(graph, 'themes', data.themes),
    regions: linksTo(graph, 'regions', data.regions),
    evidence: data.evidence.map((evidence) => toEvidenceView(graph, evidence)),
  };
}

/** Who signed an agreement is said to be unsaid; a plan or policy is issued, not signed. */
function unsaidOf({ kind, signatories }: Entry<'agreements'>['data']): { unsaid?: string } {
  const isSigned = kind === 'agreement' || kind === 'protocol';
  return isSigned && signatories === undefined ? { unsaid: '由谁签署，文章没有写。' } : {};
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

/** What points at an agreement, its own clauses and work points left out: they stand on the page. */
function relatedTo(graph: Graph, entry: Entry<'agreements'>): Entry[] {
  return (graph.backlinks.get(keyOf(entry)) ?? [])
    .map(({ from }) => from)
    .filter(({ collection }) => collection !== 'work-points');
}
