/** A block of a page's text as a reader sees it, and the ID to link to it by. */
export interface PageBlock {
  readonly text: string;
  readonly anchor?: string;
  /** Set where the words are an article's, not the site's own. */
  readonly printed?: true;
}

/** What the index keeps of a page: enough to show a hit without fetching the page. */
export interface IndexedPage {
  /** From the site's root, without the base path: `/agreements/x/`. */
  readonly url: string;
  readonly title: string;
  /** What it is, in the reader's words: 条款, 协议 … */
  readonly kind: string;
  /** Its date as shown, with 推断 where that is due. */
  readonly date?: string;
  /** Where it stands on the site, in the reader's words. */
  readonly path?: string;
  /** Its indexed text, in reading order. */
  readonly blocks: readonly PageBlock[];
}

/** The start of a plane of private-use characters. */
const privatePlane = 0xf0000;

/**
 * The page as one line of text that no search engine takes for words: Pagefind indexes every value it stores with a
 * page, and the clean text of the whole site would stand in its index a second time, a sentence a word. Each code
 * unit of the JSON becomes a private-use character.
 */
export function packPage(page: IndexedPage): string {
  const units = JSON.stringify(page).split('');
  return units.map((unit) => String.fromCodePoint(privatePlane + unit.charCodeAt(0))).join('');
}

/** The page that was packed; throws on anything else. */
export function unpackPage(packed: string): IndexedPage {
  const units = Array.from(packed, (point) =>
    String.fromCharCode((point.codePointAt(0) ?? 0) - privatePlane),
  );
  const page: unknown = JSON.parse(units.join(''));
  if (!isIndexedPage(page)) throw new TypeError('Not a packed page');
  return page;
}

function isIndexedPage(value: unknown): value is IndexedPage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'url' in value &&
    'title' in value &&
    'kind' in value &&
    'blocks' in value &&
    Array.isArray(value.blocks)
  );
}
