import type { Entity } from '../search/entities.ts';
import { element } from './dom.ts';

/** How long after a keystroke the list follows, in milliseconds. */
const pause = 80;
/** How many entities are offered. */
const offered = 8;

/**
 * Makes a field a combobox: as one types, the named things that answer are offered below it. Arrows choose, Enter on
 * a chosen one goes to its page, Escape closes; Enter with none chosen is the form's own. `find` may reject: then
 * nothing is offered.
 */
export function offerEntities(
  input: HTMLInputElement,
  list: HTMLElement,
  find: (query: string) => Promise<readonly Entity[]>,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let active = -1;
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
  const show = (entities: readonly Entity[]): void => {
    list.replaceChildren(...entities.slice(0, offered).map(toOption));
    list.hidden = entities.length === 0;
    input.setAttribute('aria-expanded', String(entities.length > 0));
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
    if (timer !== undefined && input.value === query) show(found);
  };
  const onKey = (event: KeyboardEvent): void => {
    const all = options();
    if (event.isComposing || all.length === 0) return;
    const chosen = all[active];
    if (event.key === 'ArrowDown') activate((active + 1) % all.length);
    else if (event.key === 'ArrowUp') activate((active <= 0 ? all.length : active) - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen !== undefined) open(chosen);
    else return;
    event.preventDefault();
  };

  close();
  input.addEventListener(
    'input',
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void offer(), pause);
    },
    { signal },
  );
  input.addEventListener('keydown', onKey, { signal });
  input.addEventListener('blur', close, { signal });
  // The field keeps the focus while the list is clicked.
  list.addEventListener('pointerdown', (event) => event.preventDefault(), { signal });
  list.addEventListener(
    'click',
    ({ target }) => {
      const option = target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
      if (option !== null) open(option);
    },
    { signal },
  );
  return close;
}

function toOption({ title, kind, href }: Entity, nth: number): HTMLElement {
  const option = element('li', '', element('span', '', title), ' ', element('span', 'kind', kind));
  option.id = `search-option-${String(nth)}`;
  option.dataset['href'] = href;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  return option;
}

function open(option: HTMLElement): void {
  location.assign(option.dataset['href'] ?? '');
}
