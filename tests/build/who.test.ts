import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContentOf, type HtmlElement } from '../../src/lib/html.ts';
import { byClass, byTag, dist, pageAt, textOutsideRaw } from '../helpers/built-site.ts';

interface Named {
  readonly as: string;
  readonly regions?: readonly string[];
  readonly organisations?: readonly string[];
  readonly quote?: string;
}
interface Undertaking {
  readonly id: string;
  readonly url: string;
  readonly passage: string;
  readonly themes: readonly string[];
  readonly commitments: readonly {
    readonly quote: string;
    readonly url: string;
    readonly owner?: Named;
    readonly towards?: Named;
  }[];
}
interface Evidence {
  readonly passage: string;
  readonly quote: string;
}
interface Agreement {
  readonly id: string;
  readonly url: string;
  readonly kind: string;
  readonly parties?: readonly { name: string; organisation?: string; evidence: Evidence }[];
  readonly signatories?: readonly { leader: string; title: string; evidence: Evidence }[];
}
interface Leader {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly roles: readonly { title: string; source: string; quote: string }[];
  readonly evidence: readonly Evidence[];
}
interface Titled {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as T[];

const passages = new Map(
  read<{ id: string; text: string }>('passages').map(({ id, text }) => [id, text] as const),
);
const agreements = read<Agreement>('agreements');
const leaders = read<Leader>('leaders');
const titles = new Map(
  [...read<Titled>('regions'), ...read<Titled>('themes')].map(({ id, title }) => [id, title] as const),
);
const promises = [...read<Undertaking>('clauses'), ...read<Undertaking>('work-points')].flatMap((entry) =>
  entry.commitments.map((commitment) => ({ ...commitment, entry })),
);
type Promised = (typeof promises)[number];

const hasPassage = ({ passage, quote }: Evidence): boolean => passages.get(passage)?.includes(quote) === true;
const withId = (address: string, id: string): HtmlElement => {
  const found = [...elementsOf(pageAt(address).tree)].find((element) => attributeOf(element, 'id') === id);
  if (found === undefined) throw new Error(`no #${id} on ${address}`);
  return found;
};

/** The rule of the tables, written a second time: a joint actor is one column, silence is one. */
const actorName = ({ owner }: Promised): string => {
  if (owner === undefined) return '没有写由谁';
  const names = [...(owner.regions ?? [])].sort().map((id) => titles.get(id) ?? id);
  return names.length > 1 ? `${names.join('、')}共同` : names.join('');
};
const places = ({ towards }: Promised): string[] => {
  if (towards === undefined) return ['没有写对谁'];
  return towards.regions?.map((id) => titles.get(id) ?? id) ?? ['写了单位，没有写地方'];
};
const themes = ({ entry }: Promised): string[] => entry.themes.map((id) => titles.get(id) ?? id);

describe.each([
  ['/obligations/', places],
  ['/obligations/themes/', themes],
] as const)('the table of %s', (address, rowsOf) => {
  const table = byTag(pageAt(address).tree, 'table')[0];
  const rows = table === undefined ? [] : byTag(table, 'tr');
  const header = rows[0] === undefined ? [] : byTag(rows[0], 'th').slice(1).map(textContentOf);
  const cells = rows.slice(1).flatMap((row) => {
    const label = byTag(row, 'th').map(textContentOf).join('').trim();
    return byTag(row, 'td').map((cell, index) => ({ label, actor: header[index]?.trim() ?? '', cell }));
  });

  it('counts in every cell what the record says, and leaves blank what it does not', () => {
    expect(cells.length).toBeGreaterThan(20);
    const faults = cells.flatMap(({ label, actor, cell }) => {
      const expected = promises.filter((each) => actorName(each) === actor && rowsOf(each).includes(label));
      const shown = Number.parseInt(textContentOf(cell).trim() || '0', 10);
      return shown === expected.length ? [] : [`${actor} → ${label}: ${String(shown)}`];
    });
    expect(faults).toEqual([]);
  });

  it('leaves no commitment out', () => {
    const counted = new Set(
      promises
        .filter((each) =>
          rowsOf(each).some((row) =>
            cells.some(({ label, actor }) => label === row && actor === actorName(each)),
          ),
        )
        .map(({ url }) => url),
    );
    expect(counted.size).toBe(promises.length);
  });

  it('leads from every count to a list of as many, each the record’s own', () => {
    for (const { label, actor, cell } of cells) {
      const [link] = byTag(cell, 'a');
      if (link === undefined) continue;
      const list = withId(address, (attributeOf(link, 'href') ?? '').slice(1));
      const listed = byTag(list, 'li').map((item) =>
        byTag(item, 'a')
          .map((each) => attributeOf(each, 'href') ?? '')
          .find((href) => /\/#c\d+$/.test(href)),
      );
      const expected = promises
        .filter((each) => actorName(each) === actor && rowsOf(each).includes(label))
        .map(({ url }) => url);
      expect([...listed].sort(), `${actor} → ${label}`).toEqual(expected.sort());
      expect(listed.length).toBe(Number.parseInt(textContentOf(cell).trim(), 10));
    }
  });
});

describe('who is named in a commitment', () => {
  it('stands in its words, or in other words of the passage that are given', () => {
    const named = promises.flatMap((each) =>
      [each.owner, each.towards].flatMap((who) => (who === undefined ? [] : [{ each, who }])),
    );
    const faults = named.filter(({ each, who }) => {
      const words = who.quote ?? each.quote;
      return !words.includes(who.as) || !hasPassage({ passage: each.entry.passage, quote: words });
    });
    expect(named.length).toBeGreaterThan(70);
    expect(faults.map(({ each }) => each.url)).toEqual([]);
  });

  it('is shown beside it wherever it is listed', () => {
    const page = textOutsideRaw(pageAt('/obligations/').tree);
    const unseen = promises.flatMap(({ owner, towards }) =>
      [owner, towards].flatMap((who) => (who === undefined || page.includes(`“${who.as}”`) ? [] : [who.as])),
    );
    expect(unseen).toEqual([]);
  });

  it('the work points name nobody as who does them: their one subject stands in a sentence of its own', () => {
    const owners = new Set(
      promises
        .filter(({ entry }) => entry.url.startsWith('/work-points/'))
        .map(({ owner }) => owner?.as ?? ''),
    );
    expect([...owners]).toEqual(['']);
  });
});

describe('signatories and responsible bodies', () => {
  it('stand on the agreement’s page each with a quote found in its passage', () => {
    const faults = agreements.flatMap(({ url, parties = [], signatories = [] }) => {
      const quotes = [...parties, ...signatories].map(({ evidence }) => evidence);
      if (quotes.length === 0) return [];
      const section = textContentOf(withId(url, 'parties'));
      return quotes
        .filter((evidence) => !hasPassage(evidence) || !section.includes(evidence.quote))
        .map(({ quote }) => `${url} ${quote}`);
    });
    expect(faults).toEqual([]);
  });

  it('are said to be unsaid on every agreement that names no signatory', () => {
    const silent = agreements.filter(
      ({ kind, signatories }) => ['agreement', 'protocol'].includes(kind) && signatories === undefined,
    );
    expect(silent.length).toBeGreaterThan(0);
    for (const { url } of silent) expect(textContentOf(withId(url, 'parties'))).toContain('文章没有写');
  });

  it('lead to their own pages, where what they signed or answer for is quoted', () => {
    for (const agreement of agreements) {
      for (const { leader, evidence, title } of agreement.signatories ?? []) {
        const page = textOutsideRaw(pageAt(`/leaders/${leader}/`).tree);
        expect(page).toContain('签署的协议');
        expect(page).toContain(evidence.quote);
        expect(evidence.quote).toContain(title);
      }
      for (const { organisation, evidence } of agreement.parties ?? []) {
        if (organisation === undefined) continue;
        expect(textOutsideRaw(pageAt(`/organisations/${organisation}/`).tree)).toContain(evidence.quote);
      }
    }
    const bodies = promises.flatMap(({ owner, quote }) =>
      (owner?.organisations ?? []).map((id) => ({ id, quote })),
    );
    expect(bodies.length).toBeGreaterThan(5);
    for (const { id, quote } of bodies) {
      const page = textOutsideRaw(pageAt(`/organisations/${id}/`).tree);
      expect(page).toContain('由它承担的承诺');
      expect(page).toContain(quote);
    }
  });
});

describe('people by article', () => {
  const table = byTag(pageAt('/leaders/timeline/').tree, 'table')[0];
  const [header, ...body] = table === undefined ? [] : byTag(table, 'tr');
  const articles = (header === undefined ? [] : byTag(header, 'a')).map(
    (link) => /\/sources\/([^/]+)\//.exec(attributeOf(link, 'href') ?? '')?.[1] ?? '',
  );
  const rows = body.flatMap((row) => {
    const [link] = byTag(row, 'a');
    const leader = leaders.find(({ url }) => link !== undefined && url === attributeOf(link, 'href'));
    return leader === undefined ? [] : [{ leader, cells: byTag(row, 'td').map(textContentOf) }];
  });

  it('has a row for everybody and the articles in order of time', () => {
    expect(rows.map(({ leader }) => leader.id).sort()).toEqual(leaders.map(({ id }) => id).sort());
    expect(articles).toEqual([
      'xiongan-xieyi-2017',
      'guangdu-shendu-2019',
      'gongzuo-yaodian-2019',
      'jing-ji-hezuo-2019',
      'xianxingqu-shifanqu-2023',
    ]);
  });

  it('prints no title that the article does not print beside the name', () => {
    const faults = rows.flatMap(({ leader, cells }) =>
      cells.flatMap((cell, index) => {
        const source = articles[index] ?? '';
        const here = leader.evidence.filter(({ passage }) => passage.startsWith(`${source}#`));
        const shown = cell.trim();
        if (here.length === 0) return shown === '' ? [] : [`${leader.id} is not in ${source}`];
        const printed = leader.roles.filter((role) => role.source === source);
        const isPrinted = printed.every(
          ({ title, quote }) =>
            quote.includes(title) &&
            quote.includes(leader.title) &&
            here.some((evidence) => evidence.quote === quote && hasPassage(evidence)),
        );
        const expected =
          printed.length === 0 ? '未印职务' : [...new Set(printed.map(({ title }) => title))].join('；');
        return isPrinted && shown === expected ? [] : [`${leader.id} ${source}: ${shown}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('gives nobody a title for standing in a list of leaders', () => {
    const listed = leaders.filter(({ evidence }) =>
      evidence.every(({ quote }) => quote.startsWith('河北省和北京市领导')),
    );
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter(({ roles }) => roles.length > 0)).toEqual([]);
  });

  it('tells the three 李伟 apart on one page that each of them leads to', () => {
    const people = leaders.filter(({ title }) => title === '李伟');
    const page = pageAt('/leaders/same-name/');
    expect(people).toHaveLength(3);
    const links = byTag(page.tree, 'a').map((link) => attributeOf(link, 'href'));
    for (const { url, evidence } of people) {
      expect(links).toContain(url);
      for (const { quote } of evidence) expect(textContentOf(page.tree)).toContain(quote);
      const facts = byClass(pageAt(url).tree, 'facts')[0];
      expect(facts === undefined ? [] : byTag(facts, 'a').map((link) => attributeOf(link, 'href'))).toContain(
        '/leaders/same-name/',
      );
    }
  });
});
