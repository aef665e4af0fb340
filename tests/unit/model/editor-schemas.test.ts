import { Ajv } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas } from '../../../src/model/editor-schemas.ts';
import { listFiles } from '../../../src/read/files.ts';
import { projectRoot } from '../../helpers/built-site.ts';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
const schemas = editorSchemas();

describe('the schemas editors complete YAML from', () => {
  test.each(schemas)('$file is what the model says now', ({ file, text }) => {
    expect(existsSync(join(projectRoot, file))).toBe(true);
    expect(read(file)).toBe(text);
  });

  it('are each given to the files they are for', () => {
    const settings = JSON.parse(read('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(schemas.map(({ file, files }) => [`./${file}`, files])),
    );
  });

  it('accept every such file of the content', () => {
    const all = listFiles(projectRoot, 'content');
    const judged = schemas.flatMap(({ files, text }) => {
      const pattern = new RegExp(`^${files.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
      const accepts = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(text) as object);
      return all.filter((file) => pattern.test(file)).map((file) => [file, accepts(parse(read(file)))]);
    });
    expect(judged.length).toBeGreaterThan(10);
    expect(judged.filter(([, accepted]) => accepted !== true)).toEqual([]);
  });

  it('refuse a misspelt field', () => {
    const corrections = schemas.find(({ file }) => file.includes('corrections'));
    const accepts = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(corrections?.text ?? '') as object,
    );
    expect(accepts({ corrections: [] })).toBe(true);
    expect(accepts({ correction: [] })).toBe(false);
  });
});
