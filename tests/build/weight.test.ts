import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attributeOf, childrenOf, isElement, type HtmlElement, type HtmlNode } from '../../src/lib/html.ts';
import { listFiles } from '../../src/read/files.ts';
import { builtPages, dist, type BuiltPage } from '../helpers/built-site.ts';

/** What a page may cost, gzipped, in bytes, and why where it is more than an article's. */
interface Budget {
  readonly pages: RegExp;
  readonly whole: number;
  readonly script: number;
  readonly reason: string;
}

const budgets: readonly Budget[] = [
  {
    pages: /^\/sources\/[^/]+\/coverage\/$/,
    whole: 47_000,
    script: 3_000,
    reason:
      'every stretch of an article with a link to each entry that quotes it, its hash and its raw lines',
  },
  {
    pages: /^\/search\/$/,
    whole: 27_000,
    script: 14_000,
    reason: 'searching is what its script does; a part of it is fetched on other pages when words are typed',
  },
  {
    pages: /^\/pictures\/$/,
    whole: 37_000,
    script: 3_000,
    reason: 'seven pictures, each with the table of its numbers',
  },
  {
    pages: /^\/(chains|obligations|obligations\/themes|verification\/[^/]+)\/$/,
    whole: 31_000,
    script: 3_000,
    reason: 'one table over the whole record, or every quote of an article with its place',
  },
  {
    pages: /^\/offline\/$/,
    whole: 27_000,
    script: 5_000,
    reason: 'saving the site is what its script does; no other page has it',
  },
  { pages: /./, whole: 27_000, script: 3_000, reason: 'an article and all that is said of it' },
];

interface Cost {
  readonly html: number;
  readonly style: number;
  readonly script: number;
}

const weights = new Map<string, number>();

/** Compressed as `npm run nginx` lays the files out for a server. */
const zip = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

/** The bytes of a file as a server sends it. */
function weightOf(address: string): number {
  const known = weights.get(address);
  if (known !== undefined) return known;
  const weight = zip(readFileSync(join(dist, address)));
  weights.set(address, weight);
  return weight;
}

/** The elements that act when the page is opened: none of those that wait in a template. */
function* liveElements(node: HtmlNode): Generator<HtmlElement> {
  for (const child of childrenOf(node)) {
    if (isElement(child)) yield child;
    if (!isElement(child) || child.tagName !== 'template') yield* liveElements(child);
  }
}

/** A script and all it imports, by address. */
function withImports(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const text = readFileSync(join(dist, address), 'utf8');
  for (const [, imported] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)) {
    withImports(`${address.slice(0, address.lastIndexOf('/'))}/${(imported ?? '').slice(2)}`, seen);
  }
  return seen;
}

function costOf({ tree, html }: BuiltPage): Cost {
  const live = [...liveElements(tree)];
  const styles = live
    .filter((each) => each.tagName === 'link' && attributeOf(each, 'rel') === 'stylesheet')
    .map((each) => attributeOf(each, 'href') ?? '');
  const scripts = new Set<string>();
  for (const each of live) {
    const source = each.tagName === 'script' ? attributeOf(each, 'src') : undefined;
    if (source !== undefined) withImports(source, scripts);
  }
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((total, file) => total + weightOf(file), 0);
  return { html: zip(html), style: sum(new Set(styles)), script: sum(scripts) };
}

const costs = builtPages().map((page) => ({ address: page.address, ...costOf(page) }));

function budgetOf(address: string): Budget {
  const budget = budgets.find(({ pages }) => pages.test(address));
  if (budget === undefined) throw new Error(`no budget for ${address}`);
  return budget;
}

describe('the first load of a page', () => {
  it('keeps its budget of HTML, style and script, on every page', () => {
    const over = costs.flatMap(({ address, html, style, script }) => {
      const whole = html + style + script;
      const { whole: most } = budgetOf(address);
      return whole > most ? [`${address} ${String(whole)} = ${[html, style, script].join(' + ')}`] : [];
    });
    expect(costs.length).toBeGreaterThan(900);
    expect(over).toEqual([]);
  });

  it('brings no more script than its budget before a reader does anything', () => {
    const over = costs.filter(({ address, script }) => script > budgetOf(address).script);
    expect(over).toEqual([]);
    expect(Math.max(...costs.map(({ script }) => script))).toBeGreaterThan(1_000);
  });

  it('needs every exception: each has a page that would break the common budget', () => {
    const common = budgets.at(-1);
    if (common === undefined) throw new Error('no budgets');
    for (const { pages, reason } of budgets.slice(0, -1)) {
      const heavy = costs.filter(
        ({ address, html, style, script }) =>
          pages.test(address) && (html + style + script > common.whole || script > common.script),
      );
      expect(heavy.length, reason).toBeGreaterThan(0);
    }
  });

  it('brings no font and nothing from another site', () => {
    const files = listFiles(dist, '.');
    expect(files.filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file))).toEqual([]);
    const sheets = files.filter((file) => file.endsWith('.css'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const file of sheets) {
      expect(readFileSync(join(dist, file), 'utf8'), file).not.toMatch(/@font-face|@import|url\(/);
    }
  });

  it('asks for the style sheets before the script of the colours, which nothing behind it passes', () => {
    const faults = builtPages().flatMap(({ address, tree }) => {
      const files = [...liveElements(tree)].flatMap((each) =>
        ['link', 'script'].includes(each.tagName)
          ? [attributeOf(each, 'src') ?? attributeOf(each, 'href')]
          : [],
      );
      const sheets = files.findLastIndex((file) => file?.endsWith('.css'));
      return sheets < files.findIndex((file) => file?.endsWith('/theme.js')) ? [] : [address];
    });
    expect(faults).toEqual([]);
  });

  it('names in the head of the search page, and of no other, every script that it will run', () => {
    const early = builtPages().flatMap(({ address, tree }) => {
      const live = [...liveElements(tree)];
      const named = live
        .filter((each) => attributeOf(each, 'rel') === 'modulepreload')
        .map((each) => attributeOf(each, 'href') ?? '');
      const run = new Set<string>();
      for (const each of live) {
        if (each.tagName === 'script' && attributeOf(each, 'type') === 'module')
          withImports(attributeOf(each, 'src') ?? '', run);
      }
      return named.length === 0 ? [] : [{ address, named: named.toSorted(), run: [...run].toSorted() }];
    });
    expect(early.map(({ address }) => address)).toEqual(['/search/']);
    expect(early.map(({ named }) => named)).toEqual(early.map(({ run }) => run));
  });
});

describe('a style sheet of one kind of page', () => {
  it('gives the order of layers first, as it may come before the others', () => {
    const order = /@layer [\w, ]+;/.exec(styleText('layers.css'))?.[0] ?? '';
    const layout = readFileSync(join(styles, '../layouts/Page.astro'), 'utf8');
    const taken = readdirSync(styles).map(styleText).join('');
    const alone = readdirSync(styles).filter(
      (file) => !layout.includes(`styles/${file}'`) && !taken.includes(`@import './${file}'`),
    );
    expect(alone.length).toBeGreaterThan(0);
    for (const file of alone) {
      const text = styleText(file).replace("@import './layers.css';", order);
      expect(text, file).toContain(order);
    }
  });
});

const styles = join(import.meta.dirname, '../../src/styles');

function styleText(file: string): string {
  return readFileSync(join(styles, file), 'utf8');
}
