import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assembleChains, chainsOf, chainsWith, laneOf } from '../../../src/graph/chains.ts';
import { statusOf } from '../../../src/graph/facets.ts';
import { buildGraph, entriesOf, getEntry, getPassage } from '../../../src/graph/graph.ts';
import type { Saying } from '../../../src/graph/sayings.ts';
import type { Subject } from '../../../src/graph/subjects.ts';
import type { Tie } from '../../../src/graph/ties.ts';
import { voices } from '../../../src/model/passage.ts';
import { readContent } from '../../../src/read/content.ts';

/** Words at one place: passage `<source>#p<n>`, ten characters long, a year of their own. */
function saying(source: string, passage: number, kind: Saying['kind'], isEvent = true): Saying {
  const evidence = { passage: `${source}#p${String(passage)}`, quote: '协同发展' };
  const event =
    kind === 'report'
      ? { kind, outcome: 'underway' as const, wording: '协同', evidence }
      : { kind, wording: '协同', evidence };
  return {
    evidence,
    stretch: { start: 0, end: 10 },
    source,
    date: { value: `20${source}`, basis: 'inferred', reason: '测试' },
    kind,
    ...(isEvent ? { event } : {}),
  };
}

function subject(id: string, own: readonly Saying[]): Subject {
  return { id, key: `projects/${id}`, own };
}

function tie(earlier: [Saying, string], later: [Saying, string], ground: Tie['ground']): Tie {
  return {
    earlier: earlier[0],
    earlierPlaces: [earlier[0]],
    earlierSubjects: [`projects/${earlier[1]}`],
    later: later[0],
    laterSubjects: [`projects/${later[1]}`],
    ground,
    ...(ground === 'topical' ? { reason: '话题相近。' } : {}),
  };
}

const agreed = saying('17', 1, 'agreement');
const planned = saying('19', 2, 'plan');
const reported = saying('23', 3, 'report');

describe('a chain', () => {
  it('needs two articles', () => {
    const twice = [agreed, saying('17', 9, 'speech')];
    expect(assembleChains([subject('a', twice)], [])).toEqual([]);
    expect(assembleChains([subject('a', [...twice, planned])], [])).toHaveLength(1);
  });

  it('shows what is said of one thing in order of time, the same subject after the first', () => {
    const [chain] = assembleChains([subject('a', [planned, agreed])], []);
    expect(chain?.hops.map(({ lane, ground }) => [lane, ground])).toEqual([
      ['agreed', undefined],
      ['planned', 'same-subject'],
    ]);
    expect(chain?.gaps).toEqual(['reported']);
  });

  it('says less where a link between its own words says less', () => {
    const [chain] = assembleChains(
      [subject('a', [agreed, planned])],
      [tie([agreed, 'a'], [planned, 'a'], 'topical')],
    );
    expect(chain?.hops.map(({ ground, reasons }) => [ground, reasons])).toEqual([
      [undefined, []],
      ['topical', ['话题相近。']],
    ]);
  });

  it('keeps the gap where a lane holds only what is close in topic', () => {
    const [chain, ...others] = assembleChains(
      [subject('a', [agreed]), subject('b', [reported])],
      [tie([agreed, 'a'], [reported, 'b'], 'topical')],
    );
    expect(others).toEqual([]);
    expect(chain?.subject.id).toBe('a');
    expect(chain?.hops.map(({ lane, isOwn }) => [lane, isOwn])).toEqual([
      ['agreed', true],
      ['reported', false],
    ]);
    expect(chain?.gaps).toEqual(['planned', 'reported']);
  });

  it('shows earlier words of a close topic where it stands without them', () => {
    const speech = saying('23', 4, 'speech');
    const chains = assembleChains(
      [subject('a', [agreed]), subject('b', [planned, speech])],
      [tie([agreed, 'a'], [planned, 'b'], 'topical')],
    );
    expect(chains.map((chain) => [chain.subject.id, chain.hops.map(({ lane }) => lane), chain.gaps])).toEqual(
      [
        ['a', ['agreed', 'planned'], ['planned', 'reported']],
        ['b', ['agreed', 'planned', 'said'], ['agreed', 'reported']],
      ],
    );
  });

  test.each([
    ['explicit', ['reported']],
    ['same-subject', ['reported']],
    ['topical', ['planned', 'reported']],
  ] as const)('fills the lane of a plan that a link brings on the ground %s or not', (ground, gaps) => {
    const [chain] = assembleChains([subject('a', [agreed])], [tie([agreed, 'a'], [planned, 'b'], ground)]);
    expect(chain?.gaps).toEqual(gaps);
  });

  it('never takes a report that only mentions its subject for a report of it', () => {
    const mention = saying('23', 5, 'report', false);
    const [chain] = assembleChains(
      [subject('a', [agreed])],
      [tie([agreed, 'a'], [mention, 'b'], 'same-subject')],
    );
    expect(chain?.hops.at(-1)?.lane).toBe('said');
    expect(chain?.gaps).toContain('reported');
  });
});

const kinds = fc.constantFrom(...voices);
const grounds = fc.constantFrom('explicit' as const, 'same-subject' as const, 'topical' as const);
const sayings = fc.uniqueArray(
  fc.record({
    source: fc.constantFrom('17', '18', '19', '23'),
    at: fc.integer({ min: 1, max: 9 }),
    kind: kinds,
  }),
  { selector: ({ source, at }) => `${source}#${String(at)}`, minLength: 4, maxLength: 12 },
);

/** A record of three subjects that share out some sayings, and links between any two places in order of time. */
const records = fc
  .tuple(sayings, fc.array(fc.tuple(fc.nat(11), fc.nat(11), grounds), { maxLength: 8 }))
  .map(([plain, pairs]) => {
    const all = plain.map(({ source, at, kind }) => saying(source, at, kind));
    const names = ['a', 'b', 'c'];
    const nameOf = (index: number): string => names[index % 3] ?? 'a';
    const subjects = names.map((name) =>
      subject(
        name,
        all.filter((_, index) => nameOf(index) === name),
      ),
    );
    const ties = pairs.flatMap(([one, other, ground]): Tie[] => {
      const [from, to] = [all[one], all[other]];
      if (from === undefined || to === undefined || from.source >= to.source) return [];
      return [tie([from, nameOf(one)], [to, nameOf(other)], ground)];
    });
    return { subjects, ties };
  });

describe('chains of any record', () => {
  it('hold each of a subject’s own words once, at least two articles, in order of time', () => {
    fc.assert(
      fc.property(records, ({ subjects, ties }) => {
        for (const { subject: of, hops } of assembleChains(subjects, ties)) {
          expect(hops.filter(({ isOwn }) => isOwn)).toHaveLength(of.own.length);
          expect(new Set(hops.map(({ evidence }) => evidence.passage)).size).toBe(hops.length);
          expect(new Set(hops.map(({ source }) => source)).size).toBeGreaterThan(1);
          expect(hops.map(({ date }) => date.value)).toEqual(hops.map(({ date }) => date.value).sort());
        }
      }),
    );
  });

  it('have a gap exactly where nothing is said of the subject itself, and report only its own reports', () => {
    fc.assert(
      fc.property(records, ({ subjects, ties }) => {
        for (const { subject: of, hops, gaps } of assembleChains(subjects, ties)) {
          expect(gaps.includes('reported')).toBe(!of.own.some((each) => laneOf(each) === 'reported'));
          for (const lane of ['agreed', 'planned'] as const) {
            const filled = hops.some((hop) => hop.lane === lane && (hop.isOwn || hop.ground !== 'topical'));
            expect(gaps.includes(lane)).toBe(!filled);
          }
        }
      }),
    );
  });

  it('say explicit only where a link does, and give a reason for every topic', () => {
    fc.assert(
      fc.property(records, ({ subjects, ties }) => {
        const named = ties.filter(({ ground }) => ground === 'explicit');
        for (const hop of assembleChains(subjects, ties).flatMap(({ hops }) => hops)) {
          const isAtNamed = named.some(({ earlier, later }) =>
            [earlier, later].some(({ evidence }) => evidence.passage === hop.evidence.passage),
          );
          expect(hop.ground !== 'explicit' || isAtNamed).toBe(true);
          expect(hop.reasons.length > 0).toBe(hop.ground === 'topical');
        }
      }),
    );
  });

  it('lose no gap and gain no own words when links of topic are left out', () => {
    fc.assert(
      fc.property(records, ({ subjects, ties }) => {
        // Words tied on two grounds count by the weaker: without it they would count for more.
        const ends = ties.flatMap(({ earlier, later, ground }) =>
          [earlier, later].map(({ evidence }) => ({ passage: evidence.passage, ground })),
        );
        const byPassage = [...Map.groupBy(ends, ({ passage }) => passage).values()];
        fc.pre(byPassage.every((list) => new Set(list.map(({ ground }) => ground === 'topical')).size === 1));
        const without = assembleChains(
          subjects,
          ties.filter(({ ground }) => ground !== 'topical'),
        );
        for (const chain of without) {
          const whole = assembleChains(subjects, ties).find(({ subject: of }) => of.id === chain.subject.id);
          expect(whole?.gaps).toEqual(chain.gaps);
        }
      }),
    );
  });

  it('do not depend on the order of subjects, words or links', () => {
    fc.assert(
      fc.property(records, ({ subjects, ties }) => {
        const turned = subjects.toReversed().map((each) => ({ ...each, own: each.own.toReversed() }));
        const shape = (list: ReturnType<typeof assembleChains>) =>
          list.map(({ subject: of, hops, gaps }) => [
            of.id,
            hops.map(({ evidence, ground, isOwn }) => [evidence.passage, ground, isOwn]),
            gaps,
          ]);
        expect(shape(assembleChains(turned, ties.toReversed()))).toEqual(
          shape(assembleChains(subjects, ties)),
        );
      }),
    );
  });
});

describe('the chains of the five articles', () => {
  const graph = buildGraph(readContent(new URL('../../..', import.meta.url).pathname));
  const chains = chainsOf(graph);
  const chainAt = (id: string) => chains.find(({ subject: of }) => of.id === id);
  const steps = (id: string) =>
    chainAt(id)?.hops.map(({ date, lane, isOwn, ground }) => [
      date.value,
      lane,
      isOwn ? ground : `${ground ?? ''}*`,
    ]);

  it('hold an explicit link exactly once: the plan of 2019 that names the agreement of 2017', () => {
    const explicit = chains.flatMap(({ subject: of, hops }) =>
      hops.filter(({ ground }) => ground === 'explicit').map(({ evidence }) => [of.id, evidence.quote]),
    );
    expect(explicit).toEqual([
      ['xiongan-zhanlue-hezuo-2017', '落实京冀两省市《关于共同推进河北雄安新区规划建设战略合作协议》'],
    ]);
  });

  it('quote at every hop words that stand there', () => {
    const hops = chains.flatMap((chain) => chain.hops);
    const absent = hops.filter(
      ({ evidence, stretch }) =>
        getPassage(graph, evidence.passage).passage.text.slice(stretch.start, stretch.end) !== evidence.quote,
    );
    expect(hops.length).toBeGreaterThan(100);
    expect(absent).toEqual([]);
  });

  it('are there for every project of which two articles speak, and report what its status reports', () => {
    for (const project of entriesOf(graph, 'projects')) {
      const articles = new Set(project.data.progress.map(({ evidence }) => evidence.passage.split('#')[0]));
      const chain = chainAt(project.id);
      if (articles.size > 1) expect(chain, project.id).toBeDefined();
      if (chain === undefined) continue;
      expect(chain.gaps.includes('reported'), project.id).toBe(
        !statusOf(graph, project).status.startsWith('reported-'),
      );
    }
  });

  it('tell what became of the turnkey schools: agreed, planned, spoken of, never reported', () => {
    expect(steps('jiaoyaoshi-xiangmu')).toEqual([
      ['2017-08-18', 'agreed', undefined],
      ['2017-08-18', 'said', 'same-subject'],
      ['2019-06-03', 'planned', 'same-subject'],
      ['2019-10-21', 'said', 'same-subject'],
      ['2019-10-21', 'said', 'same-subject*'],
    ]);
    expect(chainAt('jiaoyaoshi-xiangmu')?.gaps).toEqual(['reported']);
  });

  it('do not take the unnamed new expressway of 2017 for 京雄高速', () => {
    expect(steps('jing-xiong-gaosu')).toEqual([
      ['2017-08-18', 'agreed', 'topical*'],
      ['2019-06-03', 'planned', undefined],
      ['2023-05-13', 'said', 'same-subject'],
    ]);
    expect(chainAt('jing-xiong-gaosu')?.gaps).toEqual(['agreed', 'reported']);
  });

  it('do not take direct settlement for the immediate settlement that was agreed', () => {
    expect(chainAt('yidi-jiuyi-jishi-jiesuan')?.gaps).toEqual(['planned', 'reported']);
    const direct = getEntry(graph, 'projects', 'yidi-jiuyi-zhijie-jiesuan');
    expect(chainsWith(graph, chains, direct)).toEqual([
      { chain: chainAt('yidi-jiuyi-jishi-jiesuan'), isByTopic: true },
    ]);
  });

  it('bring a link that names one line of a clause to that line alone', () => {
    expect(steps('jing-xiong-tielu')?.at(-1)).toEqual(['2019-06-03', 'planned', 'topical*']);
    expect(chainAt('jing-shi-chengji')).toBeUndefined();
  });

  it('show a next step for 白洋淀 as said, close in topic, and no plan or report', () => {
    expect(steps('baiyangdian-zhili')?.at(-1)).toEqual(['2023-05-13', 'said', 'topical']);
    expect(chainAt('baiyangdian-zhili')?.gaps).toEqual(['planned', 'reported']);
  });
});
