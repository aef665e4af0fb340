import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordProblems } from '../../../scripts/content-problems.ts';
import { asOfDays } from '../../../src/graph/as-of.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { asOfViewsOf, changesFrom, stateOf } from '../../../src/queries/as-of-views.ts';
import { readContent } from '../../../src/read/content.ts';
import { projectRoot } from '../../helpers/built-site.ts';
import { removeLaterArticles } from '../../helpers/earlier-content.ts';

const { graph } = recordProblems(readContent(`${projectRoot}/`));
const days = asOfDays(graph);
const views = asOfViewsOf(graph);

/** The record made anew from a copy of the content that holds only the articles of a day and before. */
const rebuilt = new Map<string, Graph>();
const folder = mkdtempSync(join(tmpdir(), 'as-of-'));

beforeAll(() => {
  for (const { date } of days.filter(({ articles }) => articles.length > 0)) {
    const root = join(folder, date);
    cpSync(join(projectRoot, 'content'), join(root, 'content'), { recursive: true });
    removeLaterArticles(root, date);
    rebuilt.set(date, recordProblems(readContent(root)).graph);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The record of a day: the copy made for the last article up to it. */
function recordOf(date: string): Graph {
  const last = [...rebuilt.keys()].filter((day) => day <= date).at(-1);
  return rebuilt.get(last ?? '') ?? fail(date);
}

type Shown = ReturnType<typeof stateOf> & ReturnType<typeof changesFrom>;

/** What a page shows of a view but the names of entries, which it has as they were printed: those stand by themselves. */
function shownOf({ counts, statuses, themes, articles, moved, said, added }: Shown) {
  return {
    counts,
    statuses,
    articles,
    themes: themes.map(({ link, counts: own, projects }) => ({
      link,
      counts: own,
      projects: projects.map(({ href, line, mark }) => ({ href, line, mark })),
    })),
    words: [...moved, ...said].map(({ project, before, now, events }) => ({
      href: project.href,
      before,
      now,
      events: events.map(({ claim, evidence }) => ({ claim, ...evidence })),
    })),
    added: added.map(({ label, links }) => ({ label, links: links.map(({ href }) => href) })),
  };
}

function namesOf({ themes, moved, said, added }: Shown): Map<string, string> {
  return new Map([
    ...themes.flatMap(({ projects }) => projects.map(({ href, title }): [string, string] => [href, title])),
    ...[...moved, ...said].map(({ project }): [string, string] => [project.href, project.label]),
    ...added.flatMap(({ links }) => links.map(({ href, label }): [string, string] => [href, label])),
  ]);
}

describe('the days', () => {
  it('are those of the five articles and the ends of the years between', () => {
    expect(views.map(({ day }) => day)).toEqual([
      { value: '2017-08-18', inferred: true },
      { value: '2017-12-31', inferred: false },
      { value: '2018-12-31', inferred: false },
      { value: '2019-02-22', inferred: true },
      { value: '2019-06-03', inferred: true },
      { value: '2019-10-21', inferred: true },
      { value: '2019-12-31', inferred: false },
      { value: '2020-12-31', inferred: false },
      { value: '2021-12-31', inferred: false },
      { value: '2022-12-31', inferred: false },
      { value: '2023-05-13', inferred: false },
    ]);
  });
});

describe.each(days.map(({ date }, index) => ({ date, index })))('what $date knew', ({ date, index }) => {
  const view = views[index] ?? fail(date);

  it('is what a record made from the articles up to it alone says, silences and changes included', () => {
    const earlier = days[index - 1]?.date;
    const own = recordOf(date);
    const before = earlier === undefined ? emptied(own) : recordOf(earlier);
    const expected = { ...stateOf(own, date), ...changesFrom(before, own) };
    expect(shownOf(view)).toEqual(shownOf(expected));
  });

  it('calls things as that record does, or by words that its articles print', () => {
    const own = recordOf(date);
    const printed = [...own.passages.values()].map(({ passage }) => passage.text).join('\n');
    const full = namesOf({ ...stateOf(own, date), ...changesFrom(emptied(own), own) });
    const unknown = [...namesOf(view)].filter(
      ([href, name]) => name !== full.get(href) && !printed.includes(name.replace(/^“(.*)”$/, '$1')),
    );
    expect(unknown).toEqual([]);
  });
});

it('knows on the last day what the site knows now', () => {
  const last = views.at(-1) ?? fail('last day');
  expect(shownOf({ ...last, ...stateOf(graph, '2023-05-13') })).toEqual(shownOf(last));
  expect(namesOf({ ...last, ...stateOf(graph, '2023-05-13') })).toEqual(namesOf(last));
});

it('tells what became of a thing as it became known: the road to Xiongan, agreed by no text, planned in 2019', () => {
  const lineAt = (date: string): string | undefined =>
    views
      .find(({ day }) => day.value === date)
      ?.themes.flatMap(({ projects }) => projects)
      .find(({ href }) => href === '/projects/jing-xiong-gaosu/')?.line;
  expect(lineAt('2019-02-22')).toBeUndefined();
  expect(lineAt('2019-06-03')).toBe('已列计划：“力争开工建设”，截至2019-06-03（推断）。这一天的文章提到');
  expect(lineAt('2021-12-31')).toBe('已列计划：“力争开工建设”，截至2019-06-03（推断）。此后2年6个月未见');
  expect(lineAt('2023-05-13')).toBe('已列计划：“力争开工建设”，截至2019-06-03（推断）。这一天的文章提到');
});

it('calls the airport’s economic zone what each article called it', () => {
  const nameAt = (date: string): string | undefined =>
    views
      .find(({ day }) => day.value === date)
      ?.themes.flatMap(({ projects }) => projects)
      .find(({ href }) => href === '/projects/jichang-linkong-jingjiqu/')?.title;
  expect(nameAt('2017-08-18')).toBe('北京新机场临空经济区');
  expect(nameAt('2019-10-21')).toBe('大兴国际机场临空经济区');
});

/** The same record with nothing in it but the themes. */
function emptied(of: Graph): Graph {
  const themes = of.collections.get('themes') ?? new Map<string, never>();
  return { ...of, collections: new Map([['themes', themes]]), quotes: [], passages: new Map() };
}

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
