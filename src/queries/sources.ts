import type { PassageView, SourceView } from '../model/source-views.ts';
import type { Link } from '../model/views.ts';
import { getCollection } from 'astro:content';
import { knownSince } from '../graph/as-of.ts';
import { getEntry, getPassage, type Graph } from '../graph/graph.ts';
import { collections, type Entry } from '../model/collections.ts';
import { gradeNames, passageKindNames, repairNames } from '../model/names.ts';
import { ruleDescriptions, type RuleName } from '../model/normalization-rules.ts';
import { addressOf, routes } from '../routes.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { siteGraph } from './site-graph.ts';
import {
  agreementOf,
  href,
  isOf,
  rawLinesOf,
  shownPassage,
  titleOf,
  toDateView,
  toEvidenceView,
  undertakingName,
} from './views.ts';
import { wordsOfShown } from './words.ts';

/** All articles in order of time. */
export async function sourceViews(): Promise<SourceView[]> {
  const graph = await siteGraph();
  const entries = sourcesInTime(graph);
  const raw = new Map((await getCollection('passages')).map(({ id, data }) => [id, data.rawText]));
  return entries.map((entry, index) => {
    const rawText = entry.data.publish === 'full' ? raw.get(entry.id) : undefined;
    const previous = entries[index - 1];
    const next = entries[index + 1];
    return {
      ...toSourceView(graph, entry),
      ...(rawText === undefined ? {} : { rawText }),
      ...(previous === undefined ? {} : { previous: toLink(previous) }),
      ...(next === undefined ? {} : { next: toLink(next) }),
    };
  });
}

function toSourceView(graph: Graph, entry: Entry<'sources'>): SourceView {
  const { data } = entry;
  const refs = [...graph.passages.values()].filter(({ source }) => source === entry.id).map(({ ref }) => ref);
  return {
    entry,
    title: data.title,
    page: href(routes.entry('sources', entry.id)),
    date: toDateView(data.date),
    dateOf: data.dateOf === 'publication' ? '见报' : '事件',
    ...(data.eventDate === undefined ? {} : { eventDate: toDateView(data.eventDate) }),
    ...publisherOf(data),
    ...(data.page === undefined ? {} : { printedPage: data.page.number }),
    authors: (data.authors ?? []).map(({ name }) => name),
    ...(data.reprintedFrom === undefined ? {} : { reprintedFrom: data.reprintedFrom.name }),
    grade: gradeNames[data.grade],
    parts: data.parts.map((part) => ({
      id: part.id,
      ...(part.title === undefined ? {} : { title: part.title }),
      ...(part.note === undefined ? {} : { note: part.note }),
      passages: refs
        .filter((ref) => getPassage(graph, ref).passage.part === part.id)
        .map((ref) => toPassageView(graph, ref)),
    })),
    passageCount: refs.length,
    rules: Object.entries(data.rules).map(([name, count]) => ({
      name,
      description: ruleDescriptions[name as RuleName],
      count,
    })),
    repairs: data.repairs.map(({ act, where, reason }) => ({ act: repairNames[act] ?? act, where, reason })),
    coverage: href(routes.coverage(entry.id)),
    asOf: href(routes.asOf(knownSince(entry))),
    evidence: data.evidence.map((evidence) => toEvidenceView(graph, evidence)),
  };
}

function publisherOf({ publisher }: Entry<'sources'>['data']): {
  publisher: string;
  publisherReason?: string;
} {
  if (publisher === undefined) return { publisher: '未注明' };
  if (publisher.basis === 'stated') return { publisher: publisher.name };
  return { publisher: publisher.name, publisherReason: publisher.reason };
}

function toPassageView(graph: Graph, ref: string): PassageView {
  const { passage, source } = getPassage(graph, ref);
  const article = getEntry(graph, 'sources', source);
  const shown = shownPassage(graph, ref);
  return {
    anchor: passage.id,
    citedAs: `《${article.data.title}》段落${passage.id}`,
    cite: href(routes.citation(addressOf(article))),
    kind: passage.kind,
    kindName: passageKindNames[passage.kind],
    ...(passage.label === undefined ? {} : { label: passage.label }),
    rawLines: rawLinesOf(passage.rawLines),
    shown: wordsOfShown(graph, ref, shown).map((words, index) => ({
      quoted: shown[index]?.quoted ?? false,
      words,
    })),
    quotedBy: quotingLinks(graph, ref),
  };
}

/** One link for each entry that quotes the passage or has it as its own, clauses first. */
function quotingLinks(graph: Graph, ref: string): Link[] {
  const quoting = (graph.spans.get(ref) ?? []).map(({ quote }) => quote.entry);
  const unique = [...new Map(quoting.map((entry) => [addressOf(entry), entry])).values()];
  return unique
    .filter(({ collection }) => collection !== 'sources')
    .map((entry) => ({ label: labelOf(graph, entry), href: href(addressOf(entry)) }));
}

function labelOf(graph: Graph, entry: Entry): string {
  const isUndertaking = isOf(entry, 'clauses') || isOf(entry, 'work-points');
  const name = isUndertaking
    ? `${agreementOf(graph, entry).data.shortTitle} ${undertakingName(graph, entry)}`
    : titleOf(entry);
  return `${collections[entry.collection].name}“${name}”`;
}

function toLink(entry: Entry<'sources'>): Link {
  return { label: entry.data.title, href: href(addressOf(entry)) };
}
