import { entriesOf, getPassage, type Graph } from '../graph/graph.ts';
import { citedCollections } from '../graph/published-addresses.ts';
import type { Undertaking } from '../graph/undertakings.ts';
import { toApa } from '../lib/citation/apa.ts';
import { toBibtex } from '../lib/citation/bibtex.ts';
import { toCslJson } from '../lib/citation/csl-json.ts';
import { toGbt7714 } from '../lib/citation/gbt7714.ts';
import { bracketed, type CitedWork, type Supplied } from '../lib/citation/item.ts';
import { toRis } from '../lib/citation/ris.ts';
import type { CitationView } from '../model/citation.ts';
import type { Entry } from '../model/collections.ts';
import type { Dated } from '../model/dated.ts';
import { addressOf, citationFormats, routes, type CitationFormat } from '../routes.ts';
import { site } from '../site.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { agreementOf, href, isOf, undertakingName, undertakingNumbering } from './views.ts';

/*
 * What is cited, and as what:
 * - an article is cited as the article it is, at the place where it was read: its page here. Newspaper pages are
 *   [N/OL], web pages [EB/OL], by the shape of the raw file. Authors, newspaper, date and page number are those it
 *   prints; inferred ones stand in brackets; what is unknown stays unknown. The date of an event is not a date of
 *   publication.
 * - agreement, clause, work point and project are cited as entries of this record, [EB/OL], revised on the day
 *   they were last read against the article. We hold no text of an agreement: the article that renders it is
 *   named, and neither the parties nor the reporter are given as authors of our entry.
 */

/** What has a page that can be cited. */
type Citable = {
  [Name in (typeof citedCollections)[number]]: Entry<Name>;
}[(typeof citedCollections)[number]];

function citableEntries(graph: Graph): Citable[] {
  return citedCollections.flatMap((name) => entriesOf(graph, name) as Citable[]);
}

/** How to cite an entry, for its page. */
export async function citationView(entry: Citable): Promise<CitationView> {
  const work = citedWork(await siteGraph(), entry);
  return {
    gbt7714: toGbt7714(work),
    apa: toApa(work),
    permalink: work.url,
    files: citationFormats.map((format) => ({
      label: formats[format].label,
      href: href(routes.citationFile(addressOf(entry), format)),
      name: `${work.key.replaceAll(':', '-')}.${format}`,
    })),
    notes: work.notes,
  };
}

/** One citation of one entry as a file. */
export interface CitationFile {
  readonly page: string;
  readonly format: CitationFormat;
  readonly text: string;
}

/** Every citation file of the site. */
export async function citationFiles(): Promise<CitationFile[]> {
  const graph = await siteGraph();
  return citableEntries(graph).flatMap((entry) => {
    const work = citedWork(graph, entry);
    return citationFormats.map((format) => ({
      page: addressOf(entry),
      format,
      text: formats[format].write(work),
    }));
  });
}

const formats: Record<CitationFormat, { label: string; write: (work: CitedWork) => string }> = {
  bib: { label: 'BibTeX', write: toBibtex },
  ris: { label: 'RIS', write: toRis },
  json: { label: 'CSL-JSON', write: toCslJson },
};

function citedWork(graph: Graph, entry: Citable): CitedWork {
  if (isOf(entry, 'sources')) return citedArticle(entry);
  const { title, basis, articles, notes } = recordOf(graph, entry);
  const { coded, reread } = entry.data.care;
  const named = articles.length === 1 ? [] : articles.map(nameOf);
  return {
    ...placeOf(entry),
    form: 'entry',
    authors: [],
    title,
    basis,
    container: { value: site.name, inferred: false },
    date: { value: (reread ?? coded).on, inferred: false },
    notes: [
      ...notes,
      ...named,
      ...articles.flatMap((article) =>
        inferencesOf(article).map((inferred) => `《${article.data.title}》${inferred}`),
      ),
    ],
  };
}

/** The address without its outer slashes is unique; a colon is what BibTeX keys take for a slash. */
function placeOf(entry: Citable): Pick<CitedWork, 'key' | 'url'> {
  const address = addressOf(entry);
  const path = href(address);
  // Astro types it as always there; it is only where a deployment names its site.
  const origin = import.meta.env.SITE as string | undefined;
  return {
    key: address.slice(1, -1).replaceAll('/', ':'),
    url: origin === undefined ? path : new URL(path, origin).href,
  };
}

function citedArticle(entry: Entry<'sources'>): CitedWork {
  const { data } = entry;
  const container = publisherOf(entry);
  const date = publishedOn(entry);
  return {
    ...placeOf(entry),
    form: isNewspaperPage(entry) ? 'newspaper' : 'web',
    authors: authorsOf(entry),
    title: data.title,
    ...(container === undefined ? {} : { container }),
    ...(date === undefined ? {} : { date }),
    ...(data.page === undefined ? {} : { page: data.page.number }),
    notes: [
      ...(data.reprintedFrom === undefined ? [] : [`转载自《${data.reprintedFrom.name}》`]),
      ...unknownsOf(entry),
      ...(data.dateOf === 'event' ? [`所报道的事在${data.date.value}${markOf(data.date)}`] : []),
      ...inferencesOf(entry),
      '网址是本站所存文本的地址，原文的网址本站没有',
    ],
  };
}

/** What an entry of the record is called, what it rests on, and the articles that say so. */
interface RecordCited {
  readonly title: string;
  readonly basis: string;
  readonly articles: readonly Entry<'sources'>[];
  readonly notes: readonly string[];
}

function recordOf(graph: Graph, entry: Exclude<Citable, Entry<'sources'>>): RecordCited {
  if (isOf(entry, 'agreements')) return agreementCited(graph, entry);
  if (isOf(entry, 'projects')) return projectCited(graph, entry);
  return undertakingCited(graph, entry);
}

function agreementCited(graph: Graph, entry: Entry<'agreements'>): RecordCited {
  const articles = articlesOf(graph, entry.data.evidence);
  return {
    title: datedTitle(entry),
    basis: basisWords[entry.data.textBasis](namesOf(articles)),
    articles,
    notes: agreementNotes(entry),
  };
}

function undertakingCited(graph: Graph, entry: Undertaking): RecordCited {
  const agreement = agreementOf(graph, entry);
  const articles = articlesOf(graph, [entry.data]);
  const numbering = undertakingNumbering(graph, entry);
  const name = `${undertakingName(graph, entry)}${numbering === '' ? '' : `（${numbering}）`}`;
  return {
    title: `${datedTitle(agreement)}: ${name}: ${entry.data.excerpt}`,
    basis: basisWords[agreement.data.textBasis](namesOf(articles)),
    articles,
    notes: agreementNotes(agreement),
  };
}

/** A project's page gathers articles, and says how far they reach. */
function projectCited(graph: Graph, entry: Entry<'projects'>): RecordCited {
  const articles = articlesOf(
    graph,
    entry.data.progress.map(({ evidence }) => evidence),
  );
  const newest = sourcesInTime(graph).at(-1);
  const reach = newest === undefined ? '' : `，语料截至${bracketed(toSupplied(newest.data.date))}`;
  return {
    title: `${entry.data.title}（项目）`,
    basis: `据${namesOf(articles)}${reach}`,
    articles,
    notes: [],
  };
}

/** What the words of an agreement rest on, by what we hold of its text. */
const basisWords: Record<Entry<'agreements'>['data']['textBasis'], (articles: string) => string> = {
  full: (articles) => `正文据${articles}`,
  press: (articles) => `据报道：${articles}`,
  'named-only': (articles) => `只见名称，没有正文：${articles}`,
};

/** The title of an agreement with its date, bracketed where inferred. */
function datedTitle({ data }: Entry<'agreements'>): string {
  return data.date === undefined ? data.title : `${data.title}（${bracketed(toSupplied(data.date))}）`;
}

function agreementNotes({ data }: Entry<'agreements'>): string[] {
  return data.date?.basis === 'inferred'
    ? [`《${data.title}》日期${data.date.value}${markOf(data.date)}`]
    : [];
}

/** The articles quoted, in order of time. */
function articlesOf(graph: Graph, quoted: readonly { readonly passage: string }[]): Entry<'sources'>[] {
  const ids = new Set(quoted.map(({ passage }) => getPassage(graph, passage).source));
  return sourcesInTime(graph).filter(({ id }) => ids.has(id));
}

/** One article by its name, several by their number; the notes then name each. */
function namesOf(articles: readonly Entry<'sources'>[]): string {
  const [first, ...others] = articles;
  return first !== undefined && others.length === 0 ? nameOf(first) : `${String(articles.length)}篇文章`;
}

/** "王皓《北京与河北签订协议全力支持雄安建设》，[北京日报]，[2017-08-18]，第3版". */
function nameOf(entry: Entry<'sources'>): string {
  const place = [
    ...[publisherOf(entry), publishedOn(entry)].flatMap((each) =>
      each === undefined ? [] : [bracketed(each)],
    ),
    ...(entry.data.page === undefined ? [] : [`第${entry.data.page.number}版`]),
    ...unknownsOf(entry),
  ];
  return [`${authorsOf(entry).join('、')}《${entry.data.title}》`, ...place].join('，');
}

/** True when the raw file is a newspaper's page, false when it is a web page. */
function isNewspaperPage({ data }: Entry<'sources'>): boolean {
  return data.raw.shape === 'columns' || data.raw.shape === 'lines';
}

function authorsOf({ data }: Entry<'sources'>): string[] {
  return (data.authors ?? []).map(({ name }) => name);
}

function publisherOf({ data: { publisher } }: Entry<'sources'>): Supplied | undefined {
  return publisher && { value: publisher.name, inferred: publisher.basis === 'inferred' };
}

/** The day of publication; undefined where only the day of the event is known. */
function publishedOn({ data }: Entry<'sources'>): Supplied | undefined {
  return data.dateOf === 'publication' ? toSupplied(data.date) : undefined;
}

function toSupplied({ value, basis }: Dated): Supplied {
  return { value, inferred: basis === 'inferred' };
}

function markOf({ basis }: Dated): string {
  return basis === 'inferred' ? '（推断）' : '';
}

/** "报名、见报日期不详": what a reference should have and nobody knows. */
function unknownsOf(entry: Entry<'sources'>): string[] {
  const [publisher, date] = isNewspaperPage(entry) ? ['报名', '见报日期'] : ['网站', '发布日期'];
  const unknown = [
    ...(publisherOf(entry) === undefined ? [publisher] : []),
    ...(publishedOn(entry) === undefined ? [date] : []),
  ];
  return unknown.length === 0 ? [] : [`${unknown.join('、')}不详`];
}

/** What the brackets in the references stand for, in words: "报名北京日报（推断），见报日期2017-08-18（推断）". */
function inferencesOf(entry: Entry<'sources'>): string[] {
  const names = isNewspaperPage(entry) ? (['报名', '见报日期'] as const) : (['网站', '发布日期'] as const);
  const inferred = [publisherOf(entry), publishedOn(entry)].flatMap((each, index) =>
    each?.inferred === true ? [`${names[index] ?? ''}${each.value}（推断）`] : [],
  );
  return inferred.length === 0 ? [] : [inferred.join('，')];
}
