import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordProblems } from '../../../scripts/content-problems.ts';
import { asOfDays, knownSince } from '../../../src/graph/as-of.ts';
import { checkGraph } from '../../../src/graph/checks/all.ts';
import { entriesOf, findEntry, keyOf, type Graph } from '../../../src/graph/graph.ts';
import { restrictTo } from '../../../src/graph/restrict.ts';
import { collectionNames, type Entry } from '../../../src/model/collections.ts';
import { readContent } from '../../../src/read/content.ts';
import { projectRoot } from '../../helpers/built-site.ts';
import { articles, project, seen } from './made-articles.ts';
import { leader, region, statement, theme } from './made-corpus.ts';

const jiaotong = theme('jiaotong', { title: '交通' });
const two = { a: { date: '2017', text: '甲乙丙丁' }, b: { date: '2018', text: '甲戊己庚' } };
const both = [seen('agreement', 'a#p1'), seen('plan', 'b#p1')];

/** What the end of 2017 knew of a project that both articles speak of. */
function knownOf(data: Parameters<typeof project>[2], others: readonly Entry[] = []) {
  const graph = articles(two, [jiaotong, project('lu', both, data), ...others]);
  return findEntry(restrictTo(graph, '2017-12-31'), 'projects', 'lu')?.data;
}

const keysOf = (graph: Graph): string[] =>
  collectionNames.flatMap((name) => entriesOf(graph, name).map((each) => keyOf(each)));
const quotesIn = (graph: Graph): string[] =>
  graph.quotes.map(({ entry, passage, quote }) => [keyOf(entry), passage, quote].join(' '));

describe('the record restricted to a day', () => {
  const graph = articles(two, [jiaotong, project('lu', both), project('qiao', [seen('plan', 'b#p1')])]);

  it('has the articles up to the day, their passages, what quotes them, and the themes', () => {
    expect(keysOf(restrictTo(graph, '2017-12-31'))).toEqual(['sources/a', 'themes/jiaotong', 'projects/lu']);
    expect([...restrictTo(graph, '2017-12-31').passages.keys()]).toEqual(['a#p1']);
    expect(keysOf(restrictTo(graph, '2017-12-30'))).toEqual(['themes/jiaotong']);
    expect(restrictTo(graph, '2018-12-31')).toEqual(graph);
  });

  it('keeps of an entry what the known articles say', () => {
    expect(knownOf({})?.progress).toEqual([seen('agreement', 'a#p1')]);
  });

  it('loses every reference and every link to what is gone, and what cannot stand without it', () => {
    const later = project('qiao', [seen('plan', 'b#p1')]);
    expect(knownOf({ notSameAs: ['qiao'] }, [later])?.notSameAs).toBeUndefined();
    const ground = { passage: 'a#p1', quote: '甲' };
    const linked = statement('shuo', {
      evidence: [ground],
      links: [{ to: 'projects/qiao', ground: 'same-subject', evidence: ground }],
    });
    const speaker = { passage: 'b#p1', quote: '戊' };
    const spoken = statement('ta-shuo', { evidence: [speaker], speaker: 'ta' });
    const person = leader('ta', { roles: [{ title: '戊', evidence: speaker }] });
    const known = restrictTo(articles(two, [jiaotong, later, linked, spoken, person]), '2017-12-31');
    expect(keysOf(known)).toEqual(['sources/a', 'themes/jiaotong', 'statements/shuo']);
    expect(findEntry(known, 'statements', 'shuo')?.data.links).toBeUndefined();
  });

  it('keeps no unquoted relation of an entry that lost a quote: a later article may have said it', () => {
    const here = region('jing', { evidence: [{ passage: 'a#p1', quote: '甲' }] });
    const known = knownOf({ regions: ['jing'] }, [here]);
    expect(known?.regions).toBeUndefined();
    expect(known?.themes).toEqual(['jiaotong']);
    const whole = articles(two, [
      jiaotong,
      here,
      project('lu', [seen('agreement', 'a#p1')], { regions: ['jing'] }),
    ]);
    expect(findEntry(restrictTo(whole, '2017-12-31'), 'projects', 'lu')?.data.regions).toEqual(['jing']);
  });

  it('takes away notes', () => {
    const noted = { ...project('lu', both), body: '后来的事。' };
    const known = restrictTo(articles(two, [jiaotong, noted]), '2017-12-31');
    expect(findEntry(known, 'projects', 'lu')?.body).toBe('');
  });
});

describe('the name of a thing on a day', () => {
  test.each<[string, Parameters<typeof project>[2], string, readonly string[] | undefined]>([
    ['its title, where its known passages print it', { title: '甲乙' }, '甲乙', undefined],
    ['its title, where that is ours and of known words', { title: '乙路' }, '乙路', undefined],
    [
      'an alias they print, where a later article gave the title',
      { title: '戊己', aliases: ['己庚', '丙丁'] },
      '丙丁',
      undefined,
    ],
    [
      'an alias they print, where the title is ours and of later words',
      { title: '戊己路', aliases: ['丙丁'] },
      '丙丁',
      undefined,
    ],
    ['the words quoted, where they have no name for it', { title: '戊己' }, '“甲”', undefined],
    [
      'its title still, with the aliases printed by then',
      { title: '甲乙', aliases: ['己庚', '丙丁'] },
      '甲乙',
      ['丙丁'],
    ],
  ])('is %s', (_, data, title, aliases) => {
    expect([knownOf(data)?.title, knownOf(data)?.aliases]).toEqual([title, aliases]);
  });

  it('is not a name that only later articles print, even where nothing was lost', () => {
    const graph = articles(two, [jiaotong, project('lu', [seen('agreement', 'a#p1')], { title: '戊己' })]);
    expect(findEntry(restrictTo(graph, '2017-12-31'), 'projects', 'lu')?.data.title).toBe('“甲”');
  });
});

it('has of what is declared of names what was printed, and what it meant by then', () => {
  const mentions = {
    shared: [
      { name: '甲', means: 'projects/lu', reason: '测试' },
      { name: '乙', means: 'projects/qiao', reason: '测试' },
    ],
    others: [
      { name: '丙丁', reason: '测试' },
      { name: '己庚', reason: '测试' },
    ],
    places: [
      { passage: 'a#p1', quote: '丙', means: 'projects/qiao', reason: '测试' },
      { passage: 'b#p1', quote: '庚', reason: '测试' },
    ],
  };
  const entries = [jiaotong, project('lu', both), project('qiao', [seen('plan', 'b#p1')])];
  expect(restrictTo(articles(two, entries, mentions), '2017-12-31').declared).toEqual({
    shared: [{ name: '甲', means: 'projects/lu', reason: '测试' }],
    others: [{ name: '丙丁', reason: '测试' }],
    places: [{ passage: 'a#p1', quote: '丙', reason: '测试' }],
  });
});

describe('whatever the record', () => {
  const dates = ['2017', '2018-06', '2018-06-30', '2019', '2020-01-01'];
  const ids = ['a', 'b', 'c', 'd'];
  const made = fc.record({
    texts: fc.tuple(
      ...ids.map(() =>
        fc.tuple(
          fc.constantFrom(...dates),
          fc.string({ unit: fc.constantFrom('乙', '丙', '丁', '戊'), maxLength: 6 }),
        ),
      ),
    ),
    projects: fc.array(
      fc.record({
        title: fc.string({ unit: fc.constantFrom('乙', '丙', '丁', '戊', '己'), minLength: 1, maxLength: 3 }),
        aliases: fc.array(fc.constantFrom('乙丙', '丁', '戊戊'), { minLength: 1, maxLength: 3 }),
        said: fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
        like: fc.nat(4),
      }),
      { maxLength: 5 },
    ),
  });
  const graphs = made.map(({ texts, projects }) =>
    articles(
      Object.fromEntries(
        ids.map((id, nth) => [id, { date: texts[nth]?.[0] ?? '', text: `甲${texts[nth]?.[1] ?? ''}` }]),
      ),
      [
        jiaotong,
        ...projects.map(({ title, aliases, said, like }, nth) =>
          project(
            `x${String(nth)}`,
            said.map((id) => seen('plan', `${id}#p1`)),
            { title, aliases, ...(like < projects.length ? { notSameAs: [`x${String(like)}`] } : {}) },
          ),
        ),
      ],
    ),
  );
  const someDays = fc.constantFrom('2016-12-31', '2017-12-31', '2018-06-30', '2019-06-01', '2020-12-31');

  test('restricting it twice to a day is restricting it once', () => {
    fc.assert(
      fc.property(graphs, someDays, (graph, day) => {
        const once = restrictTo(graph, day);
        expect(restrictTo(once, day)).toEqual(once);
      }),
    );
  });

  test('what is known on a day is known later', () => {
    fc.assert(
      fc.property(graphs, someDays, someDays, (graph, one, other) => {
        const [earlier, later] = [one, other].sort().map((day) => restrictTo(graph, day));
        if (earlier === undefined || later === undefined) throw new Error('two days');
        expect(keysOf(later)).toEqual(expect.arrayContaining(keysOf(earlier)));
        expect(quotesIn(later)).toEqual(expect.arrayContaining(quotesIn(earlier)));
      }),
    );
  });

  test('no name or alias is one that later articles alone print', () => {
    fc.assert(
      fc.property(graphs, someDays, (graph, day) => {
        const known = restrictTo(graph, day);
        const later = [...graph.passages.values()].filter(({ ref }) => !known.passages.has(ref));
        const texts = [...known.passages.values()].map(({ passage }) => passage.text);
        for (const { data } of entriesOf(known, 'projects')) {
          for (const name of [data.title, ...(data.aliases ?? [])]) {
            const isLater = later.some(({ passage }) => passage.text.includes(name));
            expect(isLater && !texts.some((text) => text.includes(name)), name).toBe(false);
          }
        }
      }),
    );
  });
});

describe('the record of the five articles', () => {
  const { graph } = recordProblems(readContent(`${projectRoot}/`));

  it.each(asOfDays(graph).map(({ date }) => date))('is sound when restricted to %s', (day) => {
    const known = restrictTo(graph, day);
    expect(entriesOf(known, 'sources').filter((each) => knownSince(each) > day)).toEqual([]);
    expect(restrictTo(known, day)).toEqual(known);
    // A thing whose only ties came later stands alone for a while.
    expect(checkGraph(known).filter(({ code }) => code !== 'entry-orphaned')).toEqual([]);
  });
});
