import { findHits, unfold, type Hit } from './page-hits.ts';
import { showMarks, showPlace, type Marks } from './page-marks.ts';

/**
 * `<find-on-page data-terms>`, its terms a JSON list: marks them in the article, leads from one place to the next, and
 * is gone, with all it did, once cleared. Where no term stands it never shows.
 */
class FindOnPage extends HTMLElement {
  #hits: readonly Hit[] = [];
  #marks: Marks | undefined;
  #selected = 0;
  #leave = new AbortController();

  connectedCallback(): void {
    const article = document.querySelector('main article');
    this.#hits = article === null ? [] : findHits(article, readTerms(this.dataset['terms']));
    if (this.#hits.length === 0) return;
    this.#marks = showMarks(this.#hits);
    this.hidden = false;
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.addEventListener('click', (event) => this.#onClick(event), { signal });
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    this.#start(document.querySelector(':target'));
  }

  disconnectedCallback(): void {
    this.#leave.abort();
    this.#marks?.clear();
    this.#marks = undefined;
  }

  /** Begins with the first place in what the address points at; with none there, the page stays at that, and the next is next. */
  #start(target: Element | null): void {
    if (target === null) {
      this.#select(0, true);
      return;
    }
    const isFrom = ({ first }: Hit): boolean =>
      (target.compareDocumentPosition(first.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const index = Math.max(this.#hits.findIndex(isFrom), 0);
    this.#select(index, target.contains(this.#hits[index]?.first.node ?? null));
  }

  #select(index: number, isShown: boolean): void {
    const count = this.#hits.length;
    this.#selected = (index + count) % count;
    const hit = this.#hits[this.#selected];
    if (isShown && hit !== undefined) unfold(hit);
    const place = this.#marks?.select(this.#selected);
    if (isShown && place !== undefined) {
      showPlace(place, this.firstElementChild?.getBoundingClientRect().height ?? 0);
    }
    const status = this.querySelector('[role="status"]');
    if (status !== null) status.textContent = `第${String(this.#selected + 1)}处，共${String(count)}处`;
  }

  #onClick({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const step = button?.dataset['step'];
    if (step !== undefined) this.#select(this.#selected + Number(step), true);
    else if (button !== null) this.#clear();
  }

  #onKey(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, altKey, metaKey, defaultPrevented, isComposing, target } = event;
    if (defaultPrevented || isComposing || ctrlKey || altKey || metaKey) return;
    if (target instanceof Element && target.matches('input, textarea, select')) return;
    if (key === 'Escape') this.#clear();
    else if (key.toLowerCase() === 'n') this.#select(this.#selected + (shiftKey ? -1 : 1), true);
    else return;
    event.preventDefault();
  }

  #clear(): void {
    const element = this.#hits[this.#selected]?.first.node.parentElement;
    if (this.contains(document.activeElement) && element) focusForOnce(element);
    this.remove();
    const address = new URL(location.href);
    address.searchParams.delete('mark');
    history.replaceState(history.state, '', address);
  }
}

/** Reading goes on from the element, although it is not one to be reached by keyboard. */
function focusForOnce(element: HTMLElement): void {
  if (element.tabIndex < 0) {
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

function readTerms(list: string | undefined): string[] {
  const terms: unknown = JSON.parse(list ?? '[]');
  return Array.isArray(terms) ? terms.filter((term) => typeof term === 'string') : [];
}

customElements.define('find-on-page', FindOnPage);
