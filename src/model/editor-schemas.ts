import { z } from 'zod';
import { fieldGuide } from './codebook.ts';
import { yamlFiles } from './yaml-files.ts';

/** A JSON Schema from which editors complete a YAML file, and where it is kept. */
export interface EditorSchema {
  /** Path from the project root. */
  readonly file: string;
  /** The files it is for, from the project root. */
  readonly files: string;
  readonly text: string;
}

/** One schema for each kind of YAML file people write below `content/`. Front matter has Astro's own, below `.astro/`. */
export function editorSchemas(): EditorSchema[] {
  return Object.entries(yamlFiles).map(([name, { files, schema }]) => {
    const made = z.toJSONSchema(schema, { target: 'draft-7', unrepresentable: 'any', io: 'input' });
    const source = made.properties?.['source'];
    if (typeof source === 'object') explain(source.properties);
    return {
      file: `.vscode/schema/${name}.schema.json`,
      files,
      text: `${JSON.stringify(made, null, 2)}\n`,
    };
  });
}

/** Puts what the codebook says of a field beside it, for the editor to show. */
function explain(fields: z.core.JSONSchema.BaseSchema['properties']): void {
  for (const [field, schema] of Object.entries(fields ?? {})) {
    const meaning = fieldGuide[field];
    if (typeof schema === 'object' && meaning !== undefined) schema.description = meaning;
  }
}
