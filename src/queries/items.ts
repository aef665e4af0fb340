import { agreementIdOf, entriesOf, findEntry, getEntry, type Graph } from '../graph/graph.ts';
import { dateOfEntry, facetsOf, statusOf } from '../graph/facets.ts';
import { oncePerGraph } from '../graph/once.ts';
import { statusNames, statusOfEvent, type Status } from '../graph/status.ts';
import { comparePartialDates } from '../lib/partial-date.ts';
import { byCodeUnit } from '../lib/text.ts';
import { collections, type CollectionName, type Entry } from '../model/collections.ts';
import {
  agreementKindNames,
  eventKindNames,
  gradeNames,
  organisationKindNames,
  regionKindNames,
  statementKindNames,
  textBasisNames,
  voiceNames,
} from '../model/names.ts';
import type { Voice } from '../model/passage.ts';
import type { DateView, ListItem, MarkView, RelatedGroup } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { silenceInLine, silenceOfProject } from './silence.ts';
import {
  href,
  isOf,
  sourceDate,
  titleOf,
  toDateView,
  undertakingName,
  undertakingNumbering,
} from './views.ts';

/** Words and mark of each status, weakest first; a mark's character, frame and fill all differ. */
export const statusViews: Record<Status, MarkView> = {
  proposed: { character: '议', form: 'yi', label: statusNames.proposed },
  agreed: { character: '约', form: 'yue', label: statusNames.agreed },
  planned: { character: '拟', form: 'ni', label: statusNames.planned },
  'reported-underway': { character: '进', form: 'jin', label: statusNames['reported-underway'] },
  'reported-done': { character: '成', form: 'cheng', label: statusNames['reported-done'] },
  'reported-in-use': { character: '用', form: 'cheng', label: statusNames['reported-in-use'] },
};

/** The mark of one event: what it alone can support. */
export function markOfEvent(event: Entry<'projects'>['data']['progress'][number]): MarkView {
  return statusViews[statusOfEvent(event)];
}

/** The mark of what kind of statement words stand in. A report says that something was printed, not that it is done. */
export function markOfVoice(voice: Voice): MarkView {
  const label = voiceNames[voice];
  switch (voice) {
    case 'agreement':
      return { ...statusViews.agreed, label };
    case 'plan':
      return { ...statusViews.planned, label };
    case 'report':
      return { character: '报', form: 'jin', label };
    case 'speech':
    case 'opinion':
      return { ...statusViews.proposed, label };
  }
}

/** An entry as lists show it. */
export function toListItem(graph: Graph, entry: Entry): ListItem {
  const mark = isOf(entry, 'projects') ? statusViews[statusOf(graph, entry).status] : undefined;
  const date = dateOf(graph, entry);
  return {
    id: entry.id,
    title: titleOf(entry),
    href: href(addressOf(entry)),
    ...(date === undefined ? {} : { date }),
    ...(mark === undefined ? {} : { mark, why: href(routes.why(entry.id)) }),
    line: lineOf(graph, entry),
    depth: isOf(entry, 'regions') ? depthOf(graph, entry) : 0,
    facets: facetsOf(graph, entry),
  };
}

/** The date an entry stands at in lists; undefined where it has none. */
export function dateOf(graph: Graph, entry: Entry): DateView | undefined {
  const date = dateOfEntry(graph, entry);
  return date === undefined ? undefined : toDateView(date);
}

function lineOf(graph: Graph, entry: Entry): string {
  if (isOf(entry, 'clauses') || isOf(entry, 'work-points')) {
    return `${undertakingName(graph, entry)}（${undertakingNumbering(graph, entry)}）`;
  }
  if (isOf(entry, 'projects')) return projectLine(graph, entry);
  if (isOf(entry, 'agreements')) {
    return `${agreementKindNames[entry.data.kind]}　${textBasisNames[entry.data.textBasis]}`;
  }
  if (isOf(entry, 'leaders')) {
    const titles = (entry.data.roles ?? []).map(({ title }) => title);
    return titles.length === 0 ? '文章没有印职务' : [...new Set(titles)].join('；');
  }
  if (isOf(entry, 'regions')) return regionKindNames[entry.data.kind];
  if (isOf(entry, 'themes')) return entry.data.scope;
  if (isOf(entry, 'statements')) return `${statementKindNames[entry.data.kind]}　${speakerOf(graph, entry)}`;
  if (isOf(entry, 'organisations')) return organisationKindNames[entry.data.kind];
  if (isOf(entry, 'events')) return eventKindNames[entry.data.kind];
  if (isOf(entry, 'figures')) return shownFigure(entry);
  if (isOf(entry, 'tensions')) return entry.data.says;
  return sourceLine(entry as Entry<'sources'>);
}

function projectLine(graph: Graph, entry: Entry<'projects'>): string {
  const { status, asOf } = statusOf(graph, entry);
  const silence = silenceInLine(silenceOfProject(graph, entry), asOf, status.startsWith('reported-'));
  return `${statusLine(graph, entry)}，${silence}`;
}

/** The status of a project, the words it rests on and the day it holds for; nothing of the time since. */
export function statusLine(graph: Graph, entry: Entry<'projects'>): string {
  const { status, event, asOf } = statusOf(graph, entry);
  return `${statusViews[status].label}：“${event.wording}”，截至${asOf}${isInferred(graph, entry, asOf) ? '（推断）' : ''}`;
}

/** True when the date a status holds for is an article's inferred one. */
function isInferred(graph: Graph, { data }: Entry<'projects'>, date: string): boolean {
  return data.progress.some((event) => {
    const view =
      event.date === undefined ? sourceDate(graph, event.evidence.passage) : toDateView(event.date);
    return view?.value === date && view.inferred;
  });
}

function sourceLine({ data }: Entry<'sources'>): string {
  const publisher = data.publisher?.name ?? '未注明报名';
  return `${publisher}${data.publisher?.basis === 'inferred' ? '（推断）' : ''}　${gradeNames[data.grade]}`;
}

/** Who says a statement: the person of the record, or whom the article gives. */
export function speakerOf(graph: Graph, { data }: Entry<'statements'>): string {
  return data.speaker === undefined ? (data.by ?? '') : getEntry(graph, 'leaders', data.speaker).data.title;
}

/** "超过100家": the number as printed, with what bounds and measures it. */
export function shownFigure({ data: { comparator, value, unit } }: Entry<'figures'>): string {
  const after = comparator !== undefined && /^(以上|余|多|左右)$/.test(comparator);
  if (comparator === undefined) return `${value}${unit}`;
  if (comparator === '余' || comparator === '多') return `${value}${comparator}${unit}`;
  return after ? `${value}${unit}${comparator}` : `${comparator}${value}${unit}`;
}

function depthOf(graph: Graph, { data }: Entry<'regions'>): number {
  const parent = data.parent === undefined ? undefined : findEntry(graph, 'regions', data.parent);
  return parent === undefined ? 0 : depthOf(graph, parent) + 1;
}

/** The order of a collection's lists: in time where it has one, by nesting, by declared order, else by ID. */
export function inOrder(graph: Graph, entries: readonly Entry[]): Entry[] {
  const dated = new Map(entries.map((entry) => [entry, dateOf(graph, entry)?.value ?? '']));
  const rank = (entry: Entry): number =>
    isOf(entry, 'themes')
      ? entry.data.order
      : isOf(entry, 'work-points')
        ? areaRank(graph, entry) * 1000 + entry.data.order
        : isOf(entry, 'clauses')
          ? clauseRank(graph, entry) * 1000 + entry.data.order
          : 0;
  const sorted = [...entries].sort(
    (a, b) =>
      comparePartialDates(dated.get(a) ?? '', dated.get(b) ?? '') ||
      rank(a) - rank(b) ||
      byCodeUnit(a.id, b.id),
  );
  return entries[0]?.collection === 'regions' ? nested(sorted as Entry<'regions'>[]) : sorted;
}

function areaRank(graph: Graph, { data }: Entry<'work-points'>): number {
  const areas = getEntry(graph, 'agreements', data.plan).data.areas ?? [];
  return areas.findIndex(({ id }) => id === data.area);
}

function clauseRank(graph: Graph, clause: Entry<'clauses'>): number {
  const areas = getEntry(graph, 'agreements', agreementIdOf(clause)).data.areas ?? [];
  return clause.data.area === undefined ? areas.length : areas.findIndex(({ id }) => id === clause.data.area);
}

/** Each region followed by the places within it; one whose parent is not in the list stands at the top. */
function nested(regions: readonly Entry<'regions'>[]): Entry<'regions'>[] {
  const ids = new Set(regions.map(({ id }) => id));
  const below = (parent: string | undefined): Entry<'regions'>[] =>
    regions
      .filter(({ data }) =>
        parent === undefined ? data.parent === undefined || !ids.has(data.parent) : data.parent === parent,
      )
      .flatMap((entry) => [entry, ...below(entry.id)]);
  return below(undefined);
}

/** True for a project promised, planned or proposed, never reported, and not heard of in the newest article. */
export function isSilent(graph: Graph, entry: Entry<'projects'>, cutOff: string): boolean {
  const { status, lastMention } = statusOf(graph, entry);
  return !status.startsWith('reported-') && lastMention < cutOff;
}

/** Silent projects, those unheard of longest first. */
export function silentItems(graph: Graph, entries: readonly Entry[], cutOff: string): ListItem[] {
  return entries
    .filter((entry) => isOf(entry, 'projects'))
    .filter((entry) => isSilent(graph, entry, cutOff))
    .map((entry) => ({ entry, last: statusOf(graph, entry).lastMention }))
    .sort((a, b) => comparePartialDates(a.last, b.last) || byCodeUnit(a.entry.id, b.entry.id))
    .map(({ entry }) => toListItem(graph, entry));
}

/** Groups entries by collection, in the order of the collections, as pages show them. */
export function toGroups(graph: Graph, entries: readonly Entry[]): RelatedGroup[] {
  return groupOrder.flatMap((collection) => {
    const own = entries.filter((entry) => entry.collection === collection);
    if (own.length === 0) return [];
    return [
      {
        collection,
        label: collections[collection].name,
        items: inOrder(graph, own).map((entry) => toListItem(graph, entry)),
      },
    ];
  });
}

/** What readers look for first stands first. */
const groupOrder: readonly CollectionName[] = [
  'agreements',
  'clauses',
  'work-points',
  'projects',
  'statements',
  'figures',
  'tensions',
  'events',
  'leaders',
  'organisations',
  'regions',
  'themes',
  'sources',
];

/** All entries of a collection as list items, in its order. */
export function itemsOf(graph: Graph, collection: CollectionName): readonly ListItem[] {
  const lists = listsOf(graph);
  const items =
    lists.get(collection) ??
    inOrder(graph, entriesOf(graph, collection)).map((entry) => toListItem(graph, entry));
  lists.set(collection, items);
  return items;
}

/** The lists made so far. */
const listsOf = oncePerGraph(() => new Map<CollectionName, readonly ListItem[]>());
