import { describe, expect, it } from 'vitest';
import { attributeOf, elementsOf, textContentOf, type HtmlNode } from '../../src/lib/html.ts';
import { builtPages, byClass, byTag, pageAt, withAttribute } from '../helpers/built-site.ts';

/** A page of an old address shows itself for a moment and has none of this. */
const pages = builtPages().filter(({ tree }) => withAttribute(tree, 'data-moved').length === 0);

/** Home is above all others; the search and the page for a wrong address are read by using them. */
const withoutTrail = ['/', '/search/'];
const withoutReading = ['/', '/search/', '/404.html'];

const turnsOf = (node: HtmlNode): { rel: string; href: string }[] =>
  byClass(node, 'turn')
    .flatMap((turn) => byTag(turn, 'a'))
    .map((link) => ({ rel: attributeOf(link, 'rel') ?? '', href: attributeOf(link, 'href') ?? '' }));

const linksIn = (node: HtmlNode | undefined): { label: string; href: string }[] =>
  node === undefined
    ? []
    : byTag(node, 'a').map((link) => ({
        label: textContentOf(link).trim(),
        href: attributeOf(link, 'href') ?? '',
      }));

describe('every page', () => {
  it('says where it stands: once, from home down', () => {
    const faults = pages
      .filter(({ address }) => !withoutTrail.includes(address))
      .filter(({ tree }) => {
        const trails = byClass(tree, 'trail');
        const isNamed = trails.every(
          (trail) => trail.tagName === 'nav' && attributeOf(trail, 'aria-label') === '所在位置',
        );
        return trails.length !== 1 || !isNamed || linksIn(trails[0])[0]?.href !== '/';
      });
    expect(faults.map(({ address }) => address)).toEqual([]);
  });

  it('says how it is read: once, in one line, and not to the search', () => {
    const faults = pages
      .filter(({ address }) => !withoutReading.includes(address))
      .filter(({ tree }) => {
        const lines = byClass(tree, 'reading');
        const text = lines.map((line) => textContentOf(line)).join('');
        const isIgnored = lines.every((line) => attributeOf(line, 'data-pagefind-ignore') !== undefined);
        return lines.length !== 1 || !isIgnored || text.length < 15 || text.length > 70;
      });
    expect(faults.map(({ address }) => address)).toEqual([]);
  });

  it('lists its sections in their order, where it lists them', () => {
    const listed = pages.filter(({ tree }) => byClass(tree, 'contents').length > 0);
    const faults = listed.filter(({ tree }) => {
      const anchors = linksIn(byClass(tree, 'contents')[0]).map(({ href }) => href.slice(1));
      const sections = [...elementsOf(tree)]
        .filter((element) => element.tagName === 'section' && byTag(element, 'h2').length > 0)
        .map((element) => attributeOf(element, 'id'));
      return anchors.length < 3 || anchors.join(' ') !== sections.join(' ');
    });
    expect(listed.length).toBeGreaterThan(300);
    expect(faults.map(({ address }) => address)).toEqual([]);
  });
});

describe('the trail', () => {
  it.each([
    ['/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/', '首页 协议 雄安新区战略合作协议'],
    ['/work-points/2019-jiaotong-3/', '首页 工作要点 北京市2019年工作要点'],
    ['/regions/xiongan/', '首页 地区 河北省'],
    ['/sources/xiongan-xieyi-2017/coverage/', '首页 来源 北京与河北签订协议全力支持雄安建设'],
    ['/chains/jing-xiong-gaosu/', '首页 线索'],
    ['/projects/by/theme/jiaotong/', '首页 项目'],
    ['/projects/', '首页'],
  ])('of %s is %s', (address, steps) => {
    const labels = linksIn(byClass(pageAt(address).tree, 'trail')[0]).map(({ label }) => label);
    expect(labels.join(' ')).toBe(steps);
  });
});

describe('the way to the neighbours', () => {
  const turned = pages.filter(({ address }) =>
    /^\/(agreements\/[^/]+|work-points|projects|sources)\/(?!by\/|sorted\/)[^/]+\/$/.test(address),
  );

  /** The only project of each of its themes. */
  const alone = ['/projects/fupin-xiezuo-duikou-bangfu/', '/projects/rencai-jiaoliu-hezuo-pingtai/'];

  it('stands on every clause, work point, project and article, and leads there and back', () => {
    const next = new Map(turned.map(({ address, tree }) => [address, turnsOf(tree)]));
    expect(next.size).toBeGreaterThan(150);
    const faults = [...next].filter(
      ([address, turns]) =>
        (turns.length === 0 && !alone.includes(address)) ||
        turns.some(({ rel, href }) => {
          const back = next.get(href)?.find((turn) => turn.href === address);
          // A project's neighbours are those of its own first theme, which need not be theirs.
          return address.startsWith('/projects/')
            ? back?.rel === rel
            : back === undefined || back.rel === rel;
        }),
    );
    expect(faults.map(([address]) => address)).toEqual([]);
  });
});

describe('what became of the projects of a theme', () => {
  const themes = pages.filter(({ address }) => /^\/themes\/[^/]+\/$/.test(address) && address !== '/themes/');

  it('is said before anything else, and counts each project once', () => {
    const told = themes.filter(({ tree }) => byClass(tree, 'outcome').length > 0);
    expect(told.length).toBeGreaterThan(5);
    for (const { tree, address } of told) {
      const summary = textContentOf(byClass(tree, 'outcome-summary')[0] ?? raise(address));
      const [all = 0, ...parts] = [...summary.matchAll(/(\d+)条/g)].map(([, count]) => Number(count));
      const section = withAttribute(tree, 'id').find(
        (each) => attributeOf(each, 'id') === 'related-projects',
      );
      const listed = byClass(section ?? raise(address), 'list-title').map((link) =>
        attributeOf(link, 'href'),
      );
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
      expect(listed).toHaveLength(all);
      expect(new Set(listed).size).toBe(all);
    }
  });

  it('says so where no article reports on any', () => {
    const faults = themes.filter(({ tree }) => {
      const summary = byClass(tree, 'outcome-summary')
        .map((each) => textContentOf(each))
        .join('');
      return summary !== '' && /[：，]有报道的/.test(summary) === summary.includes('没有一条有报道');
    });
    expect(faults.map(({ address }) => address)).toEqual([]);
  });
});

describe('a list in another order', () => {
  const titles = (address: string): string[] =>
    byClass(byTag(pageAt(address).tree, 'main')[0] ?? raise(address), 'list-title').map((link) =>
      textContentOf(link).trim(),
    );

  it.each([
    ['/projects/', '/projects/sorted/status/'],
    ['/projects/', '/projects/sorted/silence/'],
    ['/statements/', '/statements/sorted/newest/'],
    ['/events/', '/events/sorted/newest/'],
  ])('holds what %s holds: %s', (own, other) => {
    expect(titles(other)).not.toEqual(titles(own));
    expect(titles(other).toSorted()).toEqual(titles(own).toSorted());
  });

  it('is linked from the list and marked where it is shown', () => {
    const orders = byClass(pageAt('/projects/sorted/silence/').tree, 'orders')[0] ?? raise('orders');
    expect(linksIn(orders).map(({ href }) => href)).toEqual([
      '/projects/',
      '/projects/sorted/status/',
      '/projects/sorted/silence/',
    ]);
    const current = byTag(orders, 'a').filter((link) => attributeOf(link, 'aria-current') === 'page');
    expect(current.map((link) => textContentOf(link).trim())).toEqual(['最久未见的在前']);
  });

  it('begins with what was last mentioned longest ago', () => {
    const headings = byClass(pageAt('/projects/sorted/silence/').tree, 'list-group').map(
      (each) => /\d{4}(-\d\d)*/.exec(textContentOf(each))?.[0] ?? '',
    );
    expect(headings.length).toBeGreaterThan(2);
    expect(headings).toEqual(headings.toSorted());
  });
});

function raise(what: string): never {
  throw new Error(`missing: ${what}`);
}
