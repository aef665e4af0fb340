import { describe, expect, it } from 'vitest';
import { asOfDays, changesBetween, lastArticleOn } from '../../../src/graph/as-of.ts';
import { getEntry, type Graph } from '../../../src/graph/graph.ts';
import { articles, project, seen } from './made-articles.ts';

const daysOf = (...dates: string[]): string[] =>
  asOfDays(articles(Object.fromEntries(dates.map((date, nth) => [`s${String(nth)}`, { date }])))).map(
    ({ date }) => date,
  );

describe('the days as of which the record is shown', () => {
  it('are those of its articles and the ends of the years before the last of them', () => {
    expect(daysOf('2017-08-18', '2019-02-22')).toEqual([
      '2017-08-18',
      '2017-12-31',
      '2018-12-31',
      '2019-02-22',
    ]);
  });

  it('take an imprecise date for the last day it can mean, a leap day included', () => {
    expect(daysOf('2020-02', '2019')).toEqual(['2019-12-31', '2020-02-29']);
  });

  it('name each day once, with all its articles', () => {
    const days = asOfDays(
      articles({ b: { date: '2019-12-31' }, a: { date: '2019' }, c: { date: '2020-01-01' } }),
    );
    expect(days.map(({ date, articles: own }) => [date, own.map(({ id }) => id)])).toEqual([
      ['2019-12-31', ['a', 'b']],
      ['2020-01-01', ['c']],
    ]);
  });

  it('are none without an article', () => {
    expect(daysOf()).toEqual([]);
  });
});

describe('what one day knew and an earlier did not', () => {
  const record = (...progress: ReturnType<typeof seen>[]): Graph =>
    articles({ a: { date: '2017' }, b: { date: '2018' } }, [project('lu', progress)]);
  const planned = seen('plan', 'b#p1');
  const agreed = seen('agreement', 'a#p1');

  it('is the entries that are new', () => {
    const { added, said } = changesBetween(articles({ a: { date: '2017' } }), record(agreed));
    expect(added.map(({ id }) => id)).toEqual(['b', 'lu']);
    expect(said).toEqual([]);
  });

  it('is what is newly said of a project, with its status before and after', () => {
    const [words, ...others] = changesBetween(record(agreed), record(agreed, planned)).said;
    expect(others).toEqual([]);
    expect(words?.events).toEqual([planned]);
    expect([words?.before.status, words?.after.status]).toEqual(['agreed', 'planned']);
  });

  it('is nothing between a record and itself', () => {
    const same = record(agreed, planned);
    expect(changesBetween(same, same)).toEqual({ added: [], said: [] });
  });
});

it('finds the newest article that speaks of a project, whatever the date of what it tells', () => {
  const graph = articles({ a: { date: '2017' }, b: { date: '2018-05' } }, [
    project('lu', [seen('plan', 'b#p1', '2016'), seen('plan', 'a#p1')]),
  ]);
  expect(lastArticleOn(graph, getEntry(graph, 'projects', 'lu')).id).toBe('b');
});
