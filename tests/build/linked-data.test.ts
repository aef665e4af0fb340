import { describe, expect, it } from 'vitest';
import { attributeOf, textContentOf } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import { builtPages, byTag, pageAt, projectRoot, type BuiltPage } from '../helpers/built-site.ts';
import { readVocabulary, vocabularyFaults } from '../helpers/vocabulary.ts';

type Thing = Readonly<Record<string, unknown>>;

function thingsOn({ tree, address }: BuiltPage): Thing[] {
  const blocks = byTag(tree, 'script').filter(
    (script) => attributeOf(script, 'type') === 'application/ld+json',
  );
  expect(blocks.length, address).toBeLessThanOrEqual(1);
  return blocks.flatMap((block) => {
    const { '@context': context, '@graph': things } = JSON.parse(textContentOf(block)) as Record<
      string,
      unknown
    >;
    expect(context).toBe('https://schema.org');
    return things as Thing[];
  });
}

const pages = builtPages().map((page) => ({ page, things: thingsOn(page) }));
const vocabulary = readVocabulary();
const thingAt = (address: string, type: string): Thing => {
  const found = thingsOn(pageAt(address)).find((thing) => thing['@type'] === type);
  if (found === undefined) throw new Error(`${address} has no ${type}`);
  return found;
};
const idsOf = (things: unknown): unknown[] => (things as Thing[]).map((thing) => thing['@id']);

describe('the vocabulary', () => {
  it('is that of schema.org, and finds classes, properties and values that are not in it', () => {
    expect(vocabulary.ancestorsOf('GovernmentOrganization')).toContain('Organization');
    expect(vocabulary.rangeOf('Quotation', 'isPartOf')).toContain('CreativeWork');
    expect(vocabularyFaults({ '@type': 'Agreement' }, vocabulary)).toEqual(['no class Agreement']);
    expect(vocabularyFaults({ '@type': 'Person', startDate: '2019' }, vocabulary)).toEqual([
      'Person has no startDate',
    ]);
    expect(vocabularyFaults({ '@type': 'Event', location: { '@type': 'Person' } }, vocabulary)).toHaveLength(
      1,
    );
    expect(vocabularyFaults({ '@type': 'ListItem', position: '1', item: '/a/' }, vocabulary)).toHaveLength(1);
  });
});

describe('what pages say in it', () => {
  it('is of its classes and properties, on every page', () => {
    const faults = pages.flatMap(({ page, things }) =>
      things.flatMap((thing) =>
        vocabularyFaults(thing, vocabulary).map((fault) => `${page.address} ${fault}`),
      ),
    );
    expect(pages.filter(({ things }) => things.length > 0).length).toBeGreaterThan(500);
    expect(faults).toEqual([]);
  });

  it('names only pages of the site that open', () => {
    const addresses = new Set(pages.map(({ page }) => page.address));
    const faults = pages.flatMap(({ page, things }) =>
      allIds(things)
        .filter((id) => !addresses.has(id))
        .map((id) => `${page.address} ${id}`),
    );
    expect(faults).toEqual([]);
  });

  it('gives no date that is inferred, for it has no way to say so', () => {
    const dates = ['startDate', 'dateCreated', 'datePublished'];
    const given = new Map<string, unknown[]>(
      pages.map(({ page, things }) => [
        page.address,
        things.flatMap((thing) => dates.flatMap((property) => thing[property] ?? [])),
      ]),
    );
    const { entries } = readContent(`${projectRoot}/`);
    const dated = entries.filter(({ data }) => 'date' in data);
    const inferred = dated.filter(({ data }) => 'date' in data && data.date?.basis === 'inferred');
    expect(inferred.length).toBeGreaterThan(5);
    expect(inferred.flatMap(({ collection, id }) => given.get(`/${collection}/${id}/`) ?? [])).toEqual([]);
    expect(thingAt('/sources/xianxingqu-shifanqu-2023/', 'NewsArticle')['datePublished']).toBe('2023-05-13');
  });

  it('has every kind of thing a reader would look for', () => {
    const types = new Set(pages.flatMap(({ things }) => things.map((thing) => thing['@type'])));
    for (const type of [
      'WebSite',
      'BreadcrumbList',
      'CreativeWork',
      'Quotation',
      'Dataset',
      'Person',
      'GovernmentOrganization',
      'Place',
      'AdministrativeArea',
      'Event',
      'NewsArticle',
    ]) {
      expect(types).toContain(type);
    }
  });

  it('shows the agreement as a work with its clauses, each a quotation of an article, and says it is a rendering', () => {
    const agreement = thingAt('/agreements/xiongan-zhanlue-hezuo-2017/', 'CreativeWork');
    const parts = idsOf(agreement['hasPart']);
    expect(parts).toHaveLength(23);
    expect(agreement['description']).toContain('据报道');
    for (const part of parts) {
      const clause = thingAt(String(part), 'Quotation');
      expect((clause['isPartOf'] as Thing)['@id']).toBe('/agreements/xiongan-zhanlue-hezuo-2017/');
      expect(idsOf(clause['isBasedOn'])).toEqual(['/sources/xiongan-xieyi-2017/']);
      expect(textContentOf(pageAt(String(part)).tree)).toContain(String(clause['text']));
    }
  });

  it('lets other programs search the site, and says where each page stands', () => {
    const action = thingAt('/', 'WebSite')['potentialAction'] as Thing;
    expect((action['target'] as Thing)['urlTemplate']).toBe('/search/?q={q}');
    const trail = thingAt('/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-1/', 'BreadcrumbList')[
      'itemListElement'
    ];
    expect(idsOf((trail as Thing[]).map((step) => step['item']))).toEqual([
      '/',
      '/agreements/',
      '/agreements/xiongan-zhanlue-hezuo-2017/',
      '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-1/',
    ]);
  });
});

function allIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Thing)['@id'];
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(allIds)];
}
