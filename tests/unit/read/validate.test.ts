import { describe, expect, it, test } from 'vitest';
import type { z } from 'zod';
import { catalogue } from '../../../src/graph/catalogue.ts';
import { toReport } from '../../../src/graph/report.ts';
import { clause } from '../../../src/model/clause.ts';
import { dated } from '../../../src/model/dated.ts';
import { repairs } from '../../../src/model/repairs.ts';
import { theme } from '../../../src/model/theme.ts';
import { validate } from '../../../src/read/validate.ts';
import { parseYaml } from '../../../src/read/yaml.ts';

/** Position, what and remedy of each fault of a YAML text. */
function faultsOf(schema: z.ZodType, yaml: string): string[] {
  const { value, locate } = parseYaml(yaml, 'a.mdx');
  const result = validate(schema, value, 'a.mdx');
  if (result.kind === 'valid') return [];
  return toReport(result.problems, (_, at) => (at.kind === 'path' ? locate(at.path) : undefined)).map(
    ({ line, column, what, remedy }) => `${String(line)}:${String(column)} ${what}；${remedy}`,
  );
}

const valid = { title: '交通', order: 1, scope: '铁路。' };

/** A clause, one line a field, with a commitment of this modality. */
function clauseWith(modality: string): string {
  return `kind: clause
order: 1
passage: yi#p1
excerpt: 甲
themes: [jiaotong]
commitments:
  - id: c1
    quote: 甲
    modality: ${modality}
care: { coded: { by: 甲, on: "2019" } }`;
}

describe('a record', () => {
  it('without fault comes back parsed', () => {
    expect(validate(theme, valid, 'a.mdx')).toEqual({ kind: 'valid', data: valid });
  });

  it('that is empty lacks each required field', () => {
    expect(faultsOf(theme, '')).toEqual([
      '1:1 缺少字段“order”；补上“order:”和它的值',
      '1:1 缺少字段“scope”；补上“scope:”和它的值',
      '1:1 缺少字段“title”；补上“title:”和它的值',
    ]);
  });

  it('that is no map of fields is refused as a whole', () => {
    const result = validate(theme, '交通', 'a.mdx');
    expect(result.kind === 'invalid' && result.problems.map(({ details }) => details)).toEqual([
      { field: '（整个头部）', value: '交通', expected: '一组“字段: 值”' },
    ]);
  });
});

describe('a field of a name not known', () => {
  it('is told the nearest name and all names', () => {
    expect(validate(theme, { ...valid, alias: ['路'] }, 'a.mdx')).toMatchObject({
      problems: [{ code: 'field-unknown', details: { field: 'alias', nearest: 'aliases' } }],
    });
  });

  test.each<[string, z.ZodType, string, string]>([
    [
      'in an item of a list',
      clause,
      clauseWith('{ level: plain }').replace('quote:', 'qoute:'),
      '8:12 没有“commitments.0.qoute”这个字段；最接近的是“quote”。可用的字段：id、quote、modality、number、deadline、due、milestone、owner、towards',
    ],
    [
      'where one variant remains',
      clause,
      clauseWith('{ level: push, word: 加快 }'),
      '9:36 没有“commitments.0.modality.word”这个字段；最接近的是“wording”。可用的字段：level、wording',
    ],
    [
      'where the field belongs to another variant',
      clause,
      clauseWith('{ level: plain, wording: 加快 }'),
      '9:40 没有“commitments.0.modality.wording”这个字段；可用的字段：level',
    ],
    [
      'of a variant that names itself',
      dated,
      'value: "2019"\nbasis: inferred\nreson: 甲',
      '3:8 没有“reson”这个字段；最接近的是“reason”。可用的字段：value、basis、evidence、reason',
    ],
  ])('%s is one fault, the field it was meant for is not missed as well', (_, schema, yaml, fault) => {
    expect(faultsOf(schema, yaml)).toEqual([fault]);
  });

  it('does not hide another field that is missing', () => {
    expect(faultsOf(theme, 'titel: 交通\norder: 1')).toEqual([
      '1:1 缺少字段“scope”；补上“scope:”和它的值',
      expect.stringMatching(/^1:8 没有“titel”这个字段；最接近的是“title”。/),
    ]);
  });
});

describe('a value that is not allowed is told what is', () => {
  test.each<[string, z.ZodType, string, string]>([
    [
      'text for a number',
      theme,
      'title: 甲\norder: 一\nscope: 乙',
      '2:8 字段“order”的值不合规定：“一”；应为一个数',
    ],
    [
      'a fraction',
      theme,
      'title: 甲\norder: 1.5\nscope: 乙',
      '2:8 字段“order”的值不合规定：“1.5”；应为一个整数',
    ],
    ['nought', theme, 'title: 甲\norder: 0\nscope: 乙', '2:8 字段“order”的值不合规定：“0”；应为大于 0'],
    ['nothing', theme, 'title:\norder: 1\nscope: 乙', '1:7 字段“title”的值不合规定：“null”；应为一段文字'],
    [
      'a word for unknown',
      theme,
      'title: 待定\norder: 1\nscope: 乙',
      '1:8 字段“title”的值不合规定：“待定”；应为有内容的文字；不知道就不写这个字段',
    ],
    [
      'one for a list',
      theme,
      'title: 甲\norder: 1\nscope: 乙\naliases: 丙',
      '4:10 字段“aliases”的值不合规定：“丙”；应为一个列表（每项一行，以“- ”开头）',
    ],
    [
      'an empty list',
      theme,
      'title: 甲\norder: 1\nscope: 乙\naliases: []',
      '4:10 字段“aliases”的值不合规定：“[]”；应为至少 1 项',
    ],
    [
      'a variant there is not',
      dated,
      'value: "2019"\nbasis: guessed\nreason: 甲',
      '2:8 字段“basis”的值不合规定：“guessed”；应为其中之一：stated、inferred',
    ],
    [
      'a level there is not',
      clause,
      clauseWith('{ level: pusch, wording: 加快 }'),
      '9:24 字段“commitments.0.modality.level”的值不合规定：“pusch”；应为其中之一：ensure、push、strive、explore、intend、support',
    ],
    [
      'a word for a map',
      clause,
      clauseWith('push'),
      '9:15 字段“commitments.0.modality”的值不合规定：“push”；应为一组“字段: 值”',
    ],
    [
      'a day that is not in the calendar',
      dated,
      'value: "2019-02-29"\nbasis: inferred\nreason: 甲',
      '1:8 字段“value”的值不合规定：“2019-02-29”；应为符合 /^\\d{4}$/，或符合 /^\\d{4}-(0[1-9]|1[0-2])$/，或“2019-06-03”这样真实存在的日期',
    ],
  ])('%s', (_, schema, yaml, fault) => {
    expect(faultsOf(schema, yaml)).toEqual([fault]);
  });

  it('in a pair that is no pair', () => {
    const result = validate(repairs.shape.joins, [{ pairs: [13], reason: '甲' }], 'repairs.yaml');
    expect(result).toMatchObject({
      problems: [{ at: { path: [0, 'pairs', 0] }, details: { value: '13', expected: '方括号里的一对值' } }],
    });
  });

  it('is never an English word of the parser', () => {
    const splits = [{ after: 21, reason: '' }, { lines: 1 }, '甲'];
    const result = validate(repairs.shape.splits, splits, 'repairs.yaml');
    if (result.kind === 'valid') throw new Error('nothing was reported');
    const remedies = result.problems.map((problem) =>
      problem.code === 'field-invalid' ? catalogue[problem.code](problem.details).remedy : '',
    );
    expect(remedies.join('')).not.toMatch(/Invalid|expected|undefined|object Object/);
  });
});
