import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../../src/graph/sentences.ts';

describe('a passage is cut', () => {
  test.each<[string, string, readonly string[]]>([
    ['after each full stop', '甲。乙！丙？', ['甲。', '乙！', '丙？']],
    [
      'after the marks that close a quotation',
      '他说：“甲。”（乙。）丙。',
      ['他说：“甲。”', '（乙。）', '丙。'],
    ],
    ['once where several marks meet', '甲？！”乙。', ['甲？！”', '乙。']],
    ['not at a comma or a semicolon', '甲，乙；丙。', ['甲，乙；丙。']],
    ['not at a Latin full stop', '投资2106.18亿元。', ['投资2106.18亿元。']],
    ['at its end, where no mark stands', '甲。乙', ['甲。', '乙']],
    ['never where there is nothing', '', []],
  ])('%s', (_, text, sentences) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  test('so that the sentences are the passage, one after another', () => {
    const letters = fc.string({ unit: fc.constantFrom('京', '。', '！', '？', '”', '“', '，', '\n', '𠮷') });
    fc.assert(
      fc.property(letters, (text) => {
        const sentences = sentencesOf(text);
        expect(sentences.map((sentence) => sentence.text).join('')).toBe(text);
        for (const { text: words, start, end } of sentences) expect(text.slice(start, end)).toBe(words);
      }),
    );
  });
});
