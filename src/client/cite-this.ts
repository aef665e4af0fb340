import { filledReference, type Retrieval } from '../lib/citation/filled.ts';

/**
 * `<cite-this data-permalink>`: puts today's date and the whole address into the references it holds, and lets
 * each be copied. Without it they stand with a place for the date.
 */
class CiteThis extends HTMLElement {
  connectedCallback(): void {
    const permalink = this.dataset['permalink'] ?? '';
    const address = new URL(permalink, location.href).href;
    const retrieval = { day: today(), permalink, address };
    for (const reference of this.querySelectorAll<HTMLElement>('[data-style]')) enhance(reference, retrieval);
    const link = this.querySelector('.cite-address a');
    if (link !== null) link.textContent = address;
  }
}

/** The day by the reader's own calendar, not by Greenwich. */
function today(): string {
  const now = new Date();
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function enhance(reference: HTMLElement, retrieval: Retrieval): void {
  const text = reference.querySelector('.cite-text');
  const button = reference.querySelector('button');
  const status = reference.querySelector('[role="status"]');
  if (text === null || button === null || status === null) return;
  text.textContent = filledReference(text.textContent, reference.dataset['style'] ?? '', retrieval);
  button.hidden = false;
  button.addEventListener('click', () => {
    void copy(text).then((said) => (status.textContent = said));
  });
}

/** Copies the text and says so; where the browser forbids it, selects the text and says what to do. */
async function copy(text: Element): Promise<string> {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return '已复制';
  } catch {
    getSelection()?.selectAllChildren(text);
    return '已选中，请按 Ctrl-C（⌘C）复制';
  }
}

customElements.define('cite-this', CiteThis);
