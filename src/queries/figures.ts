import { getEntry } from '../graph/graph.ts';
import { entriesOf } from '../graph/graph.ts';
import type { Entry } from '../model/collections.ts';
import { voiceNames } from '../model/names.ts';
import type { FigureView } from '../model/page-views.ts';
import { routes } from '../routes.ts';
import { inOrder, shownFigure } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { href, linksTo, toDateView, toEvidenceView } from './views.ts';

/** The ledger of numbers: every figure, by the date of its article, then ID. */
export async function figureViews(): Promise<FigureView[]> {
  const graph = await siteGraph();
  return inOrder(graph, entriesOf(graph, 'figures')).map((each) => {
    const entry = each as Entry<'figures'>;
    const { data, id } = entry;
    return {
      id,
      shown: shownFigure(entry),
      subject: data.subject,
      kind: voiceNames[data.kind],
      ...(data.date === undefined ? {} : { date: toDateView(data.date) }),
      regions: linksTo(graph, 'regions', data.regions),
      themes: linksTo(graph, 'themes', data.themes),
      evidence: toEvidenceView(graph, data.evidence),
      beside: (data.beside ?? []).map((other) => {
        const figure = getEntry(graph, 'figures', other);
        return { label: `${shownFigure(figure)}　${figure.data.subject}`, href: href(routes.figure(other)) };
      }),
    };
  });
}
