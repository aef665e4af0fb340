import { exactPages } from '../search/answer.ts';
import { noFilters, toAddressQuery } from '../search/filters.ts';
import type { PageRow } from '../search/page.ts';
import { addressOf, inHitOrder } from '../search/results.ts';
import { parseQuery, type Query } from '../search/tokens.ts';
import rules from '../styles/search-ahead.css?inline';
import { element } from './dom.ts';
import { leaveMarks } from './leave-marks.ts';
import { loadEngine, type SearchEngine } from './search-engine.ts';
import { offerPages, offersOf, type Offer } from './search-offers.ts';
import { blockOf, entitiesOf } from './search-run.ts';

/** How many named things are offered, and how many pages that hold the words as typed. */
const most = { entities: 3, hits: 5 };

/**
 * `<search-ahead>`, in a search form: below its field, as one types, the beginning of what the search page would find.
 * Named things, pages that hold the words as typed, and the way to all of these. Other ways of reading the words are
 * left to the search page, which says so.
 */
class SearchAhead extends HTMLElement {
  #base = '';
  #search = '';
  #engine: Promise<SearchEngine> | undefined;
  #attempts = 0;
  #leave = new AbortController();

  connectedCallback(): void {
    const form = this.closest('form');
    const field = form?.querySelector<HTMLInputElement>('input[name="q"]');
    if (!form || !field) return;
    this.#search = new URL(form.action).pathname;
    this.#base = this.#search.replace(/\/[^/]+\/$/, '');
    this.#leave = new AbortController();
    const list = element('ul', 'options');
    list.id = 'search-options';
    this.replaceChildren(list);
    offerPages(field, list, (query) => this.#find(query), this.#leave.signal);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  async #find(query: string): Promise<readonly Offer[]> {
    const asked = parseQuery(query);
    if (asked.terms.length === 0) return [];
    const engine = await this.#loaded();
    const [found, numbers] = await Promise.all([entitiesOf(engine, asked.terms), exactPages(asked, engine)]);
    const entities = found.slice(0, most.entities);
    const named = new Set(entities.map(engine.pageOf));
    const others = numbers.filter((number) => !named.has(number));
    const pages = inHitOrder(others.flatMap((number) => engine.pages[number] ?? []));
    return [
      ...offersOf(entities),
      ...pages.slice(0, most.hits).map((page) => this.#hit(engine, page, asked)),
      ...(numbers.length === 0 ? [] : [this.#all(query, numbers.length)]),
    ];
  }

  #hit(engine: SearchEngine, page: PageRow, { terms }: Query): Offer {
    return {
      title: page.title,
      note: page.path === '' ? page.kind : page.path,
      address: async () => {
        const block = await blockOf(engine, page, terms).catch(() => undefined);
        leaveMarks(this.#base + page.url, terms);
        return this.#base + addressOf(page.url, block);
      },
    };
  }

  #all(query: string, count: number): Offer {
    return {
      title: `全部${String(count)}页`,
      note: '检索结果',
      address: () => this.#search + toAddressQuery(query, noFilters),
    };
  }

  /** The index; what could not be had is asked for again with the next words. */
  async #loaded(): Promise<SearchEngine> {
    this.#engine ??= loadEngine(this.#search, `${this.#base}/`, this.#attempts);
    try {
      return await this.#engine;
    } catch (error) {
      this.#engine = undefined;
      this.#attempts += 1;
      throw error;
    }
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets.push(sheet);
customElements.define('search-ahead', SearchAhead);
