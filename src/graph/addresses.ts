import type { DeclaredAddresses, Retired } from '../model/addresses.ts';
import { collectionNames, isOf, type CollectionName, type Entry } from '../model/collections.ts';
import { addressOf, listsNarrowedTo, routes, splitAddress } from '../routes.ts';
import { agreementIdOf, entriesOf, type Graph } from './graph.ts';
import { publishedAddresses } from './published-addresses.ts';

/** What an editor says became of an address, and where it is said. */
export type Change = {
  readonly from: string;
  readonly file: string;
  readonly path: readonly (string | number)[];
} & (
  { readonly kind: 'moved'; readonly to: string } | { readonly kind: 'retired'; readonly retired: Retired }
);

/** What the site publishes, what it ever published, and what is said of the difference. */
export interface AddressBook {
  readonly published: ReadonlySet<string>;
  readonly ledger: readonly string[];
  readonly changes: readonly Change[];
}

/** What opening an address leads to. */
export type Fate =
  | { readonly kind: 'alive' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'retired'; readonly retired: Retired }
  /** `towards`: where renames led before the trail ended. */
  | { readonly kind: 'lost'; readonly towards?: string };

/** The file in which changes are declared that belong to no entry. */
export const addressesFile = 'content/addresses.yaml';

/** All that is known of addresses. */
export function addressBook(
  graph: Graph,
  ledger: readonly string[],
  declared: DeclaredAddresses,
): AddressBook {
  return {
    published: new Set(publishedAddresses(graph, ledger)),
    ledger,
    changes: [...renamesOf(graph), ...declaredChanges(declared)],
  };
}

/**
 * What opening an address leads to. Renames are followed one after another, the most particular first, each once: a
 * trail that comes round is lost.
 */
export function fateOf({ published, changes }: AddressBook, address: string): Fate {
  const followed = new Set<Change>();
  let current = address;
  for (;;) {
    if (published.has(current))
      return current === address ? { kind: 'alive' } : { kind: 'moved', to: current };
    const change = changeOf(changes, current);
    if (change?.kind === 'retired') return { kind: 'retired', retired: change.retired };
    if (change === undefined || followed.has(change)) break;
    followed.add(change);
    current = change.to + current.slice(change.from.length);
  }
  return { kind: 'lost', ...(current === address ? {} : { towards: current }) };
}

/** True for the address itself and, where it is a page, for everything below it. */
export function isCovered(from: string, address: string): boolean {
  return address === from || (from.endsWith('/') && address.startsWith(from));
}

/** What is said of an address most particularly; undefined where nothing is. */
export function changeOf(changes: readonly Change[], address: string): Change | undefined {
  const covering = changes.filter(
    (change) => isCovered(change.from, address) && (change.from === address || canExtend(change)),
  );
  return covering.reduce<Change | undefined>(
    (best, change) => (best === undefined || change.from.length > best.from.length ? change : best),
    undefined,
  );
}

/** A page that has become an anchor takes nothing along: nothing lies below an anchor. */
function canExtend(change: Change): boolean {
  return change.kind === 'retired' || change.to.endsWith('/');
}

/** An address that once opened and is no page, file or anchor of its own any more. */
export type OldAddress = { readonly address: string } & Exclude<Fate, { kind: 'alive' | 'lost' }>;

/** Every published address that has moved or was retired, in the order of the ledger. */
export function oldAddresses(book: AddressBook): OldAddress[] {
  return book.ledger.flatMap((address) => {
    const fate = fateOf(book, address);
    return fate.kind === 'moved' || fate.kind === 'retired' ? [{ address, ...fate }] : [];
  });
}

/** An old anchor on a page that still opens, or that leads on to one. */
export type OldAnchor = {
  /** The page a reader who follows the old address ends on. */
  readonly page: string;
  readonly anchor: string;
  readonly old: OldAddress;
} & (
  | {
      /** Its thing stands on the same page: the old anchor is put there too. */
      readonly kind: 'alias';
      readonly of: string;
    }
  /** Its thing stands elsewhere or nowhere: the page says so. */
  | { readonly kind: 'note' }
);

/** What becomes of old anchors on the pages where a reader looks for them; those that lead there by themselves are left out. */
export function oldAnchors(book: AddressBook): OldAnchor[] {
  return oldAddresses(book).flatMap((old): OldAnchor[] => {
    const { page, anchor } = splitAddress(old.address);
    if (anchor === undefined) return [];
    const fate = fateOf(book, page);
    // Below a page that is retired as a whole its own words say enough.
    if (fate.kind === 'retired' && old.kind === 'retired') return [];
    const landing = fate.kind === 'moved' ? splitAddress(fate.to).page : page;
    const target = old.kind === 'moved' ? splitAddress(old.to) : undefined;
    if (target?.page !== landing || target.anchor === undefined) {
      return [{ page: landing, anchor, old, kind: 'note' }];
    }
    return target.anchor === anchor ? [] : [{ page: landing, anchor, old, kind: 'alias', of: target.anchor }];
  });
}

/** Renamed entries: each former ID leads to the entry. */
function renamesOf(graph: Graph): Change[] {
  return collectionNames.flatMap((name: CollectionName) =>
    entriesOf(graph, name).flatMap((entry: Entry) =>
      (entry.data.formerIds ?? []).flatMap((former, index) => {
        const id = isOf(entry, 'clauses') ? `${agreementIdOf(entry)}/${former}` : former;
        const now = placesOf(entry);
        return placesOf({ ...entry, id }).flatMap((from, nth) =>
          movesOf(from, now[nth] ?? from, entry.file, ['formerIds', index]),
        );
      }),
    ),
  );
}

/** Where an entry is found: its page, and its anchor in the context it belongs to. */
function placesOf(entry: Entry): string[] {
  const page = addressOf(entry);
  if (isOf(entry, 'clauses')) return [page, routes.clauseInContext(entry.id)];
  if (isOf(entry, 'work-points')) return [page, routes.workPointInContext(entry.data.plan, entry.id)];
  return [page];
}

function declaredChanges({ moved, retired }: DeclaredAddresses): Change[] {
  return [
    ...moved.flatMap(({ from, to }, index) => movesOf(from, to, addressesFile, ['moved', index, 'from'])),
    ...retired.flatMap((each, nth) =>
      each.addresses.flatMap((address, index) =>
        [address, ...listsNarrowedTo(address)].map((from): Change => ({
          kind: 'retired',
          from,
          retired: each,
          file: addressesFile,
          path: ['retired', nth, 'addresses', index],
        })),
      ),
    ),
  ];
}

/** A move, and with a theme or a region the lists narrowed to it. */
function movesOf(from: string, to: string, file: string, path: Change['path']): Change[] {
  const lists = listsNarrowedTo(to);
  const along = listsNarrowedTo(from).map((list, index): [string, string] => [list, lists[index] ?? to]);
  return [[from, to] as const, ...along].map(([old, now]) => ({
    kind: 'moved',
    from: old,
    to: now,
    file,
    path,
  }));
}
