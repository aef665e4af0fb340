import { buildGraph, type Graph } from '../../../src/graph/graph.ts';
import type { DataOf, Entry } from '../../../src/model/collections.ts';
import type { Mentions } from '../../../src/model/mentions.ts';
import type { ProgressEvent } from '../../../src/model/project.ts';
import { entry, source } from './made-corpus.ts';

/** A record of articles by ID, each with a date and a passage `p1`, and of entries that quote them. */
export function articles(
  made: Readonly<Record<string, { date: string; text?: string }>>,
  entries: readonly Entry[] = [],
  mentions?: Mentions,
): Graph {
  const sources = Object.entries(made).map(([id, { date }]) => {
    const plain = source(id) as Entry<'sources'>;
    return { ...plain, data: { ...plain.data, date: { value: date, basis: 'inferred', reason: '测试' } } };
  });
  return buildGraph({
    entries: [...(sources as Entry[]), ...entries],
    passages: new Map(
      Object.entries(made).map(([id, { text = '甲乙丙丁' }]) => [
        id,
        [{ id: 'p1', kind: 'text', part: 'a', rawLines: [[1, 1]], text }],
      ]),
    ),
    broken: new Set(),
    mentions,
  });
}

/** A project that articles speak of. */
export function project(
  id: string,
  progress: readonly ProgressEvent[],
  data: Partial<DataOf<'projects'>> = {},
): Entry {
  return entry('projects', id, {
    title: id,
    kind: 'road',
    themes: ['jiaotong'],
    progress: [...progress],
    care: { coded: { by: '甲', on: '2019' } },
    ...data,
  });
}

/** What a passage says of a project, in its first character. */
export function seen(
  kind: Exclude<ProgressEvent['kind'], 'report'>,
  passage: string,
  date?: string,
): ProgressEvent {
  return {
    kind,
    wording: '甲',
    evidence: { passage, quote: '甲' },
    ...(date === undefined ? {} : { date: { value: date, basis: 'inferred', reason: '测试' } }),
  };
}
