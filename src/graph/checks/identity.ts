import { problemAt, type Problem } from '../../model/problem.ts';
import { fieldsAt } from '../fields.ts';
import { entriesOf, findEntry, keyOf, type Graph } from '../graph.ts';
import { relations } from '../relations.ts';
import { collectionNames } from '../../model/collections.ts';

/** Numbers given within an entry are given once, and so is a theme's place in the order. */
export function checkDuplicateIds(graph: Graph): Problem[] {
  const undertakings = [...entriesOf(graph, 'clauses'), ...entriesOf(graph, 'work-points')];
  const commitments = undertakings.flatMap(({ file, data }) =>
    repeated(data.commitments.map(({ id }) => id)).map(([id, index]) =>
      problemAt('id-duplicate', file, ['commitments', index, 'id'], { id, where: '同一条款或要点' }),
    ),
  );
  const areas = entriesOf(graph, 'agreements').flatMap(({ file, data }) =>
    repeated((data.areas ?? []).map(({ id }) => id)).map(([id, index]) =>
      problemAt('id-duplicate', file, ['areas', index, 'id'], { id, where: '同一协议' }),
    ),
  );
  const themes = entriesOf(graph, 'themes');
  const orders = repeated(themes.map(({ data }) => String(data.order))).map(([order, index]) => {
    const first = themes.find(({ data }) => String(data.order) === order);
    return problemAt('id-duplicate', themes[index]?.file ?? '', ['order'], {
      id: order,
      where: ` ${first?.file ?? ''}`,
    });
  });
  return [...commitments, ...areas, ...orders];
}

/** No two entries of a collection share a title: a reader could not tell them apart in a list. */
export function checkTitles(graph: Graph): Problem[] {
  return collectionNames.flatMap((name) => {
    const seen = new Map<string, string>();
    return entriesOf(graph, name).flatMap((entry) => {
      const { data } = entry;
      if (!('title' in data)) return [];
      const other = seen.get(data.title);
      seen.set(data.title, other ?? keyOf(entry));
      // People of one name are told apart by their pages, never by a made-up title.
      if (other === undefined || name === 'leaders') return [];
      return [problemAt('title-duplicate', entry.file, ['title'], { title: data.title, other })];
    });
  });
}

function repeated(values: readonly string[]): [string, number][] {
  return values.flatMap((value, index): [string, number][] =>
    values.indexOf(value) < index ? [[value, index]] : [],
  );
}

/** Two entries that are declared not to be the same share no name. A pair that says so on both sides counts once. */
export function checkMergedIdentities(graph: Graph): Problem[] {
  const collections = ['projects', 'organisations'] as const;
  return collections.flatMap((name) =>
    entriesOf(graph, name).flatMap(({ id: own, file, data }) =>
      (data.notSameAs ?? []).flatMap((id) => {
        const other = findEntry<'projects' | 'organisations'>(graph, name, id);
        if (other === undefined || (id < own && other.data.notSameAs?.includes(own) === true)) return [];
        const names = [data.title, ...(data.aliases ?? [])];
        const shared = names.find((each) => [other.data.title, ...(other.data.aliases ?? [])].includes(each));
        if (shared === undefined) return [];
        return [problemAt('identity-merged', file, ['notSameAs'], { name: shared, other: keyOf(other) })];
      }),
    ),
  );
}

/**
 * An entity that nothing refers to and that refers to nothing has no place in the record. Judged when every file
 * could be read: one that could not may be what refers to it.
 */
export function checkOrphans(graph: Graph): Problem[] {
  if (graph.broken.size > 0) return [];
  const named = ['themes', 'regions', 'leaders', 'events', 'projects'] as const;
  return named.flatMap((name) =>
    entriesOf(graph, name).flatMap((entry) => {
      const outward = relations.some(
        ({ from, field }) => from === name && fieldsAt(entry.data, field).length > 0,
      );
      if (
        outward ||
        graph.backlinks.has(keyOf(entry)) ||
        graph.quotes.some((quote) => quote.entry === entry && name === 'leaders')
      )
        return [];
      return [problemAt('entry-orphaned', entry.file, ['title'], { id: entry.id })];
    }),
  );
}
