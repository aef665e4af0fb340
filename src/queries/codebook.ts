import { z } from 'zod';
import { collectionNames, collections, type CollectionName } from '../model/collections.ts';
import { fieldGuide } from '../model/codebook.ts';
import { siteGraph } from './site-graph.ts';
import { itemsOf } from './items.ts';

/** One field of a collection, for the codebook. */
export interface FieldView {
  readonly name: string;
  readonly required: boolean;
  readonly form: string;
  readonly meaning: string;
  readonly example: string;
}

export interface CollectionGuide {
  readonly collection: CollectionName;
  readonly label: string;
  readonly files: string;
  readonly count: number;
  readonly fields: readonly FieldView[];
}

/** The codebook: every field of every collection, read off the schemas, with its meaning and a real example. */
export async function codebook(): Promise<CollectionGuide[]> {
  const graph = await siteGraph();
  return collectionNames.map((name) => {
    const schema = z.toJSONSchema(collections[name].schema, { unrepresentable: 'any' }) as JsonSchema;
    const entries = [...(graph.collections.get(name)?.values() ?? [])];
    return {
      collection: name,
      label: collections[name].name,
      files: `content/${collections[name].files}`,
      count: itemsOf(graph, name).length,
      fields: Object.entries(schema.properties ?? {}).map(([field, property]) => ({
        name: field,
        required: schema.required?.includes(field) ?? false,
        form: formOf(property),
        meaning: fieldGuide[field] ?? '',
        example: exampleOf(entries.map(({ data }) => (data as Record<string, unknown>)[field])),
      })),
    };
  });
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

function formOf(schema: JsonSchema): string {
  if (schema.enum !== undefined) return schema.enum.join('｜');
  if (schema.const !== undefined) return String(schema.const);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) return [...new Set(variants.map(formOf))].join(' 或 ');
  if (schema.type === 'array') return `列表：${schema.items === undefined ? '' : formOf(schema.items)}`;
  if (schema.type === 'object') return `{ ${Object.keys(schema.properties ?? {}).join('、')} }`;
  return schema.type === 'integer' || schema.type === 'number' ? '数' : '文字';
}

/** A date is shown as pages show it: an inferred one with its mark. */
function isDated(value: unknown): value is { value: string; basis: string } {
  return typeof value === 'object' && value !== null && 'value' in value && 'basis' in value;
}

const exampleLength = 60;

/** The first value the record itself holds, shortened. */
function exampleOf(values: readonly unknown[]): string {
  const value = values.find((each) => each !== undefined);
  if (value === undefined) return '';
  if (isDated(value)) return `${value.value}${value.basis === 'inferred' ? '（推断）' : ''}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > exampleLength ? `${text.slice(0, exampleLength)}…` : text;
}
