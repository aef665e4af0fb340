import { describe, expect, it, test } from 'vitest';
import { commitment } from '../../../src/model/clause.ts';
import { collectionNames, collections } from '../../../src/model/collections.ts';
import { dated, partialDate } from '../../../src/model/dated.ts';
import { evidence } from '../../../src/model/evidence.ts';
import { id, idList, passageId, passageRef, words } from '../../../src/model/id.ts';
import { problemAt, problemOn } from '../../../src/model/problem.ts';
import { repairs } from '../../../src/model/repairs.ts';
import { rawFile } from '../../../src/model/source.ts';

describe('an ID', () => {
  test.each(['xiongan', 'beijing-fuzhongxin', '2019-2', 'a', '7'])('may be %s', (text) => {
    expect(id.safeParse(text).success).toBe(true);
  });

  test.each(['', '-a', 'a-', 'a--b', 'Xiongan', 'xiong_an', 'xiong an', '雄安', 'a/b', 'a.b', 'a\n', 'é'])(
    'may not be %j',
    (text) => {
      expect(id.safeParse(text).success).toBe(false);
    },
  );

  it('comes in lists of one or more', () => {
    expect([idList.safeParse(['a', 'b']).success, idList.safeParse([]).success]).toEqual([true, false]);
  });
});

describe('a passage', () => {
  test.each([
    ['p1', true],
    ['p12a', true],
    ['p0', false],
    ['p01', false],
    ['p1ab', false],
    ['P1', false],
    ['1', false],
  ])('is numbered %s within its source: %s', (text, valid) => {
    expect(passageId.safeParse(text).success).toBe(valid);
  });

  test.each([
    ['yi-2019#p1', true],
    ['yi#p12a', true],
    ['yi#1', false],
    ['yi/#p1', false],
    ['yi', false],
    ['#p1', false],
    ['yi #p1', false],
  ])('is referred to as %s: %s', (text, valid) => {
    expect(passageRef.safeParse(text).success).toBe(valid);
  });
});

describe('words', () => {
  test.each(['京', '京 津', '“京津”\n冀', '无锡', '3'])('may be %j', (text) => {
    expect(words.safeParse(text).success).toBe(true);
  });

  test.each(['', ' ', ' 京', '京　', '京\n', '无', '待定', '未知', '不详'])('may not be %j', (text) => {
    expect(words.safeParse(text).success).toBe(false);
  });
});

describe('a date', () => {
  test.each(['2019', '2019-06', '2019-06-03', '2020-02-29'])('may be %s', (text) => {
    expect(partialDate.safeParse(text).success).toBe(true);
  });

  test.each(['2019-6', '2019-13', '2019-02-29', '19', '2019年', '2019-06-03T08:00:00Z', ''])(
    'may not be %j',
    (text) => {
      expect(partialDate.safeParse(text).success).toBe(false);
    },
  );

  it('that is stated is quoted, one that is inferred says why', () => {
    const quoted = { passage: 'yi#p1', quote: '6月3日' };
    const valid = [
      { value: '2019', basis: 'stated', evidence: quoted },
      { value: '2019', basis: 'inferred', reason: '文中称“今年”' },
      { value: '2019', basis: 'inferred', reason: '文中称“今年”', evidence: quoted },
    ];
    const invalid = [
      { value: '2019', basis: 'stated' },
      { value: '2019', basis: 'stated', evidence: quoted, reason: '文中称“今年”' },
      { value: '2019', basis: 'inferred', evidence: quoted },
      { value: '2019', reason: '文中称“今年”' },
      { value: 2019, basis: 'inferred', reason: '文中称“今年”' },
    ];
    expect(valid.map((value) => dated.safeParse(value).success)).toEqual(valid.map(() => true));
    expect(invalid.map((value) => dated.safeParse(value).success)).toEqual(invalid.map(() => false));
  });
});

describe('a commitment', () => {
  const base = { id: 'c1', quote: '加快建设' };

  test.each([
    ['a level with the word that says so', { level: 'push', wording: '加快' }, true],
    ['a level without its word', { level: 'push' }, false],
    ['plain without a word', { level: 'plain' }, true],
    ['plain with a word', { level: 'plain', wording: '建设' }, false],
    ['a level there is not', { level: 'must', wording: '必须' }, false],
  ])('is weighed by %s', (_, modality, valid) => {
    expect(commitment.safeParse({ ...base, modality }).success).toBe(valid);
  });
});

describe('a schema', () => {
  it('takes no field it does not know, at any depth', () => {
    expect(evidence.safeParse({ passage: 'yi#p1', quote: '京' }).success).toBe(true);
    expect(evidence.safeParse({ passage: 'yi#p1', quote: '京', page: 3 }).success).toBe(false);
    expect(
      rawFile.safeParse({ file: 'raw.doc', sha256: '0'.repeat(64), encoding: 'utf-8', shape: 'lines' })
        .success,
    ).toBe(false);
  });

  it('lists the lines of a passage as numbers and ranges joined by plus signs', () => {
    const { lines } = repairs.shape.passages.element.shape;
    const taken = ['1', '3-5', '36+42', '1-2+4-5+7'].map((text) => lines.safeParse(text).success);
    const refused = ['', '1-', '1+', '1,2', 'a', '1-2-3'].map((text) => lines.safeParse(text).success);
    expect([taken, refused]).toEqual([taken.map(() => true), refused.map(() => false)]);
  });

  it('of every collection refuses what has no field at all', () => {
    expect(collectionNames.filter((name) => collections[name].schema.safeParse({}).success)).toEqual([]);
  });
});

describe('a problem', () => {
  it('is at a field or on a line and column, as its maker was told', () => {
    expect(problemOn('field-missing', 'a.mdx', 3, 7, { field: '甲' })).toEqual({
      code: 'field-missing',
      file: 'a.mdx',
      at: { kind: 'position', line: 3, column: 7 },
      details: { field: '甲' },
    });
    expect(problemAt('field-missing', 'a.mdx', ['roles', 0], { field: '甲' }).at).toEqual({
      kind: 'path',
      path: ['roles', 0],
    });
  });
});
