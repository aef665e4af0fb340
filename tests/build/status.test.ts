import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, textContentOf, type HtmlNode } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import {
  builtPages,
  byClass,
  byTag,
  dist,
  pageAt,
  projectRoot,
  withAttribute,
} from '../helpers/built-site.ts';

/*
 * The published rule, written a second time: from the content as editors wrote it, without the graph, to the pages and
 * the data as readers get them.
 */
const content = readContent(`${projectRoot}/`);
const cutOff = '2023-05-13';

interface Event {
  readonly kind: string;
  readonly outcome?: string;
  readonly wording: string;
  readonly date?: { value: string };
  readonly due?: { by: string };
  readonly evidence: { passage: string; quote: string };
}
interface Project {
  readonly id: string;
  readonly progress: readonly Event[];
}
interface Commitment {
  readonly id: string;
  readonly quote: string;
  readonly modality: { level: string; wording?: string };
  readonly due?: { by: string };
  readonly milestone?: string;
}
interface Published {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  readonly statusAsOf: string;
  readonly lastMention: string;
  readonly unknown: readonly string[];
  readonly commitments: readonly { id: string; url: string; projects: string[]; overdue?: boolean }[];
}

const dataOf = (name: string) =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as Published[];

const articleDates = new Map(
  content.entries
    .filter(({ collection }) => collection === 'sources')
    .map(({ id, data }) => [id, (data as { date: { value: string } }).date.value]),
);
const articleDate = ({ evidence }: Event): string =>
  articleDates.get(evidence.passage.split('#')[0] ?? '') ?? '';

const projects = content.entries
  .filter(({ collection }) => collection === 'projects')
  .map(({ id, data }): Project => ({ id, ...(data as Omit<Project, 'id'>) }));

const rungs = [
  ['proposed', '提出', (event: Event) => ['speech', 'opinion'].includes(event.kind)],
  ['agreed', '约定', (event: Event) => event.kind === 'agreement'],
  ['planned', '已列计划', (event: Event) => event.kind === 'plan'],
  ['reported-underway', '报道在推进', (event: Event) => event.outcome === 'underway'],
  ['reported-done', '报道已完成', (event: Event) => event.outcome === 'done'],
  ['reported-in-use', '报道已投用', (event: Event) => event.outcome === 'in-use'],
] as const;

/** The last rung on which any event stands, and the last event there. */
function expected({ id, progress }: Project): { status: string; label: string; event: Event; asOf: string } {
  const [status, label, holds] = rungs.findLast(([, , on]) => progress.some(on)) ?? fail(id);
  const event = progress.findLast(holds) ?? fail(id);
  return { status, label, event, asOf: event.date?.value ?? articleDate(event) };
}

const isReported = ({ progress }: Project): boolean => progress.some(({ kind }) => kind === 'report');
const published = new Map(dataOf('projects').map((record) => [record.id, record]));
const textOf = (node: HtmlNode): string => textContentOf(node).replaceAll(/\s+/g, '');
const pageOf = (id: string) => pageAt(`/projects/${id}/`).tree;
const sectionOf = (tree: HtmlNode, id: string): HtmlNode | undefined =>
  withAttribute(tree, 'id').find((element) => attributeOf(element, 'id') === id);

/** "3年11个月" from one whole date to another, counted day by day's calendar, not as the site does. */
function span(from: string, to: string): string {
  const end = new Date(`${to}T00:00:00Z`);
  let months = 0;
  const after = (count: number): Date => {
    const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 + count, day));
  };
  while (after(months + 1) <= end) months += 1;
  const years = Math.floor(months / 12);
  return `${years > 0 ? `${String(years)}年` : ''}${months % 12 > 0 ? `${String(months % 12)}个月` : ''}`;
}

describe('the status of every project', () => {
  it('is what the events in its file make of it: in the data, in its badge and in the account of why', () => {
    const faults = projects.flatMap((project) => {
      const { status, label, event, asOf } = expected(project);
      const record = published.get(project.id) ?? fail(project.id);
      const tree = pageOf(project.id);
      const claim = textOf(byClass(tree, 'status-claim')[0] ?? fail(project.id));
      const why = sectionOf(tree, 'why') ?? fail(project.id);
      const decided = byTag(why, 'li').filter((row) => textOf(row).includes('状态由这一次决定'));
      const holds =
        record.status === status &&
        record.statusAsOf === asOf &&
        claim === `${label}：“${event.wording}”`.replaceAll(/\s+/g, '') &&
        byTag(why, 'li').length === project.progress.length &&
        decided.length === 1 &&
        textOf(decided[0] ?? why).includes(label) &&
        textOf(byTag(why, 'blockquote')[0] ?? why).includes(event.evidence.quote.replaceAll(/\s+/g, ''));
      return holds
        ? []
        : [`${project.id}: ${status} ${asOf}, ${record.status} ${record.statusAsOf}, ${claim}`];
    });
    expect(projects.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  it('is planned or less without a report, and then says that nobody reported it built', () => {
    const silent = projects.filter((project) => !isReported(project));
    for (const { id } of silent) {
      expect(['proposed', 'agreed', 'planned'], id).toContain(published.get(id)?.status);
      expect(textOf(pageOf(id)), id).toContain('没有一篇报道它已经开工或建成');
      expect(published.get(id)?.unknown, id).toContain('no-report');
    }
    expect(silent.length).toBeGreaterThan(80);
  });

  it('comes with its silence, counted from the last article that mentions it to the newest', () => {
    const faults = projects.flatMap((project) => {
      const last = project.progress.map(articleDate).sort().at(-1) ?? '';
      const badge = byClass(pageOf(project.id), 'status').map(textOf).join(' ');
      const shown = last === cutOff ? '最晚一篇提到，此后无从再查' : `此后${span(last, cutOff)}`;
      const holds =
        badge.includes(shown) &&
        badge.includes('截至') &&
        published.get(project.id)?.lastMention === last &&
        (last === cutOff || badge.includes('本语料截至2023年5月13日未见后续报道'));
      return holds ? [] : [`${project.id}: ${last}, ${badge}`];
    });
    expect(faults).toEqual([]);
  });

  it('is accounted for wherever a list shows its mark', () => {
    const marks = builtPages().flatMap(({ tree }) => byClass(tree, 'mark-link'));
    expect(marks.length).toBeGreaterThan(projects.length);
    const strange = marks
      .map((mark) => attributeOf(mark, 'href') ?? '')
      .filter((to) => !/^\/projects\/[a-z0-9-]+\/#why$/.test(to));
    expect(strange).toEqual([]);
  });
});

describe('what is not known', () => {
  it('is one of three kinds, and what is reported without a number says so', () => {
    const numbers = content.entries
      .filter(({ collection }) => collection === 'figures')
      .map(({ data }) => data as { value: string; evidence: { passage: string; quote: string } });
    const measured = (event: Event): boolean =>
      numbers.some(
        ({ value, evidence }) =>
          event.evidence.passage === evidence.passage &&
          event.wording.includes(value) &&
          (event.evidence.quote.includes(evidence.quote) || evidence.quote.includes(event.evidence.quote)),
      );
    const faults = projects.filter(isReported).filter(({ id, progress }) => {
      const reports = progress.filter(({ kind }) => kind === 'report');
      const vague = reports.every((event) => event.outcome === 'underway' && !measured(event));
      return vague !== (published.get(id)?.unknown.includes('not-measurable') ?? false);
    });
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it('is contradictory only where the ledger of numbers keeps two of its numbers apart', () => {
    const contradictory = [...published.values()].filter(({ unknown }) => unknown.includes('contradictory'));
    expect(contradictory.map(({ id }) => id)).toEqual(['fupin-xiezuo-duikou-bangfu']);
    const links = withAttribute(pageOf('fupin-xiezuo-duikou-bangfu'), 'data-unknown').flatMap((line) =>
      byTag(line, 'a'),
    );
    expect(links.map((link) => attributeOf(link, 'href'))).toEqual([
      '/figures/#2017-bangfu-xianqu-16',
      '/figures/#2019-pinkun-xianqu-23',
    ]);
  });

  it('is told on the page in the words of the data', () => {
    const labels: Record<string, string> = {
      'no-report': '本语料没有报道',
      'not-measurable': '报道了，量不出',
      contradictory: '数字对不上',
    };
    for (const { id, unknown } of published.values()) {
      const shown = withAttribute(pageOf(id), 'data-unknown').map((line) =>
        attributeOf(line, 'data-unknown'),
      );
      expect(shown, id).toEqual(unknown.map((kind) => labels[kind]));
    }
  });
});

interface Undertaking {
  readonly id: string;
  readonly collection: string;
  readonly commitments: readonly Commitment[];
}
const undertakings = content.entries
  .filter(({ collection }) => collection === 'clauses' || collection === 'work-points')
  .map(({ id, collection, data }): Undertaking => ({
    id,
    collection,
    ...(data as Pick<Undertaking, 'commitments'>),
  }));
const records = new Map(
  [...dataOf('clauses'), ...dataOf('work-points')].map((record) => [record.id, record]),
);

/** True when the last moment of a date lies before the cut-off. */
function hasPassed(by: string): boolean {
  const [year = 0, month = 12, day] = by.split('-').map(Number);
  const end = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
  return end <= Date.parse(`${cutOff}T00:00:00Z`);
}

describe('the list of what is overdue', () => {
  const tree = pageAt('/overdue/').tree;
  const rowsIn = (id: string): string[] =>
    withAttribute(sectionOf(tree, id) ?? tree, 'data-target').map(
      (row) => attributeOf(row, 'data-target') ?? '',
    );
  const reported = new Set(projects.filter(isReported).map(({ id }) => id));
  const all = undertakings.flatMap(({ id, collection, commitments }) =>
    commitments.map((commitment) => {
      const record = records.get(id)?.commitments.find((each) => each.id === commitment.id) ?? fail(id);
      const by = commitment.due?.by ?? (collection === 'work-points' ? '2019' : undefined);
      const past = by !== undefined && hasPassed(by) && !record.projects.some((each) => reported.has(each));
      const says = commitment.due !== undefined || commitment.milestone !== undefined;
      return { commitment, record, past, overdue: past && says };
    }),
  );

  it('is what the deadlines, the reports and the cut-off make of it, in the data and on its page', () => {
    expect(all.filter(({ record, overdue }) => (record.overdue ?? false) !== overdue)).toEqual([]);
    const overdue = all.filter((each) => each.overdue);
    const urls = (list: typeof all) => list.map(({ record: { url } }) => url).sort();
    expect(rowsIn('printed').sort()).toEqual(
      urls(overdue.filter(({ commitment }) => commitment.due !== undefined)),
    );
    expect(rowsIn('planned').sort()).toEqual(
      urls(overdue.filter(({ commitment: { due } }) => due === undefined)),
    );
    const directions = byTag(sectionOf(tree, 'directions') ?? fail('directions'), 'a').map(
      (link) => attributeOf(link, 'href') ?? '',
    );
    expect(directions.sort()).toEqual(urls(all.filter(({ past, overdue: listed }) => past && !listed)));
  });

  it('holds the airport, the railway and the three dates the articles print, and no date they do not', () => {
    const printed = withAttribute(sectionOf(tree, 'printed') ?? fail('printed'), 'data-due');
    expect(printed.map((row) => [attributeOf(row, 'data-target'), attributeOf(row, 'data-due')])).toEqual([
      ['/work-points/2019-jiaotong-9/#c2', '2019-06'],
      ['/work-points/2019-jiaotong-9/#c3', '2019-09'],
      ['/work-points/2019-jiaotong-7/#c1', '2019-12'],
    ]);
    for (const row of printed) expect(textOf(row)).toContain('推断');
  });

  it('keeps what is announced for 2023 apart: its time has not passed', () => {
    const announced = projects.filter(({ progress }) => progress.some(({ due }) => due !== undefined));
    expect(rowsIn('pending')).toEqual(announced.map(({ id }) => `/projects/${id}/`));
    expect(
      announced.flatMap(({ progress }) => progress.flatMap(({ due }) => due?.by ?? [])).some(hasPassed),
    ).toBe(false);
  });

  it('counts the same on the home page', () => {
    const count = rowsIn('printed').length + rowsIn('planned').length;
    expect(textOf(pageAt('/').tree)).toContain(`到期未见报道${String(count)}处`);
  });
});

describe('how firmly commitments are worded', () => {
  const tree = pageAt('/modality/').tree;

  it('lists every commitment once, under its level', () => {
    const levels = new Set(
      undertakings.flatMap(({ commitments }) => commitments.map(({ modality }) => modality.level)),
    );
    for (const level of levels) {
      const section = sectionOf(tree, level) ?? fail(level);
      const links = byTag(section, 'li').flatMap((row) =>
        byTag(row, 'a').map((link) => attributeOf(link, 'href') ?? ''),
      );
      const own = undertakings.flatMap(({ id, commitments }) =>
        commitments
          .filter(({ modality }) => modality.level === level)
          .map(
            (each) => records.get(id)?.commitments.find((record) => record.id === each.id)?.url ?? fail(id),
          ),
      );
      expect(links.sort(), level).toEqual(own.sort());
    }
    expect(levels.size).toBe(7);
  });

  it('adds nothing up over the agreement and the plan', () => {
    const cells = byTag(byTag(tree, 'table')[0] ?? fail('table'), 'td').map(textOf);
    const total = undertakings.flatMap(({ commitments }) => commitments).length;
    expect(cells).toHaveLength(14);
    expect(cells.some((cell) => cell.startsWith(`${String(total)}处`))).toBe(false);
  });

  it('marks every commitment on its own page with its level in words', () => {
    for (const { commitments, id, collection } of undertakings) {
      const page = pageAt(`/${collection === 'clauses' ? 'agreements' : collection}/${id}/`).tree;
      const rows = byTag(byClass(page, 'commitments')[0] ?? fail(id), 'li').filter(
        (row) => attributeOf(row, 'id') !== undefined,
      );
      const shown = rows.map((row) => attributeOf(byClass(row, 'tone')[0] ?? fail(id), 'href'));
      expect(shown, id).toEqual(commitments.map(({ modality }) => `/modality/#${modality.level}`));
    }
  });
});

describe('the wording of one subject, year beside year', () => {
  it('stands on the page of every project that more than one article speaks of, and on no other', () => {
    for (const { id, progress } of projects) {
      const sources = new Set(progress.map(({ evidence }) => evidence.passage.split('#')[0]));
      expect(sectionOf(pageOf(id), 'wordings') !== undefined, id).toBe(sources.size > 1);
    }
  });

  it('puts each quote under the year of its article', () => {
    for (const { id, progress } of projects) {
      for (const column of byClass(pageOf(id), 'wording')) {
        const year = textOf(byTag(column, 'h3')[0] ?? fail(id)).slice(0, 4);
        const quotes = byTag(column, 'blockquote').map(textOf);
        expect(quotes, id).toEqual(
          progress
            .filter((event) => articleDate(event).startsWith(year))
            .map(({ evidence }) => `“${evidence.quote}”`.replaceAll(/\s+/g, '')),
        );
      }
    }
  });
});

// The coverage pages measure how much of an article this record quotes: they say nothing of what was done.
it('prints no percentage that no article prints on any page about what was done', () => {
  const printed = [...content.passages.values()].flat().map(({ text }) => text);
  const pages = builtPages().filter(({ address }) => !address.endsWith('/coverage/'));
  const faults = pages.flatMap(({ address, tree }) => {
    const text = textContentOf(byTag(tree, 'main')[0] ?? fail(address)).replaceAll(/\s+/g, '');
    return [...text.matchAll(/[\d.]+[%％]|百分之[一二三四五六七八九十百零\d]+/g)]
      .map(([shown]) => shown)
      .filter((shown) => !printed.some((passage) => passage.includes(shown)))
      .map((shown) => `${address} ${shown}`);
  });
  expect(faults).toEqual([]);
});

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
