import { describe, expect, test } from 'vitest';
import { fieldsAt, objectsWithin } from '../../../src/graph/fields.ts';

const record = {
  parent: 'hebei',
  themes: ['jiaotong', 'shengtai'],
  roles: [{ regions: ['beijing'] }, {}, { regions: ['hebei', 'tianjin'] }],
  care: { coded: { by: '甲' } },
  note: null,
};

describe('the values at a field path', () => {
  test.each<[string, unknown]>([
    ['parent', [{ path: ['parent'], value: 'hebei' }]],
    [
      'themes[]',
      [
        { path: ['themes', 0], value: 'jiaotong' },
        { path: ['themes', 1], value: 'shengtai' },
      ],
    ],
    [
      'roles[].regions[]',
      [
        { path: ['roles', 0, 'regions', 0], value: 'beijing' },
        { path: ['roles', 2, 'regions', 0], value: 'hebei' },
        { path: ['roles', 2, 'regions', 1], value: 'tianjin' },
      ],
    ],
    ['care.coded.by', [{ path: ['care', 'coded', 'by'], value: '甲' }]],
    ['themes', [{ path: ['themes'], value: ['jiaotong', 'shengtai'] }]],
    ['parent[]', []],
    ['roles.regions', []],
    ['themes[].of', []],
    ['note.of', []],
    ['absent[].of', []],
  ])('of %s', (path, fields) => {
    expect(fieldsAt(record, path)).toEqual(fields);
  });

  test.each([undefined, null, '京', 3, [record]])('are none where %j stands for a record', (value) => {
    expect(fieldsAt(value, 'parent')).toEqual([]);
  });
});

describe('the objects within a value', () => {
  test('are given with the way to each, outer before inner, in the order written', () => {
    expect(
      objectsWithin({ b: [{ c: 1 }, [{ d: { e: 2 } }]], a: { f: null } }).map(({ path }) => path),
    ).toEqual([[], ['b', 0], ['b', 1, 0], ['b', 1, 0, 'd'], ['a']]);
  });

  test('are none in a value without any', () => {
    expect([
      objectsWithin('京'),
      objectsWithin(null),
      objectsWithin(undefined),
      objectsWithin([1, []]),
    ]).toEqual([[], [], [], []]);
  });
});
