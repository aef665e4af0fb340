import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { datesIn, numbersIn, ordersIn } from '../../../src/lib/number-scan.ts';

const textsOf = (found: readonly { text: string }[]): string[] => found.map(({ text }) => text);

describe('numbers in a text', () => {
  test.each([
    ['总投资2106.18亿元', ['2106.18亿']],
    ['1-1.5小时交通圈', ['1-1.5']],
    ['增长了20%以上', ['20']],
    ['已吸引4000余家', ['4000']],
    ['百分之二十', ['百分之二十']],
    ['三区一基地', ['三', '一']],
    ['党的十九大', ['十九']],
    ['几十个', ['几十']],
    ['半小时通达', ['半']],
    ['双方、两省市', ['双', '两']],
    ['多个领域、多种方式、多方面优势', ['多', '多', '多']],
    ['更多更公平', []],
    ['二〇一九年', ['二〇一九']],
    ['第③项、５０家', ['③', '５０']],
    ['没有数', []],
  ])('%s: %j', (text, expected) => {
    expect(textsOf(numbersIn(text))).toEqual(expected);
  });
});

describe('dates in a text', () => {
  test.each([
    ['2019年6月3日和10月21日', ['2019年6月3日', '10月21日']],
    ['1月16日至18日', ['1月16日至18日']],
    ['规划（2018—2035年）', ['2018—2035年']],
    ['date: 2019-02-22- 07:31', ['2019-02-22- 07:31']],
    ['“7·26”讲话', ['7·26']],
    ['今年一季度、下半年、星期六', ['一季度', '下半年', '星期六']],
    ['实施5年来，3个月，70周年', []],
    ['总数12019年', []],
  ])('%s: %j', (text, expected) => {
    expect(textsOf(datesIn(text))).toEqual(expected);
  });
});

describe('places in an order', () => {
  test.each([
    ['第二批，第1版', ['第二', '第1']],
    ['发力。一是要快，二是要稳', ['一是', '二是']],
    ['1.疏解', ['1.']],
    ['1.5小时', []],
    ['统一是好的', []],
  ])('%s: %j', (text, expected) => {
    expect(textsOf(ordersIn(text))).toEqual(expected);
  });
});

describe('whatever the text', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '0',
        '7',
        '.',
        '-',
        '%',
        '年',
        '月',
        '一',
        '十',
        '百',
        '分之',
        '亿',
        '半',
        '多',
        '个',
        '第',
        '是',
        '，',
        '京',
        '①',
        '９',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('numbers are stretches of it, in order, none overlapping', () => {
    fc.assert(
      fc.property(text, (made) => {
        let last = 0;
        for (const { text: words, start, end } of numbersIn(made)) {
          expect(made.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  it('no digit and no numeral stands outside the numbers', () => {
    fc.assert(
      fc.property(text, (made) => {
        const rest = numbersIn(made).reduceRight(
          (left, { start, end }) => left.slice(0, start) + '□' + left.slice(end),
          made,
        );
        expect(rest).not.toMatch(/[0-9一十百亿半①９]/);
      }),
    );
  });

  it('words without a number change nothing of the numbers after them', () => {
    fc.assert(
      fc.property(text, (made) => {
        expect(textsOf(numbersIn(`京津冀，${made}`))).toEqual(textsOf(numbersIn(made)));
      }),
    );
  });
});
