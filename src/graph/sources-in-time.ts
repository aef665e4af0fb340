import { comparePartialDates } from '../lib/partial-date.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import { entriesOf, type Graph } from './graph.ts';
import { oncePerGraph } from './once.ts';

/** Sources by date, then ID. */
export const sourcesInTime = oncePerGraph((graph): readonly Entry<'sources'>[] =>
  entriesOf(graph, 'sources').sort(
    (a, b) => comparePartialDates(a.data.date.value, b.data.date.value) || byCodeUnit(a.id, b.id),
  ),
);

/** The corpus cut-off: the date of the latest article. There is no other "today" in the site. */
export function cutOffOf(graph: Graph): string {
  return sourcesInTime(graph).at(-1)?.data.date.value ?? '';
}
