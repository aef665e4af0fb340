import { problemAt, type Problem } from '../../model/problem.ts';
import { routes, splitAddress } from '../../routes.ts';
import { fateOf, oldAnchors, type AddressBook } from '../addresses.ts';

/** A site as it was built. */
export interface BuiltSite {
  /** The folder, as messages call it. */
  readonly folder: string;
  /** Every page (`/search/`) and file (`/icon.svg`) in it. */
  readonly addresses: readonly string[];
  /** The `id`s on a page; none for what is no page. */
  readonly anchorsOn: (page: string) => ReadonlySet<string>;
}

/**
 * What serves the pages and is no address of its own: its name may change with every build, or depend on where it is.
 * Cards are pictures of pages, drawn anew when those change and gone with them.
 */
const machinery =
  /^\/(_astro\/|cards\/|search\/index\/|search\/entities\.json$|404\.html$|_redirects$|_headers$|sitemap\.xml$)/;

/** The built site against the ledger, both ways: it holds nothing unregistered, and every address opens in it. */
export function checkSite(site: BuiltSite, book: AddressBook): Problem[] {
  // Every page ever published has a plain text beside it, for as long: the ledger names the page.
  const pages = book.ledger.filter((address) => address.endsWith('/'));
  const known = new Set([...book.ledger, ...pages.map(routes.plainText)]);
  const built = new Set(site.addresses);
  const unregistered = site.addresses.filter((address) => !known.has(address) && !machinery.test(address));
  const texts = pages.filter((page) => built.has(page)).map(routes.plainText);
  const missing = [...placesOf(book), ...texts].filter((address) => {
    const { page, anchor } = splitAddress(address);
    return !built.has(page) || (anchor !== undefined && !site.anchorsOn(page).has(anchor));
  });
  return [
    ...unregistered.map((address) => problemAt('site-unregistered', site.folder, [], { address })),
    ...missing.map((address) => problemAt('site-missing', site.folder, [], { address })),
  ];
}

/** What has to be found in the site: every page and file ever published, and each anchor where a reader ends up. */
function placesOf(book: AddressBook): string[] {
  const own = book.ledger.filter(
    (address) => !address.includes('#') || fateOf(book, address).kind === 'alive',
  );
  const old = oldAnchors(book).map(({ page, anchor }) => `${page}#${anchor}`);
  return [...new Set([...own, ...old])];
}
