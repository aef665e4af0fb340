import { describe, expect, it, test } from 'vitest';
import { parseYaml } from '../../../src/read/yaml.ts';

const text = `title: 甲
evidence:
  - { passage: "yi#p1", quote: 乙 }
  - passage: "yi#p2"
    quote: >-
      丙
care:
  coded: { by: 丁, on: "2026" }
`;

describe('a field is found again', () => {
  test.each<[string, (string | number)[], number, number]>([
    ['a value on the line of its name, at the value', ['title'], 1, 8],
    ['a list below its name, at the name', ['evidence'], 2, 1],
    ['an item of a list, at the item', ['evidence', 1], 4, 5],
    ['a value within braces', ['evidence', 0, 'quote'], 3, 32],
    ['a value folded over lines, at its mark', ['evidence', 1, 'quote'], 5, 12],
    ['a map below its name, at the name', ['care'], 7, 1],
    ['a map in braces, at the brace', ['care', 'coded'], 8, 10],
    ['a field that is missing, at what should hold it', ['care', 'reread'], 7, 1],
    ['a field missing within braces, at the brace', ['care', 'coded', 'for'], 8, 10],
    ['an item past the end of its list, at the list', ['evidence', 2], 2, 1],
    ['a path through a plain value, as far as it goes', ['title', 'of', 3], 1, 8],
    ['a field that is missing at the top, at the beginning', ['scope'], 1, 1],
  ])('%s', (_, path, line, column) => {
    expect(parseYaml(text, 'a.mdx').locate(path)).toEqual({ line, column });
  });

  it('counted from the line the YAML begins at', () => {
    expect(parseYaml(text, 'a.mdx', 2).locate(['care', 'coded'])).toEqual({ line: 9, column: 10 });
  });

  it('in a text that is empty, at its first line', () => {
    expect(parseYaml('', 'a.mdx', 2).locate(['title'])).toEqual({ line: 2, column: 1 });
  });
});

describe('a date', () => {
  test.each([
    ['value: 2019', 1, 8, 'value', '2019'],
    ['date:\n  value: 2019-06-03', 2, 10, 'value', '2019-06-03'],
    ['coded: { by: 甲, on: 2019-6-3 }', 1, 21, 'on', '2019-6-3'],
  ])('without quotes is refused in %j', (yaml, line, column, field, value) => {
    expect(parseYaml(yaml, 'a.mdx').problems).toEqual([
      {
        code: 'date-unquoted',
        file: 'a.mdx',
        at: { kind: 'position', line, column },
        details: { field, value },
      },
    ]);
  });

  test.each(['value: "2019-06-03"', "on: '2019'", 'order: 2019', 'value: 2019年', 'number: 2019-06'])(
    'is not seen in %j',
    (yaml) => {
      expect(parseYaml(yaml, 'a.mdx').problems).toEqual([]);
    },
  );
});

describe('YAML that cannot be read', () => {
  test.each([
    ['a: 1\na: 2', 2, 1, 'Map keys must be unique'],
    ['a: "甲\nb: 2', 1, 4, 'Missing closing "quote'],
    ["b: 1\na: '甲", 2, 4, "Missing closing 'quote"],
    ['a: 甲: 乙', 1, 4, 'Nested mappings are not allowed in compact mappings'],
    ['a: &x 甲\nb: *x', 2, 4, 'alias *x'],
    ['a: *重要', 1, 4, 'alias *重要'],
  ])('%j is refused where the fault is', (yaml, line, column, reason) => {
    expect(parseYaml(yaml, 'a.mdx')).toMatchObject({
      value: undefined,
      problems: [
        { code: 'yaml-invalid', file: 'a.mdx', at: { kind: 'position', line, column }, details: { reason } },
      ],
    });
  });

  it('is refused without being expanded, however often its aliases multiply', () => {
    const levels = Array.from({ length: 30 }, (_, level) => {
      const item = level === 0 ? '甲' : `*a${String(level - 1)}`;
      return `a${String(level)}: &a${String(level)} [${item}, ${item}]`;
    });
    const { value, problems } = parseYaml(levels.join('\n'), 'a.mdx');
    expect(value).toBeUndefined();
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['yaml-invalid']));
  });
});
