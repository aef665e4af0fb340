import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { passageKinds, voices, type Passage } from '../../../src/model/passage.ts';
import type { Source } from '../../../src/model/source.ts';
import { generatedMark, parsePassages, printSource } from '../../../src/read/source-format.ts';
import { parseYaml } from '../../../src/read/yaml.ts';

const source: Source = {
  title: '云泽与松岚“合作”: 甲',
  evidence: [{ passage: 'yi#p1', quote: '"云泽"' }],
  kind: 'news',
  grade: 'reporter',
  date: { value: '2021-10-08', basis: 'inferred', reason: '甲\u2028乙\\丙 # 丁' },
  dateOf: 'event',
  parts: [{ id: 'a' }],
  rights: '测试',
  publish: 'full',
  care: { coded: { by: '甲', on: '2021' } },
  raw: { file: 'raw.txt', sha256: '0'.repeat(64), encoding: 'utf-8', shape: 'lines', bytes: 9, lines: 1 },
  rules: { 'cjk-space': 2 },
  repairs: [],
};

/** Front matter and body of a printed source. */
function read(printed: string): { data: unknown; passages: unknown[]; strayLines: number[] } {
  const [head, ...rest] = printed.slice(generatedMark.length + 1).split('\n---\n');
  return { data: parseYaml(head ?? '', 'index.mdx').value, ...parsePassages(rest.join('\n---\n')) };
}

const special = fc.constantFrom(
  ...['"', "'", '\\', '{', '}', '<', '>', '*', '_', '&', '#', '`', '/', ' ', '　', '京', '。', 'a', '𠮷'],
  ...['\u2028', '\u2029', '\n', '\r', '\t', '\ufeff', '\0', '\\n', '</Passage>', '{"', '"}', '&quot;', '---'],
);
const specialText = fc.array(special, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const text = fc.oneof(specialText, fc.string({ unit: 'binary', minLength: 1 }));
const line = fc.integer({ min: 1, max: 999 });
const passage: fc.Arbitrary<Passage> = fc.record(
  {
    id: line.map((number) => `p${String(number)}`),
    kind: fc.constantFrom(...passageKinds),
    part: fc.constantFrom('a', 'b'),
    voice: fc.constantFrom(...voices),
    label: text,
    rawLines: fc.array(fc.tuple(line, line), { minLength: 1, maxLength: 3 }),
    text,
  },
  { requiredKeys: ['id', 'kind', 'part', 'rawLines', 'text'] },
);

describe('a generated file', () => {
  it('says in its first line that it is generated, and by what', () => {
    expect(printSource(source, []).split('\n')[0]).toBe(
      '--- # 由 npm run normalize 生成；要改，改 raw 或 repairs.yaml，不要改这里',
    );
  });

  it('prints one element a passage, its words in a string literal', () => {
    const passages: Passage[] = [
      { id: 'p1', kind: 'title', part: 'a', rawLines: [[1, 1]], text: '题“甲”"乙"' },
      {
        id: 'p2a',
        kind: 'text',
        part: 'b',
        voice: 'plan',
        label: '交通',
        rawLines: [
          [3, 5],
          [9, 9],
        ],
        text: '*正*文',
      },
    ];
    expect(printSource(source, passages).split('\n---\n')[1]).toBe(`
<Passage id="p1" kind="title" part="a" lines="1">{"题“甲”\\"乙\\""}</Passage>

<Passage id="p2a" kind="text" part="b" voice="plan" label="交通" lines="3-5+9">{"*正*文"}</Passage>
`);
  });

  it('gives back the front matter it was printed from', () => {
    expect(read(printSource(source, [])).data).toEqual(source);
  });

  test('gives back any passages it was printed from', () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 4 }), (passages) => {
        const { passages: found, strayLines } = read(printSource(source, passages));
        expect({ found, strayLines }).toEqual({ found: passages, strayLines: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test('gives back any declaration it was printed from', () => {
    fc.assert(
      fc.property(text, text, (title, reason) => {
        const declared: Source = { ...source, title, repairs: [{ act: 'split', where: title, reason }] };
        expect(read(printSource(declared, [])).data).toEqual(declared);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a line that is no passage', () => {
  test.each([
    '正文',
    '<Passage id="p1">正文</Passage>',
    '<Passage id="p1">{"正"文"}</Passage>',
    '<Passage id="p1">{"正文"}</Passage> ',
    '<Passage id=p1>{"正文"}</Passage>',
    '<Passage id="p1">{正文}</Passage>',
    '<passage id="p1">{"正文"}</passage>',
  ])('%j is a stray line', (stray) => {
    const good = '<Passage id="p1" kind="text" part="a" lines="1">{"甲"}</Passage>';
    expect(parsePassages(`\n${good}\n\n${stray}\n`)).toEqual({
      passages: [{ id: 'p1', kind: 'text', part: 'a', rawLines: [[1, 1]], text: '甲' }],
      strayLines: [4],
    });
  });
});
