import { byCodeUnit } from '../lib/text.ts';
import { collectionNames, type CollectionName, type Entry } from '../model/collections.ts';
import type { Correction } from '../model/corrections.ts';
import type { Evidence } from '../model/evidence.ts';
import { noMentions, type Mentions } from '../model/mentions.ts';
import type { Passage, Voice } from '../model/passage.ts';
import { fieldsAt } from './fields.ts';
import { quotesOf, spanOf, type Quote, type Span } from './quotes.ts';
import { relations, type Relation } from './relations.ts';

/** What the graph is built from: entries that parsed, passages by source, and IDs whose file has faults. */
export interface Corpus {
  readonly entries: readonly Entry[];
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  readonly broken: ReadonlySet<string>;
  /** What an editor says of names in the text; nothing, where there is no such file. */
  readonly mentions?: Mentions | undefined;
  /** Mistakes put right after they were published; none, where there is no such file. */
  readonly corrections?: readonly Correction[] | undefined;
}

/** A relation read backwards: who points here, and by which field. */
export interface Backlink {
  readonly from: Entry;
  readonly relation: Relation;
}

/** A passage with the source it belongs to. */
export interface PlacedPassage {
  readonly source: string;
  readonly ref: string;
  readonly passage: Passage;
}

/** The record as a graph. Built once, never changed. */
export interface Graph {
  readonly collections: ReadonlyMap<CollectionName, ReadonlyMap<string, Entry>>;
  readonly passages: ReadonlyMap<string, PlacedPassage>;
  readonly quotes: readonly Quote[];
  /** What each passage's quotes cover, by passage. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  readonly backlinks: ReadonlyMap<string, readonly Backlink[]>;
  readonly broken: ReadonlySet<string>;
  /** What an editor says of names in the text. */
  readonly declared: Mentions;
  /** Mistakes put right after they were published, in order of time. */
  readonly corrections: readonly Correction[];
}

/** Joins entries and passages into a graph. Dangling references are left to the checks. */
export function buildGraph(corpus: Corpus): Graph {
  const collections = new Map<CollectionName, Map<string, Entry>>(
    collectionNames.map((name) => [name, new Map<string, Entry>()]),
  );
  const entries = [...corpus.entries].sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
  for (const entry of entries) collections.get(entry.collection)?.set(entry.id, entry);
  const passages = new Map(
    [...corpus.passages]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .flatMap(([source, list]) =>
        list.map((passage): [string, PlacedPassage] => {
          const ref = `${source}#${passage.id}`;
          return [ref, { source, ref, passage }];
        }),
      ),
  );
  const quotes = entries.flatMap(quotesOf);
  return {
    collections,
    passages,
    quotes,
    spans: Map.groupBy(
      quotes.flatMap((quote) => spanOf(passages.get(quote.passage)?.passage.text, quote)),
      ({ quote }) => quote.passage,
    ),
    backlinks: readBackwards(entries),
    broken: corpus.broken,
    declared: corpus.mentions ?? noMentions,
    corrections: corpus.corrections ?? [],
  };
}

/** `<collection>/<id>`: one string for one entry. */
export function keyOf({ collection, id }: { collection: CollectionName; id: string }): string {
  return `${collection}/${id}`;
}

/** All entries of a collection by ID, in code-unit order of the IDs. */
export function entriesOf<Name extends CollectionName>(graph: Graph, collection: Name): Entry<Name>[] {
  return [...(graph.collections.get(collection)?.values() ?? [])] as Entry<Name>[];
}

/** The entry, or undefined. */
export function findEntry<Name extends CollectionName>(
  graph: Graph,
  collection: Name,
  id: string,
): Entry<Name> | undefined {
  return graph.collections.get(collection)?.get(id) as Entry<Name> | undefined;
}

/** The entry a `<collection>/<id>` names, or undefined. */
export function findByKey(graph: Graph, key: string): Entry | undefined {
  const slash = key.indexOf('/');
  return graph.collections.get(key.slice(0, slash) as CollectionName)?.get(key.slice(slash + 1));
}

/** The entry; throws when there is none, which the checks rule out. */
export function getEntry<Name extends CollectionName>(
  graph: Graph,
  collection: Name,
  id: string,
): Entry<Name> {
  const entry = findEntry(graph, collection, id);
  if (entry === undefined) throw new Error(`no ${collection} entry "${id}"`);
  return entry;
}

/** The passage; throws when there is none, which the checks rule out. */
export function getPassage(graph: Graph, ref: string): PlacedPassage {
  const placed = graph.passages.get(ref);
  if (placed === undefined) throw new Error(`no passage "${ref}"`);
  return placed;
}

/** The speech act of the passage quoted; undefined where it has none, or where the quote does not stand in it. */
export function voiceOf(graph: Graph, { passage: ref, quote }: Evidence): Voice | undefined {
  const passage = graph.passages.get(ref)?.passage;
  return passage?.text.includes(quote) === true ? passage.voice : undefined;
}

/** The agreement a clause belongs to: the folder its file lies in. */
export function agreementIdOf(clause: Entry<'clauses'>): string {
  return clause.id.slice(0, clause.id.indexOf('/'));
}

function readBackwards(entries: readonly Entry[]): Map<string, Backlink[]> {
  const links = entries.flatMap((from) =>
    relations
      .filter((relation) => relation.from === from.collection)
      .flatMap((relation) =>
        fieldsAt(from.data, relation.field).map(({ value }) => ({
          target: `${relation.to}/${String(value)}`,
          link: { from, relation },
        })),
      ),
  );
  return new Map(
    [...Map.groupBy(links, ({ target }) => target)].map(([target, group]) => [
      target,
      group.map(({ link }) => link),
    ]),
  );
}
