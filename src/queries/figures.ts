import { getCollection } from 'astro:content';
import { entriesOf, getEntry, getPassage, keyOf, type Graph } from '../graph/graph.ts';
import { accountedNumbers, printedExpressions, type AccountedNumber } from '../graph/numbers.ts';
import { byCodeUnit } from '../lib/text.ts';
import { isOf, type Entry } from '../model/collections.ts';
import { numberReasonNames } from '../model/names.ts';
import { numberReasons } from '../model/numbers.ts';
import type { FiguresOfArticle, FigureView, LeftOutNumbers } from '../model/figure-views.ts';
import type { Link } from '../model/views.ts';
import { routes } from '../routes.ts';
import { correctionLinks } from './corrections.ts';
import { markOfVoice, shownFigure } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { href, linkTo, linksTo, toDateView, toEvidenceView } from './views.ts';

/** The ledger of numbers: the figures of each article in order of time, by theme, then ID. */
export async function figuresByArticle(): Promise<FiguresOfArticle[]> {
  const graph = await siteGraph();
  const corrected = await correctionLinks();
  const figures = Map.groupBy(
    entriesOf(graph, 'figures'),
    ({ data }) => getPassage(graph, data.evidence.passage).source,
  );
  return sourcesInTime(graph).flatMap((source) => {
    const own = figures.get(source.id) ?? [];
    return own.length === 0
      ? []
      : [
          {
            id: source.id,
            article: linkTo(source),
            date: toDateView(source.data.date),
            figures: own
              .toSorted((a, b) => themeRank(graph, a) - themeRank(graph, b) || byCodeUnit(a.id, b.id))
              .map((figure) => toFigureView(graph, figure, corrected)),
          },
        ];
  });
}

/** The numbers of the articles that are no figures, by why not; how often each expression stands is not shown. */
export async function leftOutNumbers(): Promise<LeftOutNumbers[]> {
  const graph = await siteGraph();
  const declared = (await getCollection('numbers'))[0]?.data.expressions ?? [];
  const expressions = printedExpressions(graph, declared);
  const numbers = accountedNumbers(graph, expressions);
  const group = (
    reason: string,
    holds: (fate: AccountedNumber['fate']) => boolean,
    words: readonly string[] = [],
  ): LeftOutNumbers => ({ reason, count: numbers.filter(({ fate }) => holds(fate)).length, words });
  return [
    group('日期和时间', ({ kind }) => kind === 'date'),
    group('次序', ({ kind }) => kind === 'order'),
    group('版面信息', ({ kind }) => kind === 'layout'),
    ...numberReasons.map((reason) =>
      group(
        numberReasonNames[reason],
        (fate) => fate.kind === 'expression' && fate.expression.reason === reason,
        expressions.filter((each) => each.reason === reason).map(({ words }) => words),
      ),
    ),
  ].filter(({ count }) => count > 0);
}

function themeRank(graph: Graph, { data }: Entry<'figures'>): number {
  return Math.min(...data.themes.map((theme) => getEntry(graph, 'themes', theme).data.order));
}

function toFigureView(
  graph: Graph,
  entry: Entry<'figures'>,
  corrected: (entry: Entry) => Link[],
): FigureView {
  const { data, id } = entry;
  const pointing = (graph.backlinks.get(keyOf(entry)) ?? []).map(({ from }) => from);
  return {
    id,
    shown: shownFigure(entry),
    subject: data.subject,
    mark: markOfVoice(data.kind),
    ...(data.date === undefined ? {} : { date: toDateView(data.date) }),
    regions: linksTo(graph, 'regions', data.regions),
    themes: linksTo(graph, 'themes', data.themes),
    evidence: toEvidenceView(graph, data.evidence),
    repeats: (data.repeats ?? []).map((evidence) => toEvidenceView(graph, evidence)),
    beside: (data.beside ?? []).map((other) => {
      const figure = getEntry(graph, 'figures', other);
      return { label: `${shownFigure(figure)}　${figure.data.subject}`, href: href(routes.figure(other)) };
    }),
    tensions: pointing.filter((from) => isOf(from, 'tensions')).map(linkTo),
    corrections: corrected(entry),
  };
}
