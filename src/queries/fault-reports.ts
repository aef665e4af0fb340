import { cutOffOf } from '../graph/sources-in-time.ts';
import { keyOf } from '../graph/graph.ts';
import { isNaming, quotesOf } from '../graph/quotes.ts';
import { reportLink } from '../lib/report-link.ts';
import { sha256Of } from '../lib/verbatim.ts';
import type { Entry } from '../model/collections.ts';
import type { FaultReportView } from '../model/correction-views.ts';
import { addressOf } from '../routes.ts';
import { site } from '../site.ts';
import { siteGraph } from './site-graph.ts';
import { href, isOf } from './views.ts';

/** How many quotes of an entry are written out; the others are a count. */
const writtenOut = 3;

/**
 * What a reader who found a mistake sends: the entry, its quotes and the version seen, ready to copy, or to send where
 * the site has an address. The version is that of the entry's own words: it changes when they do and not otherwise.
 */
export async function faultReport(entry: Entry): Promise<FaultReportView> {
  const graph = await siteGraph();
  const path = href(addressOf(entry));
  const origin = import.meta.env.SITE as string | undefined;
  const version = (await sha256Of(JSON.stringify([entry.data, entry.body]))).slice(0, 12);
  const text = [
    `条目：${keyOf(entry)}`,
    `网址：${origin === undefined ? path : new URL(path, origin).href}`,
    ...quoteLines(entry),
    `版本：${version}（语料截至${cutOffOf(graph)}）`,
    '问题：',
  ].join('\n');
  return {
    text,
    ...(site.contact === undefined
      ? {}
      : { href: reportLink(site.contact, `指出问题：${keyOf(entry)}`, text) }),
  };
}

/** An article's page is about all its words: its reader names the passage. */
function quoteLines(entry: Entry): string[] {
  if (isOf(entry, 'sources')) return ['段落：'];
  const quotes = quotesOf(entry)
    .filter((quote) => !isNaming(quote))
    .map(({ passage, quote }) => `引文：“${quote}”（${passage}）`);
  const unique = [...new Set(quotes)];
  const left = unique.length - writtenOut;
  return [...unique.slice(0, writtenOut), ...(left > 0 ? [`另有引文${String(left)}处，见页面。`] : [])];
}
