import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isOf, type Entry } from '../../../src/model/collections.ts';
import type { Passage } from '../../../src/model/passage.ts';
import { readContent } from '../../../src/read/content.ts';

/*
 * The five articles counted a second time, by other means than the check's: numbers are struck out of the text one
 * kind after another, and nothing that looks like a number may be left.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const content = readContent(root);
const figures = content.entries.filter((entry): entry is Entry<'figures'> => isOf(entry, 'figures'));
const tensions = content.entries.filter((entry): entry is Entry<'tensions'> => isOf(entry, 'tensions'));
const passages = new Map<string, Passage>(
  [...content.passages].flatMap(([source, list]) =>
    list.map((each): [string, Passage] => [`${source}#${each.id}`, each]),
  ),
);
const { expressions } = parse(readFileSync(`${root}content/numbers.yaml`, 'utf8')) as {
  expressions: { words: string }[];
};

const looksLikeANumber = /[0-9０-９〇零一二两三四五六七八九十百千万亿几半双]|多[个种]|多方面/gu;
const dates =
  /(19|20)\d\d[年—-](\d\d-\d\d- \d\d:\d\d)?(2035年)?|\d+月(\d+日)?(至\d+日)?|7·26|一季度|下半年|星期六/gu;
const orders = /第[一二三四五六七八九十\d]+|(?<![统])[一二三四五]是|^\d\./gu;

const strike = (text: string, from: number, length: number): string =>
  text.slice(0, from) + '□'.repeat(length) + text.slice(from + length);
const strikeAll = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (words) => '□'.repeat(words.length));

/** What is left of a passage once some figures and everything excused are struck out. */
function leftOf(ref: string, kept: readonly Entry<'figures'>[]): string {
  const { text, kind } = passages.get(ref) ?? fail(ref);
  if (kind === 'furniture') return '';
  let left = text;
  for (const { data } of kept) {
    for (const { passage, quote } of [data.evidence, ...(data.repeats ?? [])]) {
      if (passage !== ref) continue;
      const isFirst = quote === data.evidence.quote;
      const printed = ['余', ''].map((between) => data.value + (isFirst ? between + data.unit : ''));
      const words = printed.find((each) => quote.includes(each)) ?? fail(`${ref} ${quote}`);
      const at = [...quote.matchAll(new RegExp(`(?<![\\d.])${words.replace(/[.]/g, '\\.')}`, 'gu'))];
      expect(at, `${ref} ${quote}`).toHaveLength(1);
      left = strike(left, text.indexOf(quote) + (at[0]?.index ?? 0), words.length);
    }
  }
  for (const pattern of [dates, orders]) left = strikeAll(left, pattern);
  for (const { words } of expressions.toSorted((a, b) => b.words.length - a.words.length)) {
    left = left.replaceAll(words, '□'.repeat(words.length));
  }
  return left;
}

const unstruck = (kept: readonly Entry<'figures'>[]): string[] =>
  [...passages.keys()].flatMap((ref) =>
    [...leftOf(ref, kept).matchAll(looksLikeANumber)].map(([words]) => `${ref} ${words}`),
  );

describe('every number in the five articles', () => {
  it('is in the ledger or excused, counted a second way', () => {
    expect(figures.length).toBeGreaterThan(55);
    expect(unstruck(figures)).toEqual([]);
  });

  it('would be missed, were its figure taken out', () => {
    const missed = figures.filter((figure) => unstruck(figures.filter((each) => each !== figure)).length > 0);
    expect(missed.map(({ id }) => id)).toEqual(figures.map(({ id }) => id));
  });
});

describe('the register of tensions', () => {
  it('prints no number in Arabic digits that the passages of its sides do not', () => {
    const faults = tensions.flatMap(({ id, data }) => {
      const printed = data.sides
        .map((side) =>
          'figure' in side ? figures.find((each) => each.id === side.figure)?.data.evidence : side,
        )
        .flatMap((side) => passages.get(side?.passage ?? '')?.text.match(/[0-9]+(\.[0-9]+)?/g) ?? []);
      const numbers = `${data.title} ${data.says}`.match(/[0-9]+(\.[0-9]+)?/g) ?? [];
      return numbers.filter((each) => !printed.includes(each)).map((each) => `${id}: ${each}`);
    });
    expect(tensions.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it('explains nothing, judges nothing and merges nothing', () => {
    const telling =
      /因为|由于|所以|因此|原因|口径|可能|或许|应为|应是|实际|其实|误|矛盾|合计|总计|平均|占比|增加|减少/;
    expect(tensions.filter(({ data }) => telling.test(data.title + data.says)).map(({ id }) => id)).toEqual(
      [],
    );
    expect(tensions.filter(({ body }) => body !== '').map(({ id }) => id)).toEqual([]);
  });

  it('holds every pair that the rulings name', () => {
    const sides = tensions.map(({ data }) =>
      data.sides.flatMap((side) => {
        const found = 'figure' in side ? figures.find((each) => each.id === side.figure) : undefined;
        return found === undefined ? [] : [found.data.value];
      }),
    );
    const named = [
      ['16', '23'],
      ['3', '5', '4'],
      ['4', '4', '4'],
      ['4', '4'],
      ['45', '45'],
      ['90', '31', '50'],
      ['66', '53', '71'],
      ['90', '14', '19', '36', '16', '5'],
      ['16', '16', '16'],
      ['50', '50'],
    ];
    for (const values of named) expect(sides, values.join(' ')).toContainEqual(values);
  });
});

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
