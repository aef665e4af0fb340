import { lastDayOf } from '../lib/partial-date.ts';
import { byCodeUnit } from '../lib/text.ts';
import { collectionNames, type Entry } from '../model/collections.ts';
import type { ProgressEvent } from '../model/project.ts';
import { statusOf } from './facets.ts';
import { entriesOf, findEntry, getEntry, getPassage, type Graph } from './graph.ts';
import type { ComputedStatus } from './status.ts';

/** A day as of which the record is shown. */
export interface AsOfDay {
  readonly date: string;
  /** The articles of that day; none for the end of a year without one. */
  readonly articles: readonly Entry<'sources'>[];
}

/** The day of each article and the end of each year between the first and the last of them, in order. */
export function asOfDays(graph: Graph): AsOfDay[] {
  const articles = Map.groupBy(entriesOf(graph, 'sources'), knownSince);
  const days = [...articles.keys()].sort(byCodeUnit);
  const years = [days[0], days.at(-1)].flatMap((day) => (day === undefined ? [] : [Number(day.slice(0, 4))]));
  const [first = 0, last = 0] = years;
  const ends = Array.from({ length: last - first }, (_, nth) => lastDayOf(String(first + nth)));
  return [...new Set([...days, ...ends])]
    .sort(byCodeUnit)
    .map((date) => ({ date, articles: articles.get(date) ?? [] }));
}

/** The day from which an article counts as known: its own date, stated or inferred; of an imprecise one the last day. */
export function knownSince({ data }: Entry<'sources'>): string {
  return lastDayOf(data.date.value);
}

/** What an article says of a project that was known before. */
export interface NewWords {
  readonly project: Entry<'projects'>;
  readonly events: readonly ProgressEvent[];
  readonly before: ComputedStatus;
  readonly after: ComputedStatus;
}

/** What one day knew and an earlier did not. */
export interface Changes {
  /** Entries that are new, in the order of the collections. */
  readonly added: readonly Entry[];
  /** New words about projects known before, in the order of the projects. */
  readonly said: readonly NewWords[];
}

export function changesBetween(earlier: Graph, later: Graph): Changes {
  return {
    added: collectionNames
      .flatMap((name): Entry[] => entriesOf(later, name))
      .filter(({ collection, id }) => findEntry(earlier, collection, id) === undefined),
    said: entriesOf(later, 'projects').flatMap((project): NewWords[] => {
      const known = findEntry(earlier, 'projects', project.id);
      if (known === undefined) return [];
      const old = new Set(known.data.progress.map(placeOf));
      const events = project.data.progress.filter((event) => !old.has(placeOf(event)));
      if (events.length === 0) return [];
      return [{ project, events, before: statusOf(earlier, known), after: statusOf(later, project) }];
    }),
  };
}

function placeOf({ evidence: { passage, quote, prefix = '' } }: ProgressEvent): string {
  return [passage, prefix, quote].join('\n');
}

/** The newest article that speaks of a project. */
export function lastArticleOn(graph: Graph, { data }: Entry<'projects'>): Entry<'sources'> {
  const articles = data.progress.map(({ evidence }) =>
    getEntry(graph, 'sources', getPassage(graph, evidence.passage).source),
  );
  return articles.reduce((newest, each) => (knownSince(each) > knownSince(newest) ? each : newest));
}
