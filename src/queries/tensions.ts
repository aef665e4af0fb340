import { entriesOf, getEntry, getPassage, type Graph } from '../graph/graph.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import { tensionKindNames } from '../model/names.ts';
import type { TensionGroup, TensionSide, TensionView } from '../model/tension-views.ts';
import { tensionKinds } from '../model/tension.ts';
import { addressOf } from '../routes.ts';
import { correctionLinks } from './corrections.ts';
import { markOfVoice, shownFigure } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { href, linkTo, toEvidenceView } from './views.ts';

/** The register of tensions: kind by kind, each by ID. */
export async function tensionGroups(): Promise<TensionGroup[]> {
  const graph = await siteGraph();
  const corrected = await correctionLinks();
  const tensions = entriesOf(graph, 'tensions').toSorted((a, b) => byCodeUnit(a.id, b.id));
  return tensionKinds
    .map((kind) => ({
      kind,
      label: tensionKindNames[kind],
      tensions: tensions
        .filter(({ data }) => data.kind === kind)
        .map((tension) => ({ ...toTensionView(graph, tension), corrections: corrected(tension) })),
    }))
    .filter((group) => group.tensions.length > 0);
}

function toTensionView(graph: Graph, { id, data }: Entry<'tensions'>): Omit<TensionView, 'corrections'> {
  const about = [
    ...(data.agreements ?? []).map((each) => getEntry(graph, 'agreements', each)),
    ...(data.projects ?? []).map((each) => getEntry(graph, 'projects', each)),
    ...(data.events ?? []).map((each) => getEntry(graph, 'events', each)),
  ];
  return {
    id,
    title: data.title,
    says: data.says,
    sides: data.sides.map((side) => toSide(graph, side)),
    about: about.map(linkTo),
  };
}

function toSide(graph: Graph, side: Entry<'tensions'>['data']['sides'][number]): TensionSide {
  if (!('figure' in side)) {
    const { voice } = getPassage(graph, side.passage).passage;
    return {
      ...(voice === undefined ? {} : { mark: markOfVoice(voice) }),
      evidence: toEvidenceView(graph, side),
    };
  }
  const figure = getEntry(graph, 'figures', side.figure);
  return {
    figure: {
      shown: shownFigure(figure),
      subject: figure.data.subject,
      href: href(addressOf(figure)),
    },
    mark: markOfVoice(figure.data.kind),
    evidence: toEvidenceView(graph, figure.data.evidence),
  };
}
