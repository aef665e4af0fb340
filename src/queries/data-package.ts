import { z } from 'zod';
import { entriesOf } from '../graph/graph.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { fieldGuide } from '../model/codebook.ts';
import {
  articleRights,
  contractVersion,
  dataIndex,
  editorsLicence,
  type DataIndex,
} from '../model/contract.ts';
import { collectionTitles, columnGuide } from '../model/tables.ts';
import { addressOf, dataNames, routes, type TableName } from '../routes.ts';
import { site } from '../site.ts';
import { recordsOf } from './records.ts';
import { siteGraph } from './site-graph.ts';
import { allTables, type ForeignKey, type Table, type TableColumn } from './tables.ts';
import { absolute, href } from './views.ts';

const profile = 'https://datapackage.org/profiles/2.0';

/** The JSON text of `/data/datapackage.json`: every table with its columns and keys, by Data Package 2.0. */
export async function dataPackage(): Promise<string> {
  const graph = await siteGraph();
  const descriptor = {
    $schema: `${profile}/datapackage.json`,
    name: 'jing-jin-ji-policy-record',
    title: site.name,
    description: `${site.description}${articleRights}`,
    version: contractVersion,
    ...(absolute(routes.home) === undefined ? {} : { homepage: absolute(routes.home) }),
    keywords: ['京津冀协同发展', '雄安新区', '政策', '报刊'],
    licenses: [editorsLicence],
    sources: entriesOf(graph, 'sources').map((entry) => {
      const path = absolute(addressOf(entry));
      return {
        title: `${entry.data.title}（${entry.data.date.value}${entry.data.date.basis === 'inferred' ? '，推断' : ''}）`,
        ...(path === undefined ? {} : { path }),
      };
    }),
    resources: (await allTables()).map(toResource),
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}

function toResource({ name, title, columns, primaryKey, foreignKeys }: Table) {
  return {
    name,
    type: 'table',
    $schema: `${profile}/dataresource.json`,
    title,
    path: `${name}.csv`,
    scheme: 'file',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      $schema: `${profile}/tableschema.json`,
      fields: columns.map(toField),
      primaryKey,
      foreignKeys: foreignKeys.map((key) => toForeignKey(name, key)),
    },
  };
}

function toField({ name, type, required, values, unique }: TableColumn) {
  const description = meaningOf(name);
  return {
    name,
    type,
    ...(description === undefined ? {} : { description }),
    constraints: {
      required,
      ...(unique === undefined ? {} : { unique }),
      ...(values === undefined ? {} : { enum: values }),
    },
  };
}

/** A table that refers to itself names no resource. */
function toForeignKey(name: string, { columns, table, references }: ForeignKey) {
  return {
    fields: columns,
    reference: { ...(table === name ? {} : { resource: table }), fields: references },
  };
}

/** What a column means: in its own words, or those of the field it comes from. */
export function meaningOf(column: string): string | undefined {
  const camel = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return columnGuide[column] ?? fieldGuide[camel] ?? fieldGuide[column.split('_')[0] ?? ''];
}

/** What `/data/index.json` and the page of the open data list. */
export async function dataIndexView(): Promise<DataIndex> {
  const graph = await siteGraph();
  return dataIndex.parse({
    title: site.name,
    version: contractVersion,
    cutOff: cutOffOf(graph),
    dataPackage: href(routes.dataPackage),
    documentation: href(routes.dataPage),
    changes: href(routes.feed()),
    collections: await Promise.all(
      dataNames.map(async (name) => ({
        name,
        title: collectionTitles[name],
        count: (await recordsOf(name)).length,
        json: href(routes.data(name)),
        ndjson: href(routes.dataLines(name)),
        csv: href(routes.dataTable(name)),
        schema: href(routes.dataSchema(name)),
      })),
    ),
    tables: (await allTables()).map(({ name, title, rows }) => ({
      name,
      title,
      count: rows.length,
      csv: href(routes.dataTable(name as TableName)),
    })),
  });
}

/** The JSON text of `/data/index.json`. */
export async function dataIndexFile(): Promise<string> {
  return `${JSON.stringify(await dataIndexView(), null, 1)}\n`;
}

/** Its JSON Schema. */
export function dataIndexSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(dataIndex), null, 1)}\n`;
}
