import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/client/verdict.ts';
import { quotesOf } from '../../src/graph/quotes.ts';
import { attributeOf, textContentOf, type HtmlElement } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import {
  builtPages,
  byClass,
  byTag,
  dist,
  pageAt,
  projectRoot,
  withAttribute,
} from '../helpers/built-site.ts';
import { offeredChecks } from '../helpers/offered-checks.ts';

interface Result {
  readonly id: string;
  readonly entry: string;
  readonly field: string;
  readonly found: number;
  readonly result: string;
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
  readonly evidence: readonly { passage: string; quote: string; prefix?: string; suffix?: string }[];
}

interface StoredTexts {
  readonly texts: readonly { id: string; text: string; sha256: string }[];
}

const content = readContent(`${projectRoot}/`);
const quotes = content.entries.flatMap(quotesOf);
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'));
const results = readJson('data/verification.json') as Result[];
const sources = [...content.passages.keys()];

/** Worked out a second time, from the content and with Node's own hash. */
const textOf = (ref: string): string => {
  const [source = '', id = ''] = ref.split('#');
  return content.passages.get(source)?.find((passage) => passage.id === id)?.text ?? '';
};
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('/data/verification.json', () => {
  it('holds every quote of the content once', () => {
    const expected = quotes.map(({ entry, path }) => `${entry.collection}/${entry.id}#${path.join('.')}`);
    expect(results.length).toBeGreaterThan(1000);
    expect(results.map(({ id }) => id).sort()).toEqual(expected.sort());
  });

  it('gives the place, the count and the hash that a second count finds', () => {
    const faults = results.flatMap(({ id, found, result, start, end, sha256, evidence: [evidence] }) => {
      const { passage = '', quote = '', prefix = '', suffix = '' } = evidence ?? {};
      const text = textOf(passage);
      const holds =
        found === text.split(prefix + quote + suffix).length - 1 &&
        found === 1 &&
        result === 'once' &&
        text.slice(start, end) === quote &&
        text.slice(start - prefix.length, end + suffix.length) === prefix + quote + suffix &&
        sha256 === hashOf(text);
      return holds ? [] : [id];
    });
    expect(faults).toEqual([]);
  });
});

describe('/sources/<id>/passages.json', () => {
  it.each(sources)('holds the passages of %s as stored, with their hashes', (source) => {
    const { texts } = readJson(`sources/${source}/passages.json`) as StoredTexts;
    const passages = content.passages.get(source) ?? [];
    expect(texts).toEqual(passages.map(({ id, text }) => ({ id, text, sha256: hashOf(text) })));
  });
});

describe('the verification pages', () => {
  it.each(sources)('list every quote of %s with its range, result and entry', (source) => {
    const { tree } = pageAt(`/verification/${source}/`);
    const rows = new Map(
      byClass(tree, 'row').map((row): [string, HtmlElement] => [attributeOf(row, 'id') ?? '', row]),
    );
    const own = results.filter(({ evidence: [evidence] }) => evidence?.passage.startsWith(`${source}#`));
    expect(own.length).toBeGreaterThan(100);
    const missing = own.filter(({ start, end, evidence: [evidence] }) => {
      const row = rows.get(evidence?.passage.split('#')[1] ?? '');
      const items = row === undefined ? [] : byTag(row, 'li').map(textContentOf);
      const range = end - start === 1 ? `第${String(end)}字` : `第${String(start + 1)}–${String(end)}字`;
      return !items.some(
        (item) => item.startsWith(`“${evidence?.quote ?? ''}”`) && item.includes(`${range}　恰好一处`),
      );
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
    const listed = byClass(tree, 'verified').flatMap((list) => byTag(list, 'a'));
    expect(listed).toHaveLength(own.length);
    for (const [id, row] of rows) {
      if (id !== '') expect(textContentOf(row)).toContain(hashOf(textOf(`${source}#${id}`)));
    }
  });

  it('count, in all and article by article, what the data hold', () => {
    const main = textContentOf(byTag(pageAt('/verification/').tree, 'main')[0] ?? fail('main'));
    expect(main).toContain(
      `把${String(quotes.length)}条引文逐字在所指的段落里找过：${String(quotes.length)}条恰好`,
    );
    for (const source of sources) {
      const count = quotes.filter(({ passage }) => passage.startsWith(`${source}#`)).length;
      expect(main).toContain(`${String(count)}条引文，${String(count)}条恰好一处`);
    }
  });

  it('and those of every word stay out of search, as does every control', () => {
    const repeating = builtPages().filter(({ address }) => /^\/verification\/|\/coverage\/$/.test(address));
    expect(repeating).toHaveLength(1 + 2 * sources.length);
    expect(repeating.filter(({ tree }) => withAttribute(tree, 'data-pagefind-body').length > 0)).toEqual([]);
    const controls = builtPages().flatMap(({ tree }) => byTag(tree, 'verify-quote'));
    expect(controls.length).toBeGreaterThan(1000);
    expect(controls.filter((each) => attributeOf(each, 'data-pagefind-ignore') === undefined)).toEqual([]);
  });
});

describe('every check that a page offers', () => {
  const offered = builtPages().flatMap(({ address, tree }) =>
    offeredChecks(tree).map((check) => ({ address, ...check })),
  );

  it('holds, and leads to the build’s own result without script', async () => {
    const verdicts = await Promise.all(
      offered.map(async ({ address, claim, file, result }) => {
        const { kind } = await judge(claim, readJson(file.slice(1)));
        const source = file.split('/')[2] ?? '';
        const isLed = result === `/verification/${source}/#${claim.id}`;
        return kind === 'holds' && isLed ? [] : [`${address} ${claim.id}: ${kind}`];
      }),
    );
    expect(verdicts.flat()).toEqual([]);
  });

  it('stands beside every quote that pages show with its passage, and each clause, work point and commitment', () => {
    const shown = builtPages().flatMap(({ address, tree }) => {
      const quoted = byTag(tree, 'blockquote').length + byClass(tree, 'said-clause').length;
      const isXray = address.endsWith('/coverage/');
      const checks = offered.filter((check) => check.address === address).length;
      return isXray || checks === quoted
        ? []
        : [`${address}: ${String(quoted)} quotes, ${String(checks)} checks`];
    });
    expect(shown).toEqual([]);
  });
});

describe('what became of every word', () => {
  it.each(sources)('is told of %s: words are linked exactly where entries quote them', (source) => {
    const { tree } = pageAt(`/sources/${source}/coverage/`);
    const places = results.map(({ start, end, evidence: [evidence] }) => ({
      start,
      end,
      passage: evidence?.passage,
    }));
    let quoted = 0;
    for (const passage of withAttribute(tree, 'data-passage')) {
      const id = attributeOf(passage, 'data-passage') ?? '';
      const own = places.filter((place) => place.passage === `${source}#${id}`);
      const text = textOf(`${source}#${id}`);
      const expected = Array.from({ length: text.length }, (_, at) =>
        own.some(({ start, end }) => start <= at && at < end),
      );
      const linked = passage.childNodes.flatMap((node) =>
        new Array<boolean>(textContentOf(node).length).fill(node.nodeName === 'a'),
      );
      expect(linked, id).toEqual(expected);
      quoted += expected.filter(Boolean).length;
    }
    const total = (content.passages.get(source) ?? []).reduce((sum, { text }) => sum + text.length, 0);
    const main = textContentOf(byTag(tree, 'main')[0] ?? fail(source));
    expect(main).toContain(`共${String(total)}字（连标点），${String(quoted)}字被引用`);
    expect(main).toContain(
      `${String(places.filter(({ passage }) => passage?.startsWith(`${source}#`)).length)}处，出自`,
    );
  });

  it.each(sources)(
    'is told of %s with the file’s hash, each passage’s, and the lines it was made from',
    (source) => {
      const { tree } = pageAt(`/sources/${source}/coverage/`);
      const raw = content.rawSources.find(({ id }) => id === source) ?? fail(source);
      const rawShown = withAttribute(tree, 'data-raw').map(textContentOf).join('\n');
      expect(rawShown).toContain(createHash('sha256').update(raw.raw).digest('hex'));
      for (const { id, text } of content.passages.get(source) ?? []) {
        expect(rawShown, id).toContain(hashOf(text));
      }
      const pieces = byTag(tree, 'pre').map(textContentOf);
      expect(pieces).toHaveLength((content.passages.get(source) ?? []).length + 1);
      for (const piece of pieces) expect(pieces.at(-1)).toContain(piece.split('\n')[0]);
    },
  );

  it('lists in each note the entries that quote its words, two at least', () => {
    for (const source of sources) {
      const { tree } = pageAt(`/sources/${source}/coverage/`);
      const notes = byClass(tree, 'xray-notes').flatMap((list) => byTag(list, 'li'));
      const shared = byClass(tree, 'xray-shared');
      expect(notes.length).toBeGreaterThan(20);
      const wanted = new Set(shared.map((link) => attributeOf(link, 'href')));
      expect(wanted).toEqual(new Set(notes.map((note) => `#${attributeOf(note, 'id') ?? ''}`)));
      for (const note of notes) {
        const entries = byTag(note, 'a').filter((link) => attributeOf(link, 'class') !== 'xray-words');
        expect(entries.length, attributeOf(note, 'id')).toBeGreaterThan(1);
      }
    }
  });
});

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
