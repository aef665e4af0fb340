import type { Corpus } from '../../../src/graph/graph.ts';
import type { CollectionName, DataOf, Entry } from '../../../src/model/collections.ts';
import type { Passage } from '../../../src/model/passage.ts';

const care = { coded: { by: '甲', on: '2019' } };

/** An entry without a file. */
export function entry<Name extends CollectionName>(collection: Name, id: string, data: DataOf<Name>): Entry {
  return { collection, id, file: `content/${collection}/${id}.mdx`, data, body: '' };
}

export function source(id: string): Entry {
  return entry('sources', id, {
    title: id,
    evidence: [{ passage: `${id}#p1`, quote: '甲' }],
    kind: 'news',
    grade: 'reporter',
    date: { value: '2019', basis: 'inferred', reason: '测试' },
    dateOf: 'event',
    parts: [{ id: 'a' }],
    rights: '测试',
    publish: 'full',
    care,
    raw: { file: 'raw.txt', sha256: '0'.repeat(64), encoding: 'utf-8', shape: 'lines', bytes: 1, lines: 1 },
    rules: {},
    repairs: [],
  });
}

export function region(id: string, data: Partial<DataOf<'regions'>> = {}): Entry {
  return entry('regions', id, {
    title: id,
    kind: 'county',
    evidence: [{ passage: 'yi#p1', quote: '京' }],
    care,
    ...data,
  });
}

export function leader(id: string, data: Partial<DataOf<'leaders'>> = {}): Entry {
  return entry('leaders', id, { title: id, care, ...data });
}

export function theme(id: string, data: Partial<DataOf<'themes'>> = {}): Entry {
  return entry('themes', id, { title: id, order: 1, scope: '范围。', ...data });
}

/** A plan with these areas. */
export function plan(id: string, areas: readonly string[]): Entry {
  return entry('agreements', id, {
    title: id,
    fullTitle: '京',
    shortTitle: id,
    kind: 'plan',
    textBasis: 'press',
    evidence: [{ passage: 'yi#p1', quote: '京' }],
    areas: areas.map((area) => ({
      id: area,
      label: '京',
      evidence: { passage: 'yi#p1', quote: '京' },
      theme: 'jiaotong',
    })),
    themes: ['jiaotong'],
    care,
  });
}

export function workPoint(id: string, data: Partial<DataOf<'work-points'>> = {}): Entry {
  return entry('work-points', id, {
    plan: 'yaodian',
    area: 'gongjiao',
    order: 1,
    passage: 'yi#p1',
    quote: '京',
    excerpt: '京',
    themes: ['jiaotong'],
    commitments: [{ id: 'c1', quote: '京', modality: { level: 'plain' } }],
    care,
    ...data,
  });
}

export function statement(id: string, data: Partial<DataOf<'statements'>> = {}): Entry {
  return entry('statements', id, {
    title: id,
    kind: 'speech',
    by: '本报',
    evidence: [{ passage: 'yi#p1', quote: '京' }],
    themes: ['jiaotong'],
    care,
    ...data,
  });
}

export function figure(id: string, data: Partial<DataOf<'figures'>> = {}): Entry {
  return entry('figures', id, {
    value: '1',
    unit: '条',
    subject: id,
    kind: 'report',
    themes: ['jiaotong'],
    evidence: { passage: 'yi#p1', quote: '1条' },
    care,
    ...data,
  });
}

export function clause(id: string, data: Partial<DataOf<'clauses'>> = {}): Entry {
  return entry('clauses', id, {
    kind: 'clause',
    order: 1,
    passage: 'yi#p1',
    excerpt: '京',
    themes: ['jiaotong'],
    commitments: [{ id: 'c1', quote: '京', modality: { level: 'plain' } }],
    care,
    ...data,
  });
}

/** A passage of the source `yi`. */
export function passage(id: string, text: string, kind: Passage['kind'] = 'text'): Passage {
  return { id, kind, part: 'a', rawLines: [[1, 1]], text };
}

export function corpus(entries: readonly Entry[], passages: readonly Passage[] = []): Corpus {
  return { entries, passages: new Map([['yi', passages]]), broken: new Set() };
}
