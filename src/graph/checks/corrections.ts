import { nearestId } from '../../lib/nearest.ts';
import { collectionNames, type CollectionName } from '../../model/collections.ts';
import { correctionsFile } from '../../model/corrections.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { addressOf } from '../../routes.ts';
import { fateOf, type AddressBook } from '../addresses.ts';
import { entriesOf, keyOf, type Graph } from '../graph.ts';

/** The address a correction's `<collection>/<id>` had when it was written. */
export function correctedAddress(key: string): string {
  const slash = key.indexOf('/');
  return addressOf({ collection: key.slice(0, slash) as CollectionName, id: key.slice(slash + 1) });
}

/**
 * Every correction has an ID of its own, stands in order of time, and names entries that are published, or were: a page
 * that moved leads on, one that is retired says so. Below a source that is a draft nothing was published.
 */
export function checkCorrections(graph: Graph, book: AddressBook): Problem[] {
  const { corrections } = graph;
  return corrections.flatMap(({ id, date, entries }, index): Problem[] => {
    const at = ['corrections', index];
    const before = corrections[index - 1];
    const twice = corrections.slice(0, index).some((other) => other.id === id);
    return [
      ...(twice
        ? [problemAt('id-duplicate', correctionsFile, [...at, 'id'], { id, where: '前面的一条更正' })]
        : []),
      ...(before !== undefined && date < before.date
        ? [
            problemAt('correction-order', correctionsFile, [...at, 'date'], {
              earlier: date,
              later: before.date,
            }),
          ]
        : []),
      ...entries.flatMap((entry, nth) => {
        if (fateOf(book, correctedAddress(entry)).kind !== 'lost') return [];
        const keys = collectionNames.flatMap((name) => entriesOf(graph, name).map(keyOf));
        const nearest = nearestId(entry, keys);
        return [
          problemAt('correction-unknown', correctionsFile, [...at, 'entries', nth], {
            entry,
            ...(nearest === undefined ? {} : { nearest }),
          }),
        ];
      }),
    ];
  });
}
