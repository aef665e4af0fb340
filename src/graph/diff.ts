import { byCodeUnit } from '../lib/text.ts';
import { collectionNames, isOf, type Entry } from '../model/collections.ts';
import type { Retired } from '../model/addresses.ts';
import type { ProgressEvent } from '../model/project.ts';
import { addressOf } from '../routes.ts';
import { leavesOf } from './diff-fields.ts';
import { diffQuotes } from './diff-quotes.ts';
import { statusOf } from './facets.ts';
import { entriesOf, keyOf, type Graph } from './graph.ts';
import { cutOffOf } from './sources-in-time.ts';
import { titleOf } from './titles.ts';

/** What a fact is about, in the order in which differences are told. */
export const factKinds = [
  'cut-off',
  'added',
  'retired',
  'removed',
  'renamed',
  'status',
  'event',
  'silence',
  'figure',
  'quote',
  'passage',
  'field',
  'correction',
] as const;
export type FactKind = (typeof factKinds)[number];

/** One difference of facts between two versions of the record. */
export interface FactChange {
  readonly kind: FactKind;
  /** `<collection>/<id>` in the later version; in the earlier where it is gone. A passage by its reference. */
  readonly subject: string;
  /** What it is called. */
  readonly title: string;
  /** Which of its facts: a field, a passage, an event. */
  readonly what?: string;
  /** What was said; absent for what is new. */
  readonly from?: string;
  /** What is said now; absent for what is gone. */
  readonly to?: string;
}

/** A version of the record: its graph, and what is said in it to be retired. */
export interface RecordVersion {
  readonly graph: Graph;
  readonly retired: readonly Retired[];
}

/**
 * What a reader of the record finds different, and nothing else: not who coded it, not how it is written down. By kind
 * of fact, then collection, then ID; the same two versions always give the same list.
 */
export function diffRecords(before: RecordVersion, after: RecordVersion): FactChange[] {
  const earlier = allEntries(before.graph);
  const later = allEntries(after.graph);
  const pairs = pairUp(earlier, later);
  const kept = new Set(pairs.map(([old]) => old));
  const stays = new Set(pairs.map(([, now]) => now));
  const changes = [
    ...valueChange('cut-off', { subject: '', title: '' }, cutOffOf(before.graph), cutOffOf(after.graph)),
    ...later.filter((entry) => !stays.has(entry)).map((entry) => about('added', entry)),
    ...earlier
      .filter((entry) => !kept.has(entry) && !isRetired(after, entry))
      .map((entry) => about('removed', entry)),
    ...retirements(before, after),
    ...pairs.flatMap(([old, now]) => entryChanges(before.graph, after.graph, old, now)),
    ...passageChanges(before.graph, after.graph),
    ...correctionChanges(before.graph, after.graph),
  ];
  const rank = ({ subject }: FactChange): number =>
    collectionNames.findIndex((name) => subject.startsWith(`${name}/`));
  return changes.sort(
    (a, b) =>
      factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind) ||
      rank(a) - rank(b) ||
      byCodeUnit(a.subject, b.subject) ||
      byCodeUnit(a.what ?? '', b.what ?? '') ||
      byCodeUnit(a.from ?? a.to ?? '', b.from ?? b.to ?? ''),
  );
}

function allEntries(graph: Graph): Entry[] {
  return collectionNames.flatMap((name): Entry[] => entriesOf(graph, name));
}

/** Each entry with what it has become: the one of its ID, else the one that says it had this ID. */
function pairUp(earlier: readonly Entry[], later: readonly Entry[]): [Entry, Entry][] {
  const byKey = new Map(later.map((entry) => [keyOf(entry), entry]));
  const byFormer = new Map(
    later.flatMap((entry) =>
      (entry.data.formerIds ?? []).map((former) => [
        keyOf({ ...entry, id: entry.id.replace(/[^/]+$/, former) }),
        entry,
      ]),
    ),
  );
  return earlier.flatMap((entry): [Entry, Entry][] => {
    const now = byKey.get(keyOf(entry)) ?? byFormer.get(keyOf(entry));
    return now === undefined ? [] : [[entry, now]];
  });
}

function isRetired({ retired }: RecordVersion, entry: Entry): boolean {
  return retired.some(({ addresses }) => addresses.includes(addressOf(entry)));
}

/** What is newly said to be retired, entries and pages alike. */
function retirements(before: RecordVersion, after: RecordVersion): FactChange[] {
  const known = new Set(before.retired.flatMap(({ addresses }) => addresses));
  return after.retired.flatMap(({ addresses: [address = ''], was, reason }) =>
    known.has(address) ? [] : [{ kind: 'retired' as const, subject: address, title: was, what: reason }],
  );
}

function about(kind: FactKind, entry: Entry): FactChange {
  return { kind, subject: keyOf(entry), title: titleOf(entry) };
}

/** One change where two values differ, none where they are the same. */
function valueChange(
  kind: FactKind,
  subject: Pick<FactChange, 'subject' | 'title' | 'what'>,
  from: string | undefined,
  to: string | undefined,
): FactChange[] {
  if (from === to) return [];
  return [
    {
      kind,
      ...subject,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  ];
}

function entryChanges(before: Graph, after: Graph, old: Entry, now: Entry): FactChange[] {
  const subject = { subject: keyOf(now), title: titleOf(now) };
  const isFigure = isOf(now, 'figures');
  return [
    ...valueChange('renamed', subject, keyOf(old), keyOf(now)),
    ...(isOf(old, 'projects') && isOf(now, 'projects') ? projectChanges(before, after, old, now) : []),
    ...diffQuotes(old, now).map((change) => ({ kind: 'quote' as const, ...subject, ...change })),
    ...fieldChanges(old, now).map(({ what, ...change }) => ({
      kind: isFigure && figureFields.has(what) ? ('figure' as const) : ('field' as const),
      ...subject,
      what,
      ...change,
    })),
  ];
}

/** What makes a figure the figure it is. */
const figureFields = new Set(['value', 'unit', 'comparator', 'subject']);

function projectChanges(
  before: Graph,
  after: Graph,
  old: Entry<'projects'>,
  now: Entry<'projects'>,
): FactChange[] {
  const subject = { subject: keyOf(now), title: titleOf(now) };
  const [was, is] = [statusOf(before, old), statusOf(after, now)];
  const places = new Set([...old.data.progress, ...now.data.progress].map(placeOf));
  const eventAt = ({ data }: Entry<'projects'>, place: string): string | undefined => {
    const events = data.progress.filter((event) => placeOf(event) === place).map(wordsOfEvent);
    return events.length === 0 ? undefined : events.join('；');
  };
  return [
    ...valueChange('status', subject, was.status, is.status),
    ...valueChange('silence', subject, was.lastMention, is.lastMention),
    ...[...places].flatMap((place) =>
      valueChange(
        'event',
        { ...subject, what: place.slice(0, place.indexOf('\n')) },
        eventAt(old, place),
        eventAt(now, place),
      ),
    ),
  ];
}

function placeOf({ evidence: { passage, quote, prefix = '' } }: ProgressEvent): string {
  return [passage, prefix, quote].join('\n');
}

function wordsOfEvent(event: ProgressEvent): string {
  const kind = 'outcome' in event ? `${event.kind} ${event.outcome}` : event.kind;
  return `${kind} “${event.wording}”：“${event.evidence.quote}”`;
}

/** What an entry says without quotes. Events are told by themselves; who coded it and how is no fact of it. */
function fieldChanges(old: Entry, now: Entry): { what: string; from?: string; to?: string }[] {
  const [was, is] = [leavesOf(old), leavesOf(now)];
  return [...new Set([...was.keys(), ...is.keys()])].sort(byCodeUnit).flatMap((what) => {
    const [from = [], to = []] = [was.get(what), is.get(what)];
    const gone = from.filter((value) => !to.includes(value)).join('、');
    const come = to.filter((value) => !from.includes(value)).join('、');
    if (gone === '' && come === '') return [];
    return [{ what, ...(gone === '' ? {} : { from: gone }), ...(come === '' ? {} : { to: come }) }];
  });
}

/** Passages of articles that both versions hold. */
function passageChanges(before: Graph, after: Graph): FactChange[] {
  const refs = new Set([...before.passages.keys(), ...after.passages.keys()]);
  return [...refs].flatMap((ref) => {
    const source = ref.slice(0, ref.indexOf('#'));
    const title = after.collections.get('sources')?.get(source);
    if (title === undefined || before.collections.get('sources')?.has(source) !== true) return [];
    return valueChange(
      'passage',
      { subject: `sources/${ref}`, title: titleOf(title) },
      before.passages.get(ref)?.passage.text,
      after.passages.get(ref)?.passage.text,
    );
  });
}

function correctionChanges(before: Graph, after: Graph): FactChange[] {
  const known = new Set(before.corrections.map(({ id }) => id));
  return after.corrections
    .filter(({ id }) => !known.has(id))
    .map(({ id, entries, was, now }) => ({
      kind: 'correction' as const,
      subject: id,
      title: entries.join('、'),
      from: was,
      to: now,
    }));
}
