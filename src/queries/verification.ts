import { getEntry, getPassage, keyOf, type Graph } from '../graph/graph.ts';
import { storedTexts } from '../graph/publish.ts';
import { verifyQuotes, type VerifiedQuote } from '../graph/verification.ts';
import { sha256Once } from '../lib/sha256-once.ts';
import { collections } from '../model/collections.ts';
import { verificationNames } from '../model/names.ts';
import type { VerificationView } from '../model/verification-view.ts';
import { addressOf, routes } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { href, rangeOf, titleOf } from './views.ts';

/** The build's result for every quote, article by article in order of time, passage by passage. */
export async function verificationViews(): Promise<VerificationView[]> {
  const graph = await siteGraph();
  const byPassage = Map.groupBy(verifyQuotes(graph), ({ quote }) => quote.passage);
  return Promise.all(
    sourcesInTime(graph).map(async ({ id, data }) => {
      const placed = [...graph.passages.values()].filter(({ source }) => source === id);
      const verified = placed.flatMap(({ ref }) => byPassage.get(ref) ?? []);
      return {
        id,
        title: data.title,
        page: href(routes.verifiedSource(id)),
        source: href(routes.entry('sources', id)),
        file: href(routes.storedTexts(id)),
        isHeldBack: data.publish === 'quotes',
        quoteCount: verified.length,
        onceCount: verified.filter(({ result }) => result === 'once').length,
        entryCount: new Set(verified.map(({ quote }) => keyOf(quote.entry))).size,
        passages: await Promise.all(
          placed.map(async ({ ref, passage }) => ({
            anchor: passage.id,
            href: href(routes.passage(ref)),
            length: passage.text.length,
            sha256: await sha256Once(passage.text),
            quotes: inReadingOrder(byPassage.get(ref) ?? []).flatMap(toQuoteViews),
            quoteCount: byPassage.get(ref)?.length ?? 0,
          })),
        ),
      };
    }),
  );
}

/** Quotes of the same words in the same place stand together; in reading order, the shorter first. */
function inReadingOrder(verified: readonly VerifiedQuote[]): VerifiedQuote[][] {
  const groups = Map.groupBy(verified, ({ quote: { quote, prefix, suffix }, places }) =>
    JSON.stringify([places, quote, prefix, suffix]),
  );
  return [...groups.values()].sort(
    ([a], [b]) =>
      (a?.places[0] ?? -1) - (b?.places[0] ?? -1) ||
      (a?.quote.quote.length ?? 0) - (b?.quote.quote.length ?? 0),
  );
}

function toQuoteViews(group: readonly VerifiedQuote[]): VerificationView['passages'][number]['quotes'] {
  return group.slice(0, 1).map(({ quote: { quote, prefix, suffix }, places: [start], result }) => ({
    quote,
    context: [
      ...(prefix === undefined ? [] : [`前接“${prefix}”`]),
      ...(suffix === undefined ? [] : [`后接“${suffix}”`]),
    ].join('，'),
    entries: group.map(({ quote: { entry } }) => ({
      label: `${collections[entry.collection].name}“${titleOf(entry)}”`,
      href: href(addressOf(entry)),
    })),
    range: start === undefined ? '' : rangeOf(start, start + quote.length),
    result: verificationNames[result],
    isOnce: result === 'once',
  }));
}

/** The JSON text of an article's stored words, passage by passage, each with its SHA-256. */
export async function storedTextsFile(source: string): Promise<string> {
  const graph = await siteGraph();
  const { publish } = getEntry(graph, 'sources', source).data;
  const stored = refsOf(graph, source).flatMap((ref) => storedTexts(graph, getPassage(graph, ref), publish));
  const texts = await Promise.all(
    stored.map(async ({ id, text }) => ({ id, text, sha256: await sha256Once(text) })),
  );
  return `${JSON.stringify({ source, publish, texts }, null, 1)}\n`;
}

function refsOf(graph: Graph, source: string): string[] {
  return [...graph.passages.values()].filter((placed) => placed.source === source).map(({ ref }) => ref);
}

/** Where the results of all quotes lie as data. */
export function verificationFiles(): { results: string; schema: string } {
  return { results: href(routes.data('verification')), schema: href(routes.dataSchema('verification')) };
}
