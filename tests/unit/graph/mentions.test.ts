import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { checkMentions } from '../../../src/graph/checks/mentions.ts';
import { buildGraph, getPassage, keyOf, type Graph } from '../../../src/graph/graph.ts';
import { cutAtNames, foundNames, type FoundName } from '../../../src/graph/mentions.ts';
import type { Entry } from '../../../src/model/collections.ts';
import { noMentions, type Mentions } from '../../../src/model/mentions.ts';
import type { Passage } from '../../../src/model/passage.ts';
import { readContent } from '../../../src/read/content.ts';
import { corpus, entry, leader, passage, region, statement } from './made-corpus.ts';

const care = { coded: { by: '甲', on: '2019' } };

function project(id: string, title: string, quotes: readonly string[], ref = 'yi#p1'): Entry {
  return entry('projects', id, {
    title,
    kind: 'rail',
    themes: ['jiaotong'],
    progress: quotes.map((quote) => ({ kind: 'plan', wording: quote, evidence: { passage: ref, quote } })),
    care,
  });
}

function organisation(id: string, title: string, quote: string): Entry {
  return entry('organisations', id, {
    title,
    kind: 'school',
    evidence: [{ passage: 'yi#p1', quote }],
    care,
  });
}

function pact(id: string, fullTitle: string): Entry {
  return entry('agreements', id, {
    title: fullTitle,
    fullTitle,
    shortTitle: fullTitle,
    kind: 'agreement',
    textBasis: 'named-only',
    evidence: [{ passage: 'yi#p9', quote: fullTitle }],
    themes: ['jiaotong'],
    care,
  });
}

function graphOf(
  entries: readonly Entry[],
  passages: readonly Passage[],
  declared: Partial<Mentions> = {},
): Graph {
  return buildGraph({ ...corpus(entries, passages), mentions: { ...noMentions, ...declared } });
}

/** The first passage with what its names mean: 〈name→collection/id〉; a name that means nothing here stays plain. */
function read(entries: readonly Entry[], text: string, declared: Partial<Mentions> = {}): string {
  const graph = graphOf(entries, [passage('p1', text)], declared);
  let at = 0;
  const parts = (foundNames(graph).get('yi#p1') ?? []).flatMap(({ start, end, name, means }) => {
    if (means === undefined) return [];
    const before = text.slice(at, start);
    at = end;
    return [`${before}〈${name}→${keyOf(means.entry)}〉`];
  });
  return parts.join('') + text.slice(at);
}

describe('a name in a passage', () => {
  const baoding = region('baoding', {
    title: '保定市',
    aliases: ['保定'],
    evidence: [{ passage: 'yi#p1', quote: '保定市' }],
  });

  it('means the entry that quotes those very words', () => {
    expect(read([baoding], '在保定市')).toBe('在〈保定市→regions/baoding〉');
  });

  it('means nothing where no entry quotes the words', () => {
    expect(read([baoding], '在保定市，不在保定')).toBe('在〈保定市→regions/baoding〉，不在保定');
  });

  it('means what an entry that quotes the words refers to', () => {
    const said = statement('s', {
      evidence: [{ passage: 'yi#p1', quote: '治理保定' }],
      regions: ['baoding'],
    });
    const elsewhere = region('baoding', {
      title: '保定市',
      aliases: ['保定'],
      evidence: [{ passage: 'yi#p2', quote: '保定' }],
    });
    expect(read([elsewhere, said], '治理保定，保定')).toBe('治理〈保定→regions/baoding〉，保定');
  });

  it('is not told by an entry that only says what it is not, or what it is part of', () => {
    const line = project('xian', '京雄高速', ['京雄高速'], 'yi#p2');
    const other = {
      ...project('qita', '别的路', ['京雄高速']),
      data: { ...project('qita', '别的路', ['京雄高速']).data, notSameAs: ['xian'], partOf: ['xian'] },
    } as Entry;
    expect(read([line, other], '建成京雄高速')).toBe('建成京雄高速');
  });

  it('of a person is known in the whole article that names them, and in no other', () => {
    const chen = leader('chen', { title: '陈刚', mentions: [{ passage: 'yi#p1', quote: '陈刚参加' }] });
    expect(read([chen], '陈刚参加。陈刚说')).toBe('〈陈刚→leaders/chen〉参加。〈陈刚→leaders/chen〉说');
    const graph = buildGraph({
      entries: [chen],
      passages: new Map([
        ['yi', [passage('p1', '陈刚参加')]],
        ['er', [passage('p1', '陈刚说')]],
      ]),
      broken: new Set(),
    });
    expect(
      foundNames(graph)
        .get('er#p1')
        ?.map(({ means }) => means),
    ).toEqual([undefined]);
  });

  it('that two people of an article share is told by what each is quoted for, and else not at all', () => {
    const one = leader('yi', { title: '李伟', mentions: [{ passage: 'yi#p1', quote: '秘书长李伟' }] });
    const two = leader('er', { title: '李伟', mentions: [{ passage: 'yi#p1', quote: '主任李伟' }] });
    expect(read([one, two], '主任李伟、秘书长李伟。李伟说')).toBe(
      '主任〈李伟→leaders/er〉、秘书长〈李伟→leaders/yi〉。李伟说',
    );
  });

  it('that two entries share with the same quote means neither, until an editor says which is linked', () => {
    const both = [
      organisation('daxue', '工商大学', '工商大学'),
      project('daxue-xiangmu', '工商大学', ['工商大学']),
    ];
    expect(read(both, '推进工商大学')).toBe('推进工商大学');
    const shared = [{ name: '工商大学', means: 'projects/daxue-xiangmu', reason: '测试' }];
    expect(read(both, '推进工商大学', { shared })).toBe('推进〈工商大学→projects/daxue-xiangmu〉');
  });

  it('that an editor says is shared still needs words that some entry quotes', () => {
    const both = [
      organisation('daxue', '工商大学', '推进工商大学'),
      project('daxue-xiangmu', '工商大学', ['推进工商大学']),
    ];
    const shared = [{ name: '工商大学', means: 'projects/daxue-xiangmu', reason: '测试' }];
    expect(read(both, '推进工商大学。工商大学', { shared })).toBe(
      '推进〈工商大学→projects/daxue-xiangmu〉。工商大学',
    );
  });

  it('is not found where only one character of it stands, or in a longer name that is no entry’s', () => {
    const all = statement('s', {
      evidence: [{ passage: 'yi#p1', quote: '医保定点和保定，来京' }],
      regions: ['baoding', 'beijing'],
    });
    const beijing = region('beijing', { title: '北京市', aliases: ['北京', '京'] });
    const others = [{ name: '医保定点', reason: '测试' }];
    expect(read([baoding, beijing, all], '医保定点和保定，来京', { others })).toBe(
      '医保定点和〈保定→regions/baoding〉，来京',
    );
  });

  it('in 《》 is a document’s by its whole title, quoted or not', () => {
    const text = '《甲乙合作协议》与《甲乙合作协议（续）》、甲乙合作协议';
    expect(read([pact('xieyi', '甲乙合作协议')], text)).toBe(
      '《〈甲乙合作协议→agreements/xieyi〉》与《甲乙合作协议（续）》、甲乙合作协议',
    );
    expect(read([pact('xieyi', '工作要点'), pact('lingyi', '工作要点')], '《工作要点》')).toBe(
      '《工作要点》',
    );
  });

  it('is what an editor declares of the place, or nothing where the editor says so', () => {
    const park = project('xiongan-yuan', '雄安新区中关村科技园', ['设立中关村科技园']);
    const old = project('yuan', '中关村科技园', ['中关村科技园']);
    const place = { passage: 'yi#p1', quote: '中关村科技园', reason: '测试' };
    const text = '设立中关村科技园';
    expect(read([park, old], text)).toBe('设立〈中关村科技园→projects/yuan〉');
    expect(read([park, old], text, { places: [{ ...place, means: 'projects/xiongan-yuan' }] })).toBe(
      '设立〈中关村科技园→projects/xiongan-yuan〉',
    );
    expect(read([park, old], text, { places: [place] })).toBe(text);
  });

  test.each(['byline', 'furniture'] as const)('is not looked for in a %s', (kind) => {
    const graph = graphOf([baoding], [passage('p1', '保定市晚报', kind)]);
    expect(foundNames(graph).has('yi#p1')).toBe(false);
  });
});

describe('what is declared of names', () => {
  const yuan = project('yuan', '科技园', ['科技园']);
  const place = { passage: 'yi#p1', quote: '科技园', reason: '测试' };

  test.each<[string, Partial<Mentions>, string[]]>([
    ['a place that names nothing instead', { places: [place] }, []],
    [
      'a place that is the same without it',
      { places: [{ ...place, means: 'projects/yuan' }] },
      ['mention-needless places.0'],
    ],
    [
      'a place whose words are not there',
      { places: [{ ...place, quote: '科学园' }] },
      ['quote-not-found places.0.quote'],
    ],
    [
      'a place in no passage',
      { places: [{ ...place, passage: 'yi#p7' }] },
      ['passage-unknown places.0.passage'],
    ],
    [
      'a place whose words stand twice',
      { places: [{ ...place, quote: '园' }] },
      ['quote-ambiguous places.0.quote'],
    ],
    [
      'an entry that does not exist',
      { places: [{ ...place, means: 'projects/yuam' }] },
      ['link-dangling places.0.means'],
    ],
    ['a longer name around one of ours', { others: [{ name: '科技园长', reason: '测试' }] }, []],
    [
      'a longer name around nothing',
      { others: [{ name: '园长', reason: '测试' }] },
      ['mention-needless others.0'],
    ],
    [
      'a longer name that is not printed',
      { others: [{ name: '科技园丁', reason: '测试' }] },
      ['mention-needless others.0'],
    ],
    [
      'a name that is not shared',
      { shared: [{ name: '科技园', means: 'projects/yuan', reason: '测试' }] },
      ['mention-needless shared.0'],
    ],
  ])('is checked: %s', (_, declared, expected) => {
    const graph = graphOf([yuan], [passage('p1', '建设科技园，园长'), passage('p2', '科技园长')], declared);
    expect(
      checkMentions(graph).map(({ code, at }) => `${code} ${at.kind === 'path' ? at.path.join('.') : ''}`),
    ).toEqual(expected);
  });
});

describe('the words of a passage cut at its names', () => {
  const found: FoundName[] = [
    { name: '北京', start: 0, end: 2, candidates: [], means: { entry: region('beijing'), ground: 'quoted' } },
  ];

  it('link the first mention of each entry', () => {
    const entryA = region('a');
    const names = [0, 3].map((start): FoundName => ({
      name: '甲乙',
      start,
      end: start + 2,
      candidates: [],
      means: { entry: entryA, ground: 'quoted' },
    }));
    expect(cutAtNames(names, [{ text: '甲乙，甲乙', start: 0 }])).toEqual([
      [{ text: '甲乙', entry: entryA }, { text: '，甲乙' }],
    ]);
  });

  it('link no name that is shown in part, and none in what stands for words not shown', () => {
    expect(
      cutAtNames(found, [
        { text: '北', start: 0 },
        { text: '京', start: 1 },
      ]),
    ).toEqual([[{ text: '北' }], [{ text: '京' }]]);
    expect(cutAtNames(found, [{ text: '……' }])).toEqual([[{ text: '……' }]]);
  });

  it('joined again are what was shown, whatever is found in it', () => {
    const shape = fc.record({
      text: fc.string({ minLength: 1, maxLength: 40 }),
      cuts: fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 12 }),
      stretches: fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(shape, ({ text, cuts, stretches }) => {
        const bounds = [...cuts].sort((a, b) => a - b).filter((at) => at <= text.length);
        const names = bounds.slice(1).flatMap((end, index): FoundName[] => {
          const start = bounds[index] ?? 0;
          return index % 2 === 0
            ? [
                {
                  name: text.slice(start, end),
                  start,
                  end,
                  candidates: [],
                  means: { entry: region(String(index)), ground: 'quoted' },
                },
              ]
            : [];
        });
        const edges = [...new Set([0, ...stretches.filter((at) => at < text.length), text.length])].sort(
          (a, b) => a - b,
        );
        const shown = edges
          .slice(1)
          .map((end, index) => ({ text: text.slice(edges[index], end), start: edges[index] ?? 0 }));
        const words = cutAtNames(names, shown);
        expect(words.map((each) => each.map((word) => word.text).join(''))).toEqual(
          shown.map((each) => each.text),
        );
        const linked = words.flat().filter((word) => word.entry !== undefined);
        expect(linked.every((word) => names.some(({ name }) => name === word.text))).toBe(true);
      }),
    );
  });
});

/** What the hand-checked list says of one place. */
interface Reading {
  readonly place: string;
  readonly ref: string;
  readonly start: number;
  readonly end: number;
  /** The entry that is linked there; undefined where none may be. */
  readonly linked: string | undefined;
}

describe('the hand-checked list of names in the five articles', () => {
  const content = readContent(fileURLToPath(new URL('../../..', import.meta.url)));
  const graph = buildGraph(content);
  const found = foundNames(graph);
  const list = parse(readFileSync(new URL('mentions.yaml', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const readings = Object.entries(list).flatMap(([ref, lines]) =>
    Object.entries(lines).map(([words, meaning]): Reading => {
      const { text } = getPassage(graph, ref).passage;
      const [before = '', name = '', after = ''] = words.split(/[〈〉]/);
      const at = text.indexOf(before + name + after);
      const place = `${ref} ${words}`;
      if (at === -1 || text.includes(before + name + after, at + 1))
        throw new Error(`${place} does not stand once`);
      const start = at + before.length;
      const linked = meaning === 'none' || meaning.endsWith(' unlinked') ? undefined : meaning;
      return { place, ref, start, end: start + name.length, linked };
    }),
  );
  const linkedWithin = ({ ref, start, end }: Reading): string[] =>
    (found.get(ref) ?? []).flatMap((each) =>
      each.means !== undefined && start <= each.start && each.end <= end
        ? [
            `${each.start === start && each.end === end ? '' : `part ${each.name} `}${keyOf(each.means.entry)}`,
          ]
        : [],
    );

  it('holds more than four hundred places in all five articles, a hundred of them traps', () => {
    expect(readings.length).toBeGreaterThan(400);
    expect(readings.filter(({ linked }) => linked === undefined).length).toBeGreaterThan(100);
    expect(new Set(readings.map(({ ref }) => ref.split('#')[0])).size).toBe(5);
  });

  it('names only entries that exist', () => {
    const named = Object.values(list).flatMap((lines) =>
      Object.values(lines).map((meaning) => meaning.split(' ')[0] ?? ''),
    );
    const keys = new Set(content.entries.map(keyOf));
    expect(named.filter((key) => key !== 'none' && !keys.has(key))).toEqual([]);
  });

  it('is linked as it was read, every place of it', () => {
    const faults = readings.flatMap((reading) => {
      const got = linkedWithin(reading);
      const expected = reading.linked === undefined ? [] : [reading.linked];
      return got.join() === expected.join()
        ? []
        : [`${reading.place}: ${expected.join()} expected, ${got.join()} found`];
    });
    expect(faults).toEqual([]);
  });
});
