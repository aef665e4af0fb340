import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, keyOf, type Graph } from '../graph.ts';
import { collectionNames } from '../../model/collections.ts';

/** Numbers given within an entry are given once, and so is a theme's place in the order. */
export function checkDuplicateIds(graph: Graph): Problem[] {
  const commitments = entriesOf(graph, 'clauses').flatMap(({ file, data }) =>
    repeated(data.commitments.map(({ id }) => id)).map(([id, index]) =>
      problemAt('id-duplicate', file, ['commitments', index, 'id'], { id, where: '同一条款' }),
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
