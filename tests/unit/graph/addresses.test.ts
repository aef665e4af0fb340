import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordProblems } from '../../../scripts/content-problems.ts';
import {
  addressBook,
  fateOf,
  oldAddresses,
  oldAnchors,
  type AddressBook,
  type Change,
} from '../../../src/graph/addresses.ts';
import { fixedAddresses, narrowedLists, publishedAddresses } from '../../../src/graph/published-addresses.ts';
import { readContent } from '../../../src/read/content.ts';
import { edit, withProject } from './fixture-project.ts';

const moved = (from: string, to: string): Change => ({ kind: 'moved', from, to, file: 'f', path: [] });
const retirement = {
  addresses: ['/a/'],
  was: '甲',
  date: '2026-11-20',
  reason: '并入乙',
};
const retired = (from: string): Change => ({
  kind: 'retired',
  from,
  retired: retirement,
  file: 'f',
  path: [],
});
const book = (
  published: readonly string[],
  changes: readonly Change[],
  ledger: readonly string[] = [],
): AddressBook => ({
  published: new Set(published),
  changes,
  ledger,
});

/** The address book of the base fixture after a change to it. */
function bookAfter(change: (root: string) => void): AddressBook {
  return withProject((root) => {
    const { ledger } = readContent(root);
    change(root);
    const content = readContent(root);
    return addressBook(recordProblems(content).graph, ledger, content.addresses);
  });
}

describe('the addresses that content publishes', () => {
  const { published, ledger } = withProject((root) => {
    const content = readContent(root);
    const { graph } = recordProblems(content);
    return { published: publishedAddresses(graph, content.ledger), ledger: content.ledger };
  });

  it('are the fixed pages, then entry by entry each page, its anchors, citations and record, then the narrowed lists', () => {
    expect(published.slice(0, fixedAddresses.length)).toEqual(fixedAddresses);
    const own = published.slice(fixedAddresses.length);
    expect(own.slice(0, 6)).toEqual([
      '/agreements/gongzuo-yaodian-2021/',
      '/agreements/gongzuo-yaodian-2021/#area-gongjiao',
      '/agreements/gongzuo-yaodian-2021/cite.bib',
      '/agreements/gongzuo-yaodian-2021/cite.ris',
      '/agreements/gongzuo-yaodian-2021/cite.json',
      '/agreements/gongzuo-yaodian-2021/index.json',
    ]);
    expect(own).toContain('/sources/hezuo-xieyi-2021/#p11');
    expect(own).toContain('/figures/#kuaixian-touzi');
    expect(own).toContain('/agreements/gongzuo-yaodian-2021/#gongjiao-xianlu');
    expect(own.slice(-4)).toEqual([
      '/sources/by/year/2021/',
      '/sources/by/year/2021/list.csv',
      '/sources/by/kind/news/',
      '/sources/by/kind/news/list.csv',
    ]);
  });

  it('are those of the ledger, each once', () => {
    expect(new Set(published).size).toBe(published.length);
    expect(published.toSorted()).toEqual(ledger.toSorted());
  });
});

describe('a list narrowed to a value', () => {
  const lists = (extra: readonly string[]) =>
    withProject((root) => narrowedLists(recordProblems(readContent(root)).graph, extra)).map(
      ({ collection, facet, value }) => `${collection} ${facet} ${value}`,
    );

  it('stays, once published, when nothing has the value now: the value may return', () => {
    expect(lists([])).not.toContain('projects status proposed');
    expect(lists(['/projects/by/status/proposed/'])).toContain('projects status proposed');
    expect(lists(['/projects/by/year/2020/'])).toContain('projects year 2020');
    expect(lists(['/leaders/by/theme/shengtai/'])).toContain('leaders theme shengtai');
  });

  it('does not stay for a value that there is no more', () => {
    const gone = ['status/finished', 'theme/shui', 'region/shan', 'year/x', 'kind/ship', 'colour/red'];
    expect(lists(gone.map((each) => `/projects/by/${each}/`))).toEqual(lists([]));
  });
});

describe('an old address', () => {
  it('is alive where it is published, moved where something leads on, else lost', () => {
    const all = book(['/b/'], [moved('/a/', '/b/')]);
    expect(fateOf(all, '/b/')).toEqual({ kind: 'alive' });
    expect(fateOf(all, '/a/')).toEqual({ kind: 'moved', to: '/b/' });
    expect(fateOf(all, '/c/')).toEqual({ kind: 'lost' });
  });

  it('takes along what lies below it, file and anchor', () => {
    const all = book(['/b/', '/b/#p1', '/b/list.csv'], [moved('/a/', '/b/')]);
    expect(fateOf(all, '/a/#p1')).toEqual({ kind: 'moved', to: '/b/#p1' });
    expect(fateOf(all, '/a/list.csv')).toEqual({ kind: 'moved', to: '/b/list.csv' });
    expect(fateOf(all, '/a/#p2')).toEqual({ kind: 'lost', towards: '/b/#p2' });
    expect(fateOf(all, '/ab/')).toEqual({ kind: 'lost' });
  });

  it('follows one rename after another, the most particular first', () => {
    const all = book(
      ['/z/new/', '/z/new/#c1', '/z/#new'],
      [moved('/x/', '/y/'), moved('/y/', '/z/'), moved('/y/old/', '/y/new/'), moved('/z/#old', '/z/#new')],
    );
    expect(fateOf(all, '/x/old/#c1')).toEqual({ kind: 'moved', to: '/z/new/#c1' });
    expect(fateOf(all, '/x/#old')).toEqual({ kind: 'moved', to: '/z/#new' });
  });

  it('may become an anchor, which takes nothing along', () => {
    const all = book(['/figures/#b'], [moved('/a/', '/figures/#b')]);
    expect(fateOf(all, '/a/')).toEqual({ kind: 'moved', to: '/figures/#b' });
    expect(fateOf(all, '/a/#c1')).toEqual({ kind: 'lost' });
  });

  it('is retired with all that lay below it, also where a rename came before', () => {
    const all = book(['/b/'], [moved('/a/', '/b/'), retired('/b/c/')]);
    expect(fateOf(all, '/b/c/#p1')).toEqual({ kind: 'retired', retired: retirement });
    expect(fateOf(all, '/a/c/')).toEqual({ kind: 'retired', retired: retirement });
  });

  it('is lost, not looked for without end, where renames go round', () => {
    const paths = fc.constantFrom('/a/', '/b/', '/c/', '/a/b/', '/a/#b');
    fc.assert(
      fc.property(fc.array(fc.tuple(paths, paths)), paths, (pairs, address) => {
        const all = book(
          ['/b/'],
          pairs.map(([from, to]) => moved(from, to)),
        );
        const fate = fateOf(all, address);
        expect(fate.kind === 'moved' ? fate.to : '/b/').toBe('/b/');
      }),
    );
  });
});

describe('an old anchor', () => {
  it('is put beside the new one on the page, where the thing stands on the same page', () => {
    const all = book(['/a/', '/a/#new'], [moved('/a/#old', '/a/#new')], ['/a/#old']);
    expect(oldAnchors(all)).toMatchObject([{ page: '/a/', anchor: 'old', kind: 'alias', of: 'new' }]);
  });

  it('needs nothing where the page moved and has it under the same name', () => {
    const all = book(['/b/', '/b/#c1'], [moved('/a/', '/b/')], ['/a/', '/a/#c1']);
    expect(oldAnchors(all)).toEqual([]);
  });

  it('is put on the new page, where page and anchor were renamed', () => {
    const all = book(
      ['/b/', '/b/#new'],
      [moved('/a/', '/b/'), moved('/b/#old', '/b/#new')],
      ['/a/', '/a/#old'],
    );
    expect(oldAnchors(all)).toMatchObject([{ page: '/b/', anchor: 'old', kind: 'alias', of: 'new' }]);
  });

  it('is a note on the page, where the thing stands elsewhere or nowhere', () => {
    const all = book(
      ['/a/', '/b/', '/b/#x'],
      [moved('/a/#x', '/b/#x'), retired('/a/#y')],
      ['/a/#x', '/a/#y'],
    );
    expect(oldAnchors(all)).toMatchObject([
      { page: '/a/', anchor: 'x', kind: 'note' },
      { page: '/a/', anchor: 'y', kind: 'note' },
    ]);
  });

  it('is nothing of its own below a page that is retired as a whole', () => {
    expect(oldAnchors(book([], [retired('/a/')], ['/a/', '/a/#x']))).toEqual([]);
  });
});

describe('a renamed entry', () => {
  it('leads on from its page, its anchor in context, and its commitments', () => {
    const all = bookAfter((root) => {
      edit(root, 'content/work-points/gongjiao-xianlu.mdx', 'plan:', 'formerIds: [gongjiao-xin]\nplan:');
    });
    expect(fateOf(all, '/work-points/gongjiao-xin/#c2')).toEqual({
      kind: 'moved',
      to: '/work-points/gongjiao-xianlu/#c2',
    });
    expect(fateOf(all, '/agreements/gongzuo-yaodian-2021/#gongjiao-xin')).toEqual({
      kind: 'moved',
      to: '/agreements/gongzuo-yaodian-2021/#gongjiao-xianlu',
    });
  });

  it('leads on within its agreement, where it is a clause', () => {
    const all = bookAfter((root) => {
      const file = 'content/agreements/hezuo-xieyi-2021/shengtai-1.mdx';
      edit(root, file, 'kind: clause', 'kind: clause\nformerIds: [shidi]');
    });
    expect(fateOf(all, '/agreements/hezuo-xieyi-2021/shidi/#c1')).toEqual({
      kind: 'moved',
      to: '/agreements/hezuo-xieyi-2021/shengtai-1/#c1',
    });
    expect(fateOf(all, '/agreements/hezuo-xieyi-2021/#shidi')).toEqual({
      kind: 'moved',
      to: '/agreements/hezuo-xieyi-2021/#shengtai-1',
    });
  });

  it('takes the lists narrowed to it along, where it is a theme or a region', () => {
    const all = bookAfter((root) => {
      edit(root, 'content/regions/qinghe.mdx', 'kind:', 'formerIds: [qing]\nkind:');
    });
    expect(fateOf(all, '/statements/by/region/qing/list.csv')).toEqual({
      kind: 'moved',
      to: '/statements/by/region/qinghe/list.csv',
    });
  });
});

it('names the old addresses in the order of the ledger, and none that still opens or is lost', () => {
  const all = book(['/b/'], [moved('/a/', '/b/'), retired('/c/')], ['/c/', '/b/', '/lost/', '/a/']);
  expect(oldAddresses(all).map(({ address, kind }) => `${address} ${kind}`)).toEqual([
    '/c/ retired',
    '/a/ moved',
  ]);
});
