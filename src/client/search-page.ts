import { toCsv } from '../lib/csv.ts';
import type { Entity } from '../search/entities.ts';
import { noFilters, readFilters, toAddressQuery, type Filters } from '../search/filters.ts';
import { parseQuery } from '../search/tokens.ts';
import { wordingOf } from '../search/wording.ts';
import { element } from './dom.ts';
import { EngineKeeper, type SearchEngine } from './search-engine.ts';
import { chosenFilters, showFilters } from './search-filters.ts';
import { HitList } from './search-list.ts';
import { offerPages, offersOf } from './search-offers.ts';
import { blockOf, entitiesOf, runSearch, type Found } from './search-run.ts';

/** After this many milliseconds the reader is told that a search is running. */
const noticeAfter = 200;
/** After this many milliseconds a search has failed. */
const patience = 15_000;
/** How many named things stand above the results. */
const entitiesShown = 12;
/** How many are offered as one types. */
const entitiesOffered = 8;

/** What the page shows. */
type View =
  | { readonly kind: 'ready' }
  | { readonly kind: 'nothing-to-find' }
  | { readonly kind: 'found'; readonly found: Found }
  | { readonly kind: 'failed' };

/**
 * `<search-page data-base data-scope>`: makes the search form and the empty regions in it work. Query and filters are
 * those of the address; results are shown without a reload, and only ever those of the latest search.
 */
class SearchPage extends HTMLElement {
  #query = '';
  #filters: Filters = noFilters;
  #run = new AbortController();
  readonly #keeper = new EngineKeeper();
  #leave = new AbortController();
  #found: Found | undefined;
  #list: HitList | undefined;
  #closeOptions: () => void = () => undefined;

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const input = this.#input;
    this.#part('form', HTMLFormElement).addEventListener('submit', (event) => this.#onSubmit(event), {
      signal,
    });
    this.#retry.addEventListener('click', () => void this.#search(this.#query, this.#filters), { signal });
    this.#part('[data-csv]', HTMLButtonElement).addEventListener('click', () => this.#download(), { signal });
    this.#filterBox.addEventListener('change', () => this.#onFilter(chosenFilters(this.#filterBox)), {
      signal,
    });
    this.#part('[data-clear]', HTMLButtonElement).addEventListener(
      'click',
      () => {
        this.#onFilter(noFilters);
        this.#part('summary', HTMLElement).focus();
      },
      { signal },
    );
    window.addEventListener('popstate', () => this.#onReturn(), { signal });
    this.#closeOptions = offerPages(
      input,
      this.#part('#search-options', HTMLElement),
      async (typed) => {
        const entities = await entitiesOf(await this.#loaded(), parseQuery(typed).terms);
        return offersOf(entities.slice(0, entitiesOffered));
      },
      signal,
    );
    this.#filterBox.open = matchMedia('(min-width: 60rem)').matches;
    this.#list = new HitList(this.#part('ol', HTMLOListElement), this.#base, signal);
    const { query, filters } = addressState();
    input.value = query;
    void this.#search(query, filters);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
    this.#run.abort();
    this.#run = new AbortController();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#closeOptions();
    const query = this.#input.value;
    const filters = query === this.#query ? this.#filters : noFilters;
    this.#go(query, filters);
  }

  #onFilter(filters: Filters): void {
    this.#go(this.#query, filters);
  }

  /** Searches, and notes it in the history unless it is what the address says already. */
  #go(query: string, filters: Filters): void {
    const address = toAddressQuery(query, filters);
    const { query: atQuery, filters: atFilters } = addressState();
    if (address !== toAddressQuery(atQuery, atFilters)) {
      history.pushState(null, '', `${location.pathname}${address}`);
    }
    void this.#search(query, filters);
  }

  #onReturn(): void {
    const { query, filters } = addressState();
    if (toAddressQuery(query, filters) === toAddressQuery(this.#query, this.#filters)) return;
    this.#input.value = query;
    void this.#search(query, filters);
  }

  async #search(query: string, filters: Filters): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    this.#query = query;
    this.#filters = filters;
    const asked = parseQuery(query);
    if (asked.terms.length === 0) {
      this.#show(query, { kind: query.trim() === '' ? 'ready' : 'nothing-to-find' });
      return;
    }
    this.#results.setAttribute('aria-busy', 'true');
    const notice = setTimeout(() => this.#announce('正在检索…'), noticeAfter);
    const limit = setTimeout(() => run.abort(), patience);
    const isLatest = (): boolean => this.#run === run;
    try {
      const searching = this.#loaded().then((engine) => runSearch(engine, asked, filters));
      const found = await Promise.race([searching, whenAborted(run.signal)]);
      if (isLatest()) this.#show(query, { kind: 'found', found });
    } catch {
      if (isLatest()) this.#fail(query);
    } finally {
      clearTimeout(notice);
      clearTimeout(limit);
    }
  }

  #loaded(): Promise<SearchEngine> {
    return this.#keeper.load(`${this.#base}search/`, this.#base);
  }

  /** Gives up the engine with whatever it failed to load; the next search starts a new one. */
  #fail(query: string): void {
    this.#keeper.giveUp();
    this.#show(query, { kind: 'failed' });
  }

  #show(query: string, view: View): void {
    const results = this.#results;
    const found = view.kind === 'found' ? view.found : undefined;
    this.#found = found;
    const terms = found?.answer.terms ?? [];
    this.#list?.show({
      pages: found?.shown ?? [],
      terms,
      blocks: found?.blocks ?? new Map(),
      load: async (page) => blockOf(await this.#loaded(), page, terms),
    });
    this.#direct(found?.entities ?? []);
    showFilters(this.#filterBox, found?.pages ?? [], found === undefined ? noFilters : this.#filters);
    this.#announce(this.#wording(view));
    this.#retry.hidden = view.kind !== 'failed';
    this.#part('[data-examples]', HTMLElement).hidden = view.kind !== 'ready';
    this.#part('[data-csv]', HTMLElement).hidden = (found?.shown.length ?? 0) === 0;
    this.#part('[data-ways]', HTMLElement).hidden =
      view.kind !== 'failed' && (found === undefined || found.pages.length > 0);
    results.dataset['state'] = view.kind;
    results.dataset['query'] = query;
    if (view.kind === 'failed') {
      // How many pages match is not known: silence, not 0.
      delete results.dataset['total'];
      delete results.dataset['interpretation'];
    } else {
      results.dataset['total'] = String(found?.shown.length ?? 0);
      results.dataset['interpretation'] = found?.answer.interpretation ?? 'none';
    }
    results.setAttribute('aria-busy', 'false');
  }

  #direct(entities: readonly Entity[]): void {
    const section = this.#part('#search-entities', HTMLElement);
    const items = entities.slice(0, entitiesShown).map(({ title, kind, href }) => {
      const link = element('a', '', title);
      link.href = href;
      return element('li', '', link, ' ', element('span', 'kind', kind));
    });
    const more = entities.length - items.length;
    if (more > 0) items.push(element('li', '', element('span', 'kind', `另有${String(more)}个`)));
    this.#part('#search-entities ul', HTMLElement).replaceChildren(...items);
    section.hidden = items.length === 0;
  }

  #download(): void {
    const header = ['标题', '类别', '位置', '日期', '状态', '地址'];
    const rows = (this.#found?.shown ?? []).map(({ title, kind, path, date, status, url }) => [
      title,
      kind,
      path,
      date,
      status,
      new URL(this.#base.replace(/\/$/, '') + url, location.href).href,
    ]);
    const link = element('a', '');
    link.href = URL.createObjectURL(new Blob([toCsv([header, ...rows])], { type: 'text/csv;charset=utf-8' }));
    link.download = `检索 ${this.#query
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 40)}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  #wording(view: View): string {
    switch (view.kind) {
      case 'ready':
        return '输入要查的词语。几个词用空格隔开，同一页上须都有；词前加 - 是排除。';
      case 'nothing-to-find':
        return '请输入至少一个字、字母或数字。';
      case 'failed':
        return '检索没有完成：索引没能载入。请检查网络后重试。';
      case 'found':
        return wordingOf(
          view.found.asked,
          view.found.answer,
          view.found.shown.length,
          this.dataset['scope'] ?? '本语料',
        );
    }
  }

  #announce(message: string): void {
    this.#part('[role="status"]', HTMLElement).textContent = message;
  }

  /** The site's base path, with `/` at its end. */
  get #base(): string {
    return `${(this.dataset['base'] ?? '').replace(/\/$/, '')}/`;
  }

  get #input(): HTMLInputElement {
    return this.#part('input[name="q"]', HTMLInputElement);
  }

  get #results(): HTMLElement {
    return this.#part('#search-results', HTMLElement);
  }

  get #filterBox(): HTMLDetailsElement {
    return this.#part('[data-filters]', HTMLDetailsElement);
  }

  get #retry(): HTMLButtonElement {
    return this.#part('[data-retry]', HTMLButtonElement);
  }

  #part<Part extends HTMLElement>(selector: string, type: abstract new () => Part): Part {
    const part = this.querySelector(selector);
    if (part instanceof type) return part;
    throw new TypeError(`<search-page> lacks ${selector}`);
  }
}

/** The search that the address asks for. */
function addressState(): { query: string; filters: Filters } {
  const parameters = new URLSearchParams(location.search);
  return { query: parameters.get('q') ?? '', filters: readFilters(parameters) };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Aborted')), { once: true });
  });
}

customElements.define('search-page', SearchPage);
