import { byCodeUnit } from '../lib/text.ts';
import { fold, tokenise } from './tokens.ts';

/** A named thing with a page of its own: a project, person, place, theme, organisation, agreement or event. */
export interface Entity {
  readonly title: string;
  /** What it is, in the reader's words. */
  readonly kind: string;
  /** The final address of its page. */
  readonly href: string;
  /** Other names it goes by. */
  readonly aliases: readonly string[];
  /** How its title and then each alias are read: syllables of pinyin without tones, parted by spaces. */
  readonly readings: readonly string[];
}

/** An entity that answers to a query, and how well: the lower the rank, the better. */
export interface Match {
  readonly entity: Entity;
  readonly rank: number;
}

/** How an entity can answer, best first. */
const ranks = {
  name: 0,
  namePrefix: 1,
  nameWithin: 2,
  alias: 3,
  aliasWithin: 4,
  reading: 5,
  readingPrefix: 6,
  initials: 7,
  initialsPrefix: 8,
  readingWithin: 9,
  initialsWithin: 10,
  initialsScattered: 11,
} as const;

/** The best rank that is still an answer by name, not by sound. */
const lastByName = ranks.aliasWithin;

/** The entities that answer to a query, best first, then by the shorter name; a query without letters has none. */
export function matchEntities(entities: readonly Entity[], query: string): Match[] {
  const wanted = fold(query);
  if (wanted === '') return [];
  return entities
    .flatMap((entity): Match[] => {
      const rank = rankOf(entity, wanted);
      return rank === undefined ? [] : [{ entity, rank }];
    })
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        a.entity.title.length - b.entity.title.length ||
        byCodeUnit(a.entity.href, b.entity.href),
    );
}

/** The entities for a query of one or more terms: those of the whole, else those that a term names, else those named in it. */
export function entitiesFor(entities: readonly Entity[], terms: readonly string[]): Entity[] {
  const whole = matchEntities(entities, terms.join('')).map(({ entity }) => entity);
  if (whole.length > 0) return whole;
  const named = terms.flatMap((term) => namedBy(entities, term)).map(({ entity }) => entity);
  if (named.length > 0) return [...new Set(named)];
  return [...new Set(terms.flatMap((term) => namedWithin(entities, term)))];
}

/** The entities one of whose names, of two characters or more, stands in a text and in no longer one that does. */
function namedWithin(entities: readonly Entity[], text: string): Entity[] {
  const whole = fold(text);
  const found = entities
    .flatMap((entity) => [entity.title, ...entity.aliases].map((name) => ({ entity, name: fold(name) })))
    .filter(({ name }) => tokenise(name).length > 1 && whole.includes(name));
  return found
    .filter(({ name }) => !found.some((other) => other.name !== name && other.name.includes(name)))
    .toSorted((a, b) => b.name.length - a.name.length || byCodeUnit(a.entity.href, b.entity.href))
    .map(({ entity }) => entity);
}

function namedBy(entities: readonly Entity[], term: string): Match[] {
  return matchEntities(entities, term).filter(({ rank }) => rank <= lastByName);
}

/** The titles of entities one of whose aliases is the text. */
export function titlesOfAlias(entities: readonly Entity[], text: string): string[] {
  const wanted = fold(text);
  return entities
    .filter(({ aliases }) => aliases.some((alias) => fold(alias) === wanted))
    .map(({ title }) => title);
}

/** A text that begins or ends with, or holds, an alias: with the entity's title in its place, longest alias first. */
export function titlesWithin(entities: readonly Entity[], text: string): string[] {
  const wanted = fold(text);
  return entities
    .flatMap(({ title, aliases }) => aliases.map((alias) => ({ title, alias: fold(alias) })))
    .filter(({ alias }) => alias.length > 1 && wanted.includes(alias))
    .toSorted((a, b) => b.alias.length - a.alias.length || byCodeUnit(a.title, b.title))
    .map(({ title, alias }) => wanted.replace(alias, fold(title)));
}

/** The entities that a text in Latin letters spells, best first. */
export function spelledBy(entities: readonly Entity[], text: string): Entity[] {
  if (!/^[a-z]+$/.test(fold(text))) return [];
  return matchEntities(entities, text)
    .filter(({ rank }) => rank >= ranks.reading)
    .map(({ entity }) => entity);
}

function rankOf({ title, aliases, readings }: Entity, wanted: string): number | undefined {
  const found = [
    nameRank(fold(title), wanted),
    ...aliases.map((alias) => aliasRank(fold(alias), wanted)),
    ...(/^[a-z]+$/.test(wanted) ? readings.map((reading) => readingRank(reading, wanted)) : []),
  ].filter((rank) => rank !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

function nameRank(name: string, wanted: string): number | undefined {
  if (name === wanted) return ranks.name;
  if (name.startsWith(wanted)) return ranks.namePrefix;
  return name.includes(wanted) ? ranks.nameWithin : undefined;
}

function aliasRank(alias: string, wanted: string): number | undefined {
  if (alias === wanted) return ranks.alias;
  return alias.includes(wanted) ? ranks.aliasWithin : undefined;
}

function readingRank(reading: string, wanted: string): number | undefined {
  const syllables = reading.split(' ');
  const joined = syllables.join('');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  if (joined === wanted) return ranks.reading;
  if (joined.startsWith(wanted)) return ranks.readingPrefix;
  if (initials === wanted) return ranks.initials;
  if (wanted.length > 1 && initials.startsWith(wanted)) return ranks.initialsPrefix;
  if (
    syllables.some(
      (_, nth) => nth > 0 && wanted.length > 2 && syllables.slice(nth).join('').startsWith(wanted),
    )
  ) {
    return ranks.readingWithin;
  }
  if (wanted.length > 2 && initials.includes(wanted)) return ranks.initialsWithin;
  return wanted.length > 3 && isScattered(initials, wanted) ? ranks.initialsScattered : undefined;
}

/** True when the letters stand in the initials in order, the first of both being the same. */
function isScattered(initials: string, wanted: string): boolean {
  let at = 0;
  for (const letter of initials) if (letter === wanted[at]) at += 1;
  return initials.startsWith(wanted.charAt(0)) && at === wanted.length;
}

/** The entities of a file of them; throws on anything else. */
export function readEntities(file: unknown): Entity[] {
  if (!Array.isArray(file) || !file.every(isEntity)) throw new TypeError('Not a list of entities');
  return file;
}

function isEntity(value: unknown): value is Entity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    typeof value.title === 'string' &&
    'href' in value &&
    typeof value.href === 'string' &&
    'kind' in value &&
    'aliases' in value &&
    Array.isArray(value.aliases) &&
    'readings' in value &&
    Array.isArray(value.readings)
  );
}
