import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, readQuery, toQuery, wordsAt } from '../../../src/search/words.ts';

describe('words a link carries', () => {
  it('stand alone where the text holds them once', () => {
    expect(wordsAt('加快建设京雄铁路', { start: 4, end: 8 })).toEqual({ words: '京雄铁路' });
  });

  it('come with what stands around them where the text holds them more than once', () => {
    const text = '北京支持，河北支持';
    expect(wordsAt(text, { start: 7, end: 9 })).toEqual({ words: '支持', prefix: '北' });
    expect(wordsAt(text, { start: 2, end: 4 })).toEqual({ words: '支持', prefix: '京', suffix: '，' });
  });

  it('are found where they were selected, whatever the text', () => {
    const letters = fc.array(fc.constantFrom('甲', '乙', '，', '丙'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const start = a % text.length;
        const range = { start, end: start + 1 + (b % (text.length - start)) };
        expect(findWords(text, wordsAt(text, range))).toEqual([range]);
      }),
    );
  });

  it('are found everywhere when what stood around them has gone', () => {
    expect(findWords('支持与支持', { words: '支持', prefix: '河北' })).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]);
  });

  it('are found nowhere when one character differs, punctuation included', () => {
    expect(findWords('京雄铁路、京石城际', { words: '京雄铁路，京石城际' })).toEqual([]);
    expect(findWords('京雄铁路', { words: '京雄高铁' })).toEqual([]);
  });

  it('come back from an address as they went in', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (words, prefix) => {
        expect(readQuery(toQuery({ words, prefix }))).toEqual({ words, prefix });
      }),
    );
    expect(readQuery('?mark=a')).toBeUndefined();
    expect(readQuery('?words=')).toBeUndefined();
  });
});
