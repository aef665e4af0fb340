import type { Named } from '../../model/clause.ts';
import type { Entry } from '../../model/collections.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { agreementIdOf, entriesOf, findEntry, type Graph } from '../graph.ts';

type Path = readonly (string | number)[];

/**
 * Whom the words of a commitment or of a party are said to mean, they name: by a name of the record, or as
 * 双方 or 本市, which mean the parties of the agreement or plan and nobody else.
 */
export function checkNamed(graph: Graph): Problem[] {
  return [
    ...entriesOf(graph, 'clauses').flatMap((clause) => inCommitments(graph, clause, agreementIdOf(clause))),
    ...entriesOf(graph, 'work-points').flatMap((point) => inCommitments(graph, point, point.data.plan)),
    ...entriesOf(graph, 'agreements').flatMap(({ file, data }) =>
      (data.parties ?? []).flatMap(({ name, organisation }, index) =>
        organisation === undefined
          ? []
          : unnamed(graph, file, ['parties', index, 'organisation'], name, 'organisations', organisation),
      ),
    ),
  ];
}

function inCommitments(
  graph: Graph,
  { file, data }: Entry<'clauses'> | Entry<'work-points'>,
  agreement: string,
): Problem[] {
  const found = findEntry(graph, 'agreements', agreement);
  // Without the agreement nobody knows who its parties are; that it is missing is another check's to say.
  if (found === undefined) return [];
  const parties = new Set((found.data.parties ?? []).map(({ region }) => region));
  return data.commitments.flatMap((commitment, index) =>
    (['owner', 'towards'] as const).flatMap((field) => {
      const named = commitment[field];
      return named === undefined
        ? []
        : namedProblems(graph, file, ['commitments', index, field], named, parties);
    }),
  );
}

function namedProblems(
  graph: Graph,
  file: string,
  path: Path,
  { as, regions = [], organisations = [] }: Named,
  parties: ReadonlySet<string>,
): Problem[] {
  return [
    ...regions.flatMap((id, index) =>
      saysParties(as) && parties.has(id)
        ? []
        : unnamed(graph, file, [...path, 'regions', index], as, 'regions', id),
    ),
    ...organisations.flatMap((id, index) =>
      isPartysOwn(graph, as, id, parties)
        ? []
        : unnamed(graph, file, [...path, 'organisations', index], as, 'organisations', id),
    ),
  ];
}

function saysParties(as: string): boolean {
  return as.includes('双方') || as.includes('本市');
}

/** True for 双方京津冀协同办 and the 市京津冀协同办 of one of the parties. */
function isPartysOwn(graph: Graph, as: string, id: string, parties: ReadonlySet<string>): boolean {
  const [, kind] = /双方(.+)$/.exec(as) ?? [];
  const isOfParty = findEntry(graph, 'organisations', id)?.data.regions?.some((each) => parties.has(each));
  return (
    kind !== undefined &&
    isOfParty === true &&
    namesOf(graph, 'organisations', id).some((name) => name.endsWith(kind))
  );
}

function unnamed(
  graph: Graph,
  file: string,
  path: Path,
  as: string,
  collection: 'regions' | 'organisations',
  id: string,
): Problem[] {
  const names = namesOf(graph, collection, id);
  if (names.length === 0 || names.some((name) => as.includes(name))) return [];
  return [problemAt('name-not-printed', file, path, { as, id, names: names.join('、') })];
}

/** Every name of a record; none where there is no such record, which the references' check reports. */
function namesOf(graph: Graph, collection: 'regions' | 'organisations', id: string): string[] {
  const data = findEntry(graph, collection, id)?.data;
  return data === undefined ? [] : [data.title, ...(data.aliases ?? [])];
}
