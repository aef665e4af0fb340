import { collectionNames, type Entry } from '../model/collections.ts';
import { passageRefPattern } from '../model/id.ts';
import { checkOrphans } from './checks/identity.ts';
import { bySource, knownMentions, standing, without } from './cut.ts';
import { buildGraph, entriesOf, keyOf, type Graph } from './graph.ts';
import { quotesOf } from './quotes.ts';

/** The sources that are drafts, by ID. */
export function draftsOf(graph: Graph): ReadonlySet<string> {
  return new Set(
    entriesOf(graph, 'sources')
      .filter(({ data }) => data.draft === true)
      .map(({ id }) => id),
  );
}

/**
 * The record as it is published: without draft articles, their passages, all that quotes them, every reference to
 * what is gone, what cannot stand without these, and what nothing else speaks of any more. An alias that drafts alone
 * print goes too. What an entry that also quotes published articles says without a quote stays as it is written.
 * A record without drafts is itself.
 */
export function withoutDrafts(graph: Graph): Graph {
  const drafts = draftsOf(graph);
  if (drafts.size === 0) return graph;
  const isDraft = ({ source }: { source: string }): boolean => drafts.has(source);
  const { true: drafted = [], false: passages = [] } = Object.groupBy(graph.passages.values(), (placed) =>
    isDraft(placed) ? 'true' : 'false',
  );
  const texts = new Map(passages.map(({ ref, passage }) => [ref, passage.text]));
  const known = [...texts.values()].join('\n');
  const inDrafts = drafted.map(({ passage }) => passage.text).join('\n');
  const isKnown = (words: string): boolean => known.includes(words);
  const isDraftName = (name: unknown): boolean =>
    typeof name === 'string' && inDrafts.includes(name) && !isKnown(name);
  const part = (entry: Entry): Entry[] => {
    const data = without(
      entry.data,
      (path, value) =>
        (typeof value === 'string' && passageRefPattern.test(value) && !texts.has(value)) ||
        (path.length === 2 && path[0] === 'aliases' && isDraftName(value)),
    );
    if (data === undefined) return [];
    const left = { ...entry, data } as Entry;
    return quotesOf(entry).length > 0 && quotesOf(left).length === 0 ? [] : [left];
  };
  let entries = standing(
    collectionNames
      .flatMap((name): Entry[] => entriesOf(graph, name))
      .filter(({ collection, id }) => collection !== 'sources' || !drafts.has(id))
      .flatMap(part),
  );
  for (;;) {
    const published = buildGraph({
      entries,
      passages: bySource(passages),
      broken: graph.broken,
      mentions: knownMentions(graph.declared, { texts, isKnown }, new Set(entries.map(keyOf))),
      corrections: graph.corrections,
    });
    const orphaned = new Set(checkOrphans(published).map(({ file }) => file));
    if (orphaned.size === 0) return published;
    entries = standing(entries.filter(({ file }) => !orphaned.has(file)));
  }
}

/** Published entries that quote drafts too: what they say without a quote is published as it is written. */
export function entriesBesideDrafts(graph: Graph, published: Graph): Entry[] {
  const drafts = draftsOf(graph);
  const quoting = graph.quotes.filter(({ passage }) => drafts.has(passage.slice(0, passage.indexOf('#'))));
  const keys = new Set(quoting.map(({ entry }) => keyOf(entry)));
  return collectionNames
    .flatMap((name): Entry[] => entriesOf(published, name))
    .filter((entry) => keys.has(keyOf(entry)));
}
