import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The vocabulary of schema.org: classes with what is above them, properties with where they stand and what they take. */
export interface Vocabulary {
  /** A class and every class it is a kind of. */
  readonly ancestorsOf: (name: string) => ReadonlySet<string>;
  /** The types a property of a class takes; undefined where the class has no such property. */
  readonly rangeOf: (name: string, property: string) => readonly string[] | undefined;
}

/** Reads the vocabulary from the types that schema-dts generates of it: all of it, not a list of ours. */
export function readVocabulary(): Vocabulary {
  const folder = dirname(createRequire(import.meta.url).resolve('schema-dts/package.json'));
  const source = readFileSync(join(folder, 'dist/schema.d.ts'), 'utf8');
  const bases = new Map<
    string,
    { readonly above: readonly string[]; readonly own: ReadonlyMap<string, string[]> }
  >();
  for (const [, name = '', above = '', body = ''] of source.matchAll(
    /^interface (\w+)Base extends ([^{]+) \{\n(.*?)^\}/gms,
  )) {
    const properties = body.matchAll(/^ {4}"([^"]+)"\?: SchemaValue<([^;]*), "[^"]+">;$/gm);
    bases.set(name, {
      above: [...above.matchAll(/(\w+)Base/g)].map(([, base = '']) => base),
      own: new Map([...properties].map(([, property = '', types = '']) => [property, types.split(' | ')])),
    });
  }
  // A class without properties of its own has the base of the class above it.
  const leaves = new Map<string, readonly string[]>();
  for (const [, above = '', type = ''] of source.matchAll(
    /^export interface \w+Leaf extends ([^{]+) \{\n {4}"@type": "([^"]+)";/gm,
  )) {
    leaves.set(
      type,
      [...above.matchAll(/(\w+)Base/g)].map(([, base = '']) => base),
    );
  }
  const kinds = new Map<string, readonly string[]>();
  for (const [, name = '', union = ''] of source.matchAll(/^export type (\w+) = ([^;]+);$/gm)) {
    kinds.set(name, union.split(' | '));
  }
  const basesAbove = (name: string): string[] => [
    name,
    ...(bases.get(name)?.above ?? []).flatMap(basesAbove),
  ];
  const isKindOf = (name: string, of: string): boolean =>
    name === of ||
    (kinds.get(of) ?? []).some((kind) => kind !== of && kinds.has(kind) && isKindOf(name, kind));
  return {
    ancestorsOf: (name) =>
      leaves.has(name)
        ? new Set(['Thing', ...[...kinds.keys()].filter((other) => isKindOf(name, other))])
        : new Set(),
    rangeOf: (name, property) =>
      (leaves.get(name) ?? []).flatMap(basesAbove).flatMap((base) => {
        const range = bases.get(base)?.own.get(property);
        return range === undefined ? [] : [range];
      })[0],
  };
}

const textTypes = [
  'Text',
  'URL',
  'Date',
  'DateTime',
  'Time',
  'CssSelectorType',
  'PronounceableText',
  'XPathType',
];

/** What of a thing is not in the vocabulary, or not of a kind that its property takes. */
export function vocabularyFaults(thing: Readonly<Record<string, unknown>>, vocabulary: Vocabulary): string[] {
  const type = String(thing['@type']);
  if (vocabulary.ancestorsOf(type).size === 0) return [`no class ${type}`];
  return Object.entries(thing).flatMap(([property, value]) => {
    // What an action needs is said beside it, by the name of its variable.
    if (property.startsWith('@') || (property === 'query-input' && type === 'SearchAction')) return [];
    const range = vocabulary.rangeOf(type, property);
    if (range === undefined) return [`${type} has no ${property}`];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((each) =>
      valueFaults(each, range, vocabulary).map((fault) => `${type}.${property}: ${fault}`),
    );
  });
}

function valueFaults(value: unknown, range: readonly string[], vocabulary: Vocabulary): string[] {
  if (typeof value === 'string')
    return range.some((type) => textTypes.includes(type)) ? [] : [`${value} is text`];
  if (typeof value === 'number')
    return range.some((type) => ['Number', 'Integer'].includes(type)) ? [] : ['a number'];
  if (typeof value === 'boolean') return range.includes('Boolean') ? [] : ['a truth value'];
  const inner = value as Readonly<Record<string, unknown>>;
  const type = inner['@type'];
  if (typeof type !== 'string')
    return typeof inner['@id'] === 'string' && range.includes('IdReference') ? [] : ['no type'];
  const kinds = vocabulary.ancestorsOf(type);
  return [
    ...(range.some((kind) => kinds.has(kind)) ? [] : [`${type} is none of ${range.join(', ')}`]),
    ...vocabularyFaults(inner, vocabulary),
  ];
}
