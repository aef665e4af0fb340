import { nearestId } from '../../lib/nearest.ts';
import { problemAt, problemOn, type Problem } from '../../model/problem.ts';
import { listsNarrowedTo } from '../../routes.ts';
import {
  addressesFile,
  changeOf,
  fateOf,
  isCovered,
  oldAnchors,
  type AddressBook,
  type Change,
} from '../addresses.ts';

/** The ledger of another revision, by the revision's name. */
export interface EarlierLedger {
  readonly revision: string;
  readonly ledger: readonly string[];
}

/** What the site publishes and ever published, and the ledger as other revisions hold it. */
export interface LedgerState {
  readonly file: string;
  readonly book: AddressBook;
  readonly earlier: readonly EarlierLedger[];
}

/**
 * A link never dies: the ledger only grows, holds every address published, and each one opens, leads on, or says
 * what took its place.
 */
export function checkLedger(state: LedgerState): Problem[] {
  return [...checkUnregistered(state), ...checkLost(state), ...checkShortened(state), ...checkChanges(state)];
}

/** How many addresses a message names of many. */
const named = 5;

function checkUnregistered({ file, book, earlier }: LedgerState): Problem[] {
  // An address that an earlier ledger held is not new: its line was taken out, which is reported as such.
  const known = new Set([...book.ledger, ...earlier.flatMap(({ ledger }) => ledger)]);
  const fresh = [...book.published].filter((address) => !known.has(address));
  const addresses = fresh.slice(0, named).join('、') + (fresh.length > named ? ' 等' : '');
  return fresh.length === 0
    ? []
    : [problemAt('ledger-missing', file, [], { addresses, count: fresh.length })];
}

/** What was lost along with a page, or by a rename that leads nowhere, is not told besides these. */
function checkLost({ file, book }: LedgerState): Problem[] {
  const lost = book.ledger.flatMap((address, index) => {
    const fate = fateOf(book, address);
    return fate.kind === 'lost' ? [{ address, index, ...fate }] : [];
  });
  const pages = lost.map(({ address }) => address).filter((address) => address.endsWith('/'));
  const along = pages.flatMap(listsNarrowedTo);
  const roots = new Set([...pages, ...along]);
  const deadEnds = danglingTargets(book).map(({ address }) => address);
  const known = new Set(book.ledger);
  const fresh = [...book.published].filter((address) => !known.has(address));
  return lost
    .filter(({ address }) => !ancestorsOf(address).some((page) => roots.has(page)))
    .filter(({ towards }) => towards === undefined || !deadEnds.some((end) => isCovered(end, towards)))
    .filter(({ address }) => !along.includes(address))
    .map(({ address, index, towards }) => {
      const renamed = nearestId(address, fresh);
      return problemOn('ledger-lost', file, index + 1, 1, {
        address,
        ...(towards === undefined ? {} : { towards }),
        ...(renamed === undefined ? {} : { renamed }),
      });
    });
}

/** The pages an address lies below, the home page left out. */
function ancestorsOf(address: string): string[] {
  const parts = address.split('/').slice(1, -1);
  const pages = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
  return pages.filter((page) => page !== address);
}

/** Lines that an earlier revision held and that are gone; a line that several held counts once. */
function checkShortened({ file, book, earlier }: LedgerState): Problem[] {
  const kept = new Set(book.ledger);
  const gone = new Map<string, string>();
  for (const { revision, ledger } of earlier) {
    for (const address of ledger) {
      if (!kept.has(address) && !gone.has(address)) gone.set(address, revision);
    }
  }
  return [...gone].map(([address, revision]) =>
    problemAt('ledger-rewritten', file, [], { address, revision }),
  );
}

/** What is said of addresses: each old one was published, is said once and never used again; each new one opens. */
function checkChanges({ book }: LedgerState): Problem[] {
  // What one place says of several addresses, a page and its anchor in context or the lists along with it, is told once.
  const said = book.changes.filter(
    (change, index, all) => all.findIndex((other) => placeOf(other) === placeOf(change)) === index,
  );
  return [
    ...checkUnknown(book, said),
    ...checkTwice(said),
    ...checkReused(book, said),
    ...checkLandings(book),
    ...checkTargets(book),
  ];
}

function placeOf({ file, path }: Change): string {
  return [file, ...path].join(' ');
}

function checkUnknown({ ledger, published }: AddressBook, changes: readonly Change[]): Problem[] {
  const known = new Set(ledger);
  return changes
    .filter(({ from }) => !known.has(from) && !published.has(from))
    .map(({ from: address, file, path }) => {
      const nearest = nearestId(address, ledger);
      return problemAt('address-unknown', file, path, {
        address,
        ...(nearest === undefined ? {} : { nearest }),
      });
    });
}

function checkTwice(changes: readonly Change[]): Problem[] {
  return changes.flatMap(({ from: address, file, path }, index) => {
    const other = changes.slice(0, index).find(({ from }) => from === address);
    return other === undefined
      ? []
      : [problemAt('address-duplicate', file, path, { address, where: other.file })];
  });
}

/** Nothing stands any more where something was renamed or retired. */
function checkReused({ published }: AddressBook, changes: readonly Change[]): Problem[] {
  return changes.flatMap(({ from, file, path }) => {
    const address = [...published].find((each) => isCovered(from, each));
    return address === undefined ? [] : [problemAt('address-reused', file, path, { address })];
  });
}

/** An old anchor that a browser carries along to the new page does not lead to something else there. */
function checkLandings(book: AddressBook): Problem[] {
  return oldAnchors(book).flatMap(({ page, anchor, old }) => {
    const lands = `${page}#${anchor}`;
    const change = changeOf(book.changes, old.address);
    if (change === undefined || lands === old.address || !book.published.has(lands)) return [];
    return [problemAt('address-reused', change.file, change.path, { address: old.address, lands })];
  });
}

/** What is said to stand somewhere stands there. */
function checkTargets(book: AddressBook): Problem[] {
  return danglingTargets(book).map(({ address, path }) => {
    const nearest = nearestId(address, book.published);
    return problemAt('address-dangling', addressesFile, path, {
      address,
      ...(nearest === undefined ? {} : { nearest }),
    });
  });
}

/** Declared targets that do not open, each with its place in the file; a renamed entry is its own target. */
function danglingTargets(book: AddressBook): { address: string; path: (string | number)[] }[] {
  const declared = book.changes.filter(({ file }) => file === addressesFile);
  const targets = declared.flatMap((change) =>
    change.kind === 'moved'
      ? [{ address: change.to, path: [...change.path.slice(0, -1), 'to'] }]
      : (change.retired.now ?? []).map((address, nth) => ({
          address,
          path: [...change.path.slice(0, 2), 'now', nth],
        })),
  );
  const places = targets.map(({ path }) => path.join());
  return targets.filter(
    ({ address, path }, index) =>
      places.indexOf(path.join()) === index && fateOf(book, address).kind === 'lost',
  );
}
