import { collectionNames, type Entry } from '../model/collections.ts';
import type { Link } from '../model/link.ts';
import { entriesOf, findByKey, keyOf, type Graph } from './graph.ts';
import { eventsOf, isSamePlace, placeOf, sayingsOf, wholeOf, type Saying } from './sayings.ts';
import { commitmentAt, entrySubject, projectsAt, type Subject } from './subjects.ts';

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

/** Every link of the record as a tie, with the subjects it leads to that are no projects. */
export function tiesOf(graph: Graph): { tie: Tie; targets: Subject[] }[] {
  return collectionNames.flatMap((name) =>
    entriesOf(graph, name).flatMap((from: Entry) =>
      ('links' in from.data ? (from.data.links ?? []) : []).flatMap((link) => endsOf(graph, from, link)),
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
  const all = [...new Set(places.flatMap((place) => projectsAt(graph, place)))];
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
    .flatMap((project) => eventsOf(graph, project))
    .find((saying) => places.some((place) => isSamePlace(place, saying)));
}
