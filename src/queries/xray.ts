import { getCollection } from 'astro:content';
import { coverageOf, type CoveredSentence } from '../graph/coverage.ts';
import { keyOf, type Graph, type PlacedPassage } from '../graph/graph.ts';
import { gap, isHeldBack } from '../graph/publish.ts';
import { segmentsOf, type Segment } from '../graph/segments.ts';
import { sha256Once } from '../lib/sha256-once.ts';
import { collectionNames, collections, type Entry } from '../model/collections.ts';
import { excuseReasons } from '../model/coverage.ts';
import { excuseNames, passageKindNames } from '../model/names.ts';
import type { XrayNote, XrayPassage, XraySegment, XrayView } from '../model/xray-views.ts';
import type { Link } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { checkOf, href, linkTo, rawLinesOf, titleOf } from './views.ts';

/** What became of every word of every article, article by article in order of time. */
export async function xrayViews(): Promise<XrayView[]> {
  const graph = await siteGraph();
  const stored = new Map((await getCollection('passages')).map(({ id, data }) => [id, data]));
  return Promise.all(
    sourcesInTime(graph).map(async (source) => {
      const { id, data } = source;
      const placed = [...graph.passages.values()].filter((passage) => passage.source === id);
      const covered = coverageOf(graph, id, stored.get(id)?.excuses ?? []);
      const spans = placed.flatMap(({ ref }) => graph.spans.get(ref) ?? []);
      const rawLines = data.publish === 'full' ? stored.get(id)?.rawText.split('\n') : undefined;
      return {
        id,
        source: { label: data.title, href: href(routes.entry('sources', id)) },
        sentenceCount: covered.length,
        usedSentences: covered.filter(({ quotedBy }) => quotedBy.length > 0).length,
        excused: excuseReasons.flatMap((reason) => {
          const count = covered.filter(({ excuse }) => excuse === reason).length;
          return count === 0 ? [] : [{ reason: excuseNames[reason], count }];
        }),
        ...charactersOf(graph, placed, covered),
        quoteCount: spans.length,
        entryCount: new Set(spans.map(({ quote }) => keyOf(quote.entry))).size,
        passages: await Promise.all(
          placed.map((passage) => toXrayPassage(graph, source, passage, covered, rawLines)),
        ),
        verification: href(routes.verifiedSource(id)),
      };
    }),
  );
}

/** Characters in all, quoted by somebody, and in sentences nobody uses; the rest stand beside quotes. */
function charactersOf(
  graph: Graph,
  placed: readonly PlacedPassage[],
  covered: readonly CoveredSentence[],
): Pick<XrayView, 'characterCount' | 'quotedCharacters' | 'excusedCharacters'> {
  const count = (segments: readonly Segment[]): number =>
    segments.reduce((sum, { start, end }) => sum + end - start, 0);
  const unquoted = placed.flatMap(({ ref, passage }) =>
    segmentsOf(passage.text, graph.spans.get(ref) ?? [])
      .filter(({ quotes }) => quotes.length === 0)
      .map((segment) => ({ ref, segment })),
  );
  const characterCount = placed.reduce((sum, { passage }) => sum + passage.text.length, 0);
  const excusedCharacters = covered
    .filter(({ quotedBy }) => quotedBy.length === 0)
    .flatMap(({ ref, sentence }) =>
      unquoted
        .filter((each) => each.ref === ref)
        .map(({ segment }) => Math.min(segment.end, sentence.end) - Math.max(segment.start, sentence.start)),
    )
    .reduce((sum, length) => sum + Math.max(length, 0), 0);
  return {
    characterCount,
    quotedCharacters: characterCount - count(unquoted.map(({ segment }) => segment)),
    excusedCharacters,
  };
}

async function toXrayPassage(
  graph: Graph,
  { data: { publish } }: Entry<'sources'>,
  placed: PlacedPassage,
  covered: readonly CoveredSentence[],
  rawLines: readonly string[] | undefined,
): Promise<XrayPassage> {
  const { ref, passage } = placed;
  const spans = graph.spans.get(ref) ?? [];
  const segments = segmentsOf(passage.text, spans);
  const { notes, shown } = withNotes(passage.id, segments);
  const check = checkOf(graph, { passage: ref, quote: passage.text });
  return {
    anchor: passage.id,
    href: href(routes.passage(ref)),
    kind: passage.kind,
    kindName: passageKindNames[passage.kind],
    segments: isHeldBack(placed, publish)
      ? shown.map((segment) => (segment.link === undefined ? { text: gap } : segment))
      : shown,
    notes,
    quoteCount: spans.length,
    quotedBy: byCollection(entriesIn(segments)),
    excused: excusesOf(covered.filter((sentence) => sentence.ref === ref)),
    rawLines: rawLinesOf(passage.rawLines),
    ...(rawLines === undefined ? {} : { rawText: linesOf(rawLines, passage.rawLines) }),
    sha256: await sha256Once(passage.text),
    ...(check === undefined ? {} : { check }),
  };
}

/** Links words quoted by one entry to it, and words quoted by several to a note that lists them. */
function withNotes(
  passage: string,
  segments: readonly Segment[],
): { notes: XrayNote[]; shown: XraySegment[] } {
  const entries = segments.map((segment) => entriesIn([segment]));
  const shared = entries.filter(({ length }) => length > 1).map(keysOf);
  const numbers = new Map([...new Set(shared)].map((keys, index) => [keys, index + 1]));
  const shown = segments.map(({ text }, nth): XraySegment => {
    const quoting = entries[nth] ?? [];
    const [only] = quoting;
    if (only === undefined) return { text };
    const number = numbers.get(keysOf(quoting));
    if (number === undefined) return { text, link: labelled(only) };
    return {
      text,
      anchor: `${passage}-x${String(nth + 1)}`,
      note: number,
      link: {
        label: `${String(quoting.length)}条引用，见注${String(number)}`,
        href: `#${noteAnchor(passage, number)}`,
      },
    };
  });
  const notes = [...numbers].map(([keys, number]) => ({
    number,
    anchor: noteAnchor(passage, number),
    words: shown
      .filter(({ note }) => note === number)
      .map(({ text, anchor }) => ({ label: text, href: `#${anchor ?? ''}` })),
    entries: (entries.find((quoting) => keysOf(quoting) === keys) ?? []).map(labelled),
  }));
  return { notes, shown };
}

function noteAnchor(passage: string, number: number): string {
  return `${passage}-n${String(number)}`;
}

/** The entries that quote some of the segments, each once, in the order of the segments. */
function entriesIn(segments: readonly Segment[]): Entry[] {
  const entries = segments.flatMap(({ quotes }) => quotes.map(({ entry }) => entry));
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

function keysOf(entries: readonly Entry[]): string {
  return entries.map(keyOf).join(' ');
}

function labelled(entry: Entry): Link {
  return { label: `${collections[entry.collection].name}“${titleOf(entry)}”`, href: href(addressOf(entry)) };
}

function byCollection(entries: readonly Entry[]): XrayPassage['quotedBy'] {
  return collectionNames.flatMap((name) => {
    const links = entries.filter(({ collection }) => collection === name).map(linkTo);
    return links.length === 0 ? [] : [{ label: collections[name].name, links }];
  });
}

/** The unused sentences of a passage, by reason; a passage of one sentence is named whole. */
function excusesOf(sentences: readonly CoveredSentence[]): XrayPassage['excused'] {
  const numbered = sentences.map(({ excuse }, index) => ({ excuse, name: `第${String(index + 1)}句` }));
  return excuseReasons.flatMap((reason) => {
    const names = numbered.filter(({ excuse }) => excuse === reason).map(({ name }) => name);
    if (names.length === 0) return [];
    return [{ sentences: sentences.length === 1 ? '全段' : names.join('、'), reason: excuseNames[reason] }];
  });
}

/** The lines of a file in some ranges, both ends included, counted from 1. */
function linesOf(lines: readonly string[], ranges: readonly (readonly [number, number])[]): string {
  return ranges.flatMap(([from, to]) => lines.slice(from - 1, to)).join('\n');
}
