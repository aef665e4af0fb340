import { nearestId } from '../../lib/nearest.ts';
import { collectionNames } from '../../model/collections.ts';
import { mentionsFile, type Mentions } from '../../model/mentions.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, findByKey, getPassage, keyOf, type Graph } from '../graph.ts';
import { foundNames, namesOf } from '../mentions.ts';
import { selectorProblems } from './evidence.ts';

type Path = (string | number)[];
type Names = ReturnType<typeof namesOf>;

/** What is declared of names leads to entries that exist, stands where it says, and changes something. */
export function checkMentions(graph: Graph): Problem[] {
  const { shared, others, places } = graph.declared;
  const means = [
    ...shared.map(({ means: to }, index) => ({ to, path: ['shared', index, 'means'] })),
    ...places.map(({ means: to }, index) => ({ to, path: ['places', index, 'means'] })),
  ].flatMap(({ to, path }) => (to === undefined ? [] : dangling(graph, to, path)));
  const placed = places.flatMap((place, index) =>
    selectorProblems(graph, { ...place, file: mentionsFile, path: ['places', index, 'quote'] }),
  );
  // Whether a declaration changes something can be told only when all of them stand.
  if (means.length + placed.length > 0) return [...means, ...placed];
  const names = namesOf(graph);
  return [
    ...shared.flatMap((each, index) =>
      needless(['shared', index], each.name, sharedIdle(graph, names, each)),
    ),
    ...others.flatMap(({ name }, index) => needless(['others', index], name, otherIdle(graph, names, name))),
    ...places.flatMap((place, index) => needless(['places', index], place.quote, placeIdle(graph, index))),
  ];
}

function dangling(graph: Graph, to: string, path: Path): Problem[] {
  if (findByKey(graph, to) !== undefined || graph.broken.has(to)) return [];
  const keys = collectionNames.flatMap((name) => entriesOf(graph, name).map(keyOf));
  const nearest = nearestId(to, keys);
  return [
    problemAt('link-dangling', mentionsFile, path, { to, ...(nearest === undefined ? {} : { nearest }) }),
  ];
}

function needless(path: Path, name: string, reason: string | undefined): Problem[] {
  return reason === undefined ? [] : [problemAt('mention-needless', mentionsFile, path, { name, reason })];
}

/** Why a ruling on a shared name changes nothing; undefined where it does. */
function sharedIdle(
  graph: Graph,
  names: Names,
  { name, means }: Mentions['shared'][number],
): string | undefined {
  const entries = names.get(name) ?? [];
  if (!entries.some((entry) => keyOf(entry) === means)) return `${means} 没有这个名称`;
  if (entries.length < 2) return '只有一条叫这个名称';
  const holds = (ref: string): boolean => getPassage(graph, ref).passage.text.includes(name);
  const found = [...foundNames(graph, holds).values()].flat();
  return found.some((each) => each.name === name && each.means !== undefined)
    ? undefined
    : '没有一处文字用得上';
}

/** Why a longer name hides nothing; undefined where it does. */
function otherIdle(graph: Graph, names: Names, name: string): string | undefined {
  if (![...graph.passages.values()].some(({ passage }) => passage.text.includes(name))) {
    return '各篇文章里没有这个名称';
  }
  const within = [...names.keys()].some((each) => each !== name && name.includes(each));
  return within ? undefined : '其中没有哪一条的名称';
}

/** Why a place declared changes nothing: what is found in the passage is the same without it. */
function placeIdle(graph: Graph, index: number): string | undefined {
  const { declared } = graph;
  const ref = declared.places[index]?.passage ?? '';
  const without = { ...graph, declared: { ...declared, places: declared.places.toSpliced(index, 1) } };
  const meant = (each: Graph): string =>
    (foundNames(each, (other) => other === ref).get(ref) ?? [])
      .flatMap(({ start, end, means }) =>
        means === undefined ? [] : [[start, end, keyOf(means.entry)].join(' ')],
      )
      .join('\n');
  return meant(graph) === meant(without) ? '不写也是这样' : undefined;
}
