import { getEntry } from 'astro:content';
import { z } from 'zod';
import {
  addressBook,
  fateOf,
  oldAddresses,
  oldAnchors,
  type AddressBook,
  type OldAddress,
  type OldAnchor,
} from '../graph/addresses.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { collectionNames, collections, type Entry } from '../model/collections.ts';
import { oldAddressRecord, type OldAddressRecord } from '../model/old-addresses.ts';
import type { Link, OldAddressView, OldAnchorsView } from '../model/views.ts';
import { addressOf, splitAddress } from '../routes.ts';
import { siteGraph } from './site-graph.ts';
import { href, titleOf } from './views.ts';

/** Every address ever published. */
export async function ledger(): Promise<readonly string[]> {
  return (await stored()).ledger;
}

async function stored() {
  const entry = await getEntry('addresses', 'addresses');
  if (entry === undefined) throw new Error('the content store has no addresses');
  return entry.data;
}

/** The record, what is known of its addresses, and the old anchors by the page they belong on. */
interface SiteAddresses {
  readonly graph: Graph;
  readonly book: AddressBook;
  readonly anchors: ReadonlyMap<string, readonly OldAnchor[]>;
}

let addresses: Promise<SiteAddresses> | undefined;

function siteAddresses(): Promise<SiteAddresses> {
  addresses ??= read();
  return addresses;
}

async function read(): Promise<SiteAddresses> {
  const graph = await siteGraph();
  const { ledger: lines, ...declared } = await stored();
  const book = addressBook(graph, lines, declared);
  return { graph, book, anchors: Map.groupBy(oldAnchors(book), ({ page }) => href(page)) };
}

/** Every old page, with what to say in its place. Files and anchors are no pages. */
export async function oldPages(): Promise<(OldAddressView & { path: string })[]> {
  const site = await siteAddresses();
  return oldAddresses(site.book)
    .filter(({ address }) => address.endsWith('/'))
    .map((old) => ({ path: old.address.slice(1, -1), ...toView(site, old) }));
}

/** What of old anchors the page at a path has to show, base path included. */
export async function oldAnchorsOn(pathname: string): Promise<OldAnchorsView> {
  const site = await siteAddresses();
  const own = site.anchors.get(pathname) ?? [];
  return {
    aliases: own.flatMap((each) => (each.kind === 'alias' ? [{ id: each.anchor, of: each.of }] : [])),
    notes: own.flatMap((each) =>
      each.kind === 'note' ? [{ id: each.anchor, ...toView(site, each.old) }] : [],
    ),
  };
}

/** The JSON text of `/data/addresses.json`, in the order of publication. */
export async function addressesData(): Promise<string> {
  const { book } = await siteAddresses();
  const records = oldAddresses(book).map((old): OldAddressRecord => {
    const url = href(old.address);
    if (old.kind === 'moved') return { url, kind: 'moved', to: href(old.to) };
    const { was, date, now, reason } = old.retired;
    return { url, kind: 'retired', was, date, now: (now ?? []).map((to) => href(openOf(book, to))), reason };
  });
  return `${JSON.stringify(z.array(oldAddressRecord).parse(records), null, 1)}\n`;
}

/** Its JSON Schema. */
export function addressesSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(z.array(oldAddressRecord)), null, 1)}\n`;
}

function toView(site: SiteAddresses, old: OldAddress): OldAddressView {
  const { address } = old;
  if (old.kind === 'moved') return { kind: 'moved', address, to: linkTo(site, old.to) };
  const { was, date, reason, now } = old.retired;
  return { kind: 'retired', address, was, date, reason, now: (now ?? []).map((to) => linkTo(site, to)) };
}

/** Where what was published at an address stands now, with a link that names it; what is retired stands where it did. */
export async function nowAt(address: string): Promise<{ address: string; link: Link }> {
  const site = await siteAddresses();
  const fate = fateOf(site.book, address);
  if (fate.kind === 'retired') return { address, link: { label: fate.retired.was, href: href(address) } };
  return { address: openOf(site.book, address), link: linkTo(site, address) };
}

/** A link that says what stands there; where no entry does, the address itself. */
function linkTo({ graph, book }: SiteAddresses, address: string): Link {
  const target = openOf(book, address);
  const entry = collectionNames
    .flatMap((name): Entry[] => entriesOf(graph, name))
    .find((each) => addressOf(each) === target || addressOf(each) === splitAddress(target).page);
  const label = entry === undefined ? target : `${collections[entry.collection].name}“${titleOf(entry)}”`;
  return { label, href: href(target) };
}

/** The address that opens: the one given, or where it has moved since. */
function openOf(book: AddressBook, address: string): string {
  const fate = fateOf(book, address);
  return fate.kind === 'moved' ? fate.to : address;
}
