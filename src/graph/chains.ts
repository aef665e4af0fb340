import { comparePartialDates } from '../lib/partial-date.ts';
import { byCodeUnit } from '../lib/text.ts';
import { collectionNames, isOf, type Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Link } from '../model/link.ts';
import type { Voice } from '../model/passage.ts';
import type { ProgressEvent } from '../model/project.ts';
import { entriesOf, findByKey, findEntry, keyOf, voiceOf, type Graph } from './graph.ts';
import { stretchOf, type Span, type Stretch } from './quotes.ts';

/** Where words stand in a chain: what was agreed, planned, reported; what was only said stands beside these three. */
export const lanes = ['agreed', 'planned', 'reported', 'said'] as const;
export type Lane = (typeof lanes)[number];

/** Words that one article prints at one place. */
export interface Saying {
  readonly evidence: Evidence;
  /** Where they stand in their passage. */
  readonly stretch: Stretch;
  readonly source: string;
  readonly date: Dated;
  readonly kind: Voice;
  /** What they say of a project's progress, where they are a project's event. */
  readonly event?: ProgressEvent;
}

/** What a chain is about: a project; else a commitment or an entry that a link leads to. */
export interface Subject {
  /** The chain's address; unique. */
  readonly id: string;
  /** `projects/x`, `clauses/x/y#c1`, `statements/x` … */
  readonly key: string;
  /** What is said of itself: a project's events; else its own words. */
  readonly own: readonly Saying[];
  /** Of one commitment of several: the words of it that a link names, and the projects it is about. */
  readonly named?: { readonly words: string; readonly projects: readonly string[] };
}

/** A link between two places, with the subjects its words at either end are about. */
export interface Tie {
  readonly earlier: Saying;
  /** All the words it may be about at its earlier end. */
  readonly earlierPlaces: readonly Saying[];
  readonly earlierSubjects: readonly string[];
  readonly later: Saying;
  readonly laterSubjects: readonly string[];
  readonly ground: Link['ground'];
  /** An editor's reason, where the ground is topical. */
  readonly reason?: string;
}

/** One place in a chain. */
export interface Hop extends Saying {
  readonly lane: Lane;
  /** True for words of the subject itself; false for words that a link brings. */
  readonly isOwn: boolean;
  /** On what ground it belongs here; absent for the first words of the subject itself. */
  readonly ground?: Link['ground'];
  readonly reasons: readonly string[];
  /** The subjects that words a link brings are about. */
  readonly about: readonly string[];
}

/** What the articles say of one subject, in order of time. */
export interface Chain {
  readonly subject: Subject;
  readonly hops: readonly Hop[];
  /** Lanes in which nothing says it of the subject itself. */
  readonly gaps: readonly Exclude<Lane, 'said'>[];
}

/** Every chain of the record, by ID: subjects of which at least two articles speak. */
export function chainsOf(graph: Graph): Chain[] {
  const ends = allLinks(graph).flatMap(({ from, link }) => endsOf(graph, from, link));
  const projects = entriesOf(graph, 'projects').map((project) => projectSubject(graph, project));
  const others = ends.flatMap(({ targets }) => targets);
  const once = [...Map.groupBy(others, ({ key }) => key).values()].flatMap(([first]) => first ?? []);
  return assembleChains(
    [...projects, ...once],
    ends.map(({ tie }) => tie),
  );
}

/**
 * Joins what is said of each subject with what links bring. A subject has a chain when at least two articles stand in
 * it, earlier words that a link brings left out of the count: they have a chain of their own.
 */
export function assembleChains(subjects: readonly Subject[], ties: readonly Tie[]): Chain[] {
  return subjects
    .flatMap((subject) => {
      const own = ownHops(subject, ties);
      const later = broughtHops(own, ties, subject.key, 'later');
      const articles = new Set([...own, ...later].map(({ source }) => source));
      if (articles.size < 2) return [];
      const earlier = broughtHops([...own, ...later], ties, subject.key, 'earlier');
      const hops = [...own, ...later, ...earlier].sort(inTime);
      return [{ subject, hops, gaps: gapsIn(hops) }];
    })
    .sort((a, b) => byCodeUnit(a.subject.id, b.subject.id));
}

/** The lane of words; what only mentions a subject in passing is said of it, not reported. */
export function laneOf({ kind, event }: Pick<Saying, 'kind' | 'event'>): Lane {
  switch (kind) {
    case 'agreement':
      return 'agreed';
    case 'plan':
      return 'planned';
    case 'report':
      return event === undefined ? 'said' : 'reported';
    case 'speech':
    case 'opinion':
      return 'said';
  }
}

/** The entry a subject's key names; throws when there is none, which the checks rule out. */
export function getEntryOfSubject(graph: Graph, key: string): Entry {
  const entry = findByKey(graph, entryOfSubject(key));
  if (entry === undefined) throw new Error(`no subject "${key}"`);
  return entry;
}

/**
 * Clauses, work points and statements whose words these are: of each kind those whose shortest quote holds the end of
 * the place; where none does, those that quote some of it.
 */
export function entriesAt(
  graph: Graph,
  { evidence, stretch }: Pick<Saying, 'evidence' | 'stretch'>,
): Entry[] {
  const around = (graph.spans.get(evidence.passage) ?? []).filter((span) => overlap(span, stretch));
  return (['clauses', 'work-points', 'statements'] as const).flatMap((name) => {
    const own = around.filter(({ quote }) => quote.entry.collection === name && quote.path[0] !== 'links');
    const holding = own.filter(({ end }) => stretch.end <= end);
    const shortest = Math.min(...holding.map(lengthOf));
    const found = holding.length > 0 ? holding.filter((span) => lengthOf(span) === shortest) : own;
    return uniqueEntries(found.map(({ quote }) => quote.entry));
  });
}

/**
 * Chains in which an entry stands: as their subject, by a commitment of its own, or with some of its words. By topic
 * alone where nothing but words of a close topic brings it there.
 */
export function chainsWith(graph: Graph, chains: readonly Chain[], entry: Entry): readonly Standing[] {
  const known = standingIn.get(chains) ?? standingsOf(graph, chains);
  standingIn.set(chains, known);
  return known.get(keyOf(entry)) ?? [];
}

interface Standing {
  readonly chain: Chain;
  readonly isByTopic: boolean;
}

/** Who stands in the chains, worked out once for each list of them. */
const standingIn = new WeakMap<readonly Chain[], Map<string, Standing[]>>();

/** The chains in which each entry stands, by its key. */
function standingsOf(graph: Graph, chains: readonly Chain[]): Map<string, Standing[]> {
  const standings = chains.flatMap((chain) => {
    const subjects = new Set([entryOfSubject(chain.subject.key), ...(chain.subject.named?.projects ?? [])]);
    const pairs = chain.hops.flatMap((hop) =>
      [...hop.about.map(entryOfSubject), ...entriesAt(graph, hop).map(keyOf)].map((key) => ({ key, hop })),
    );
    const hopsOf = Map.groupBy(pairs, ({ key }) => key);
    return [...new Set([...subjects, ...hopsOf.keys()])].map((key) => {
      const own = hopsOf.get(key) ?? [];
      const isNear = own.every(({ hop: { isOwn, ground } }) => !isOwn && ground === 'topical');
      return { key, chain, isByTopic: !subjects.has(key) && isNear };
    });
  });
  const groups = Map.groupBy(standings, ({ key }) => key);
  return new Map(
    [...groups].map(([key, group]) => [key, group.map(({ chain, isByTopic }) => ({ chain, isByTopic }))]),
  );
}

/** `clauses/x/y` of `clauses/x/y#c1`. */
function entryOfSubject(key: string): string {
  return key.split('#')[0] ?? '';
}

/** A subject's own words. Each after the first is of the same subject, unless a link between them says less or more. */
function ownHops({ own }: Subject, ties: readonly Tie[]): Hop[] {
  return [...own].sort(inTime).map((saying, index, all) => {
    const hop = { ...saying, lane: laneOf(saying), isOwn: true, reasons: [], about: [] };
    if (index === 0) return hop;
    const before = all.slice(0, index);
    const declared = ties.filter(
      ({ earlierPlaces, later }) =>
        isSamePlace(later, saying) &&
        earlierPlaces.some((place) => before.some((each) => isSamePlace(place, each))),
    );
    const ground = weakest(declared.map((tie) => tie.ground)) ?? 'same-subject';
    return { ...hop, ground, reasons: reasonsOf(declared, ground) };
  });
}

/** What links bring from one end, each place once; words that already stand in the chain are not brought again. */
function broughtHops(
  there: readonly Hop[],
  ties: readonly Tie[],
  key: string,
  end: 'earlier' | 'later',
): Hop[] {
  const brought = ties
    .filter(
      ({ earlierSubjects, laterSubjects }) => !earlierSubjects.some((each) => laterSubjects.includes(each)),
    )
    .filter((tie) => (end === 'later' ? tie.earlierSubjects : tie.laterSubjects).includes(key))
    .filter((tie) => !there.some((hop) => isSamePlace(hop, tie[end])))
    .sort((a, b) => inTime(a[end], b[end]) || lengthOf(b[end].stretch) - lengthOf(a[end].stretch));
  const places = brought.filter(
    (tie, index) => brought.findIndex((other) => isSamePlace(other[end], tie[end])) === index,
  );
  return places.map((first) => {
    const same = brought.filter((tie) => isSamePlace(tie[end], first[end]));
    const ground = weakest(same.map((tie) => tie.ground)) ?? first.ground;
    const about = same.flatMap((tie) => (end === 'later' ? tie.laterSubjects : tie.earlierSubjects));
    const saying = first[end];
    return {
      ...saying,
      lane: laneOf(saying),
      isOwn: false,
      ground,
      reasons: reasonsOf(same, ground),
      about: [...new Set(about)],
    };
  });
}

/** What a link can be relied on for: of several, the one that says least. */
function weakest(grounds: readonly Link['ground'][]): Link['ground'] | undefined {
  const fromWeakest = ['topical', 'same-subject', 'explicit'] as const;
  return fromWeakest.find((ground) => grounds.includes(ground));
}

function reasonsOf(ties: readonly Tie[], ground: Link['ground']): string[] {
  const reasons = ties.filter((tie) => tie.ground === ground).flatMap(({ reason }) => reason ?? []);
  return [...new Set(reasons)];
}

/** A lane holds the subject's own words, or a link on more than its topic; only the subject's own are its report. */
function gapsIn(hops: readonly Hop[]): Chain['gaps'] {
  const fills = ({ lane, isOwn, ground }: Hop): boolean =>
    isOwn || (lane !== 'reported' && ground !== 'topical');
  return (['agreed', 'planned', 'reported'] as const).filter(
    (lane) => !hops.some((hop) => hop.lane === lane && fills(hop)),
  );
}

function inTime(a: Saying, b: Saying): number {
  return (
    comparePartialDates(a.date.value, b.date.value) ||
    byCodeUnit(a.source, b.source) ||
    passageNumber(a) - passageNumber(b) ||
    byCodeUnit(a.evidence.passage, b.evidence.passage) ||
    a.stretch.start - b.stretch.start ||
    a.stretch.end - b.stretch.end
  );
}

function passageNumber({ evidence }: Saying): number {
  return Number(/#p(\d+)/.exec(evidence.passage)?.[1] ?? 0);
}

function isSamePlace(a: Saying, b: Saying): boolean {
  return a.evidence.passage === b.evidence.passage && overlap(a.stretch, b.stretch);
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function holds(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function lengthOf({ start, end }: Stretch): number {
  return end - start;
}

function allLinks(graph: Graph): { from: Entry; link: Link }[] {
  return collectionNames.flatMap((name) =>
    entriesOf(graph, name).flatMap((from: Entry) =>
      ('links' in from.data ? (from.data.links ?? []) : []).map((link) => ({ from, link })),
    ),
  );
}

/** A link with what its two ends are about, and the subjects it leads to that are no projects. */
function endsOf(graph: Graph, from: Entry, link: Link): { tie: Tie; targets: Subject[] }[] {
  const target = findByKey(graph, link.to);
  const [words] = sayingsOf(graph, from, [link.evidence]);
  if (target === undefined || words === undefined) return [];
  const laterProjects = projectsAt(graph, words);
  const { places, projects, subject } = earlierEnd(graph, target, link, laterProjects);
  const earlier = eventAt(graph, projects, places) ?? subject.own[0];
  if (earlier === undefined) return [];
  const keysOf = (entries: readonly Entry[], other: Subject): string[] =>
    entries.length > 0 ? entries.map(keyOf) : [other.key];
  const tie: Tie = {
    earlier,
    earlierPlaces: places,
    earlierSubjects: keysOf(projects, subject),
    later: eventAt(graph, laterProjects, [words]) ?? words,
    laterSubjects: keysOf(laterProjects, commitmentAt(graph, from, words)),
    ground: link.ground,
    ...(link.ground === 'topical' ? { reason: link.reason } : {}),
  };
  return [{ tie, targets: projects.length > 0 ? [] : [subject] }];
}

/**
 * What a link is about at its earlier end. Words that name several projects are about those the later words are about,
 * or about those the link itself names; else about none of them.
 */
function earlierEnd(
  graph: Graph,
  target: Entry,
  link: Link,
  laterProjects: readonly Entry<'projects'>[],
): { places: Saying[]; projects: Entry<'projects'>[]; subject: Subject } {
  const named = link.of === undefined ? undefined : placeOf(graph, target, link.of);
  const places = named === undefined ? wholeOf(graph, target) : sayingsOf(graph, target, [named]);
  const all = uniqueEntries(places.flatMap((place) => projectsAt(graph, place)));
  const shared = all.filter((project) => laterProjects.includes(project));
  const isPlain = named !== undefined || all.length === 1;
  return {
    places,
    projects: shared.length > 0 ? shared : isPlain ? all : [],
    subject: named === undefined ? entrySubject(graph, target) : commitmentAt(graph, target, places[0]),
  };
}

/** The event of one of the projects that stands at one of the places. */
function eventAt(
  graph: Graph,
  projects: readonly Entry<'projects'>[],
  places: readonly Saying[],
): Saying | undefined {
  return projects
    .flatMap((project) => projectSubject(graph, project).own)
    .find((saying) => places.some((place) => isSamePlace(place, saying)));
}

/**
 * The projects that words are about: those whose event ends within them; else those whose event holds them. Quotes
 * that share a verb nest, and a project is what its quote ends on.
 */
function projectsAt(graph: Graph, { evidence, stretch }: Saying): Entry<'projects'>[] {
  const spans = (graph.spans.get(evidence.passage) ?? []).filter(
    ({ quote }) => quote.entry.collection === 'projects' && quote.path[0] === 'progress',
  );
  const ending = spans.filter(({ end }) => stretch.start < end && end <= stretch.end);
  const found: readonly Span[] = ending.length > 0 ? ending : spans.filter((span) => holds(span, stretch));
  return uniqueEntries(found.map(({ quote }) => quote.entry as Entry<'projects'>));
}

/** The shortest of several commitments of a clause or work point that holds the words; else the entry itself. */
function commitmentAt(graph: Graph, entry: Entry, place: Saying | undefined): Subject {
  const whole = entrySubject(graph, entry);
  if (place === undefined) return whole;
  if (!isOf(entry, 'clauses') && !isOf(entry, 'work-points')) return { ...whole, own: [place] };
  const { passage, commitments } = entry.data;
  if (commitments.length === 1) return whole;
  const [shortest] = commitments
    .flatMap(({ id, quote }) =>
      sayingsOf(graph, entry, [{ passage, quote }]).map((saying) => ({ id, saying })),
    )
    .filter(({ saying }) => holds(saying.stretch, place.stretch))
    .sort((a, b) => lengthOf(a.saying.stretch) - lengthOf(b.saying.stretch));
  if (shortest === undefined) return { ...whole, own: [place] };
  return {
    id: `${whole.id}-${shortest.id}`,
    key: `${whole.key}#${shortest.id}`,
    own: [shortest.saying],
    named: { words: place.evidence.quote, projects: projectsAt(graph, shortest.saying).map(keyOf) },
  };
}

function entrySubject(graph: Graph, entry: Entry): Subject {
  return { id: entry.id.replace('/', '-'), key: keyOf(entry), own: ownWords(graph, entry) };
}

/** A project with its events. */
export function projectSubject(graph: Graph, project: Entry<'projects'>): Subject {
  const own = project.data.progress.flatMap((event) =>
    sayingsOf(graph, project, [event.evidence]).map((saying) => ({
      ...saying,
      kind: event.kind,
      date: event.date ?? saying.date,
      event,
    })),
  );
  return { id: project.id, key: keyOf(project), own };
}

/** The words that stand for an entry: its own; of a clause the few by which lists name it; of an agreement its name. */
function ownWords(graph: Graph, entry: Entry): Saying[] {
  if (isOf(entry, 'clauses')) {
    const { passage, excerpt, commitments } = entry.data;
    const [only] = commitments;
    const quote = commitments.length === 1 && only !== undefined ? only.quote : excerpt;
    return sayingsOf(graph, entry, [{ passage, quote }]);
  }
  return wholeOf(graph, entry).slice(0, 1);
}

/** All the words of an entry. */
function wholeOf(graph: Graph, entry: Entry): Saying[] {
  if (isOf(entry, 'clauses')) {
    const { passage } = entry.data;
    const quote = graph.passages.get(passage)?.passage.text;
    return quote === undefined ? [] : sayingsOf(graph, entry, [{ passage, quote }]);
  }
  if (isOf(entry, 'work-points')) return sayingsOf(graph, entry, [entry.data]);
  if (isOf(entry, 'statements') || isOf(entry, 'agreements'))
    return sayingsOf(graph, entry, entry.data.evidence);
  if (isOf(entry, 'projects')) return [...projectSubject(graph, entry).own];
  return [];
}

/** Where words stand within those of an entry; undefined where they do not, or more than once in their passage. */
export function placeOf(graph: Graph, entry: Entry, words: string): Evidence | undefined {
  const found = wholeOf(graph, entry).flatMap(({ evidence: { passage }, stretch }) => {
    const text = graph.passages.get(passage)?.passage.text ?? '';
    const start = text.indexOf(words);
    const isOnce = start !== -1 && !text.includes(words, start + 1);
    return isOnce && holds(stretch, { start, end: start + words.length }) ? [{ passage, quote: words }] : [];
  });
  return found[0];
}

function sayingsOf(graph: Graph, entry: Entry, quotes: readonly Evidence[]): Saying[] {
  return quotes.flatMap(({ passage: ref, quote, prefix, suffix }): Saying[] => {
    const placed = graph.passages.get(ref);
    const date = placed === undefined ? undefined : findEntry(graph, 'sources', placed.source)?.data.date;
    if (placed === undefined || date === undefined) return [];
    const evidence: Evidence = {
      passage: ref,
      quote,
      ...(prefix === undefined ? {} : { prefix }),
      ...(suffix === undefined ? {} : { suffix }),
    };
    const kind = voiceOf(graph, evidence) ?? kindOf(entry);
    return stretchOf(placed.passage.text, evidence).map((stretch) => ({
      evidence,
      stretch,
      source: placed.source,
      date,
      kind,
    }));
  });
}

/** The kind of words whose passage does not say it: that of the entry which quotes them. */
function kindOf(entry: Entry): Voice {
  if (isOf(entry, 'work-points')) return 'plan';
  if (isOf(entry, 'statements')) {
    const { kind } = entry.data;
    return kind === 'next-step' ? 'speech' : kind;
  }
  if (isOf(entry, 'agreements')) {
    return entry.data.kind === 'plan' || entry.data.kind === 'policy' ? 'plan' : 'agreement';
  }
  return isOf(entry, 'clauses') ? 'agreement' : 'report';
}

function uniqueEntries<Of extends Entry>(entries: readonly Of[]): Of[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}
