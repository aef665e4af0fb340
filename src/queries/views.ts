import type { DateView, EvidenceView, Link, Shown } from '../model/views.ts';
import { agreementIdOf, findEntry, getEntry, getPassage, type Graph } from '../graph/graph.ts';
import { shownText } from '../graph/publish.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { CollectionName, Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import type { Evidence } from '../model/evidence.ts';
import { addressOf, routes, withBase } from '../routes.ts';

/** The address with the deployment's base path in front. */
export function href(address: string): string {
  return withBase(address, import.meta.env.BASE_URL);
}

export function linkTo(entry: Entry<Exclude<CollectionName, 'clauses'>>): Link {
  return { label: entry.data.title, href: href(addressOf(entry)) };
}

/** Links to entries named by ID, in the order given. */
export function linksTo(
  graph: Graph,
  collection: 'regions' | 'themes' | 'leaders',
  ids: readonly string[] | undefined,
): Link[] {
  return (ids ?? []).map((id) => linkTo(getEntry(graph, collection, id)));
}

export function toDateView(dated: Dated): DateView {
  return {
    value: dated.value,
    inferred: dated.basis === 'inferred',
    ...(dated.basis === 'inferred' ? { reason: dated.reason } : {}),
  };
}

export function toEvidenceView(
  graph: Graph,
  { passage: ref, quote }: Pick<Evidence, 'passage' | 'quote'>,
): EvidenceView {
  const { source, passage } = getPassage(graph, ref);
  const { data } = getEntry(graph, 'sources', source);
  return {
    quote,
    article: data.title,
    passage: { label: `段落${passage.id}`, href: href(routes.passage(ref)) },
    rawLines: rawLinesOf(passage.rawLines),
    date: toDateView(data.date),
  };
}

/** "294–301", with `、` between stretches that lie apart. */
export function rawLinesOf(ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join('、');
}

/** What readers may see of a passage, by its source's `publish` setting. */
export function shownPassage(graph: Graph, ref: string): Shown[] {
  const placed = getPassage(graph, ref);
  return shownText(graph, placed, getEntry(graph, 'sources', placed.source).data.publish);
}

export function shownPassageText(graph: Graph, ref: string): string {
  return shownPassage(graph, ref)
    .map(({ text }) => text)
    .join('');
}

/** "交通第2项": area and our number, or the source's own label where it prints one. */
export function clauseName(graph: Graph, clause: Entry<'clauses'>): string {
  const { kind, area, order, label } = clause.data;
  if (kind === 'mechanism') return '七个方面之外';
  const agreement = findEntry(graph, 'agreements', agreementIdOf(clause));
  const areaLabel = agreement?.data.areas?.find(({ id }) => id === area)?.label ?? '';
  return `${areaLabel}${label ?? `第${String(order)}项`}`;
}

/** How far the name may be trusted, shown beside every clause number: ours, and a press rendering. */
export function clauseNumbering(graph: Graph, clause: Entry<'clauses'>): string {
  const basis = getEntry(graph, 'agreements', agreementIdOf(clause)).data.textBasis;
  const numbering = clause.data.label === undefined && clause.data.kind === 'clause' ? ['本站编号'] : [];
  return [...numbering, ...(basis === 'press' ? ['据报道'] : [])].join('，');
}

/** Clauses of an agreement in the order of its areas, what stands outside them last. */
export function clausesInOrder(graph: Graph, agreement: Entry<'agreements'>): Entry<'clauses'>[] {
  const areas = (agreement.data.areas ?? []).map(({ id }) => id);
  const rank = ({ data }: Entry<'clauses'>): number =>
    data.area === undefined ? areas.length : areas.indexOf(data.area);
  return [...(graph.collections.get('clauses')?.values() ?? [])]
    .map((entry) => entry as Entry<'clauses'>)
    .filter((clause) => agreementIdOf(clause) === agreement.id)
    .sort((a, b) => rank(a) - rank(b) || a.data.order - b.data.order || byCodeUnit(a.id, b.id));
}
