import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  elementsOf,
  textContentOf,
  type HtmlElement,
  type HtmlNode,
} from '../../src/lib/html.ts';
import { pictureNames } from '../../src/routes.ts';
import { builtPages, byClass, byTag, dist, pageAt, withAttribute } from '../helpers/built-site.ts';

interface Project {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly themes: readonly string[];
  readonly regions: readonly string[];
  readonly progress: readonly { kind: string; evidence: { passage: string } }[];
}
interface Clause {
  readonly id: string;
  readonly kind: string;
  readonly area?: string;
  readonly excerpt: string;
  readonly text: string;
}
interface Chain {
  readonly id: string;
  readonly url: string;
  readonly subject: string;
  readonly hops: readonly {
    date: string;
    source: string;
    own: boolean;
    ground?: string;
    entries: readonly string[];
  }[];
}
interface Named {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly date?: { value: string };
}

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as T[];
const projects = read<Project>('projects');
const clauses = read<Clause>('clauses').filter(({ kind }) => kind === 'clause');
const chains = read<Chain>('chains');
const sources = read<Named>('sources');
const cutOff =
  sources
    .map(({ date }) => date?.value ?? '')
    .toSorted()
    .at(-1) ?? '';

const pictures = builtPages().flatMap(({ address, tree }) =>
  withAttribute(tree, 'data-picture').map((figure) => ({
    address,
    name: attributeOf(figure, 'data-picture') ?? '',
    figure,
  })),
);
const on = (address: string, name: string): HtmlElement =>
  pictures.find((each) => each.address === address && each.name === name)?.figure ??
  raise(`${address} ${name}`);

const hrefOf = (element: HtmlElement): string => attributeOf(element, 'href') ?? '';
const links = (node: HtmlNode): HtmlElement[] => byTag(node, 'a');
const countsIn = (node: HtmlNode): Map<string, number> =>
  new Map(
    withAttribute(node, 'data-count').map((link) => [hrefOf(link), Number(attributeOf(link, 'data-count'))]),
  );
const byId = (address: string, id: string): HtmlElement =>
  [...elementsOf(pageAt(address).tree)].find((element) => attributeOf(element, 'id') === id) ??
  raise(`${address}#${id}`);

/** How many entries stand where a number leads. */
function entriesBehind(href: string): number {
  const [address = '', anchor] = href.split('#');
  if (anchor !== undefined)
    return byTag(byClass(byId(address, anchor), 'cell-list')[0] ?? raise(href), 'li').length;
  return byClass(pageAt(address).tree, 'list').flatMap((list) => byTag(list, 'li')).length;
}

describe('every picture', () => {
  it('stands on the page of all pictures, on home, on the lists it belongs to and on every project', () => {
    const where = (name: string): string[] =>
      pictures.filter((each) => each.name === name).map(({ address }) => address);
    for (const name of pictureNames) expect(where(name), name).toContain('/pictures/');
    for (const name of ['columns', 'themes', 'map']) expect(where(name), name).toContain('/');
    for (const name of ['map', 'regions']) expect(where(name), name).toContain('/regions/');
    for (const name of ['strips', 'themes']) expect(where(name), name).toContain('/themes/');
    expect(where('lanes')).toEqual(
      expect.arrayContaining(['/chains/', ...projects.map(({ id }) => `/projects/${id}/`)]),
    );
  });

  it('has a caption, a warning what not to conclude, and a table of the same data', () => {
    const faults = pictures.filter(({ figure }) => {
      const caption = textContentOf(byTag(figure, 'figcaption')[0] ?? figure).trim();
      const remark = textContentOf(byClass(figure, 'remark')[0] ?? raise('remark')).trim();
      const elsewhere = withAttribute(figure, 'data-twin-at').map(hrefOf);
      const [address = '', anchor = ''] = (elsewhere[0] ?? '').split('#');
      const tabled = elsewhere.length === 0 ? figure : byId(address, anchor);
      const twin = byTag(tabled, 'table').length > 0 || withAttribute(tabled, 'data-twin').length > 0;
      return caption.length < 20 || remark.length < 10 || !twin;
    });
    expect(faults.map(({ address, name }) => `${address} ${name}`)).toEqual([]);
    expect(pictures.length).toBeGreaterThan(projects.length);
  });

  it('gives every link and every drawing a name, or hides what its words already say', () => {
    const nameless = pictures.flatMap(({ address, figure }) =>
      [
        ...links(figure).filter(
          (link) => (attributeOf(link, 'aria-label') ?? textContentOf(link)).trim() === '',
        ),
        ...withAttribute(figure, 'role').filter(
          (element) => attributeOf(element, 'role') === 'img' && !attributeOf(element, 'aria-label'),
        ),
        ...byTag(figure, 'svg').filter(
          (svg) =>
            !/(^|\s)stop/.test(attributeOf(svg, 'class') ?? '') &&
            attributeOf(svg, 'aria-hidden') === undefined &&
            !attributeOf(svg, 'aria-label'),
        ),
      ].map((element) => `${address} <${element.tagName}>`),
    );
    expect(nameless).toEqual([]);
  });

  it('prints numbers that are as many as the entries they lead to', () => {
    const numbers = pictures.flatMap(({ address, figure }) =>
      withAttribute(figure, 'data-count')
        .map((link) => ({
          at: `${address} ${hrefOf(link)}`,
          href: hrefOf(link),
          printed: textContentOf(link).includes(attributeOf(link, 'data-count') ?? '?'),
          count: Number(attributeOf(link, 'data-count')),
        }))
        // A place without a project leads to a search for its name.
        .filter(({ count }) => count > 0),
    );
    expect(numbers.length).toBeGreaterThan(500);
    expect(numbers.filter(({ printed }) => !printed)).toEqual([]);
    expect(numbers.filter(({ href, count }) => entriesBehind(href) !== count)).toEqual([]);
  });
});

describe('the tables of counts', () => {
  const sourcesOf = (project: Project): string[] => [
    ...new Set(project.progress.map(({ evidence }) => evidence.passage.split('#')[0] ?? '')),
  ];
  const tally = (keys: readonly string[]): Map<string, number> =>
    new Map([...Map.groupBy(keys, (key) => key)].map(([key, list]) => [key, list.length]));

  it('count what the published data hold, by theme and article', () => {
    const expected = tally(
      projects.flatMap((project) =>
        project.themes.flatMap((theme) => [
          `/projects/by/theme/${theme}/`,
          ...sourcesOf(project).map((source) => `/pictures/themes/#${theme}-${source}`),
        ]),
      ),
    );
    for (const page of ['/', '/themes/', '/pictures/'])
      expect(countsIn(on(page, 'themes'))).toEqual(expected);
  });

  it('count what the published data hold, by place and theme', () => {
    const expected = tally(
      projects.flatMap(({ themes, regions }) =>
        regions.flatMap((region) => [
          `/projects/by/region/${region}/`,
          ...themes.map((theme) => `/pictures/regions/#${region}-${theme}`),
        ]),
      ),
    );
    for (const page of ['/regions/', '/pictures/']) expect(countsIn(on(page, 'regions'))).toEqual(expected);
  });

  it('draw as many strokes as they print', () => {
    const drawn = withAttribute(on('/', 'themes'), 'data-count').filter(
      (link) => byTag(link, 'svg').length > 0,
    );
    expect(drawn.length).toBeGreaterThan(20);
    for (const link of drawn) {
      const path = byTag(link, 'path')
        .map((each) => attributeOf(each, 'd') ?? '')
        .join('');
      expect([...path.matchAll(/M/g)]).toHaveLength(Number(attributeOf(link, 'data-count')));
    }
  });
});

describe('the map', () => {
  it('has fourteen places, each with as many projects as name it, the province stated and not spread', () => {
    const tiles = byClass(on('/', 'map'), 'tile');
    expect(tiles).toHaveLength(14);
    for (const tile of tiles) {
      const region = /\/by\/region\/([^/]+)\//.exec(hrefOf(tile))?.[1];
      const named = projects.filter(({ regions }) => region !== undefined && regions.includes(region));
      expect(Number(attributeOf(tile, 'data-count')), textContentOf(tile)).toBe(named.length);
      expect(textContentOf(tile)).toContain(named.length === 0 ? '未见' : String(named.length));
    }
    const province = projects.filter(({ regions }) => regions.includes('hebei')).length;
    expect(textContentOf(on('/', 'map'))).toContain(`${String(province)}条项目`);
  });
});

describe('the strips', () => {
  it('have one mark for each project of a theme, under its status', () => {
    const figure = on('/themes/', 'strips');
    const marks = byClass(figure, 'strip-mark').map(hrefOf);
    const expected = projects.flatMap(({ id, themes }) => themes.map(() => `/projects/${id}/`));
    expect(marks.toSorted()).toEqual(expected.toSorted());
    for (const [href, count] of countsIn(figure)) {
      const [, theme = '', status] = /#([a-z-]+?)-(proposed|agreed|planned|reported-.+)$/.exec(href) ?? [];
      if (status === undefined) continue;
      const own = projects.filter((project) => project.themes.includes(theme) && project.status === status);
      expect(count, href).toBe(own.length);
    }
  });
});

describe('the columns', () => {
  const figure = on('/', 'columns');
  const columns = byClass(figure, 'columns')
    .flatMap((each) => byTag(each, 'li'))
    .map((item) => {
      const link = links(item)[0] ?? raise('column');
      return { href: hrefOf(link), words: textContentOf(link), marks: byClass(item, 'mark') };
    });

  it('are the clauses, in words that stand in them', () => {
    expect(columns.map(({ href }) => href).toSorted()).toEqual(
      clauses.map(({ id }) => `/agreements/${id}/`).toSorted(),
    );
    for (const { href, words } of columns) {
      const clause = clauses.find(({ id }) => href === `/agreements/${id}/`) ?? raise(href);
      expect(words).toBe(clause.excerpt);
      expect(clause.text).toContain(words);
    }
  });

  it('are empty just where no chain of the clause goes on, and say by topic alone just where nothing firmer does', () => {
    const kinds = columns.map(({ href, marks }) => {
      const key = `clauses/${href.slice('/agreements/'.length, -1)}`;
      const own = chains.filter(({ subject, hops }) => {
        const holding = hops.filter(({ entries }) => entries.includes(key));
        const isSubject = subject === key || subject.startsWith(`${key}#`);
        return isSubject || holding.some((hop) => hop.own || hop.ground !== 'topical');
      });
      const later = own.flatMap(({ hops }) => hops).filter(({ date }) => date > '2017-08-18');
      const expected =
        later.length === 0
          ? 'none'
          : later.every((hop) => !hop.own && hop.ground === 'topical')
            ? 'topical'
            : 'found';
      const labels = marks.map((mark) => attributeOf(mark, 'aria-label'));
      const shown = labels.includes('此后未见')
        ? 'none'
        : labels.every((label) => label === '话题相近')
          ? 'topical'
          : 'found';
      expect(shown, key).toBe(expected);
      return shown;
    });
    const count = (kind: string): string => String(kinds.filter((each) => each === kind).length);
    const caption = textContentOf(byTag(figure, 'figcaption')[0] ?? raise('caption'));
    expect(caption).toContain(`本站编为${String(clauses.length)}项`);
    expect(caption).toContain(
      `${count('found')}项后来有相连的话，${count('topical')}项只见话题相近的话，${count('none')}项此后未见`,
    );
  });
});

describe('the flow', () => {
  it('begins with the clauses of each area, and each list is of those counted', () => {
    const flow = byClass(on('/pictures/', 'flow'), 'flow')[0] ?? raise('flow');
    const first = byTag(flow, 'tr')
      .slice(1)
      .map((row) => Number(attributeOf(links(row)[0] ?? raise('cell'), 'data-count')));
    const areas = Map.groupBy(clauses, ({ area }) => area);
    expect(first.toSorted()).toEqual([...areas.values()].map((list) => list.length).toSorted());
  });

  it('leads from reports only to projects of which an article reports', () => {
    const lists = withAttribute(pageAt('/pictures/flow/').tree, 'data-list').filter((list) =>
      attributeOf(list, 'id')?.endsWith('-reported'),
    );
    const reported = projects
      .filter(({ progress }) => progress.some(({ kind }) => kind === 'report'))
      .map(({ id }) => `/projects/${id}/`);
    expect(
      lists
        .flatMap(links)
        .map(hrefOf)
        .filter((href) => !reported.includes(href)),
    ).toEqual([]);
  });
});

describe('the lanes', () => {
  it('are the chains, each once, with every one of its places in the table', () => {
    const figure = on('/chains/', 'lanes');
    const rows = withAttribute(figure, 'data-lane-row');
    expect(rows.map((row) => attributeOf(row, 'data-lane-row')).toSorted()).toEqual(
      chains.map(({ id }) => id).toSorted(),
    );
    const lists = byTag(byClass(figure, 'times-table')[0] ?? raise('table'), 'tr');
    for (const [nth, row] of rows.entries()) {
      const chain = chains.find(({ id }) => id === attributeOf(row, 'data-lane-row')) ?? raise('chain');
      expect(hrefOf(links(row)[0] ?? raise('name'))).toBe(chain.url);
      expect(byTag(lists[nth] ?? raise('list'), 'li'), chain.id).toHaveLength(chain.hops.length);
    }
  });

  it('go on in dots to the end where the newest article does not speak of the thing itself', () => {
    for (const row of withAttribute(on('/chains/', 'lanes'), 'data-lane-row')) {
      const chain = chains.find(({ id }) => id === attributeOf(row, 'data-lane-row')) ?? raise('chain');
      const own = chain.hops.filter((hop) => hop.own || hop.ground !== 'topical');
      const isKnownToTheEnd = own.some(
        ({ source }) => sources.find(({ id }) => id === source)?.date?.value === cutOff,
      );
      expect(byClass(row, 'time-silent'), chain.id).toHaveLength(isKnownToTheEnd ? 0 : 1);
      const words = attributeOf(byClass(row, 'time-row')[0] ?? raise('drawing'), 'aria-label') ?? '';
      expect(words.includes('未见'), chain.id).toBe(!isKnownToTheEnd);
    }
  });

  it('put marks in the order of their dates, and never two dates the wrong way round', () => {
    for (const { figure, name, address } of pictures) {
      if (name !== 'lanes') continue;
      for (const row of byClass(figure, 'time-row')) {
        const places = byClass(row, 'stop').map((stop) => Number.parseFloat(attributeOf(stop, 'x') ?? ''));
        expect(places, address).toEqual(places.toSorted((a, b) => a - b));
        expect(places.every((place) => place >= 0 && place <= 100)).toBe(true);
      }
    }
  });
});

describe('the line of time', () => {
  const { tree } = pageAt('/timeline/');

  it('shows every article and every event once, in order of time, and every year', () => {
    const moments = withAttribute(tree, 'data-moment');
    const shown = moments.map((moment) => hrefOf(links(moment)[0] ?? raise('moment')));
    const expected = [...sources, ...read<Named>('events')].map(({ url }) => url);
    expect(shown.toSorted()).toEqual(expected.toSorted());
    const dates = moments.map((moment) => attributeOf(moment, 'data-moment') ?? '');
    expect(dates).toEqual(dates.toSorted());
    const years = byTag(tree, 'h2').map((heading) => textContentOf(heading).trim());
    const [first = 0, last = 0] = [dates[0], dates.at(-1)].map((date) => Number(date?.slice(0, 4)));
    expect(years).toEqual(Array.from({ length: last - first + 1 }, (_, nth) => `${String(first + nth)}年`));
  });

  it('leaves a year without anything as high as twelve months, and no year higher', () => {
    const heights = byClass(tree, 'time-of-year').map((year) => ({
      isEmpty: withAttribute(year, 'data-moment').length === 0,
      height: byClass(year, 'time-gap').reduce((sum, gap) => sum + Number(attributeOf(gap, 'height')), 0),
    }));
    const highest = Math.max(...heights.map(({ height }) => height));
    expect(heights.filter(({ isEmpty }) => isEmpty).map(({ height }) => height)).toEqual([144, 144, 144]);
    expect(highest).toBeLessThanOrEqual(146);
  });
});

function raise(what: string): never {
  throw new Error(`missing: ${what}`);
}
