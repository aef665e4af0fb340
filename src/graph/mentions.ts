import type { Entry } from '../model/collections.ts';
import type { Passage } from '../model/passage.ts';
import { fieldsAt } from './fields.ts';
import { entriesOf, findByKey, keyOf, type Graph, type PlacedPassage } from './graph.ts';
import { nameScanner, type NameKind } from './name-scan.ts';
import { stretchOf, type Quote, type Stretch } from './quotes.ts';
import { relations } from './relations.ts';
import { quotesByEntry } from './spans.ts';

/** What tells that a name means an entry at one place, strongest first. */
export type Ground = 'declared' | 'quoted' | 'related' | 'article' | 'title';

/** A name found in a passage, and what it means there. */
export interface FoundName extends Stretch {
  readonly name: string;
  /** The entries that go by the name. */
  readonly candidates: readonly Entry[];
  /** The entry it means; absent where nothing tells, or where as much speaks for one as for another. */
  readonly means?: { readonly entry: Entry; readonly ground: Ground };
}

/** Words of a passage that name an entry. */
export interface Mention extends Stretch {
  readonly entry: Entry;
}

/** Collections whose entries have printed names: a theme's name is a common word, an event's title is ours. */
const namedCollections = ['leaders', 'regions', 'organisations', 'agreements', 'projects'] as const;

/** Names of the press and of the page are no part of the article. */
const unread: readonly Passage['kind'][] = ['byline', 'furniture'];

/** Relations that say what an entry is not, or where a place lies: they do not say that words name it. */
const silentRelations = ['notSameAs[]', 'beside[]', 'partOf[]', 'parent'];

/** Every name of every entry, with the entries that go by it. One character is no name: 京 and 冀 are words too. */
export function namesOf(graph: Graph): Map<string, Entry[]> {
  const named = namedCollections
    .flatMap((collection): Entry[] => entriesOf(graph, collection))
    .flatMap((entry) => printedNames(entry).map((name) => ({ name, entry })))
    .filter(({ name }) => name.length > 1);
  const groups = Map.groupBy(named, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ entry }) => entry)]));
}

/** Reads text after text for the names, and for the longer ones, declared to be no entry's, that hide them. */
export function scannerOf(
  graph: Graph,
  names: ReadonlyMap<string, readonly Entry[]>,
): ReturnType<typeof nameScanner> {
  return nameScanner(
    new Map<string, NameKind>([
      ...[...names].map(([name, entries]): [string, NameKind] => [
        name,
        entries.some(({ collection }) => collection === 'regions') ? 'place' : 'other',
      ]),
      ...graph.declared.others.map(({ name }): [string, NameKind] => [name, 'hidden']),
    ]),
  );
}

function printedNames({ data }: Entry): string[] {
  const fields = ['title', 'fullTitle', 'shortTitle', 'aliases[]'];
  return [...new Set(fields.flatMap((field) => fieldsAt(data, field).map(({ value }) => String(value))))];
}

/**
 * Every name found in every passage, in reading order, whether or not anything tells what it means. A name means an
 * entry only where the record says so: an entry quotes those very words and is, or refers to, what they name; a person
 * is known within the article that names them; a whole title in 《》 names its document; an editor declares the place.
 */
export function foundNames(
  graph: Graph,
  isWanted: (ref: string) => boolean = () => true,
): Map<string, FoundName[]> {
  const names = namesOf(graph);
  const read = [...graph.passages.values()].filter(
    ({ ref, passage }) => !unread.includes(passage.kind) && isWanted(ref),
  );
  const scan = scannerOf(graph, names);
  return new Map(read.map((placed) => [placed.ref, foundIn(graph, placed, names, scan)]));
}

/** Words of an article that may be shown; without a start they are no words of the passage but stand for some. */
interface Shown {
  readonly text: string;
  readonly start?: number;
}

/** Words, and the entry they name where a link may stand. */
export interface Words {
  readonly text: string;
  readonly entry?: Entry;
}

/**
 * What is shown of a passage, each stretch cut where a name stands in it: the first mention of each entry only, so that
 * the text stays calm. Joined again it is what was shown.
 */
export function cutAtNames(found: readonly FoundName[], shown: readonly Shown[]): Words[][] {
  const named = new Set<Entry>();
  return shown.map(({ text, start: from }) => {
    if (from === undefined) return [{ text }];
    const words: Words[] = [];
    let at = from;
    const take = (to: number, entry?: Entry): void => {
      if (to > at) words.push({ text: text.slice(at - from, to - from), ...(entry && { entry }) });
      at = to;
    };
    for (const { start, end, means } of found) {
      const isWithin = from <= start && end <= from + text.length;
      if (means === undefined || !isWithin || named.has(means.entry)) continue;
      named.add(means.entry);
      take(start);
      take(end, means.entry);
    }
    take(from + text.length);
    return words;
  });
}

function foundIn(
  graph: Graph,
  { ref, source, passage: { text } }: PlacedPassage,
  names: ReadonlyMap<string, readonly Entry[]>,
  scan: ReturnType<typeof nameScanner>,
): FoundName[] {
  const places = placesIn(graph, ref, text);
  return scan(text, places).map(({ start, end, kind }): FoundName => {
    const name = text.slice(start, end);
    if (kind === 'given') {
      const means = places.find((place) => place.start === start)?.means;
      const entry = means === undefined ? undefined : findByKey(graph, means);
      return {
        start,
        end,
        name,
        candidates: [],
        ...(entry === undefined ? {} : { means: { entry, ground: 'declared' } }),
      };
    }
    const candidates = names.get(name) ?? [];
    const means = meaningOf(graph, { ref, source, start, end, name, candidates, isTitle: kind === 'title' });
    return { start, end, name, candidates, ...(means === undefined ? {} : { means }) };
  });
}

/** The places an editor has read in a passage; one that does not stand there is left to the checks. */
function placesIn(graph: Graph, ref: string, text: string): (Stretch & { means?: string | undefined })[] {
  return graph.declared.places
    .filter(({ passage }) => passage === ref)
    .flatMap(({ means, ...selector }) => stretchOf(text, selector).map((stretch) => ({ ...stretch, means })))
    .sort((a, b) => a.start - b.start);
}

interface Occurrence extends Stretch {
  readonly ref: string;
  readonly source: string;
  readonly name: string;
  readonly candidates: readonly Entry[];
  readonly isTitle: boolean;
}

/** The entry that the strongest ground there is tells of, when it tells of one alone. */
function meaningOf(graph: Graph, occurrence: Occurrence): FoundName['means'] {
  const { candidates, name } = occurrence;
  const known = groundsOf(graph, occurrence)
    .map(({ ground, tells }) => ({ ground, entries: candidates.filter(tells) }))
    .find(({ entries }) => entries.length > 0);
  if (known === undefined) return undefined;
  const shared = graph.declared.shared.find((each) => each.name === name);
  const entries =
    shared === undefined ? known.entries : candidates.filter((entry) => keyOf(entry) === shared.means);
  const [entry, ...further] = entries;
  return entry === undefined || further.length > 0 ? undefined : { entry, ground: known.ground };
}

/** The grounds a name can have at a place, strongest first. */
function groundsOf(
  graph: Graph,
  { ref, source, start, end, isTitle }: Occurrence,
): { ground: Ground; tells: (entry: Entry) => boolean }[] {
  const around = (graph.spans.get(ref) ?? []).filter((span) => span.start <= start && end <= span.end);
  const related = new Set(around.flatMap(({ quote }) => relatedKeys(quote)));
  return [
    { ground: 'quoted', tells: (entry) => around.some(({ quote }) => quote.entry === entry) },
    { ground: 'related', tells: (entry) => related.has(keyOf(entry)) },
    {
      ground: 'article',
      tells: (entry) => entry.collection === 'leaders' && isNamedIn(graph, entry, source),
    },
    { ground: 'title', tells: ({ collection }) => isTitle && collection === 'agreements' },
  ];
}

/** What the entry that makes a quote refers to; a link's own quote speaks of what it leads to alone. */
function relatedKeys({ entry, path }: Quote): string[] {
  if (path[0] === 'links' && 'links' in entry.data) {
    const link = entry.data.links?.[Number(path[1])];
    return link === undefined || link.ground === 'topical' ? [] : [link.to];
  }
  return relations
    .filter(({ from, field }) => from === entry.collection && !silentRelations.includes(field))
    .flatMap(({ field, to }) => fieldsAt(entry.data, field).map(({ value }) => `${to}/${String(value)}`));
}

function isNamedIn(graph: Graph, entry: Entry, source: string): boolean {
  return (quotesByEntry(graph).get(entry) ?? []).some(({ passage }) => passage.startsWith(`${source}#`));
}
