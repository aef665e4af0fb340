/** A block of a page's text as a reader sees it, and the ID to link to it by. */
export interface PageBlock {
  readonly text: string;
  readonly anchor?: string;
  /** Set where the words are an article's, not the site's own. */
  readonly printed?: true;
}

/** What a page can be filtered by besides its kind; IDs and years, which the search page has names for. */
export interface PageFacets {
  readonly theme: readonly string[];
  readonly region: readonly string[];
  readonly year: readonly string[];
  readonly source: readonly string[];
  readonly status: readonly string[];
}

/** What is known of every indexed page before any of its text is loaded: enough to list it as a hit. */
export interface PageRow {
  /** From the site's root, without the base path: `/agreements/x/`. */
  readonly url: string;
  readonly title: string;
  /** What it is, in the reader's words: 条款, 协议 … */
  readonly kind: string;
  /** Where it stands on the site, in the reader's words; '' where nothing is said. */
  readonly path: string;
  /** Its date as shown, with 推断 where that is due; '' where it has none. */
  readonly date: string;
  /** Its status as shown; '' where it has none. */
  readonly status: string;
  readonly facets: PageFacets;
}

/** A page as the index is made from it. */
export interface IndexedPage extends PageRow {
  /** Its indexed text, in reading order. */
  readonly blocks: readonly PageBlock[];
}

/** All indexed pages, and how to find the rest of the index. */
export interface PageTable {
  /** The folder of the parts and texts that belong to this table. */
  readonly version: string;
  /** How many parts the grams are dealt out over. */
  readonly parts: number;
  readonly pages: readonly PageRow[];
  /** Where each page begins, in the positions the grams are kept by. */
  readonly starts: readonly number[];
}

export const noFacets: PageFacets = { theme: [], region: [], year: [], source: [], status: [] };

const facetOrder = ['theme', 'region', 'year', 'source', 'status'] as const;

type Cell = string | number;

/** The table as JSON: one list a page, in order; lists of IDs as words, starts as lengths. */
export function packTable({ version, parts, pages, starts }: PageTable, end: number): string {
  const rows = pages.map((page, nth): Cell[] => [
    page.url,
    page.title,
    page.kind,
    page.path,
    page.date,
    page.status,
    ...facetOrder.map((name) => page.facets[name].join(' ')),
    (starts[nth + 1] ?? end) - (starts[nth] ?? 0),
  ]);
  return JSON.stringify({ version, parts, pages: rows });
}

/** The table that was packed; throws on anything else. */
export function unpackTable(packed: unknown): PageTable {
  if (!isPacked(packed)) throw new TypeError('Not a table of pages');
  const starts: number[] = [];
  let start = 0;
  const pages = packed.pages.map((cells): PageRow => {
    const [url = '', title = '', kind = '', path = '', date = '', status = '', ...rest] = cells.map(String);
    starts.push(start);
    start += Number(cells.at(-1));
    return { url, title, kind, path, date, status, facets: toFacets(rest) };
  });
  return { version: packed.version, parts: packed.parts, pages, starts };
}

function toFacets([theme, region, year, source, status]: readonly (string | undefined)[]): PageFacets {
  return {
    theme: wordsOf(theme),
    region: wordsOf(region),
    year: wordsOf(year),
    source: wordsOf(source),
    status: wordsOf(status),
  };
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}

function isPacked(value: unknown): value is { version: string; parts: number; pages: Cell[][] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'string' &&
    'parts' in value &&
    typeof value.parts === 'number' &&
    'pages' in value &&
    Array.isArray(value.pages)
  );
}
