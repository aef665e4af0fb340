import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../../src/graph/graph.ts';
import { dueOf, isOverdue, isPastUnreported, targetsOf } from '../../../src/graph/targets.ts';
import { figurePairs, unknownsOfCommitment, unknownsOfProject } from '../../../src/graph/unknown.ts';
import type { Commitment } from '../../../src/model/clause.ts';
import type { DataOf, Entry } from '../../../src/model/collections.ts';
import type { ProgressEvent } from '../../../src/model/project.ts';
import { corpus, entry, passage, plan, workPoint } from './made-corpus.ts';

const care = { coded: { by: '甲', on: '2019' } };
const text = '年底建成甲线，推进乙园，目前已有30家企业，另有40家';

function project(id: string, progress: readonly ProgressEvent[]): Entry<'projects'> {
  const made = entry('projects', id, {
    title: id,
    kind: 'rail',
    themes: ['jiaotong'],
    progress: [...progress],
    care,
  });
  return made as Entry<'projects'>;
}

function event(kind: ProgressEvent['kind'], quote: string, wording = quote): ProgressEvent {
  const said = { wording, evidence: { passage: 'yi#p1', quote } };
  return kind === 'report' ? { kind, outcome: 'underway', ...said } : { kind, ...said };
}

function figure(id: string, value: string, quote: string, beside?: string): Entry {
  return entry('figures', id, {
    value,
    unit: '家',
    subject: id,
    kind: 'report',
    themes: ['jiaotong'],
    evidence: { passage: 'yi#p1', quote },
    care,
    ...(beside === undefined ? {} : { beside: [beside] }),
  });
}

function yaodian(): Entry {
  const made = plan('yaodian', ['gongjiao']);
  const period = { value: '2019', basis: 'inferred', reason: '推断' } as const;
  return { ...made, data: { ...(made.data as DataOf<'agreements'>), period } };
}

const commitments: Commitment[] = [
  {
    id: 'c1',
    quote: '年底建成甲线',
    modality: { level: 'plain' },
    deadline: '年底',
    due: { by: '2019-12', reason: '推断' },
    milestone: '建成',
  },
  { id: 'c2', quote: '推进乙园', modality: { level: 'push', wording: '推进' } },
];
const point = workPoint('dian', { quote: '年底建成甲线，推进乙园', commitments }) as Entry<'work-points'>;

function graphOf(...others: Entry[]) {
  return buildGraph(corpus([yaodian(), point, ...others], [passage('p1', text)]));
}

describe('a target', () => {
  it('is due by the deadline it prints, else by the end of its plan', () => {
    const graph = graphOf();
    expect(commitments.map((each) => dueOf(graph, point, each))).toEqual([
      { by: '2019-12', ground: 'deadline', reason: '推断' },
      { by: '2019', ground: 'period', reason: '推断' },
    ]);
  });

  it('is none where neither the sentence nor a plan has a date', () => {
    const graph = buildGraph(corpus([plan('yaodian', ['gongjiao']), point], [passage('p1', text)]));
    expect(targetsOf(graph).map(({ due }) => due.by)).toEqual(['2019-12']);
  });

  it('is overdue when its time has passed and none of its projects is reported', () => {
    const dueAt = (cutOff: string, ...projects: Entry[]) =>
      targetsOf(graphOf(...projects))
        .filter((target) => isOverdue(target, cutOff))
        .map(({ nth }) => nth);
    expect(dueAt('2019-12-31')).toEqual([]);
    expect(dueAt('2020-01-01')).toEqual([0]);
    expect(dueAt('2020-01-01', project('jia', [event('speech', '建成甲线')]))).toEqual([0]);
    expect(dueAt('2020-01-01', project('jia', [event('report', '建成甲线')]))).toEqual([]);
  });

  it('that names only a direction is past, never overdue', () => {
    const past = targetsOf(graphOf()).filter((target) => isPastUnreported(target, '2020-01-01'));
    expect(past.map(({ nth }) => nth)).toEqual([0, 1]);
  });

  it('is reported when one report speaks of several targets at once', () => {
    const both = project('jia', [event('report', '年底建成甲线，推进乙园')]);
    expect(targetsOf(graphOf(both)).map(({ reported }) => reported)).toEqual([true, true]);
  });

  it('may be announced of a project', () => {
    const announced = { ...event('speech', '建成甲线'), deadline: '年底', due: { by: '2019' } };
    const targets = targetsOf(graphOf(project('jia', [announced])));
    expect(targets.filter(({ kind }) => kind === 'announcement').map(({ entry: { id } }) => id)).toEqual([
      'jia',
    ]);
  });
});

describe('what is not known of a project', () => {
  const unknown = (...others: [Entry<'projects'>, ...Entry[]]) =>
    unknownsOfProject(graphOf(...others), others[0]);

  it('is that nobody reported on it, whatever was said of it', () => {
    expect(unknown(project('jia', [event('plan', '建成甲线'), event('speech', '甲线')]))).toEqual([
      'no-report',
    ]);
  });

  it('is that a report has no number for how far it is', () => {
    expect(unknown(project('yi', [event('report', '推进乙园')]))).toEqual(['not-measurable']);
  });

  it('is nothing where the words of how far hold a number of the ledger', () => {
    const reported = project('yi', [event('report', '已有30家企业')]);
    expect(unknown(reported, figure('shu', '30', '30家'))).toEqual([]);
    expect(
      unknown(project('yi', [event('report', '已有30家企业', '已有')]), figure('shu', '30', '30家')),
    ).toEqual(['not-measurable']);
  });

  it('is that numbers printed of it do not agree, each pair told once', () => {
    const reported = project('yi', [event('report', '已有30家企业'), event('report', '另有40家')]);
    const figures = [figure('shu', '30', '30家', 'lingshu'), figure('lingshu', '40', '40家', 'shu')];
    expect(unknown(reported, ...figures)).toEqual(['contradictory']);
    expect(figurePairs(graphOf(reported, ...figures), reported)).toHaveLength(1);
  });
});

it('knows nothing of a commitment whose projects nobody reports on, nor of one without projects', () => {
  const graph = graphOf(project('jia', [event('report', '建成甲线')]));
  expect([0, 1].map((nth) => unknownsOfCommitment(graph, point, nth))).toEqual([
    ['not-measurable'],
    ['no-report'],
  ]);
});
