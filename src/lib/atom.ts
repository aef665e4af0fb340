import { escapeXml } from './xml.ts';

/** A feed by RFC 4287. Addresses may be relative to where it is fetched; `id`s are whole and never change. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  /** Where it stands itself. */
  readonly self: string;
  /** The page it is the news of. */
  readonly page: string;
  readonly author: string;
  /** `2026-11-20`: the day of the newest entry. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly page: string;
  /** The day it was published and last changed. */
  readonly date: string;
}

/** The feed as XML. A day stands as its first instant in UTC: the record knows days, Atom wants instants. */
export function toAtom(feed: Feed): string {
  const { id, title, subtitle, language, self, page, author, updated, entries } = feed;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<subtitle>${escapeXml(subtitle)}</subtitle>
<updated>${instantOf(updated)}</updated>
<author><name>${escapeXml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
${entries.map(toEntry).join('')}</feed>
`;
}

function toEntry({ id, title, summary, page, date }: FeedEntry): string {
  return `<entry>
<id>${escapeXml(id)}</id>
<title>${escapeXml(title)}</title>
<published>${instantOf(date)}</published>
<updated>${instantOf(date)}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
<summary>${escapeXml(summary)}</summary>
</entry>
`;
}

function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}
