import type { LeaderView } from '../model/views.ts';
import { entriesOf } from '../graph/graph.ts';
import { comparePartialDates } from '../lib/partial-date.ts';
import { gather } from './gathered.ts';
import { siteGraph } from './site-graph.ts';
import { linksTo, linkTo, toEvidenceView } from './views.ts';

/** All leaders by ID. */
export async function leaderViews(): Promise<LeaderView[]> {
  const graph = await siteGraph();
  return entriesOf(graph, 'leaders').map((entry) => ({
    entry,
    link: linkTo(entry),
    roles: (entry.data.roles ?? [])
      .map(({ title, evidence, regions }) => ({
        title,
        evidence: toEvidenceView(graph, evidence),
        regions: linksTo(graph, 'regions', regions),
      }))
      .sort((a, b) => comparePartialDates(a.evidence.date.value, b.evidence.date.value)),
    mentions: (entry.data.mentions ?? []).map((evidence) => toEvidenceView(graph, evidence)),
    notSameAs: linksTo(graph, 'leaders', entry.data.notSameAs),
    gathered: gather(graph, entry),
  }));
}
