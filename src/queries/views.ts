import type { DateView, EvidenceView, Link, QuoteCheck, Shown } from '../model/views.ts';
import { agreementIdOf, entriesOf, getEntry, getPassage, type Graph } from '../graph/graph.ts';
import { titleOf } from '../graph/titles.ts';
import { shownText, storedTexts } from '../graph/publish.ts';
import { byCodeUnit } from '../lib/text.ts';
import { placesOf } from '../lib/verbatim.ts';
import { isOf, type Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import type { Evidence } from '../model/evidence.ts';
import { addressOf, routes, withBase } from '../routes.ts';

export { isOf, titleOf };

/** The address with the deployment's base path in front. */
export function href(address: string): string {
  return withBase(address, import.meta.env.BASE_URL);
}

/** The whole address, for programs elsewhere; undefined where a deployment has not said where it stands. */
export function absolute(address: string): string | undefined {
  // Without a `site`, Astro leaves it undefined, whatever its types say.
  const origin = import.meta.env.SITE as string | undefined;
  return origin === undefined ? undefined : new URL(href(address), origin).href;
}

export function linkTo(entry: Entry): Link {
  return { label: titleOf(entry), href: href(addressOf(entry)) };
}

/** The date of the article a passage stands in; undefined for an unknown passage. */
export function sourceDate(graph: Graph, ref: string | undefined): DateView | undefined {
  const source = graph.passages.get(ref ?? '')?.source;
  return source === undefined ? undefined : toDateView(getEntry(graph, 'sources', source).data.date);
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

export function toEvidenceView(graph: Graph, evidence: Evidence): EvidenceView {
  const { passage: ref, quote } = evidence;
  const check = checkOf(graph, evidence);
  const { source, passage } = getPassage(graph, ref);
  const { data } = getEntry(graph, 'sources', source);
  return {
    quote,
    article: data.title,
    passage: { label: `段落${passage.id}`, href: href(routes.passage(ref)) },
    rawLines: rawLinesOf(passage.rawLines),
    date: toDateView(data.date),
    ...(check === undefined ? {} : { check }),
  };
}

/** How a reader can check a quote; undefined where the words are not stored as one stretch. */
export function checkOf(graph: Graph, evidence: Evidence): QuoteCheck | undefined {
  const { passage: ref, quote, prefix, suffix } = evidence;
  const placed = getPassage(graph, ref);
  const [place] = placesOf(placed.passage.text, evidence);
  if (place === undefined) return undefined;
  const stored = storedTexts(graph, placed, getEntry(graph, 'sources', placed.source).data.publish).find(
    ({ whole, start, text }) => whole || (start === place && text === quote),
  );
  if (stored === undefined) return undefined;
  return {
    file: href(routes.storedTexts(placed.source)),
    id: stored.id,
    text: stored.text,
    whole: stored.whole,
    start: place - stored.start,
    ...(stored.whole ? { prefix, suffix } : {}),
    result: href(routes.verified(ref)),
  };
}

/** "294–301", with `、` between stretches that lie apart. */
export function rawLinesOf(ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join('、');
}

/** "第13–30字": a stretch as readers count characters, from 1. */
export function rangeOf(start: number, end: number): string {
  return end - start === 1 ? `第${String(end)}字` : `第${String(start + 1)}–${String(end)}字`;
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

/** The agreement or plan a clause or work point belongs to. */
export function agreementOf(
  graph: Graph,
  entry: Entry<'clauses'> | Entry<'work-points'>,
): Entry<'agreements'> {
  return getEntry(graph, 'agreements', isOf(entry, 'clauses') ? agreementIdOf(entry) : entry.data.plan);
}

/** "交通第2项": area and our number, or the source's own label where it prints one. */
export function undertakingName(graph: Graph, entry: Entry<'clauses'> | Entry<'work-points'>): string {
  const { area } = entry.data;
  if (isOf(entry, 'clauses') && entry.data.kind === 'mechanism') return '七个方面之外';
  const areaLabel = agreementOf(graph, entry).data.areas?.find(({ id }) => id === area)?.label ?? '';
  return `${areaLabel}${undertakingNumber(entry)}`;
}

/** "第2项", or the source's own label, or 转述 for what stands outside the areas. */
export function undertakingNumber(entry: Entry<'clauses'> | Entry<'work-points'>): string {
  if (isOf(entry, 'work-points')) return `第${String(entry.data.order)}项`;
  const { kind, label, order } = entry.data;
  return kind === 'mechanism' ? '转述' : (label ?? `第${String(order)}项`);
}

/** How far the number may be trusted, shown beside every one: ours, and a press rendering. */
export function undertakingNumbering(graph: Graph, entry: Entry<'clauses'> | Entry<'work-points'>): string {
  const isOurs =
    isOf(entry, 'work-points') || (entry.data.label === undefined && entry.data.kind === 'clause');
  const isPress = agreementOf(graph, entry).data.textBasis === 'press';
  return [...(isOurs ? ['本站编号'] : []), ...(isPress ? ['据报道'] : [])].join('，');
}

/** Work points of a plan in the order of its areas. */
export function workPointsInOrder(graph: Graph, plan: Entry<'agreements'>): Entry<'work-points'>[] {
  const areas = (plan.data.areas ?? []).map(({ id }) => id);
  return entriesOf(graph, 'work-points')
    .filter(({ data }) => data.plan === plan.id)
    .sort(
      (a, b) =>
        areas.indexOf(a.data.area) - areas.indexOf(b.data.area) ||
        a.data.order - b.data.order ||
        byCodeUnit(a.id, b.id),
    );
}

/** Clauses of an agreement in the order of its areas, what stands outside them last. */
export function clausesInOrder(graph: Graph, agreement: Entry<'agreements'>): Entry<'clauses'>[] {
  const areas = (agreement.data.areas ?? []).map(({ id }) => id);
  const rank = ({ data }: Entry<'clauses'>): number =>
    data.area === undefined ? areas.length : areas.indexOf(data.area);
  return entriesOf(graph, 'clauses')
    .filter((clause) => agreementIdOf(clause) === agreement.id)
    .sort((a, b) => rank(a) - rank(b) || a.data.order - b.data.order || byCodeUnit(a.id, b.id));
}
