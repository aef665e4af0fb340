import { collections, isOf, type Entry } from '../model/collections.ts';
import type { Mentions } from '../model/mentions.ts';
import { fieldsAt } from './fields.ts';
import { agreementIdOf, keyOf, type PlacedPassage } from './graph.ts';
import { relations } from './relations.ts';

/*
 * What it takes to cut articles out of a record: what the record as of a day and the record without drafts share.
 */

/** Passages by their source, as a corpus holds them. */
export function bySource(passages: readonly PlacedPassage[]): Map<string, PlacedPassage['passage'][]> {
  return new Map(
    [...Map.groupBy(passages, ({ source }) => source)].map(([source, placed]) => [
      source,
      placed.map(({ passage }) => passage),
    ]),
  );
}

/** Entries without references to what is not among them, and without those that cannot stand then. */
export function standing(entries: readonly Entry[]): Entry[] {
  const keys = new Set(entries.map(keyOf));
  const kept = entries.flatMap((entry) => {
    if (isOf(entry, 'clauses') && !keys.has(`agreements/${agreementIdOf(entry)}`)) return [];
    const dangling = new Set(
      referencesOf(entry)
        .filter(({ target }) => !keys.has(target))
        .map(({ path }) => path.join('/')),
    );
    const data = without(entry.data, (path) => dangling.has(path.join('/')));
    return collections[entry.collection].schema.safeParse(data).success ? [{ ...entry, data } as Entry] : [];
  });
  return kept.length === entries.length ? kept : standing(kept);
}

/** Every reference an entry makes to another, with the way to it: those of the relations table, and links. */
function referencesOf({ collection, data }: Entry): { target: string; path: readonly (string | number)[] }[] {
  const related = relations
    .filter(({ from }) => from === collection)
    .flatMap(({ field, to }) =>
      fieldsAt(data, field).map(({ path, value }) => ({ target: `${to}/${String(value)}`, path })),
    );
  const linked = fieldsAt(data, 'links[].to').map(({ path, value }) => ({ target: String(value), path }));
  return [...related, ...linked];
}

/** What part of an entry says nothing without. */
const foundations = ['passage', 'evidence', 'to', 'leader', 'region', 'theme'];

type Path = readonly (string | number)[];

/** A value without what is gone; undefined where it is gone itself, emptied, or without its foundation. */
export function without(
  value: unknown,
  isGone: (path: Path, value: unknown) => boolean,
  path: Path = [],
): unknown {
  if (isGone(path, value)) return undefined;
  if (Array.isArray(value)) {
    const items = value
      .map((item: unknown, index) => without(item, isGone, [...path, index]))
      .filter((item) => item !== undefined);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const left = without(inner, isGone, [...path, name]);
    return left === undefined ? [] : [[name, left]];
  });
  const names = new Set(fields.map(([name]) => name));
  return foundations.some((name) => name in value && !names.has(name))
    ? undefined
    : Object.fromEntries(fields);
}

/** What known passages print: each by its reference, and whether any of them prints some words. */
export interface KnownWords {
  readonly texts: ReadonlyMap<string, string>;
  readonly isKnown: (words: string) => boolean;
}

/** What is declared of names that known passages print; a name that means none of the entries left names no entry. */
export function knownMentions(
  { shared, others, places }: Mentions,
  { texts, isKnown }: KnownWords,
  keys: ReadonlySet<string>,
): Mentions {
  const isPrinted = ({ name }: { name: string }): boolean => isKnown(name);
  return {
    shared: shared.filter((each) => keys.has(each.means) && isPrinted(each)),
    others: others.filter(isPrinted),
    places: places
      .filter(({ passage }) => texts.has(passage))
      .map(({ means, ...place }) => (means === undefined || !keys.has(means) ? place : { ...place, means })),
  };
}
