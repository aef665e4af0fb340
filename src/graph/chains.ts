import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import type { Link } from '../model/link.ts';
import { entriesOf, keyOf, type Graph } from './graph.ts';
import { entriesAt, inTime, isSamePlace, type Saying } from './sayings.ts';
import { lengthOf } from './stretches.ts';
import { entryOfSubject, projectSubject, type Subject } from './subjects.ts';
import { tiesOf, type Tie } from './ties.ts';

/** Where words stand in a chain: what was agreed, planned, reported; what was only said stands beside these three. */
export const lanes = ['agreed', 'planned', 'reported', 'said'] as const;
export type Lane = (typeof lanes)[number];

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
  const ends = tiesOf(graph);
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
