import type { Voice } from '../../model/passage.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import type { Statement } from '../../model/statement.ts';
import { entriesOf, voiceOf, type Graph } from '../graph.ts';

/** The voices in which each kind of statement may be heard, where the passage is wholly of one. */
const voicesOf: Record<Statement['kind'], readonly Voice[]> = {
  speech: ['speech'],
  opinion: ['opinion'],
  'next-step': ['speech', 'plan'],
  report: ['report'],
};

/** What is said in a speech or an opinion piece is never recorded as a report. */
export function checkStatementVoices(graph: Graph): Problem[] {
  return entriesOf(graph, 'statements').flatMap(({ file, data: { kind, evidence } }) =>
    evidence.flatMap((quoted, index) => {
      const { passage } = quoted;
      const voice = voiceOf(graph, quoted);
      if (voice === undefined || voicesOf[kind].includes(voice)) return [];
      return [problemAt('statement-voice', file, ['evidence', index, 'passage'], { kind, passage, voice })];
    }),
  );
}

/** A statement has one speaker: a person of the record, or whom the article gives. */
export function checkStatementSpeakers(graph: Graph): Problem[] {
  return entriesOf(graph, 'statements').flatMap(({ file, data: { speaker, by } }) => {
    if ((speaker === undefined) !== (by === undefined)) return [];
    const reason = speaker === undefined ? 'speaker 和 by 都没有写' : 'speaker 和 by 都写了';
    return [problemAt('statement-speaker', file, ['title'], { reason })];
  });
}
