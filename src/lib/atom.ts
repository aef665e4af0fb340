import { sha256Of } from './verbatim.ts';

/** A feed as Atom has it (RFC 4287). Links may be relative: a reader resolves them against the feed's own address. */
export interface Feed {
  /** What the feed's ID is made from; it never changes, whatever the site's address. */
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** The feed's own address, and that of the page that shows the same. */
  readonly self: string;
  readonly page: string;
  /** The day it last changed. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** What its ID is made from; it never changes. */
  readonly name: string;
  readonly title: string;
  readonly href: string;
  /** The day, `2026-11-20`. */
  readonly updated: string;
  readonly summary: string;
}

/** The feed as an XML document. */
export async function toAtom(feed: Feed): Promise<string> {
  const entries = await Promise.all(
    feed.entries.map(async (entry) => [
      '  <entry>',
      `    <id>${await nameId(entry.name)}</id>`,
      `    <title>${escapeXml(entry.title)}</title>`,
      `    <updated>${instantOf(entry.updated)}</updated>`,
      `    <link rel="alternate" type="text/html" href="${escapeXml(entry.href)}"/>`,
      `    <summary>${escapeXml(entry.summary)}</summary>`,
      '  </entry>',
    ]),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    `  <id>${await nameId(feed.name)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <updated>${instantOf(feed.updated)}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    ...entries.flat(),
    '</feed>',
    '',
  ].join('\n');
}

/** A day is the beginning of it in Beijing. */
function instantOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** The same URN for the same name, for ever: a UUID of version 8, whose bits are the name's SHA-256. */
async function nameId(name: string): Promise<string> {
  const hash = await sha256Of(name);
  const variant = (Number.parseInt(hash.slice(16, 17), 16) % 4) + 8;
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant.toString(16)}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
