import { describe, expect, test } from 'vitest';
import { toPinyin } from '../../../src/lib/pinyin.ts';
import { simplifiedOf } from '../../../src/lib/traditional.ts';
import { answer, type Corpus } from '../../../src/search/answer.ts';
import type { Entity } from '../../../src/search/entities.ts';
import { fold, parseQuery } from '../../../src/search/tokens.ts';
import { wordingOf } from '../../../src/search/wording.ts';

const texts = [
  '雄安新区建设学校',
  '京雄高速公路',
  '第十五条：50家企业',
  '北京大兴国际机场',
  '蔡奇在雄安新区',
  '医保定点互认',
  '石家庄的医保定点',
  '2310家商户',
];
const names: readonly (readonly [string, number, ...string[]])[] = [
  ['雄安新区', 0],
  ['京雄高速', 1],
  ['北京大兴国际机场', 3, '首都新机场'],
  ['蔡奇', 4],
];
const entities = names.map(([title, page, ...aliases]): Entity => ({
  title,
  kind: '项目',
  href: String(page),
  aliases,
  readings: [title, ...aliases].map(toPinyin),
}));
const corpus: Corpus = {
  find: (text) =>
    Promise.resolve(new Set(texts.flatMap((one, page) => (fold(one).includes(fold(text)) ? [page] : [])))),
  entities: () => Promise.resolve(entities),
  simplified: () => Promise.resolve(simplifiedOf(new Set(texts.join('')))),
  pageOf: ({ href }) => Number(href),
};

async function ask(query: string): Promise<readonly unknown[]> {
  const { interpretation, terms, pages } = await answer(parseQuery(query), corpus);
  return [interpretation, terms.join(' '), [...pages]];
}

describe('a query', () => {
  test.each([
    ['雄安新区', 'exact', '雄安新区', [0, 4]],
    ['雄安 蔡奇', 'exact', '雄安 蔡奇', [4]],
    ['雄安 -蔡奇', 'exact', '雄安', [0]],
    ['雄安新區', 'traditional', '雄安新区', [0, 4]],
    ['雄安新區 學校', 'traditional', '雄安新区 学校', [0]],
    ['第15', 'numeral', '第十五', [2]],
    ['五十家', 'numeral', '50家', [2]],
    ['第15條', 'numeral', '第十五条', [2]],
    ['首都新机场', 'alias', '北京大兴国际机场', [3]],
    ['xiongan', 'pinyin', '雄安新区', [0, 4]],
    ['xiong an', 'pinyin', '雄安新区', [0, 4]],
    ['caiqi', 'pinyin', '蔡奇', [4]],
    ['雄安新区建设了哪些学校', 'all-terms', '雄安新区建设 学校', [0]],
    ['医保定点石家庄', 'all-terms', '医保定点 石家庄', [6]],
    ['京熊高速', 'nearest', '', [1]],
    ['量子计算机', 'none', '量子计算机', []],
    ['51家企业', 'none', '51家企业', []],
    ['310所', 'none', '310所', []],
    ['蔡奇 学校', 'none', '蔡奇 学校', []],
    ['蔡奇 -雄安', 'none', '蔡奇', []],
  ])('%s is answered as %s', async (query, ...expected) => {
    expect(await ask(query)).toEqual(expected);
  });

  test.each([
    ['雄安新区', 2, '共2页。'],
    ['雄安新区', 1, '共1页（不筛选有2页）。'],
    ['雄安新區', 2, '五篇中没有“雄安新區”。按简体“雄安新区”检索：共2页。'],
    ['五十家', 1, '五篇中没有“五十家”。按数字的另一种写法“50家”检索：共1页。'],
    [
      '医保定点石家庄',
      1,
      '五篇中没有“医保定点石家庄”。拆成“医保定点”“石家庄”，找同时有这些词语的页：共1页。',
    ],
    ['京熊高速', 1, '五篇中没有“京熊高速”。名称相近的：共1页。'],
    ['量子计算机', 0, '五篇中没有“量子计算机”。'],
    ['蔡奇 学校', 0, '五篇中没有哪一页同时有“蔡奇”“学校”。'],
    ['蔡奇 -雄安', 0, '有“蔡奇”的页都有“雄安”，排除之后没有了。'],
  ])('%s is answered in these words', async (query, shown, words) => {
    const asked = parseQuery(query);
    expect(wordingOf(asked, await answer(asked, corpus), shown, '五篇')).toBe(words);
  });
});
