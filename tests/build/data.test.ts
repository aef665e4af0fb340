import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { chainsOf } from '../../src/graph/chains.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { quotesOf } from '../../src/graph/quotes.ts';
import { readContent } from '../../src/read/content.ts';
import { dataNames } from '../../src/routes.ts';
import { dist, pageAt, projectRoot, withAttribute } from '../helpers/built-site.ts';
import { attributeOf } from '../../src/lib/html.ts';

interface PublishedRecord {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly aliases: readonly string[];
  readonly themes: readonly string[];
  readonly regions: readonly string[];
  readonly evidence: readonly { passage: string; quote: string }[];
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'));
const recordsOf = (name: string) => readJson(`data/${name}.json`) as PublishedRecord[];

describe.each(dataNames)('/data/%s.json', (name) => {
  it('is valid against its own JSON Schema, which refuses a broken record', () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: true } });
    const validate = ajv.compile(readJson(`data/schema/${name}.json`) as object);
    const records = recordsOf(name);
    expect(records.length).toBeGreaterThan(0);
    expect(validate(records), JSON.stringify(validate.errors)).toBe(true);
    expect(validate([{ ...records[0], title: 7 }])).toBe(false);
  });

  it('gives each record an ID of its own, a title and an address whose page and anchor exist', () => {
    const records = recordsOf(name);
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    for (const { url, title } of records) {
      expect(title).not.toBe('');
      const [address = '', anchor] = url.split('#');
      const { tree } = pageAt(address);
      if (anchor === undefined) continue;
      expect(withAttribute(tree, 'id').map((element) => attributeOf(element, 'id'))).toContain(anchor);
    }
  });
});

describe('the open data as a whole', () => {
  const passages = new Map(
    recordsOf('passages').map((record) => [record.id, record as PublishedRecord & { text: string }]),
  );

  it('quotes only what its passages hold', () => {
    const faults = dataNames.flatMap((name) =>
      recordsOf(name).flatMap(({ id, evidence }) =>
        evidence
          .filter(({ passage, quote }) => passages.get(passage)?.text.includes(quote) !== true)
          .map(() => `${name}/${id}`),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('holds as many records as the content has entries', () => {
    const content = readContent(`${projectRoot}/`);
    const counted: Record<string, number> = {
      passages: [...content.passages.values()].flat().length,
      verification: content.entries.flatMap(quotesOf).length,
      chains: chainsOf(buildGraph(content)).length,
    };
    for (const name of dataNames) {
      const expected =
        counted[name] ?? content.entries.filter(({ collection }) => collection === name).length;
      expect(recordsOf(name), name).toHaveLength(expected);
    }
  });
});
