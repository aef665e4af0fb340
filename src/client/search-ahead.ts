import { exactPages } from '../search/answer.ts';
import { noFilters, toAddressQuery } from '../search/filters.ts';
import type { PageRow } from '../search/page.ts';
import { addressOf } from '../search/results.ts';
import { parseQuery, type Query } from '../search/tokens.ts';
import rules from '../styles/search-ahead.css?inline';
import { element } from './dom.ts';
import { leaveMarks } from './leave-marks.ts';
import { EngineKeeper, type SearchEngine } from './search-engine.ts';
import { offerPages, offersOf, type Offer } from './search-offers.ts';
import { blockOf, entitiesOf, rowsOf } from './search-run.ts';

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
  readonly #keeper = new EngineKeeper();
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
    offerPages(field, list, (query) => this.#offers(query), this.#leave.signal);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  /** What of the index could not be had is asked for again with the next words. */
  async #offers(query: string): Promise<readonly Offer[]> {
    const asked = parseQuery(query);
    if (asked.terms.length === 0) return [];
    try {
      return await this.#find(await this.#keeper.load(this.#search, `${this.#base}/`), query, asked);
    } catch (error) {
      this.#keeper.giveUp();
      throw error;
    }
  }

  async #find(engine: SearchEngine, query: string, asked: Query): Promise<readonly Offer[]> {
    const [found, numbers] = await Promise.all([entitiesOf(engine, asked.terms), exactPages(asked, engine)]);
    const entities = found.slice(0, most.entities);
    const named = new Set(entities.map(engine.pageOf));
    const others = numbers.filter((number) => !named.has(number));
    const pages = rowsOf(engine, others);
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
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);
document.adoptedStyleSheets.push(sheet);
customElements.define('search-ahead', SearchAhead);
