import type { Coverage } from '../../model/coverage.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { coverageOf } from '../coverage.ts';
import { entriesOf, type Graph } from '../graph.ts';
import { sentencesOf } from '../sentences.ts';

/** The excuses of a source and the file that holds them. */
export interface DeclaredCoverage {
  readonly file: string;
  readonly excuses: Coverage['excuses'];
}

/**
 * Every sentence of every article is quoted by some entry, or excused once, with a reason. Gaps are told when
 * every quote stands where it says: one that does not may be meant for any sentence.
 */
export function checkCoverage(graph: Graph, declared: ReadonlyMap<string, DeclaredCoverage>): Problem[] {
  const isEveryQuotePlaced = [...graph.spans.values()].flat().length === graph.quotes.length;
  return entriesOf(graph, 'sources').flatMap(({ id }) => {
    const { file, excuses } = declared.get(id) ?? {
      file: `content/sources/${id}/coverage.yaml`,
      excuses: [],
    };
    const sentences = coverageOf(graph, id, excuses);
    const gaps = sentences
      .filter(({ quotedBy, excuse }) => quotedBy.length === 0 && excuse === undefined)
      .map(({ ref, sentence }) =>
        problemAt('coverage-gap', file, ['excuses'], { sentence: sentence.text, passage: ref }),
      );
    const needless = excuses.flatMap(({ passage, quote }, index) => {
      const path = ['excuses', index];
      const text = graph.passages.get(passage)?.passage.text;
      if (text === undefined || !passage.startsWith(`${id}#`)) {
        return [problemAt('passage-unknown', file, [...path, 'passage'], { passage })];
      }
      const at = text.indexOf(quote);
      if (at === -1) return [problemAt('quote-not-found', file, [...path, 'quote'], { quote, passage })];
      const sentence = sentencesOf(text).find(({ start, end }) => at >= start && at < end);
      const covered = sentences.find(
        (each) => each.ref === passage && each.sentence.start === sentence?.start,
      );
      const reason =
        covered !== undefined && covered.quotedBy.length > 0
          ? `已有 ${covered.quotedBy.map(({ id: by }) => by).join('、')} 引用`
          : covered?.excuse === 'layout' && excuses[index]?.reason !== 'layout'
            ? '标题、署名和版面信息不必说明'
            : undefined;
      return reason === undefined ? [] : [problemAt('coverage-needless', file, path, { quote, reason })];
    });
    const isEveryExcusePlaced = needless.every(({ code }) => code === 'coverage-needless');
    return [...(isEveryQuotePlaced && isEveryExcusePlaced ? gaps : []), ...needless];
  });
}
