import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldPoint, parseQuery, queryLimit, tokenise } from '../../../src/search/tokens.ts';

describe('fold', () => {
  test.each([
    ['2106.18亿元', '210618亿元'],
    ['1-1.5小时', '115小时'],
    ['张家口、承德', '张家口承德'],
    ['“京津冀”　协同　发展', '京津冀协同发展'],
    ['ＧＤＰ 增长', 'gdp增长'],
    ['①㎡ﬁ', '1m2fi'],
    ['北京市・河北省', '北京市河北省'],
    ['Σας', 'σασ'],
    ['人民日报\u200b\u0000', '人民日报'],
    ['𠮷野家〇〆々', '𠮷野家〇〆々'],
    ['，。—— …\n\t', ''],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('drops lone surrogates and control characters', () => {
    expect(fold('京\ud842津\udfb7冀\u0007')).toBe('京津冀');
  });

  test('makes composed and decomposed letters, half and full width, upper and lower case the same', () => {
    expect(fold('Café')).toBe(fold('cafe\u0301'));
    expect(fold('ｶﾞ')).toBe(fold('ガ'));
    expect(fold('İ')).toBe(fold('i\u0307'));
    expect(fold('STRASSE')).toBe(fold('straße'));
  });

  test('is the same when done twice, for every code point there is', () => {
    const unstable: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const folded = foldPoint(String.fromCodePoint(code));
      if (fold(folded) !== folded) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('is the same when done twice, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('folds a text as its parts one after another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
    );
  });
});

describe('tokenise', () => {
  test('gives one token for each folded code point', () => {
    expect(tokenise('309家，𠮷')).toEqual(['3', '0', '9', '家', '𠮷']);
  });
});

describe('parseQuery', () => {
  test('parts terms at white space of any kind and keeps them as typed', () => {
    expect(parseQuery(' 京雄　高速\n2106.18亿元 ')).toEqual({
      terms: ['京雄', '高速', '2106.18亿元'],
      excluded: [],
      cut: false,
    });
  });

  test('takes a word after a minus for one that must not be found, and a minus within a word for punctuation', () => {
    expect(parseQuery('京雄 -高速 －铁路 1-1.5小时 - -')).toEqual({
      terms: ['京雄', '1-1.5小时'],
      excluded: ['高速', '铁路'],
      cut: false,
    });
    expect(parseQuery('-京雄')).toEqual({ terms: [], excluded: ['京雄'], cut: false });
  });

  test('counts terms that fold to the same as one', () => {
    expect(parseQuery('GDP gdp ＧＤＰ').terms).toEqual(['GDP']);
  });

  test.each(['', '   ', '，。', '“ ”', '\ud800', '\u0301', '\u0000\u0007', '😀'])(
    'finds nothing to search for in %j',
    (query) => {
      expect(parseQuery(query)).toEqual({ terms: [], excluded: [], cut: false });
    },
  );

  test('leaves out terms of punctuation only', () => {
    expect(parseQuery('京津冀 —— 协同').terms).toEqual(['京津冀', '协同']);
  });

  test('takes the beginning of a query that is too long, and says so', () => {
    const { terms, cut } = parseQuery('京'.repeat(10_000));
    expect(terms).toEqual(['京'.repeat(queryLimit)]);
    expect(cut).toBe(true);
    expect(parseQuery('𠮷'.repeat(queryLimit))).toEqual({
      terms: ['𠮷'.repeat(queryLimit)],
      excluded: [],
      cut: false,
    });
  });

  test('gives only terms that hold a letter or number, whatever the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (query) => {
        for (const term of parseQuery(query).terms) expect(fold(term)).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
