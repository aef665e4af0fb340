import { z } from 'zod';
import { chainsOf, type Chain } from '../graph/chains.ts';
import { entriesAt } from '../graph/sayings.ts';
import { getEntryOfSubject } from '../graph/subjects.ts';
import { statusOf } from '../graph/facets.ts';
import { entriesOf, getEntry, getPassage, keyOf, type Graph } from '../graph/graph.ts';
import { projectsOfCommitment, type Undertaking } from '../graph/undertakings.ts';
import { dueOf, isOverdue } from '../graph/targets.ts';
import { isReported, unknownsOfCommitment, unknownsOfProject } from '../graph/unknown.ts';
import { verifyQuotes, type VerifiedQuote } from '../graph/verification.ts';
import { byCodeUnit } from '../lib/text.ts';
import { sha256Of } from '../lib/verbatim.ts';
import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import { published, type Published, type PublishedName } from '../model/published.ts';
import { addressOf, routes } from '../routes.ts';
import { linksOf } from './across.ts';
import { chainTitle } from './chains.ts';
import { shownFigure } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { wordsOf } from './undertakings.ts';
import {
  agreementOf,
  clausesInOrder,
  href,
  isOf,
  shownPassageText,
  sourceDate,
  titleOf,
  undertakingName,
} from './views.ts';

const made = new Map<PublishedName, Promise<readonly PublishedRecord[]>>();

/** What every record has, and its collection's own fields besides. */
type PublishedRecord = Published<'themes'> | Published<'chains'> | Published<'verification'>;

/** The published records of a collection, by ID, each proved against its published schema. Made once. */
export function recordsOf(name: PublishedName): Promise<readonly PublishedRecord[]> {
  const records = made.get(name) ?? makeRecords(name);
  made.set(name, records);
  return records;
}

async function makeRecords(name: PublishedName): Promise<readonly PublishedRecord[]> {
  const records = await makers[name](await siteGraph());
  return z.array(published[name] as z.ZodType<PublishedRecord>).parse(records);
}

const makers: {
  [Name in PublishedName]: (graph: Graph) => Published<Name>[] | Promise<Published<Name>[]>;
} = {
  sources: (graph) =>
    entriesOf(graph, 'sources').map((entry) => ({ ...entry.data, ...commonOf(entry, entry.data.evidence) })),
  passages: (graph) =>
    Promise.all(
      [...graph.passages.values()].map(async ({ ref, source, passage: { label, ...passage } }) => {
        const text = shownPassageText(graph, ref);
        return {
          ...passage,
          id: ref,
          source,
          title: `${getEntry(graph, 'sources', source).data.title} ${passage.id}`,
          url: href(routes.passage(ref)),
          aliases: [],
          themes: [],
          regions: [],
          evidence: [{ passage: ref, quote: text }],
          text,
          complete: text === passage.text,
          sha256: await sha256Of(passage.text),
          ...(label === undefined ? {} : { editorLabel: label }),
        };
      }),
    ),
  agreements: (graph) =>
    entriesOf(graph, 'agreements').map((entry) => ({
      ...entry.data,
      ...commonOf(entry, entry.data.evidence),
      clauses: clausesInOrder(graph, entry).map(({ id }) => id),
    })),
  clauses: (graph) =>
    entriesOf(graph, 'clauses').map((entry) => ({
      ...entry.data,
      ...undertakingFields(graph, entry),
      agreement: agreementOf(graph, entry).id,
    })),
  'work-points': (graph) =>
    entriesOf(graph, 'work-points').map((entry) => ({
      ...entry.data,
      ...undertakingFields(graph, entry),
      links: publishedLinks(entry),
    })),
  projects: (graph) =>
    entriesOf(graph, 'projects').map((entry) => {
      const { status, asOf, lastMention } = statusOf(graph, entry);
      return {
        ...entry.data,
        ...commonOf(
          entry,
          entry.data.progress.map(({ evidence }) => evidence),
        ),
        status,
        statusAsOf: asOf,
        lastMention,
        unknown: unknownsOfProject(graph, entry),
        progress: entry.data.progress.map((event) => publishedEvent(graph, event)),
      };
    }),
  statements: (graph) =>
    entriesOf(graph, 'statements').map((entry) => ({
      ...entry.data,
      ...commonOf(entry, entry.data.evidence),
      links: publishedLinks(entry),
    })),
  organisations: (graph) =>
    entriesOf(graph, 'organisations').map((entry) => ({
      ...entry.data,
      ...commonOf(entry, entry.data.evidence),
    })),
  events: (graph) =>
    entriesOf(graph, 'events').map((entry) => ({ ...entry.data, ...commonOf(entry, entry.data.evidence) })),
  figures: (graph) =>
    entriesOf(graph, 'figures').map((entry) => ({
      ...entry.data,
      ...commonOf(entry, [entry.data.evidence, ...(entry.data.repeats ?? [])]),
      title: `${entry.data.subject}：${shownFigure(entry)}`,
    })),
  tensions: (graph) =>
    entriesOf(graph, 'tensions').map((entry) => ({
      ...entry.data,
      ...commonOf(
        entry,
        entry.data.sides.map((side) =>
          'figure' in side ? getEntry(graph, 'figures', side.figure).data.evidence : side,
        ),
      ),
    })),
  leaders: (graph) =>
    entriesOf(graph, 'leaders').map((entry) => {
      const roles = entry.data.roles ?? [];
      const evidence = [...roles.map((role) => role.evidence), ...(entry.data.mentions ?? [])];
      return {
        ...entry.data,
        ...commonOf(entry, evidence),
        regions: [...new Set(roles.flatMap(({ regions }) => regions ?? []))].sort(byCodeUnit),
        roles: roles.map(({ title, evidence: { passage, quote } }) => ({
          title,
          source: getPassage(graph, passage).source,
          quote,
        })),
      };
    }),
  regions: (graph) =>
    entriesOf(graph, 'regions').map((entry) => ({
      ...entry.data,
      ...commonOf(entry, entry.data.evidence),
      regions: entry.data.parent === undefined ? [] : [entry.data.parent],
    })),
  themes: (graph) => entriesOf(graph, 'themes').map((entry) => ({ ...entry.data, ...commonOf(entry, []) })),
  verification: (graph) =>
    Promise.all(verifyQuotes(graph).map((verified) => publishedResult(graph, verified))),
  chains: (graph) => chainsOf(graph).map((chain) => publishedChain(graph, chain)),
};

/** What a clause and a work point publish alike. */
function undertakingFields(graph: Graph, entry: Undertaking) {
  const { data } = entry;
  const area = agreementOf(graph, entry).data.areas?.find(({ id }) => id === data.area);
  const text = wordsOf(graph, entry);
  const page = addressOf(entry);
  return {
    ...commonOf(entry, [{ passage: data.passage, quote: text }]),
    title: `${undertakingName(graph, entry)} ${data.excerpt}`,
    text,
    commitments: data.commitments.map((commitment, nth) => ({
      ...commitment,
      url: href(`${page}#${commitment.id}`),
      projects: projectsOfCommitment(graph, entry, nth).map(({ id }) => id),
      unknown: unknownsOfCommitment(graph, entry, nth),
      ...dueFields(graph, entry, commitment),
    })),
    ...(area?.heading === undefined ? {} : { heading: getPassage(graph, area.heading).passage.text }),
  };
}

/** By when, what says so, and whether that has passed without a report: what /overdue/ is made from. */
function dueFields(graph: Graph, entry: Undertaking, commitment: Undertaking['data']['commitments'][number]) {
  const due = dueOf(graph, entry, commitment);
  if (due === undefined) return {};
  const nth = entry.data.commitments.indexOf(commitment);
  const reported = projectsOfCommitment(graph, entry, nth).some(isReported);
  return {
    dueBy: due.by,
    dueGround: due.ground,
    overdue: isOverdue({ due, reported, milestone: commitment.milestone }, cutOffOf(graph)),
  };
}

function publishedEvent(
  graph: Graph,
  event: Entry<'projects'>['data']['progress'][number],
): Published<'projects'>['progress'][number] {
  const { kind, wording, evidence, deadline, due } = event;
  const own = event.date;
  const article = sourceDate(graph, evidence.passage);
  return {
    kind,
    wording,
    evidence,
    date: own?.value ?? article?.value ?? '',
    dateBasis: own?.basis ?? (article?.inferred === true ? 'inferred' : 'stated'),
    ...('outcome' in event ? { outcome: event.outcome } : {}),
    ...(deadline === undefined ? {} : { deadline }),
    ...(due === undefined ? {} : { due }),
  };
}

async function publishedResult(
  graph: Graph,
  { quote: { entry, path, passage, quote, prefix, suffix }, places, result }: VerifiedQuote,
): Promise<Published<'verification'>> {
  const [start] = places;
  const field = path.join('.');
  return {
    ...commonOf(entry, [{ passage, quote, prefix, suffix }]),
    id: `${keyOf(entry)}#${field}`,
    entry: keyOf(entry),
    field,
    found: places.length,
    result,
    ...(start === undefined ? {} : { start, end: start + quote.length }),
    sha256: await sha256Of(getPassage(graph, passage).passage.text),
  };
}

function publishedChain(graph: Graph, { subject, hops, gaps }: Chain): Published<'chains'> {
  const entry = getEntryOfSubject(graph, subject.key);
  return {
    ...commonOf(
      entry,
      hops.map(({ evidence }) => evidence),
    ),
    id: subject.id,
    title: chainTitle(graph, subject),
    url: href(routes.chain(subject.id)),
    subject: subject.key,
    hops: hops.map((hop) => ({
      lane: hop.lane,
      kind: hop.kind,
      date: hop.date.value,
      dateBasis: hop.date.basis,
      source: hop.source,
      evidence: hop.evidence,
      ...(hop.event === undefined ? {} : { wording: hop.event.wording }),
      own: hop.isOwn,
      ...(hop.ground === undefined ? {} : { ground: hop.ground }),
      reasons: [...hop.reasons],
      entries: entriesAt(graph, hop).map(keyOf),
    })),
    gaps: [...gaps],
  };
}

function publishedLinks(entry: Entry): Published<'statements'>['links'] {
  return linksOf(entry).map((link) => ({
    to: link.to,
    ...(link.of === undefined ? {} : { of: link.of }),
    ground: link.ground,
    quote: link.evidence.quote,
    passage: link.evidence.passage,
    ...(link.ground === 'topical' ? { reason: link.reason } : {}),
  }));
}

/** What every published record has; lists may be empty, never absent. */
function commonOf(entry: Entry, evidence: readonly Evidence[]) {
  const { data } = entry;
  return {
    id: entry.id,
    title: titleOf(entry),
    url: href(addressOf(entry)),
    aliases: 'aliases' in data ? (data.aliases ?? []) : [],
    themes: 'themes' in data ? (data.themes ?? []) : [],
    regions: !isOf(entry, 'regions') && 'regions' in data ? (data.regions ?? []) : [],
    evidence: [...evidence],
  };
}
