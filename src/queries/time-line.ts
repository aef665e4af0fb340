import { entriesOf } from '../graph/graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { timeLineOf } from '../lib/time-line.ts';
import { monthsBetween, toChineseSpan } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import { eventKindNames } from '../model/names.ts';
import type { ArticleNews, MomentView, TimeLineView } from '../model/picture-views.ts';
import { asOfViews } from './as-of.ts';
import { inOrder } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { linkTo, toDateView } from './views.ts';

/** How high a month without anything is drawn, in pixels. */
const perMonth = 12;

/** From how many months on the time without an article is told in large figures. */
const voidMonths = 12;

/** Every article and event in order of time, the empty time between them drawn to measure. */
export async function timeLine(): Promise<TimeLineView> {
  const graph = await siteGraph();
  const news = await articleNews();
  const sources = sourcesInTime(graph);
  const events = inOrder(graph, entriesOf(graph, 'events')) as Entry<'events'>[];
  const moments: MomentView[] = [
    ...events.map(toMoment),
    ...news.map(({ title, date, dateOf, news: changed }, index): MomentView => {
      const since = between(sources[index - 1], sources[index]);
      const after = between(sources[index], sources[index + 1]);
      return {
        date,
        kind: `文章（${dateOf}日）`,
        link: title,
        news: changed,
        ...(since === undefined ? {} : { since: `${since.span}${since.inferred ? '（推断）' : ''}` }),
        ...(after === undefined || after.months < voidMonths
          ? {}
          : { void: { span: after.span, inferred: after.inferred } }),
      };
    }),
  ];
  return {
    years: timeLineOf(moments, ({ date }) => date.value).map(({ year, undated, dated, after }) => ({
      year,
      undated,
      dated: dated.map(({ item, before }) => ({ moment: item, gap: Math.round(before * perMonth) })),
      gap: Math.round(after * perMonth),
    })),
    articleCount: sources.length,
    eventCount: events.length,
  };
}

/** Every article in order of time with what it changed in the record. */
export async function articleNews(): Promise<ArticleNews[]> {
  const graph = await siteGraph();
  const days = await asOfViews();
  return sourcesInTime(graph).map((source) => {
    const { data } = source;
    const link = linkTo(source);
    const day = days.find(({ newArticles }) => newArticles.some((each) => each.link.href === link.href));
    if (day === undefined) throw new Error(`no day for ${source.id}`);
    return {
      title: link,
      date: toDateView(data.date),
      dateOf: data.dateOf === 'publication' ? '见报' : '事件',
      publisher: `${data.publisher?.name ?? '未注明报名'}${data.publisher?.basis === 'inferred' ? '（推断）' : ''}`,
      news: { label: day.news, href: day.page },
    };
  });
}

function toMoment(event: Entry<'events'>): MomentView {
  return { date: toDateView(event.data.date), kind: eventKindNames[event.data.kind], link: linkTo(event) };
}

/** How long it is between two articles; undefined for less than a month. An inferred date makes an inferred time. */
function between(
  before: Entry<'sources'> | undefined,
  after: Entry<'sources'> | undefined,
): { months: number; span: string; inferred: boolean } | undefined {
  if (before === undefined || after === undefined) return undefined;
  const dates = [before.data.date, after.data.date] as const;
  const months = monthsBetween(dates[0].value, dates[1].value);
  if (months === undefined || months < 1) return undefined;
  return { months, span: toChineseSpan(months), inferred: dates.some(({ basis }) => basis === 'inferred') };
}
