import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { attributeOf, elementsOf, textContentOf } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import { addressOf } from '../../src/routes.ts';
import { isOf } from '../../src/model/collections.ts';
import { builtPages, byClass, byTag, dist, pageAt, projectRoot } from '../helpers/built-site.ts';

const content = readContent(`${projectRoot}/`);
const { corrections, entries } = content;
const textOf = (address: string): string => textContentOf(byTag(pageAt(address).tree, 'main')[0] ?? never());
const feed = readFileSync(join(dist, 'corrections.xml'), 'utf8');

describe('the corrections', () => {
  it('are all on their page, the newest first, each an anchor that links to what it is about', () => {
    const page = pageAt('/corrections/');
    const ids = [...elementsOf(page.tree)].flatMap((element) => attributeOf(element, 'id') ?? []);
    const own = ids.filter((id) => corrections.some((each) => each.id === id));
    expect(own).toEqual(corrections.map(({ id }) => id).toReversed());
    const hrefs = byTag(page.tree, 'a').map((link) => attributeOf(link, 'href'));
    for (const { entries: about, was, now, why } of corrections) {
      for (const key of about) expect(hrefs).toContain(address(key));
      for (const words of [was, now, why]) expect(textOf('/corrections/')).toContain(words);
    }
  });

  test.each(corrections.flatMap(({ entries: about, ...each }) => about.map((key) => ({ key, ...each }))))(
    '$id is told where $key stands',
    ({ key, id, was }) => {
      const { tree } = pageAt(address(key).replace(/#.*/, ''));
      expect(byTag(tree, 'a').map((link) => attributeOf(link, 'href'))).toContain(`/corrections/#${id}`);
      const hasOwnPage = !address(key).includes('#');
      expect(textContentOf(tree).includes(was)).toBe(hasOwnPage);
    },
  );

  it('are told on no other page of an entry', () => {
    const about = new Set(corrections.flatMap(({ entries: keys }) => keys.map(address)));
    const elsewhere = entries
      .map(addressOf)
      .filter((each) => !each.includes('#') && !about.has(each))
      .filter((each) => pageAt(each).html.includes('/corrections/#'));
    expect(elsewhere).toEqual([]);
  });

  it('stand outside the search index: what was wrong is not found', () => {
    const shown = builtPages().flatMap(({ tree }) =>
      [...elementsOf(tree)].filter((element) =>
        byTag(element, 'dt').some((term) => textContentOf(term).trim() === '原来'),
      ),
    );
    const rows = shown.filter((element) => attributeOf(element, 'data-pagefind-ignore') !== undefined);
    expect(rows.length).toBe(
      corrections.length +
        corrections.flatMap(({ entries: keys }) => keys.map(address).filter((each) => !each.includes('#')))
          .length,
    );
  });

  it('are a feed with an entry each, dated by the log, that the log announces', () => {
    expect(feed.split('<entry>').length - 1).toBe(corrections.length);
    const dates = [...feed.matchAll(/<updated>(\d{4}-\d\d-\d\d)T/g)].map(([, date]) => date);
    const newest = corrections.map(({ date }) => date).toReversed();
    expect(dates).toEqual([newest[0], ...newest]);
    expect(feed).not.toMatch(/href="(?!\/)/);
    const [link] = byTag(pageAt('/corrections/').tree, 'link').filter(
      (each) => attributeOf(each, 'href') === '/corrections.xml',
    );
    expect(link && attributeOf(link, 'type')).toBe('application/atom+xml');
  });
});

describe('pointing out a fault', () => {
  const owned = entries.filter((entry) => !isOf(entry, 'figures') && !isOf(entry, 'tensions'));

  it('is offered once on the page of every entry, with its ID, quotes that it makes, and a version', () => {
    const faulty = owned.filter((entry) => {
      const [block, ...more] = byTag(pageAt(addressOf(entry)).tree, 'copy-block');
      const lines = block === undefined ? [] : textContentOf(byTag(block, 'pre')[0] ?? never()).split('\n');
      const words = JSON.stringify(entry.data);
      const quotes = lines.flatMap((line) => /^引文：“(.*)”（.*）$/s.exec(line)?.[1] ?? []);
      return (
        more.length > 0 ||
        lines[0] !== `条目：${entry.collection}/${entry.id}` ||
        lines[1] !== `网址：${addressOf(entry)}` ||
        !quotes.every((quote) => words.includes(JSON.stringify(quote).slice(1, -1))) ||
        !lines.some((line) => /^版本：[0-9a-f]{12}（语料截至\d{4}-\d\d-\d\d）$/.test(line)) ||
        lines.at(-1) !== '问题：'
      );
    });
    expect(owned.length).toBeGreaterThan(300);
    expect(faulty.map(addressOf)).toEqual([]);
  });

  it('is closed until it is asked for, and its button hidden until script makes it work', () => {
    const { tree } = pageAt('/sources/xiongan-xieyi-2017/');
    const [block] = byTag(tree, 'copy-block');
    const [details] = byClass(tree, 'fault-report').flatMap((row) => byTag(row, 'details'));
    expect(details !== undefined && attributeOf(details, 'open') === undefined).toBe(true);
    expect(byTag(block ?? never(), 'button').map((button) => attributeOf(button, 'hidden'))).toEqual(['']);
  });
});

function address(key: string): string {
  const slash = key.indexOf('/');
  return addressOf({ collection: key.slice(0, slash) as 'projects', id: key.slice(slash + 1) });
}

function never(): never {
  throw new Error('missing');
}
