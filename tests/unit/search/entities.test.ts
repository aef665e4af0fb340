import { describe, expect, test } from 'vitest';
import { toPinyin } from '../../../src/lib/pinyin.ts';
import {
  entitiesFor,
  matchEntities,
  readEntities,
  spelledBy,
  titlesOfAlias,
  titlesWithin,
  type Entity,
} from '../../../src/search/entities.ts';
import { nearestEntities } from '../../../src/search/nearest.ts';

function entity(title: string, ...aliases: string[]): Entity {
  return {
    title,
    kind: '项目',
    href: `/${toPinyin(title).replaceAll(' ', '')}/`,
    aliases,
    readings: [title, ...aliases].map(toPinyin),
  };
}

const entities = [
  entity('京雄城际铁路'),
  entity('京雄高速'),
  entity('雄安新区'),
  entity('京港台高铁京雄段'),
  entity('北京大兴国际机场', '大兴国际机场', '新机场'),
  entity('新机场临空经济区'),
  entity('北京与雄安高速公路新通道', '京雄新通道'),
  entity('蔡奇'),
  entity('北京城市副中心'),
];

const titles = (found: readonly { title: string }[]): string[] => found.map(({ title }) => title);
const answers = (query: string): string[] =>
  titles(matchEntities(entities, query).map((match) => match.entity));

describe('named things', () => {
  test('answer by name, prefix, part and alias, in this order', () => {
    expect(answers('京雄')).toEqual([
      '京雄高速',
      '京雄城际铁路',
      '京港台高铁京雄段',
      '北京与雄安高速公路新通道',
    ]);
    expect(answers('京雄高速')[0]).toBe('京雄高速');
    expect(answers('新机场')).toEqual(['新机场临空经济区', '北京大兴国际机场']);
  });

  test.each([
    ['xiongan', '雄安新区'],
    ['xionganxinqu', '雄安新区'],
    ['xa', '雄安新区'],
    ['XAXQ', '雄安新区'],
    ['caiqi', '蔡奇'],
    ['cq', '蔡奇'],
    ['bjcsfzx', '北京城市副中心'],
    ['bjsfzx', '北京城市副中心'],
    ['fuzhongxin', '北京城市副中心'],
    ['daxingguojijichang', '北京大兴国际机场'],
  ])('answer to %s with %s first', (query, title) => {
    expect(answers(query)[0]).toBe(title);
  });

  test.each(['', '，', 'zzz', '上海', '\ud800', '.*'])('do not answer to %j', (query) => {
    expect(answers(query)).toEqual([]);
  });

  test('answer to several terms as one name, else to each by name alone', () => {
    expect(titles(entitiesFor(entities, ['京雄', '高速']))).toEqual(['京雄高速']);
    expect(titles(entitiesFor(entities, ['蔡奇', '雄安新区']))).toEqual(['蔡奇', '雄安新区']);
    expect(titles(entitiesFor(entities, ['xiong', 'an']))[0]).toBe('雄安新区');
  });

  test('answer to a sentence that names them, the longest name first and none that is only part of another', () => {
    expect(titles(entitiesFor(entities, ['蔡奇说京雄高速什么时候通车']))).toEqual(['京雄高速', '蔡奇']);
    expect(titles(entitiesFor(entities, ['新机场怎么样了']))).toEqual(['北京大兴国际机场']);
    expect(entitiesFor(entities, ['量子计算机'])).toEqual([]);
  });

  test('are known by their aliases, alone and within a text', () => {
    expect(titlesOfAlias(entities, '新机场')).toEqual(['北京大兴国际机场']);
    expect(titlesOfAlias(entities, '机场')).toEqual([]);
    expect(titlesWithin(entities, '新机场高速')).toContain('北京大兴国际机场高速');
  });

  test('are spelled by Latin letters only', () => {
    expect(titles(spelledBy(entities, 'caiqi'))).toEqual(['蔡奇']);
    expect(spelledBy(entities, '蔡奇')).toEqual([]);
  });

  test('that are near in letters are given when no more than a third would change', () => {
    expect(titles(nearestEntities(entities, '京熊高速'))).toEqual(['京雄高速']);
    expect(titles(nearestEntities(entities, '雄安新取'))).toEqual(['雄安新区']);
    expect(nearestEntities(entities, '蔡')).toEqual([]);
    expect(nearestEntities(entities, '量子计算机')).toEqual([]);
  });

  test('are refused when they are something else', () => {
    expect(() => readEntities({})).toThrow('Not a list of entities');
    expect(() => readEntities([{ title: '甲' }])).toThrow('Not a list of entities');
    expect(readEntities(JSON.parse(JSON.stringify(entities)))).toEqual(entities);
  });
});
