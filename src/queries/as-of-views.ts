import {
  asOfDays,
  changesBetween,
  knownSince,
  lastArticleOn,
  type AsOfDay,
  type NewWords,
} from '../graph/as-of.ts';
import { statusOf } from '../graph/facets.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { printings, restrictTo } from '../graph/restrict.ts';
import { statuses } from '../graph/status.ts';
import { monthsBetween, toChineseDate, toChineseSpan } from '../lib/partial-date.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { AsOfArticle, AsOfCount, AsOfDate, AsOfTheme, AsOfView, AsOfWords } from '../model/as-of.ts';
import { collections, type CollectionName, type Entry } from '../model/collections.ts';
import type { EvidenceView, Link, ListItem } from '../model/views.ts';
import { routes } from '../routes.ts';
import { inOrder, markOfEvent, shownFigure, statusLine, statusViews, toListItem } from './items.ts';
import { href, isOf, linkTo, toEvidenceView } from './views.ts';

/** What is counted and told as new: what articles say. People, bodies and places are only whom they name. */
const told = [
  'agreements',
  'clauses',
  'work-points',
  'projects',
  'statements',
  'figures',
  'events',
] as const satisfies readonly CollectionName[];

/** Every day of a record in order of time, each made from what was known on it and from nothing else. */
export function asOfViewsOf(graph: Graph): AsOfView[] {
  const printedIn = printings(graph);
  const days = asOfDays(graph).map((day) => ({ day, known: restrictTo(graph, day.date, printedIn) }));
  return days.map(({ day, known }, index) => {
    const [before, after] = [days[index - 1], days[index + 1]];
    const changes = changesFrom(before?.known ?? restrictTo(graph, '', printedIn), known);
    return {
      day: { value: day.date, inferred: isInferred(day) },
      date: toChineseDate(day.date),
      words: inWords(day),
      page: href(routes.asOf(day.date)),
      ...(before === undefined ? {} : { previous: dayLink(before.day), since: inWords(before.day) }),
      ...(after === undefined ? {} : { next: dayLink(after.day) }),
      ...stateOf(known, day.date),
      ...changes,
      newArticles: day.articles.map(toArticle),
      news: newsOf(day, changes),
    };
  });
}

function dayLink(day: AsOfDay): Link {
  return { label: `${day.date}${markOf(day)}`, href: href(routes.asOf(day.date)) };
}

function inWords(day: AsOfDay): string {
  return `${toChineseDate(day.date)}${markOf(day)}`;
}

function markOf(day: AsOfDay): string {
  return isInferred(day) ? '（推断）' : '';
}

/** A day is inferred when no article on it prints its date; the end of a year is nobody's inference. */
function isInferred({ articles }: AsOfDay): boolean {
  return articles.length > 0 && articles.every(({ data }) => data.date.basis === 'inferred');
}

function newsOf({ articles }: AsOfDay, { moved, said, added }: ChangesView): string {
  if (articles.length === 0) return '没有新的文章，记录没有变，只是沉默更久';
  const entries = added.reduce((sum, { links }) => sum + links.length, 0);
  return [
    `新文章${String(articles.length)}篇`,
    `新见条目${String(entries)}条`,
    ...(moved.length === 0 ? [] : [`状态变了的项目${String(moved.length)}条`]),
    ...(said.length === 0 ? [] : [`又有说法、状态未变的项目${String(said.length)}条`]),
  ].join('，');
}

/** All that a record tells, its silences counted to a day. */
export function stateOf(
  graph: Graph,
  date: string,
): Pick<AsOfView, 'articles' | 'counts' | 'statuses' | 'themes'> {
  const projects = inOrderOfSilence(graph).map((project) => ({
    project,
    item: toProjectItem(graph, project, date),
  }));
  return {
    articles: inOrder(graph, entriesOf(graph, 'sources')).map((source) =>
      toArticle(source as Entry<'sources'>),
    ),
    counts: countsOf(told.flatMap((name): Entry[] => entriesOf(graph, name))),
    statuses: statuses.flatMap((status) => {
      const count = projects.filter(({ project }) => statusOf(graph, project).status === status).length;
      return count === 0 ? [] : [{ mark: statusViews[status], count }];
    }),
    themes: inOrder(graph, entriesOf(graph, 'themes')).flatMap((theme): AsOfTheme[] => {
      const counts = countsOf(
        told.flatMap((name): Entry[] => entriesOf(graph, name)).filter((entry) => isOn(entry, theme.id)),
      );
      if (counts.length === 0) return [];
      return [
        {
          anchor: `theme-${theme.id}`,
          link: linkTo(theme),
          counts,
          projects: projects.filter(({ project }) => isOn(project, theme.id)).map(({ item }) => item),
        },
      ];
    }),
  };
}

/** What the entries of a collection are called: of most documents counted as agreements there is but the name. */
function nameOf(collection: CollectionName): string {
  return collection === 'agreements' ? '协议、计划、政策' : collections[collection].name;
}

function isOn({ data }: Entry, theme: string): boolean {
  return 'themes' in data && data.themes?.includes(theme) === true;
}

function countsOf(entries: readonly Entry[]): AsOfCount[] {
  return told.flatMap((name) => {
    const count = entries.filter(({ collection }) => collection === name).length;
    return count === 0 ? [] : [{ label: nameOf(name), count }];
  });
}

/** Projects by the day of the last article that speaks of them, earliest first, then ID. */
function inOrderOfSilence(graph: Graph): Entry<'projects'>[] {
  return entriesOf(graph, 'projects')
    .map((project) => ({ project, last: knownSince(lastArticleOn(graph, project)) }))
    .sort((a, b) => byCodeUnit(a.last, b.last) || byCodeUnit(a.project.id, b.project.id))
    .map(({ project }) => project);
}

function toProjectItem(graph: Graph, project: Entry<'projects'>, date: string): ListItem {
  const item = toListItem(graph, project);
  const last = lastArticleOn(graph, project);
  return {
    ...item,
    line: `${statusLine(graph, project)}。${silenceAt(last, statusOf(graph, project).asOf, date)}`,
  };
}

/** Silence as of a day: from the last article that speaks of a project, named where the status is not its, to that day. */
function silenceAt(last: Entry<'sources'>, statusAsOf: string, date: string): string {
  if (knownSince(last) === date) return '这一天的文章提到';
  const { value, basis } = last.data.date;
  const months = monthsBetween(value, date);
  const mention = value === statusAsOf ? '' : `最近提到在${value}${basis === 'inferred' ? '（推断）' : ''}，`;
  return `${mention}此后${months === undefined ? '' : toChineseSpan(months)}未见`;
}

type ChangesView = Pick<AsOfView, 'moved' | 'said' | 'added'>;

/** What a record tells that an earlier did not. */
export function changesFrom(earlier: Graph, later: Graph): ChangesView {
  const { added, said } = changesBetween(earlier, later);
  const words = said.map((each) => toWords(later, each));
  return {
    moved: words.filter(({ before, now }) => before.label !== now.label),
    said: words.filter(({ before, now }) => before.label === now.label),
    added: told.flatMap((name) => {
      const own = added.filter(({ collection }) => collection === name);
      return own.length === 0 ? [] : [{ label: nameOf(name), links: inOrder(later, own).map(toNamed) }];
    }),
  };
}

/** A figure is named by its number and what it counts. */
function toNamed(entry: Entry): Link {
  const link = linkTo(entry);
  return isOf(entry, 'figures') ? { ...link, label: `${shownFigure(entry)}　${link.label}` } : link;
}

function toWords(graph: Graph, { project, events, before, after }: NewWords): AsOfWords {
  return {
    project: linkTo(project),
    before: statusViews[before.status],
    now: statusViews[after.status],
    events: events.map((event) => ({
      claim: `${markOfEvent(event).label}：“${event.wording}”`,
      evidence: bare(toEvidenceView(graph, event.evidence)),
    })),
  };
}

/** A quote without the reason for its article's date, which is an editor's note. */
function bare({ date, ...evidence }: EvidenceView): EvidenceView {
  return { ...evidence, date: { value: date.value, inferred: date.inferred } };
}

function toArticle(article: Entry<'sources'>): AsOfArticle {
  const { date, dateOf } = article.data;
  return {
    link: linkTo(article),
    date: { value: date.value, inferred: date.basis === 'inferred' } satisfies AsOfDate,
    dateOf: dateOf === 'publication' ? '见报' : '事件',
  };
}
