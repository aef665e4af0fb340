import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/graph/addresses.ts';
import { checkLedger } from '../../../src/graph/checks/ledger.ts';

interface State {
  readonly ledger?: readonly string[];
  readonly published?: readonly string[];
  readonly changes?: readonly Change[];
  readonly earlier?: readonly { revision: string; ledger: readonly string[] }[];
}

/** Code, line and details of each fault of a ledger. */
function faults({ ledger = [], published = [], changes = [], earlier = [] }: State): unknown[] {
  const book = { ledger, published: new Set(published), changes };
  return checkLedger({ file: 'ids.ledger', book, earlier }).map(({ code, at, details }) => ({
    code,
    ...(at.kind === 'position' ? { line: at.line } : {}),
    ...details,
  }));
}

const earlier = (revision: string, ledger: string[]) => ({ revision, ledger });

const file = 'content/addresses.yaml';
const moved = (from: string, to: string, index = 0): Change => ({
  kind: 'moved',
  from,
  to,
  file,
  path: ['moved', index, 'from'],
});

describe('the ledger', () => {
  it('may hold the published addresses in any order', () => {
    expect(faults({ ledger: ['/b/', '/a/'], published: ['/a/', '/b/'] })).toEqual([]);
  });

  it('is told how many addresses are new, and the first five', () => {
    const published = ['/a/', '/b/', '/c/', '/d/', '/e/', '/f/', '/g/'];
    expect(faults({ published })).toEqual([
      { code: 'ledger-missing', addresses: '/a/、/b/、/c/、/d/、/e/ 等', count: 7 },
    ]);
    expect(faults({ published, ledger: ['/a/', '/b/'] })).toEqual([
      { code: 'ledger-missing', addresses: '/c/、/d/、/e/、/f/、/g/', count: 5 },
    ]);
  });

  it('is told each line whose address is gone', () => {
    expect(faults({ ledger: ['/a/', '/b/', '/c/#d'], published: ['/b/', '/c/'].slice(0, 1) })).toEqual([
      { code: 'ledger-lost', line: 1, address: '/a/' },
      { code: 'ledger-lost', line: 3, address: '/c/#d' },
    ]);
  });

  it('is told a page that is gone once, not again for what lay below it and the lists narrowed to it', () => {
    const ledger = [
      '/regions/qinghe/',
      '/regions/qinghe/#p1',
      '/projects/by/region/qinghe/',
      '/projects/by/region/qinghe/list.csv',
    ];
    expect(faults({ ledger })).toEqual([{ code: 'ledger-lost', line: 1, address: '/regions/qinghe/' }]);
  });

  it('is told the new address most like the one that is gone', () => {
    const lost = faults({ ledger: ['/projects/gu-bao/'], published: ['/projects/gu-bao-xian/', '/a/'] });
    expect(lost).toContainEqual({
      code: 'ledger-lost',
      line: 1,
      address: '/projects/gu-bao/',
      renamed: '/projects/gu-bao-xian/',
    });
  });

  it('may grow, and be ordered otherwise, as merging two branches does', () => {
    const ledger = ['/a/', '/c/', '/b/'];
    expect(
      faults({
        ledger,
        published: ledger,
        earlier: [earlier('HEAD^', ['/a/', '/b/']), earlier('HEAD^2', ['/a/', '/c/'])],
      }),
    ).toEqual([]);
  });

  it('is told each line that an earlier revision held and that is gone, once for revisions that agree', () => {
    expect(
      faults({
        ledger: ['/a/'],
        published: ['/a/'],
        earlier: [earlier('HEAD', ['/a/', '/b/']), earlier('HEAD^', ['/b/', '/c/'])],
      }),
    ).toEqual([
      { code: 'ledger-rewritten', address: '/b/', revision: 'HEAD' },
      { code: 'ledger-rewritten', address: '/c/', revision: 'HEAD^' },
    ]);
  });

  it('does not call an address new whose line was taken out', () => {
    expect(
      faults({ ledger: ['/a/'], published: ['/a/', '/b/'], earlier: [earlier('HEAD', ['/a/', '/b/'])] }),
    ).toEqual([{ code: 'ledger-rewritten', address: '/b/', revision: 'HEAD' }]);
  });
});

describe('what is said of old addresses', () => {
  it('settles what is gone', () => {
    const ledger = ['/old/', '/old/#p1', '/new/', '/new/#p1'];
    const published = ['/new/', '/new/#p1'];
    expect(faults({ ledger, published, changes: [moved('/old/', '/new/')] })).toEqual([]);
  });

  it('does not settle an anchor that the new page does not have', () => {
    const ledger = ['/old/', '/old/#p1', '/new/'];
    expect(faults({ ledger, published: ['/new/'], changes: [moved('/old/', '/new/')] })).toEqual([
      { code: 'ledger-lost', line: 2, address: '/old/#p1', towards: '/new/#p1' },
    ]);
  });

  it('is told that a rename leads nowhere once, at the rename', () => {
    const ledger = ['/old/', '/old/#p1'];
    expect(faults({ ledger, published: [], changes: [moved('/old/', '/new/')] })).toEqual([
      { code: 'address-dangling', address: '/new/' },
    ]);
  });

  it('may not be said of what was never published, nor twice', () => {
    const changes = [moved('/old/', '/new/', 0), moved('/old/', '/newer/', 1), moved('/odd/', '/new/', 2)];
    const published = ['/new/', '/newer/'];
    expect(faults({ ledger: ['/old/', ...published], published, changes })).toEqual([
      { code: 'address-unknown', address: '/odd/', nearest: '/old/' },
      { code: 'address-duplicate', address: '/old/', where: file },
    ]);
  });

  it('forbids that anything stands there again, itself or below', () => {
    const published = ['/new/', '/old/one/'];
    expect(
      faults({ ledger: ['/old/', ...published], published, changes: [moved('/old/', '/new/')] }),
    ).toEqual([{ code: 'address-reused', address: '/old/one/' }]);
  });

  it('forbids that an anchor carried along to the new page leads to something else there', () => {
    const published = ['/new/', '/new/#c1', '/new/#c2'];
    const ledger = ['/old/', '/old/#c1', ...published];
    const changes = [moved('/old/', '/new/', 0), moved('/old/#c1', '/new/#c2', 1)];
    expect(faults({ ledger, published, changes })).toEqual([
      { code: 'address-reused', address: '/old/#c1', lands: '/new/#c1' },
    ]);
  });
});
