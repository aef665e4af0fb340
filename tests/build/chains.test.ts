import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, textContentOf } from '../../src/lib/html.ts';
import { routes } from '../../src/routes.ts';
import { builtPages, byTag, dist, pageAt, withAttribute } from '../helpers/built-site.ts';

interface PublishedChain {
  readonly id: string;
  readonly url: string;
  readonly hops: readonly {
    lane: string;
    date: string;
    dateBasis: string;
    ground?: string;
    evidence: { quote: string };
  }[];
  readonly gaps: readonly string[];
}

const chains = JSON.parse(readFileSync(join(dist, 'data/chains.json'), 'utf8')) as readonly PublishedChain[];

function lanesOf({ url }: PublishedChain) {
  return withAttribute(pageAt(url).tree, 'data-lane').map((lane) => ({
    name: attributeOf(lane, 'data-lane') ?? '',
    hops: withAttribute(lane, 'data-hop'),
    gaps: withAttribute(lane, 'data-gap'),
  }));
}

describe('the pages of chains', () => {
  it('are those of the data, each linked from the list', () => {
    // What stands at the address of a retired chain says so, and asks not to be indexed.
    const isRetired = ({ tree }: ReturnType<typeof builtPages>[number]): boolean =>
      byTag(tree, 'meta').some((meta) => attributeOf(meta, 'content') === 'noindex');
    const pages = builtPages()
      .filter((page) => page.address.startsWith(routes.chains) && page.address !== routes.chains)
      .filter((page) => !isRetired(page))
      .map(({ address }) => address);
    expect(pages.toSorted()).toEqual(chains.map(({ url }) => url).toSorted());
    const linked = byTag(pageAt(routes.chains).tree, 'a').map((link) => attributeOf(link, 'href'));
    expect(pages.filter((page) => !linked.includes(page))).toEqual([]);
  });

  it('show the quote, the date, its inference and the ground at every hop, each in its lane', () => {
    for (const chain of chains) {
      for (const { name, hops } of lanesOf(chain)) {
        const own = chain.hops.filter(({ lane }) => lane === name);
        const shown = hops.map((hop) => ({
          quote: byTag(hop, 'blockquote').map((each) => textContentOf(each).replaceAll(/\s/g, '')),
          date: byTag(hop, 'time').map((each) => attributeOf(each, 'datetime')),
          inferred: textContentOf(hop).includes('推断'),
          grounds: attributeOf(hop, 'data-ground'),
        }));
        const names: Record<string, string> = {
          explicit: '后文点名',
          'same-subject': '同一事物',
          topical: '话题相近（本站判断）',
        };
        expect(shown, chain.id).toEqual(
          own.map(({ evidence, date, dateBasis, ground }) => ({
            quote: [`“${evidence.quote.replaceAll(/\s/g, '')}”`],
            date: [date],
            inferred: dateBasis === 'inferred',
            grounds: ground === undefined ? undefined : names[ground],
          })),
        );
      }
    }
  });

  it('draw the three lanes in order, a gap in each that is silent and in no other', () => {
    for (const chain of chains) {
      const lanes = lanesOf(chain);
      expect(lanes.slice(0, 3).map(({ name }) => name)).toEqual(['agreed', 'planned', 'reported']);
      const drawn = lanes.filter(({ gaps }) => gaps.length > 0).map(({ name }) => name);
      expect(drawn, chain.id).toEqual(chain.gaps);
      const empty = lanes.filter(({ hops, gaps }) => hops.length + gaps.length === 0);
      expect(empty, chain.id).toEqual([]);
    }
  });

  it('say of a silent report since when, counted to the newest article', () => {
    const silent = chains.filter(({ gaps }) => gaps.includes('reported'));
    expect(silent.length).toBeGreaterThan(30);
    for (const { url } of silent) {
      expect(textContentOf(pageAt(url).tree)).toContain('本语料截至2023年5月13日未见报道它的进展。');
    }
  });

  it('mark one link in the site as explicit', () => {
    const marked = chains.flatMap(({ id, url }) =>
      withAttribute(pageAt(url).tree, 'data-hop')
        .filter((hop) => textContentOf(hop).includes('后文点名'))
        .map(() => id),
    );
    expect(marked).toEqual(['xiongan-zhanlue-hezuo-2017']);
  });

  it('stay out of the search index, which holds their words already', () => {
    const indexed = chains.filter(
      ({ url }) => withAttribute(pageAt(url).tree, 'data-pagefind-body').length > 0,
    );
    expect(indexed).toEqual([]);
  });

  it('are linked from the pages of what they are about and of what they quote', () => {
    const linked = (page: string): (string | undefined)[] =>
      byTag(pageAt(page).tree, 'a').map((link) => attributeOf(link, 'href'));
    const chain = '/chains/jiaoyaoshi-xiangmu/';
    const pages = [
      '/projects/jiaoyaoshi-xiangmu/',
      '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/',
      '/work-points/2019-xiongan-2/',
      '/statements/2019-10-cai-qi-jiaoyaoshi/',
    ];
    expect(pages.filter((page) => !linked(page).includes(chain))).toEqual([]);
  });
});
