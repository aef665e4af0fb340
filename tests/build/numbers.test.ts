import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContentOf } from '../../src/lib/html.ts';
import { builtPages, byClass, byTag, dist, pageAt, textOutsideQuotes } from '../helpers/built-site.ts';

interface Figure {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly beside?: readonly string[];
  readonly repeats?: readonly { quote: string }[];
  readonly evidence: readonly { passage: string; quote: string }[];
}
interface Tension {
  readonly id: string;
  readonly title: string;
  readonly sides: readonly ({ figure: string } | { passage: string; quote: string })[];
  readonly evidence: readonly { passage: string; quote: string }[];
  readonly projects?: readonly string[];
  readonly agreements?: readonly string[];
  readonly events?: readonly string[];
}

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as T[];
const figures = read<Figure>('figures');
const tensions = read<Tension>('tensions');
const texts = builtPages().map(({ address, tree }) => ({
  address,
  text: textOutsideQuotes(byTag(tree, 'main')[0] ?? tree),
}));
const printed = read<{ text: string }>('passages')
  .map(({ text }) => text)
  .join('\n');

/** Sums and differences of figures that stand beside one another or in one tension, with their unit; none is printed. */
function forbidden(): string[] {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const groups = [
    ...tensions.map(({ sides }) => sides.flatMap((side) => ('figure' in side ? [side.figure] : []))),
    ...figures.map(({ id, beside = [] }) => [id, ...beside]),
  ].map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
  const results = groups.flatMap((group) => {
    const numbers = group.filter(({ value }) => /^\d+$/.test(value));
    const pairs = numbers.flatMap((a) =>
      numbers
        .filter((b) => b !== a)
        .flatMap((b) => [
          { value: Number(a.value) + Number(b.value), unit: a.unit },
          { value: Number(a.value) - Number(b.value), unit: a.unit },
        ]),
    );
    const whole = numbers.reduce((sum, { value }) => sum + Number(value), 0);
    return [...pairs, ...numbers.map(({ unit }) => ({ value: whole, unit }))];
  });
  // Small results are also what we count entries by, as in 3个.
  const large = results.filter(({ value }) => value > 12).map(({ value, unit }) => `${String(value)}${unit}`);
  // Pages also say how many clauses or tasks of an agreement we number.
  const ownCounts = [
    ...Map.groupBy(
      read<{ agreement: string; kind: string }>('clauses').filter(({ kind }) => kind === 'clause'),
      ({ agreement }) => agreement,
    ).values(),
    ...Map.groupBy(read<{ plan: string }>('work-points'), ({ plan }) => plan).values(),
  ].map((list) => `${String(list.length)}项`);
  return [...new Set(large)]
    .filter((words) => !ownCounts.includes(words))
    .filter((words) => !new RegExp(`(?<!\\d)${words}`).test(printed));
}

describe('no page', () => {
  it('adds, subtracts or averages what the articles print side by side', () => {
    const words = forbidden();
    expect(words).toEqual(expect.arrayContaining(['39个', '81项', '190项']));
    const pattern = new RegExp(`(?<!\\d)(?:${words.join('|')})`, 'g');
    const found = texts.flatMap(({ address, text }) =>
      [...text.matchAll(pattern)].map(([each]) => `${address} ${each}`),
    );
    expect(found).toEqual([]);
  });

  it('speaks of totals, averages or shares in our own words', () => {
    const telling = /合计|总计|总和|占比|(?<!不)平均|完成率|进度百分/g;
    const found = texts.flatMap(({ address, text }) =>
      [...text.matchAll(telling)].map(([each]) => `${address} ${each}`),
    );
    expect(found).toEqual([]);
  });

  it('shows how many of the 90 are done, or any share that no article prints', () => {
    const found = texts
      // What share of an article's own sentences we quote is a count of ours.
      .filter(({ address }) => !address.endsWith('/coverage/'))
      .flatMap(({ address, text }) =>
        [...text.matchAll(/\d+(?:\.\d+)?[%％]|\d+\s*[/／]\s*90|90项[^。]{0,8}(?:已|完成)\d+项/g)]
          .filter(([each]) => !printed.includes(each))
          .map(([each]) => `${address} ${each}`),
      );
    expect(found).toEqual([]);
  });
});

describe('the ledger of numbers', () => {
  const { tree } = pageAt('/figures/');

  it('shows every figure once, under its article, with its quote, kind and every place that prints it again', () => {
    const rows = [...elementsOf(tree)].filter((element) =>
      figures.some(({ id }) => id === attributeOf(element, 'id')),
    );
    expect(rows.map((row) => attributeOf(row, 'id')).toSorted()).toEqual(
      figures.map(({ id }) => id).toSorted(),
    );
    for (const row of rows) {
      const {
        id,
        value,
        unit,
        evidence,
        repeats = [],
      } = figures.find((figure) => figure.id === attributeOf(row, 'id')) ?? fail('figure');
      const text = textContentOf(row).replace(/\s/g, '');
      for (const { quote } of [...evidence, ...repeats]) expect(text, id).toContain(quote.replace(/\s/g, ''));
      const number = textContentOf(byClass(row, 'entry-number')[0] ?? fail(id));
      expect([number.includes(value), number.includes(unit)], id).toEqual([true, true]);
      expect(byClass(row, 'mark'), id).toHaveLength(1);
    }
  });

  it('leads from every figure in a tension to the tension, and back', () => {
    const hrefs = byTag(tree, 'a').map((link) => attributeOf(link, 'href'));
    const back = byTag(pageAt('/tensions/').tree, 'a').map((link) => attributeOf(link, 'href'));
    for (const { id, sides } of tensions) {
      for (const side of sides) {
        if (!('figure' in side)) continue;
        expect(hrefs, id).toContain(`/tensions/#${id}`);
        expect(back, id).toContain(`/figures/#${side.figure}`);
      }
    }
  });
});

describe('the register of tensions', () => {
  const { tree } = pageAt('/tensions/');

  it('sets the quotes of all sides beside one another, each with its passage', () => {
    for (const { id, evidence } of tensions) {
      const own = [...elementsOf(tree)].find((element) => attributeOf(element, 'id') === id) ?? fail(id);
      const sides = byClass(own, 'sides').flatMap((list) => byTag(list, 'li'));
      expect(sides, id).toHaveLength(evidence.length);
      for (const [nth, { passage, quote }] of evidence.entries()) {
        const side = sides[nth] ?? fail(id);
        expect(textContentOf(side).replace(/\s/g, ''), id).toContain(quote.replace(/\s/g, ''));
        const links = byTag(side, 'a').map((link) => attributeOf(link, 'href'));
        expect(links, id).toContain(`/sources/${passage.replace('#', '/#')}`);
      }
    }
  });

  it('is led to from every page it concerns', () => {
    for (const { id, projects = [], agreements = [], events = [] } of tensions) {
      const pages = [
        ...projects.map((each) => `/projects/${each}/`),
        ...agreements.map((each) => `/agreements/${each}/`),
        ...events.map((each) => `/events/${each}/`),
      ];
      for (const page of pages) {
        const links = byTag(pageAt(page).tree, 'a').map((link) => attributeOf(link, 'href'));
        expect(links, page).toContain(`/tensions/#${id}`);
      }
    }
  });
});

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
