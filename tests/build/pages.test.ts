import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { recordProblems } from '../../scripts/content-problems.ts';
import { siteProblems } from '../../scripts/site-problems.ts';
import { attributeOf, elementsOf, textContentOf } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import {
  builtPages,
  byClass,
  byTag,
  dist,
  pageAt,
  projectRoot,
  textOutsideRaw,
  withAttribute,
} from '../helpers/built-site.ts';
import { htmlRules } from '../helpers/html-rules.ts';

const pages = builtPages();
const content = readContent(`${projectRoot}/`);

describe('every page of the built site', () => {
  it('has exactly one h1, the language zh-CN and a description', () => {
    const faults = pages.flatMap(({ address, tree }) => {
      const language = attributeOf(byTag(tree, 'html')[0] ?? raise(address), 'lang');
      const description = byTag(tree, 'meta').find((meta) => attributeOf(meta, 'name') === 'description');
      return byTag(tree, 'h1').length === 1 && language === 'zh-CN' && description !== undefined
        ? []
        : [address];
    });
    expect(pages.length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });

  it('has a title of its own', () => {
    const titles = pages.map(({ tree }) => textContentOf(byTag(tree, 'title')[0] ?? raise('title')));
    expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
  });

  it('has no inline style or script and loads nothing from elsewhere', () => {
    const faults = pages.flatMap(({ address, tree }) =>
      [...elementsOf(tree)].flatMap((element) => {
        const isInline =
          element.tagName === 'style' ||
          (element.tagName === 'script' &&
            attributeOf(element, 'src') === undefined &&
            // Data, which no browser runs.
            attributeOf(element, 'type') !== 'application/ld+json') ||
          element.attrs.some(({ name }) => name === 'style' || name.startsWith('on'));
        const loaded =
          attributeOf(element, 'src') ??
          (element.tagName === 'link' ? attributeOf(element, 'href') : undefined);
        const isForeign = loaded !== undefined && !loaded.startsWith('/');
        return isInline || isForeign ? [`${address} <${element.tagName}>`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('links only to pages, files and anchors that exist', () => {
    const anchors = new Map(
      pages.map(({ address, tree }) => [
        address,
        new Set(withAttribute(tree, 'id').map((element) => attributeOf(element, 'id') ?? '')),
      ]),
    );
    const broken = pages.flatMap(({ address, tree }) =>
      byTag(tree, 'a').flatMap((link) => {
        const target = attributeOf(link, 'href') ?? '';
        if (/^(https?|mailto):/.test(target)) return [];
        const { pathname, hash } = new URL(target, `http://site.test${address}`);
        const known = anchors.get(decodeURIComponent(pathname));
        if (known === undefined) {
          return existsSync(join(dist, decodeURIComponent(pathname)))
            ? []
            : [`${address} → ${target}: no such page`];
        }
        return hash === '' || known.has(decodeURIComponent(hash.slice(1)))
          ? []
          : [`${address} → ${target}: no such anchor`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('gives each id once', () => {
    const repeated = pages.flatMap(({ address, tree }) => {
      const ids = withAttribute(tree, 'id').map((element) => attributeOf(element, 'id') ?? '');
      return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${address}#${id}`);
    });
    expect(repeated).toEqual([]);
  });

  it('is valid HTML', async () => {
    const validator = new HtmlValidate(htmlRules);
    const faults: string[] = [];
    for (const { address, html } of pages) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results) {
        for (const { ruleId, message, line, column } of messages) {
          faults.push(`${address}:${String(line)}:${String(column)} ${ruleId} ${message}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('never shows the doubled numbers 5500 or 1166 outside the raw text', () => {
    const faults = pages
      .filter(({ tree }) => /5500|1166/.test(textOutsideRaw(tree)))
      .map(({ address }) => address);
    expect(faults).toEqual([]);
  });

  it('marks the inferred dates of August 2017 wherever they stand, by brackets inside a reference', () => {
    const dates = /\[2017-08-1[78]\]|2017-08-1[78](.{0,8})|2017年8月1[78]日(.{0,8})/gs;
    const found = pages.flatMap(({ address, tree }) =>
      [...textOutsideRaw(byTag(tree, 'body')[0] ?? raise(address)).matchAll(dates)].map((match) => ({
        address,
        shown: match[0],
      })),
    );
    expect(found.length).toBeGreaterThan(50);
    const unmarked = found.filter(({ shown }) => !shown.startsWith('[') && !shown.includes('推断'));
    expect(unmarked).toEqual([]);
  });
});

describe('the published record', () => {
  it.each(['', 'coverage/'])('shows every passage exactly as it is stored, in /sources/<id>/%s', (page) => {
    const faults: string[] = [];
    let compared = 0;
    for (const [source, passages] of content.passages) {
      const { tree } = pageAt(`/sources/${source}/${page}`);
      const shown = new Map(
        withAttribute(tree, 'data-passage').map((element) => [
          attributeOf(element, 'data-passage'),
          textContentOf(element),
        ]),
      );
      for (const { id, text } of passages) {
        compared += 1;
        if (shown.get(id) !== text) faults.push(`${source}#${id}`);
      }
    }
    expect(compared).toBe(143);
    expect(faults).toEqual([]);
  });

  it('shows the words of every clause as its passage has them, on its own page and in its agreement', () => {
    const clauses = content.entries.filter((entry) => entry.collection === 'clauses');
    const faults = clauses.flatMap(({ id, data }) => {
      if (!('passage' in data)) return [id];
      const [source = '', passageId] = data.passage.split('#');
      const text = content.passages.get(source)?.find((passage) => passage.id === passageId)?.text;
      const [agreement = '', anchor = ''] = id.split('/');
      const own = pages.find(({ address }) => address === `/agreements/${id}/`) ?? raise(id);
      const context = pages.find(({ address }) => address === `/agreements/${agreement}/`) ?? raise(id);
      const row = withAttribute(context.tree, 'id').find((element) => attributeOf(element, 'id') === anchor);
      const texts = [own.tree, row ?? raise(anchor)].map((node) =>
        textContentOf(byClass(node, 'said-clause')[0] ?? raise(id)),
      );
      return texts.every((shown) => shown === text) ? [] : [id];
    });
    expect(clauses).toHaveLength(23);
    expect(faults).toEqual([]);
  });

  it('shows the agreement in seven areas with 4, 2, 3, 4, 5, 2 and 2 clauses, three printed headings and four labels', () => {
    const { tree } =
      pages.find(({ address }) => address === '/agreements/xiongan-zhanlue-hezuo-2017/') ??
      raise('agreement');
    const areas = byClass(tree, 'area').filter((element) => attributeOf(element, 'id')?.startsWith('area-'));
    const seen = areas.map((area) => {
      const head = byClass(area, 'area-head')[0] ?? raise('area');
      const note = textContentOf(byTag(head, 'small')[0] ?? raise('note'));
      return [
        textContentOf(head)
          .slice(0, textContentOf(head).length - note.length)
          .trim(),
        byClass(area, 'said-clause').length,
        note.startsWith('小标题原印') ? 'printed' : 'label',
      ];
    });
    expect(seen).toEqual([
      ['创新', 4, 'printed'],
      ['交通', 2, 'label'],
      ['生态', 3, 'printed'],
      ['产业', 4, 'label'],
      ['公共服务', 5, 'label'],
      ['规划', 2, 'printed'],
      ['人才', 2, 'label'],
    ]);
  });

  it('wears no clause number without saying that it is ours', () => {
    const text = pages.map(({ address, tree }) => ({
      address,
      text: textOutsideRaw(byTag(tree, 'main')[0] ?? raise(address)),
    }));
    const numbered = text.flatMap(({ address, text: shown }) =>
      [...shown.matchAll(/第[一二三四五六七八九十\d]+条(?!例)/g)].map((match) => `${address} ${match[0]}`),
    );
    expect(numbered).toEqual([]);
    const rows = pages.flatMap(({ tree }) =>
      byClass(tree, 'entry').filter((entry) => /第\d+项/.test(textContentOf(entry))),
    );
    // Each clause and work point stands on its own page and in its agreement or plan.
    const numberedEntries = content.entries.filter(
      ({ collection, data }) =>
        collection === 'work-points' ||
        (collection === 'clauses' && 'kind' in data && data.kind === 'clause'),
    );
    expect(rows).toHaveLength(2 * numberedEntries.length);
    expect(rows.filter((row) => !textContentOf(row).includes('本站编号'))).toEqual([]);
  });

  it('publishes every address of the ledger, and nothing besides', () => {
    expect(content.ledger.length).toBeGreaterThan(1000);
    expect(siteProblems(content, recordProblems(content).published, dist)).toEqual([]);
  });
});

function raise(what: string): never {
  throw new Error(`missing: ${what}`);
}
