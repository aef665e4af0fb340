import { collectionNames, isOf, type Entry } from '../model/collections.ts';
import { passageRefPattern } from '../model/id.ts';
import type { Problem } from '../model/problem.ts';
import { knownSince } from './as-of.ts';
import { checkNamed } from './checks/named.ts';
import { bySource, knownMentions, standing, without, type KnownWords } from './cut.ts';
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
 *
 * Who restricts a record to several days hands over which articles print what, so that it is looked for once.
 */
export function restrictTo(graph: Graph, date: string, printedIn: PrintedIn = printings(graph)): Graph {
  const known = new Set(
    entriesOf(graph, 'sources')
      .filter((source) => knownSince(source) <= date)
      .map(({ id }) => id),
  );
  const passages = [...graph.passages.values()].filter(({ source }) => known.has(source));
  const words: DatedWords = {
    texts: new Map(passages.map(({ ref, passage }) => [ref, passage.text])),
    isKnown: (name) => printedIn(name).some((source) => known.has(source)),
    isLater: (name) => printedIn(name).some((source) => !known.has(source)),
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

/** The articles, by ID, of which a passage prints some words. */
export type PrintedIn = (words: string) => readonly string[];

/** Looks for words in every article of a record, once for the same words. */
export function printings(graph: Graph): PrintedIn {
  const texts = [...Map.groupBy(graph.passages.values(), ({ source }) => source)].map(([source, placed]) => ({
    source,
    text: placed.map(({ passage }) => passage.text).join('\n'),
  }));
  const found = new Map<string, readonly string[]>();
  return (words) => {
    const sources =
      found.get(words) ?? texts.filter(({ text }) => text.includes(words)).map(({ source }) => source);
    found.set(words, sources);
    return sources;
  };
}

/** What is printed by a day, and what after it. */
interface DatedWords extends KnownWords {
  readonly isLater: (words: string) => boolean;
}

/** An entry without what rests on later articles; [] where nothing it rests on is left. */
function knownPart(entry: Entry, words: DatedWords): Entry[] {
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
function withKnownNames(entry: Entry, hasLost: boolean, words: DatedWords): Entry {
  if (isOf(entry, 'sources') || isOf(entry, 'themes') || !('title' in entry.data)) return entry;
  const { title, aliases = [], ...rest } = entry.data as { title: string; aliases?: readonly string[] };
  const quotes = quotesOf(entry).filter(({ path }) => path[0] !== 'date');
  const own = quotes.map(({ passage }) => words.texts.get(passage) ?? '').join('\n');
  const printed = aliases.filter((alias) => words.isKnown(alias));
  const isPrintedHere = hasLost ? own.includes(title) : words.isKnown(title);
  const name =
    isPrintedHere || isEditors(title, hasLost, words)
      ? title
      : (printed.find((alias) => own.includes(alias)) ?? `“${quotes[0]?.quote ?? ''}”`);
  const others = printed.filter((alias) => alias !== name);
  const data = { ...rest, title: name, ...(others.length === 0 ? {} : { aliases: others }) };
  return { ...entry, data } as unknown as Entry;
}

/** True for a title that later passages do not print; of an entry that has lost a quote, one no passage prints at all. */
function isEditors(title: string, hasLost: boolean, words: DatedWords): boolean {
  if (words.isLater(title)) return false;
  return !hasLost || (!words.isKnown(title) && isOfKnownWords(title, words));
}

/** True when there are no two neighbouring letters of the name that later passages alone print so. */
function isOfKnownWords(name: string, { isKnown, isLater }: DatedWords): boolean {
  const pairs = Array.from({ length: name.length - 1 }, (_, at) => name.slice(at, at + 2));
  return pairs
    .filter((pair) => /^[\p{L}\p{N}]+$/u.test(pair))
    .every((pair) => isKnown(pair) || !isLater(pair));
}
