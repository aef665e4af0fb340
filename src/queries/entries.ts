import { entriesOf, findEntry, getEntry, keyOf, type Graph } from '../graph/graph.ts';
import { facetsOf } from '../graph/facets.ts';
import { sharingWords } from '../graph/spans.ts';
import { comparePartialDates } from '../lib/partial-date.ts';
import { collections, type Entry } from '../model/collections.ts';
import {
  eventKindNames,
  organisationKindNames,
  regionKindNames,
  statementKindNames,
} from '../model/names.ts';
import type { EntryView, PlainName } from '../model/entry-view.ts';
import type { Fact, Link, RecordView, RelatedGroup } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { followedBy, followsOf } from './across.ts';
import { answersFor } from './answers.ts';
import { dateOf, toGroups } from './items.ts';
import { obligationsIn } from './obligations.ts';
import { outcomeOf } from './outcomes.ts';
import { appearanceViews } from './people.ts';
import { siteGraph } from './site-graph.ts';
import { href, isOf, linksTo, titleOf, toDateView, toEvidenceView } from './views.ts';
import { wordsOfQuote } from './words.ts';

const plainCollections: readonly PlainName[] = [
  'leaders',
  'regions',
  'themes',
  'statements',
  'organisations',
  'events',
];

/** Every page of these collections, by collection, then ID. */
export async function entryViews(): Promise<EntryView[]> {
  const graph = await siteGraph();
  return plainCollections.flatMap((name) =>
    entriesOf<PlainName>(graph, name).map((entry) => toEntryView(graph, entry)),
  );
}

function toEntryView(graph: Graph, entry: Entry<PlainName>): EntryView {
  const { name } = collections[entry.collection];
  const title = titleOf(entry);
  const date = dateOf(graph, entry);
  const related = relatedTo(graph, entry);
  const outcome = isOf(entry, 'themes') || isOf(entry, 'regions') ? outcomeOf(graph, related) : undefined;
  const sameTitle = entriesOf(graph, entry.collection).filter((other) => titleOf(other) === title).length > 1;
  return {
    entry,
    collection: entry.collection,
    section: name,
    above: ancestors(graph, entry),
    kind: kindOf(entry),
    title,
    pageTitle: `${title}（${name}${sameTitle ? `，${entry.id}` : ''}）`,
    description: descriptionOf(sameTitle ? `${title}（${entry.id}）` : title, name, toGroups(graph, related)),
    path: [name, ...ancestors(graph, entry).map(({ label }) => label)].join(' › '),
    ...(date === undefined ? {} : { date }),
    ...leadOf(entry),
    facts: factsOf(graph, entry),
    recordsTitle: isOf(entry, 'statements') ? '原话' : '依据',
    records: recordsOf(graph, entry),
    appearances: isOf(entry, 'leaders') ? appearanceViews(graph, entry) : [],
    answersFor: answersFor(graph, entry),
    follows: followsOf(graph, entry),
    followedBy: followedBy(graph, entry),
    related: toGroups(
      graph,
      outcome === undefined ? related : related.filter((other) => !isOf(other, 'projects')),
    ),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** What a page holds besides the quotes of its own: what is related, kind by kind. */
function descriptionOf(title: string, name: string, groups: readonly RelatedGroup[]): string {
  const counts = groups.map(({ label: kind, items }) => `${kind}${String(items.length)}条`).join('、');
  return `${title}：${name}，逐条引原文。${counts === '' ? '' : `有关的${counts}。`}`;
}

function kindOf(entry: Entry<PlainName>): string {
  if (isOf(entry, 'regions')) return regionKindNames[entry.data.kind];
  if (isOf(entry, 'statements')) return statementKindNames[entry.data.kind];
  if (isOf(entry, 'organisations')) return organisationKindNames[entry.data.kind];
  if (isOf(entry, 'events')) return eventKindNames[entry.data.kind];
  return collections[entry.collection].name;
}

function leadOf(entry: Entry<PlainName>): { lead?: string } {
  if (isOf(entry, 'themes')) return { lead: entry.data.scope };
  if (isOf(entry, 'leaders'))
    return { lead: '职务照各篇文章所印，只对那一篇有效；没有列出的文章，没有提到。' };
  return {};
}

function factsOf(graph: Graph, entry: Entry<PlainName>): Fact[] {
  const { data } = entry;
  const links = (label: string, list: readonly Link[]): Fact[] =>
    list.length === 0 ? [] : [{ label, links: list }];
  const aliases =
    'aliases' in data && data.aliases !== undefined ? [{ label: '又作', text: data.aliases.join('、') }] : [];
  return [
    ...(isOf(entry, 'events') ? [{ label: '日期', date: toDateView(entry.data.date) }] : []),
    ...(isOf(entry, 'statements') ? speakerFact(graph, entry) : []),
    ...aliases,
    ...links('属于', ancestors(graph, entry)),
    ...('themes' in data ? links('主题', linksTo(graph, 'themes', data.themes)) : []),
    ...('regions' in data ? links('地区', linksTo(graph, 'regions', data.regions)) : []),
    ...(isOf(entry, 'events')
      ? [
          ...links('协议', entry.data.agreements?.map((id) => link(getEntry(graph, 'agreements', id))) ?? []),
          ...links('人物', linksTo(graph, 'leaders', entry.data.leaders)),
          ...links(
            '机构',
            entry.data.organisations?.map((id) => link(getEntry(graph, 'organisations', id))) ?? [],
          ),
        ]
      : []),
    ...(isOf(entry, 'leaders')
      ? [
          ...links('地区', linksTo(graph, 'regions', facetsOf(graph, entry).region)),
          ...sameName(links('同名', namesakeLinks(graph, entry))),
        ]
      : []),
    ...(isOf(entry, 'regions') ? obligationFact(graph, entry) : []),
    ...(isOf(entry, 'organisations')
      ? sameName(
          links('相似', entry.data.notSameAs?.map((id) => link(getEntry(graph, 'organisations', id))) ?? []),
        )
      : []),
  ];
}

/** The articles do not say that people or bodies of one name are one; the page says so. */
function sameName(facts: readonly Fact[]): Fact[] {
  return facts.map((fact) => ({ ...fact, text: '文章没有说是同一个' }));
}

/** Others of the same name, and the page that tells them all apart. */
function namesakeLinks(graph: Graph, { data }: Entry<'leaders'>): Link[] {
  const others = linksTo(graph, 'leaders', data.notSameAs);
  return others.length === 0 ? [] : [{ label: '同名人物', href: href(routes.namesakes) }];
}

/** How often commitments name a region as who undertakes them and as whom they are towards. */
function obligationFact(graph: Graph, { id }: Entry<'regions'>): Fact[] {
  const count = (role: 'owner' | 'towards'): number =>
    obligationsIn(graph).filter(({ commitment }) => commitment[role]?.regions?.includes(id) === true).length;
  const [by, towards] = [count('owner'), count('towards')];
  if (by + towards === 0) return [];
  return [
    {
      label: '承诺',
      links: [{ label: '谁向谁承诺', href: href(routes.obligations) }],
      text: `点名由它承担的${String(by)}处，点名对它的${String(towards)}处（本站数出）`,
    },
  ];
}

function speakerFact(graph: Graph, { data }: Entry<'statements'>): Fact[] {
  if (data.speaker !== undefined)
    return [{ label: '谁说的', links: linksTo(graph, 'leaders', [data.speaker]) }];
  return data.by === undefined ? [] : [{ label: '谁说的', text: data.by }];
}

function link(entry: Entry): Link {
  return { label: titleOf(entry), href: href(addressOf(entry)) };
}

/** For a region, the places it lies in, largest first. */
function ancestors(graph: Graph, entry: Entry): Link[] {
  if (!isOf(entry, 'regions') || entry.data.parent === undefined) return [];
  const parent = findEntry(graph, 'regions', entry.data.parent);
  return parent === undefined ? [] : [...ancestors(graph, parent), link(parent)];
}

function recordsOf(graph: Graph, entry: Entry<PlainName>): RecordView[] {
  if (isOf(entry, 'leaders') || !('evidence' in entry.data)) return [];
  return entry.data.evidence
    .map((evidence): RecordView => {
      const view = toEvidenceView(graph, evidence);
      return {
        date: view.date,
        evidence: view,
        ...(isOf(entry, 'statements') ? { words: wordsOfQuote(graph, evidence) } : {}),
      };
    })
    .sort((a, b) => comparePartialDates(a.date.value, b.date.value));
}

/** Everything that points here, and what quotes the same words; each once, the entry itself left out. */
function relatedTo(graph: Graph, entry: Entry<PlainName>): Entry[] {
  const pointing = (graph.backlinks.get(keyOf(entry)) ?? []).map(({ from }) => from);
  const sharing = isOf(entry, 'statements') || isOf(entry, 'events') ? sharingWords(graph, entry) : [];
  const all = [...pointing, ...sharing].filter((other) => other !== entry && other.collection !== 'sources');
  return [...new Map(all.map((other) => [keyOf(other), other])).values()];
}
