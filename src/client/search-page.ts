import { toHits, type Hit } from '../search/results.ts';
import { parseQuery, queryLimit, type Query } from '../search/tokens.ts';
import { loadEngine, type SearchEngine } from './search-engine.ts';
import { hitElements } from './search-hit.ts';

/** After this many milliseconds the reader is told that a search is running. */
const noticeAfter = 200;
/** After this many milliseconds a search has failed. */
const patience = 15_000;

/** How the answer was found; more ways will come. */
type Interpretation =
  'exact' | 'alias' | 'traditional' | 'numeral' | 'pinyin' | 'all-terms' | 'nearest' | 'none';

/** What the page shows. */
type View =
  | { readonly kind: 'ready' }
  | { readonly kind: 'nothing-to-find' }
  | { readonly kind: 'found'; readonly asked: Query; readonly hits: readonly Hit[] }
  | { readonly kind: 'failed' };

/**
 * `<search-page data-base data-scope>`: makes the search form and the empty results region in it work. The query is
 * the address's `?q=`; results are shown without a reload, and only ever those of the latest query.
 */
class SearchPage extends HTMLElement {
  #query = '';
  #run = new AbortController();
  #engine: Promise<SearchEngine> | undefined;
  #attempts = 0;
  #leave = new AbortController();

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.#part('form', HTMLFormElement).addEventListener('submit', (event) => this.#onSubmit(event), {
      signal,
    });
    this.#retry.addEventListener('click', () => void this.#search(this.#query), { signal });
    window.addEventListener('popstate', () => this.#onReturn(), { signal });
    this.#input.value = addressQuery();
    void this.#search(addressQuery());
  }

  disconnectedCallback(): void {
    this.#leave.abort();
    this.#run.abort();
    this.#run = new AbortController();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    const query = this.#input.value;
    if (query !== addressQuery()) history.pushState(null, '', addressOf(query));
    void this.#search(query);
  }

  #onReturn(): void {
    const query = addressQuery();
    if (query === this.#query) return;
    this.#input.value = query;
    void this.#search(query);
  }

  async #search(query: string): Promise<void> {
    this.#run.abort();
    const run = new AbortController();
    this.#run = run;
    this.#query = query;
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
      const pages = await Promise.race([this.#find(asked.terms, run.signal), whenAborted(run.signal)]);
      if (isLatest()) this.#show(query, { kind: 'found', asked, hits: toHits(pages, asked.terms) });
    } catch {
      if (isLatest()) this.#fail(query);
    } finally {
      clearTimeout(notice);
      clearTimeout(limit);
    }
  }

  async #find(terms: readonly string[], signal: AbortSignal) {
    this.#engine ??= loadEngine(`${this.#base}pagefind/`, this.#attempts);
    return (await this.#engine).find(terms, signal);
  }

  /** Gives up the engine with whatever it failed to load; the next search starts a new one. */
  #fail(query: string): void {
    void this.#engine?.then((engine) => engine.close()).catch(() => undefined);
    this.#engine = undefined;
    this.#attempts += 1;
    this.#show(query, { kind: 'failed' });
  }

  #show(query: string, view: View): void {
    const results = this.#results;
    const hits = view.kind === 'found' ? view.hits : [];
    const terms = view.kind === 'found' ? view.asked.terms : [];
    this.#part('ol', HTMLOListElement).replaceChildren(...hitElements(hits, terms, this.#base));
    this.#announce(this.#wording(view));
    this.#retry.hidden = view.kind !== 'failed';
    results.dataset['state'] = view.kind;
    results.dataset['query'] = query;
    if (view.kind === 'failed') {
      // How many pages match is not known: silence, not 0.
      delete results.dataset['total'];
      delete results.dataset['interpretation'];
    } else {
      results.dataset['total'] = String(hits.length);
      results.dataset['interpretation'] = (hits.length > 0 ? 'exact' : 'none') satisfies Interpretation;
    }
    results.setAttribute('aria-busy', 'false');
  }

  #wording(view: View): string {
    switch (view.kind) {
      case 'ready':
        return '输入要查的词语。几个词用空格隔开，同一页上须都有。';
      case 'nothing-to-find':
        return '请输入至少一个字、字母或数字。';
      case 'failed':
        return '检索没有完成：索引没能载入。请检查网络后重试。';
      case 'found':
        return this.#counted(view.asked, view.hits.length);
    }
  }

  #counted({ terms, cut }: Query, count: number): string {
    const quoted = terms.map((term) => `“${term}”`).join('');
    const scope = this.dataset['scope'] ?? '本语料';
    const none = terms.length === 1 ? `${scope}中没有${quoted}。` : `${scope}中没有哪一页同时有${quoted}。`;
    const limit = cut ? `检索词太长，只查了前${String(queryLimit)}字。` : '';
    return (count === 0 ? none : `共${String(count)}页。`) + limit;
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

  get #retry(): HTMLButtonElement {
    return this.#part('button[data-retry]', HTMLButtonElement);
  }

  #part<Part extends HTMLElement>(selector: string, type: new () => Part): Part {
    const part = this.querySelector(selector);
    if (part instanceof type) return part;
    throw new TypeError(`<search-page> lacks ${selector}`);
  }
}

/** The query in the address. */
function addressQuery(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/** The address of this page with a query. */
function addressOf(query: string): string {
  return query === ''
    ? location.pathname
    : `${location.pathname}?${new URLSearchParams({ q: query }).toString()}`;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Aborted')), { once: true });
  });
}

customElements.define('search-page', SearchPage);
