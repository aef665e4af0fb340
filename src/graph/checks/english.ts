import { nearestId } from '../../lib/nearest.ts';
import { englishFile, englishKinds, type English, type EnglishKind } from '../../model/english.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { chainsOf } from '../chains.ts';
import { entriesOf, type Graph } from '../graph.ts';

/** An English abstract is of something that is there. */
export function checkEnglish(graph: Graph, english: English): Problem[] {
  return englishKinds.flatMap((kind) => {
    const known = idsToTranslate(graph, kind);
    return Object.keys(english[kind] ?? {})
      .filter((id) => !known.includes(id))
      .map((id) => {
        const nearest = nearestId(id, known);
        return problemAt('english-unknown', englishFile, [kind, id], {
          id,
          ...(nearest === undefined ? {} : { nearest }),
        });
      });
  });
}

/** The IDs that an English abstract can be written for. */
export function idsToTranslate(graph: Graph, kind: EnglishKind): string[] {
  return kind === 'chains'
    ? chainsOf(graph).map(({ subject }) => subject.id)
    : entriesOf(graph, kind).map(({ id }) => id);
}
