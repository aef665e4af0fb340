import type { Entity } from '../search/entities.ts';
import { element } from './dom.ts';

/** How long after a keystroke the list follows, in milliseconds. */
const pause = 80;

/** A page that can be gone to from a search field. */
export interface Offer {
  readonly title: string;
  /** What it is, and where. */
  readonly note: string;
  /** Where it leads, found when it is chosen; may reject. */
  readonly address: () => string | Promise<string>;
}

/** Named things as pages to go to. */
export function offersOf(entities: readonly Entity[]): Offer[] {
  return entities.map(({ title, kind, href }) => ({ title, note: kind, address: () => href }));
}

/**
 * Makes a field a combobox: as one types, pages are offered below it. Arrows choose, Enter on a chosen one goes there,
 * Escape closes; Enter with none chosen is the form's own. What is in the field already, where the reader is there, is
 * answered at once. `find` may reject: then nothing is offered.
 */
export function offerPages(
  input: HTMLInputElement,
  list: HTMLElement,
  find: (query: string) => Promise<readonly Offer[]>,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let active = -1;
  let offered: readonly Offer[] = [];
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', '直达页面');

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  const activate = (index: number): void => {
    active = index;
    for (const [nth, option] of options().entries()) {
      option.setAttribute('aria-selected', String(nth === index));
      if (nth === index) option.scrollIntoView({ block: 'nearest' });
    }
    const id = options()[index]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };
  const show = (offers: readonly Offer[], query = ''): void => {
    offered = offers;
    list.replaceChildren(...offers.map(toOption));
    list.hidden = offers.length === 0;
    list.dataset['query'] = query;
    input.setAttribute('aria-expanded', String(offers.length > 0));
    activate(-1);
  };
  const close = (): void => {
    clearTimeout(timer);
    timer = undefined;
    show([]);
  };
  const offer = async (): Promise<void> => {
    const query = input.value;
    const found = await find(query).catch(() => []);
    if (timer !== undefined && input.value === query) show(found, query);
  };
  const open = async (offer: Offer | undefined): Promise<void> => {
    if (offer !== undefined) location.assign(await offer.address());
  };
  const onKey = (event: KeyboardEvent): void => {
    const count = offered.length;
    if (event.isComposing || count === 0) return;
    const chosen = offered[active];
    if (event.key === 'ArrowDown') activate((active + 1) % count);
    else if (event.key === 'ArrowUp') activate((active <= 0 ? count : active) - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen !== undefined) void open(chosen);
    else return;
    event.preventDefault();
  };

  close();
  const offerAfter = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void offer(), milliseconds);
  };
  input.addEventListener('input', () => offerAfter(pause), { signal });
  input.addEventListener('keydown', onKey, { signal });
  input.addEventListener('blur', close, { signal });
  // The field keeps the focus while the list is clicked.
  list.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
  list.addEventListener(
    'click',
    ({ target }) => {
      const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
      if (option !== null) void open(offered[options().indexOf(option)]);
    },
    { signal },
  );
  if (document.activeElement === input && input.value !== '') offerAfter(0);
  return close;
}

function toOption({ title, note }: Offer, nth: number): HTMLElement {
  const option = element('li', '', element('span', '', title), ' ', element('span', 'kind', note));
  option.id = `search-option-${String(nth)}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  return option;
}
