import { z } from 'zod';
import { agreementIdOf, entriesOf, findEntry, getEntry, getPassage, type Graph } from '../graph/graph.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import { published, type Published, type PublishedName } from '../model/published.ts';
import { addressOf, routes } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import { clauseName, clausesInOrder, href, shownPassageText } from './views.ts';

/** The JSON text of `/data/<name>.json`: every record, by ID, each proved against its published schema. */
export async function dataFile(name: PublishedName): Promise<string> {
  const graph = await siteGraph();
  const records = makers[name](graph);
  const checked = z.array(published[name] as z.ZodType).parse(records);
  return `${JSON.stringify(checked, null, 1)}\n`;
}

/** The JSON Schema of `/data/<name>.json`. */
export function dataSchema(name: PublishedName): string {
  const schema = z.toJSONSchema(z.array(published[name] as z.ZodType), { unrepresentable: 'any' });
  return `${JSON.stringify(schema, null, 1)}\n`;
}

const makers: { [Name in PublishedName]: (graph: Graph) => Published<Name>[] } = {
  sources: (graph) =>
    entriesOf(graph, 'sources').map((entry) => ({
      ...entry.data,
      ...commonOf(entry),
      themes: [],
      regions: [],
    })),
  passages: (graph) =>
    [...graph.passages.values()].map(({ ref, source, passage: { label, ...passage } }) => {
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
        ...(label === undefined ? {} : { editorLabel: label }),
      };
    }),
  agreements: (graph) =>
    entriesOf(graph, 'agreements').map((entry) => ({
      ...entry.data,
      ...commonOf(entry),
      themes: entry.data.themes,
      regions: entry.data.regions,
      clauses: clausesInOrder(graph, entry).map(({ id }) => id),
    })),
  clauses: (graph) => entriesOf(graph, 'clauses').map((entry) => publishedClause(graph, entry)),
  leaders: (graph) =>
    entriesOf(graph, 'leaders').map(({ data, ...entry }) => {
      const roles = data.roles ?? [];
      return {
        ...data,
        ...commonOf({
          ...entry,
          data: { ...data, evidence: [...roles.map(({ evidence }) => evidence), ...(data.mentions ?? [])] },
        }),
        themes: [],
        regions: unique(roles.flatMap(({ regions }) => regions ?? [])),
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
      ...commonOf(entry),
      themes: [],
      regions: entry.data.parent === undefined ? [] : [entry.data.parent],
    })),
  themes: (graph) =>
    entriesOf(graph, 'themes').map((entry) => ({
      ...entry.data,
      ...commonOf({ ...entry, data: { ...entry.data, evidence: [] } }),
      themes: [],
      regions: [],
    })),
};

function publishedClause(graph: Graph, entry: Entry<'clauses'>): Published<'clauses'> {
  const { data } = entry;
  const agreement = agreementIdOf(entry);
  const area = findEntry(graph, 'agreements', agreement)?.data.areas?.find(({ id }) => id === data.area);
  const text = shownPassageText(graph, data.passage);
  return {
    ...data,
    id: entry.id,
    title: `${clauseName(graph, entry)} ${data.excerpt}`,
    url: href(addressOf(entry)),
    aliases: [],
    agreement,
    regions: data.regions ?? [],
    evidence: [{ passage: data.passage, quote: text }],
    text,
    commitments: data.commitments.map((commitment) => ({
      ...commitment,
      url: href(routes.commitment(entry.id, commitment.id)),
    })),
    ...(area?.heading === undefined ? {} : { heading: getPassage(graph, area.heading).passage.text }),
  };
}

function commonOf(entry: {
  collection: Entry['collection'];
  id: string;
  data: { title: string; aliases?: string[] | undefined; evidence: Evidence[] };
}): { id: string; title: string; url: string; aliases: string[]; evidence: Evidence[] } {
  const { title, aliases, evidence } = entry.data;
  return { id: entry.id, title, url: href(addressOf(entry)), aliases: aliases ?? [], evidence };
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(byCodeUnit);
}
