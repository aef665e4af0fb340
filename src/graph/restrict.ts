import { collectionNames, isOf, type Entry } from '../model/collections.ts';
import { passageRefPattern } from '../model/id.ts';
import type { Problem } from '../model/problem.ts';
import { knownSince } from './as-of.ts';
import { checkNamed } from './checks/named.ts';
import { bySource, knownMentions, standing, without } from './cut.ts';
import { buildGraph, entriesOf, keyOf, type Graph } from './graph.ts';
import { quotesOf } from './quotes.ts';
import { relations } from './relations.ts';

/**
 * The record as the articles known on a day alone would make it. Later articles go, with their passages, all that
 * quotes them, every reference to what is gone, and whatever cannot stand without these.
 *
 * What no quote carries cannot be told apart by article, so it goes where it could have come from a later one:
 * - an entry that has lost a quote keeps no relation without a quote of its own, and no inferred date without one;
 *   its themes, its look-alikes and its coded kind stay: they are the editor's, and have no date;
 * - it keeps its title only if the passages it still quotes print it, or if it is the editor's own (no passage prints
 *   it) and made of words that were printed; else it is called by the first of its aliases those passages print, else
 *   by its first quote, in quotation marks;
 * - an entry that has lost none keeps its title unless later passages alone print it;
 * - an alias stays if a known passage prints it, and a body that words mean only if they can still be shown to name it;
 * - notes go.
 */
export function restrictTo(graph: Graph, date: string): Graph {
  const known = new Set(
    entriesOf(graph, 'sources')
      .filter((source) => knownSince(source) <= date)
      .map(({ id }) => id),
  );
  const { true: passages = [], false: later = [] } = Object.groupBy(graph.passages.values(), ({ source }) =>
    known.has(source) ? 'true' : 'false',
  );
  const texts = new Map(passages.map(({ ref, passage }) => [ref, passage.text]));
  const words: KnownWords = {
    texts,
    known: [...texts.values()].join('\n'),
    later: later.map(({ passage }) => passage.text).join('\n'),
  };
  const parts = collectionNames
    .flatMap((name): Entry[] => entriesOf(graph, name))
    .filter(({ collection, id }) => collection !== 'sources' || known.has(id))
    .flatMap((entry) => knownPart(entry, words));
  const build = (entries: readonly Entry[]): Graph =>
    buildGraph({
      entries,
      passages: bySource(passages),
      broken: graph.broken,
      mentions: knownMentions(graph.declared, words, new Set(entries.map(keyOf))),
    });
  const entries = standing(parts);
  const restricted = build(entries);
  const unnamed = checkNamed(restricted);
  return unnamed.length === 0
    ? restricted
    : build(standing(entries.map((entry) => withoutNamed(entry, unnamed))));
}

/** An entry without the bodies its words can no longer be shown to name. */
function withoutNamed(entry: Entry, unnamed: readonly Problem[]): Entry {
  const paths = new Set(
    unnamed.flatMap(({ file, at }) => (file === entry.file && at.kind === 'path' ? [at.path.join('/')] : [])),
  );
  return { ...entry, data: without(entry.data, (path) => paths.has(path.join('/'))) } as Entry;
}

/** What is printed by a day, passage by passage and in one, and what after it. */
interface KnownWords {
  readonly texts: ReadonlyMap<string, string>;
  readonly known: string;
  readonly later: string;
}

/** An entry without what rests on later articles; [] where nothing it rests on is left. */
function knownPart(entry: Entry, words: KnownWords): Entry[] {
  const { texts } = words;
  const data = without(
    entry.data,
    (_, value) => typeof value === 'string' && passageRefPattern.test(value) && !texts.has(value),
  );
  if (data === undefined) return [];
  const part = { ...entry, data, body: '' } as Entry;
  const quotes = quotesOf(part);
  const hadQuotes = quotesOf(entry).length;
  if (hadQuotes > 0 && quotes.length === 0) return [];
  const hasLost = quotes.length < hadQuotes;
  return [withKnownNames(hasLost ? quotedOnly(part) : part, hasLost, words)];
}

/** Relations that are the editor's own judgement, whatever the articles. */
const editors = new Set(['themes[]', 'notSameAs[]']);

/** An entry that has lost a quote, without what may have rested on it. */
function quotedOnly(entry: Entry): Entry {
  const relationFields = relations
    .filter(({ from, field }) => from === entry.collection && !field.includes('.') && !editors.has(field))
    .map(({ field }) => field.replace('[]', ''));
  const isUnquotedDate =
    'date' in entry.data && entry.data.date?.basis === 'inferred' && entry.data.date.evidence === undefined;
  const dropped = new Set([...relationFields, ...(isUnquotedDate ? ['date'] : [])]);
  const data = Object.fromEntries(Object.entries(entry.data).filter(([field]) => !dropped.has(field)));
  return { ...entry, data } as unknown as Entry;
}

/** The entry under names that were printed by the day, or that give nothing away. */
function withKnownNames(entry: Entry, hasLost: boolean, words: KnownWords): Entry {
  if (isOf(entry, 'sources') || isOf(entry, 'themes') || !('title' in entry.data)) return entry;
  const { title, aliases = [], ...rest } = entry.data as { title: string; aliases?: readonly string[] };
  const quotes = quotesOf(entry).filter(({ path }) => path[0] !== 'date');
  const own = quotes.map(({ passage }) => words.texts.get(passage) ?? '').join('\n');
  const printed = aliases.filter((alias) => words.known.includes(alias));
  const name = isTitleKnown(title, hasLost ? own : words.known, hasLost, words)
    ? title
    : (printed.find((alias) => own.includes(alias)) ?? `“${quotes[0]?.quote ?? ''}”`);
  const others = printed.filter((alias) => alias !== name);
  const data = { ...rest, title: name, ...(others.length === 0 ? {} : { aliases: others }) };
  return { ...entry, data } as unknown as Entry;
}

function isTitleKnown(title: string, where: string, hasLost: boolean, { known, later }: KnownWords): boolean {
  if (where.includes(title)) return true;
  if (later.includes(title)) return false;
  return !hasLost || (!known.includes(title) && isOfKnownWords(title, known, later));
}

/** True when there are no two neighbouring letters of the name that later passages alone print so. */
function isOfKnownWords(name: string, known: string, later: string): boolean {
  const pairs = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
  return pairs
    .filter((pair) => /^[\p{L}\p{N}]+$/u.test(pair))
    .every((pair) => known.includes(pair) || !later.includes(pair));
}
