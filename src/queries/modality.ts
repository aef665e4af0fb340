import { entriesOf, type Graph } from '../graph/graph.ts';
import type { Undertaking } from '../graph/undertakings.ts';
import { byCodeUnit } from '../lib/text.ts';
import { modalityLevels, type Commitment } from '../model/clause.ts';
import { isOf, type Entry } from '../model/collections.ts';
import { modalityMarks, modalityNames } from '../model/names.ts';
import type { ModalityLevelView, ModalityView } from '../model/modality-views.ts';
import type { Link, ModalityMarkView } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { inOrder, toListItem } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { agreementOf, href, linkTo, undertakingName } from './views.ts';
import { isComparable } from './wordings.ts';

export type ModalityLevel = (typeof modalityLevels)[number];

/** The four levels that are ranked, hardest first; the rest are not. */
export const ladder: readonly ModalityLevel[] = ['ensure', 'push', 'strive', 'explore'];

const meanings: Record<ModalityLevel, string> = {
  ensure: '说一定要做到',
  push: '说往前推，没有说做到哪一步',
  strive: '说尽力去做，没有说一定做到',
  explore: '说先看看',
  intend: '说打算这样做',
  support: '说支持、引导别人去做，或配合别人做',
  plain: '直说动作，没有表示轻重的字',
};

export function toModalityMark(level: ModalityLevel): ModalityMarkView {
  return {
    level,
    mark: modalityMarks[level],
    label: modalityNames[level],
    href: href(routes.modalityLevel(level)),
  };
}

/** Every commitment by how firmly it is worded, the agreement and the plan kept apart. */
export async function modalityView(): Promise<ModalityView> {
  const graph = await siteGraph();
  const undertakings = inOrder(graph, [...entriesOf(graph, 'clauses')]).concat(
    inOrder(graph, [...entriesOf(graph, 'work-points')]),
  ) as Undertaking[];
  const agreements = [...new Set(undertakings.map((entry) => agreementOf(graph, entry)))];
  const levels = modalityLevels.map((level) => levelView(graph, level, agreements, undertakings));
  const isRanked = ({ modality }: ModalityLevelView): boolean =>
    ladder.some((each) => each === modality.level);
  return {
    ladder: levels.filter(isRanked),
    outside: levels.filter((each) => !isRanked(each)),
    agreements: agreements.map(linkTo),
    subjects: entriesOf(graph, 'projects')
      .filter((project) => isComparable(graph, project))
      .map((project) => ({
        ...toListItem(graph, project),
        href: href(routes.wordings(project.id)),
      })),
  };
}

function levelView(
  graph: Graph,
  level: ModalityLevel,
  agreements: readonly Entry<'agreements'>[],
  undertakings: readonly Undertaking[],
): ModalityLevelView {
  return {
    modality: toModalityMark(level),
    meaning: meanings[level],
    groups: agreements.map((agreement) => {
      const own = undertakings
        .filter((entry) => agreementOf(graph, entry) === agreement)
        .flatMap((entry) => entry.data.commitments.map((commitment) => ({ entry, commitment })))
        .filter(({ commitment }) => commitment.modality.level === level);
      const words = [...Map.groupBy(own, ({ commitment }) => wordOf(commitment))];
      return {
        agreement: linkTo(agreement),
        count: own.length,
        words: words
          .sort(([a, one], [b, other]) => other.length - one.length || byCodeUnit(a, b))
          .map(([word, list]) => ({
            word,
            links: list.map(({ entry, commitment }) => commitmentLink(graph, entry, commitment)),
          })),
      };
    }),
  };
}

function wordOf({ modality }: Commitment): string {
  return 'wording' in modality ? modality.wording : '';
}

/** A commitment by its own words, with the name of its clause or work point before it. */
export function commitmentLink(graph: Graph, entry: Undertaking, { id, quote }: Commitment): Link {
  const address = isOf(entry, 'clauses') ? routes.commitment(entry.id, id) : `${addressOf(entry)}#${id}`;
  return { label: `${undertakingName(graph, entry)}　“${quote}”`, href: href(address) };
}
