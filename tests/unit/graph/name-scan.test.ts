import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { scanNames, type NameKind } from '../../../src/graph/name-scan.ts';

const table = new Map<string, NameKind>([
  ['北京', 'place'],
  ['北京市', 'place'],
  ['天津', 'place'],
  ['保定', 'place'],
  ['京津冀', 'place'],
  ['中关村科技园', 'other'],
  ['雄安新区', 'place'],
  ['雄安新区中关村科技园', 'other'],
  ['永定河', 'place'],
  ['永定城·京津冀固安国际商贸城', 'other'],
  ['合作协议', 'other'],
  ['医保定点', 'hidden'],
]);

/** The text with what is found between marks: 〈a name〉, 《〈a whole title〉》. */
function marked(text: string, given: readonly string[] = []): string {
  const stretches = given.map((words) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  }));
  let at = 0;
  const parts = scanNames(text, table, stretches).map(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return `${before}〈${text.slice(start, end)}〉`;
  });
  return parts.join('') + text.slice(at);
}

describe('the names in a text', () => {
  test.each([
    ['are found from left to right', '北京与天津', '〈北京〉与〈天津〉'],
    ['are the longest that begin at a place', '建设雄安新区中关村科技园', '建设〈雄安新区中关村科技园〉'],
    [
      'stand apart where the longer one does not',
      '在雄安新区设立中关村科技园',
      '在〈雄安新区〉设立〈中关村科技园〉',
    ],
    ['hide the names within them', '永定城·京津冀固安国际商贸城', '〈永定城·京津冀固安国际商贸城〉'],
    ['are not there in part', '永定城与永定河', '永定城与〈永定河〉'],
    ['do not stand in 医保定点', '推动医保定点互认', '推动医保定点互认'],
    ['stand beside 医保定点 all the same', '医保定点与保定', '医保定点与〈保定〉'],
    ['are whole: 京津冀 is no 天津', '京津冀', '〈京津冀〉'],
    ['leave 市 to the words that follow', '支持北京市属国有企业', '支持〈北京〉市属国有企业'],
    ['leave 市 to the words that follow, in a network too', '接入北京市域路网', '接入〈北京〉市域路网'],
    ['keep 市 before other words', '北京市采取', '〈北京市〉采取'],
  ])('%s', (_, text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test.each([
    '北京大学',
    '北京电影学院',
    '北京银行',
    '北京日报',
    '北京市教委',
    '北京市海淀区教育局',
    '天津港',
    '天津医科大学',
    '北京西站',
    '保定市第一中学',
    '京津冀协同办',
  ])('a place is not found at the head of an institution: %s', (text) => {
    expect(marked(`在${text}。`)).toBe(`在${text}。`);
  });

  test.each(['北京当局', '天津全局', '北京推动优质中小学', '北京一流的医院', '天津港口', '北京和大学'])(
    'what only sounds like an institution does not hide the place: %s',
    (text) => {
      expect(marked(text)).toMatch(/^〈(北京|天津)〉/);
    },
  );

  it('are not looked for within a title, which is one name', () => {
    expect(marked('签署《北京与天津合作协议》、《合作协议》')).toBe(
      '签署《〈北京与天津合作协议〉》、《〈合作协议〉》',
    );
  });

  it('are looked for after a title that never closes', () => {
    expect(marked('《北京与天津')).toBe('《〈北京〉与〈天津〉');
  });

  it('neither reach into words given beforehand nor are looked for there', () => {
    expect(marked('在雄安新区中关村科技园', ['中关村科技园'])).toBe('在〈雄安新区〉〈中关村科技园〉');
    expect(marked('北京与天津', ['北京与天津'])).toBe('〈北京与天津〉');
  });

  it('never overlap, stand in order, and are in the table unless they are whole titles', () => {
    const texts = fc.array(fc.constantFrom(...table.keys(), '在', '《', '》', '市属', '大学', '，'));
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, kind } of scanNames(text, table, [])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          const kindOfName = table.get(text.slice(start, end));
          if (kind === 'name') expect(kindOfName === 'place' || kindOfName === 'other').toBe(true);
          else expect([text[start - 1], text[end]]).toEqual(['《', '》']);
          last = end;
        }
      }),
    );
  });

  it('are never part of a longer name that is no entry’s', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('在', '，', '推动'),
        fc.constantFrom('互认', '，', '机构'),
        (before, after) => {
          expect(scanNames(`${before}医保定点${after}`, table, [])).toEqual([]);
        },
      ),
    );
  });
});
