import type { Linked } from './linked.ts';
import { copyText } from './copy-text.ts';
import { directiveOf, namesAround } from './page-text.ts';
import { element } from './dom.ts';

/**
 * `<copy-sheet>`: what can be copied of a place, opened beside the button it is put after. The place is that of the
 * `<copy-link>` around it, or what `linked` says. Esc or a click elsewhere closes it for good, and focus goes back.
 */
export class CopySheet extends HTMLElement {
  linked: Linked | undefined;

  connectedCallback(): void {
    const linked = this.linked ?? placeAround(this);
    const opener = this.previousElementSibling;
    if (linked === undefined || !(opener instanceof HTMLElement)) return;
    this.className = 'sheet';
    this.popover = 'auto';
    this.setAttribute('role', 'dialog');
    this.setAttribute('aria-label', '链接与引文');
    this.append(...contentOf(linked));
    this.addEventListener('toggle', ({ newState }) => {
      if (newState === 'closed') this.remove();
    });
    this.showPopover({ source: opener });
    this.querySelector('button')?.focus();
  }
}

function placeAround(sheet: Element): Linked | undefined {
  const link = sheet.closest<HTMLElement>('copy-link');
  const block = sheet.closest('.row')?.querySelector('[data-printed]');
  if (link === null || !block) return undefined;
  const range = { start: 0, end: block.textContent.length };
  return { ...namesAround(block), address: link.dataset['href'] ?? '', block, range };
}

function contentOf({ name, address, cite, block, range }: Linked): Node[] {
  const quote = block.textContent.slice(range.start, range.end);
  const directive = directiveOf(block, range);
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const outcome = element('div', 'sheet-outcome', status);
  const action = (label: string, copied: string): HTMLElement => {
    const button = element('button', '', label);
    button.type = 'button';
    button.addEventListener('click', () => void copyText(copied, outcome));
    return button;
  };
  const citations = element('a', '', '引用');
  citations.href = cite;
  const precise = `${address}${address.includes('#') ? '' : '#'}:~:${directive ?? ''}`;
  return [
    element('p', 'sheet-name', name),
    action('复制链接', address),
    action('复制引文和链接', `“${quote}”\n——${name}\n${address}`),
    ...(directive === undefined ? [] : [action('复制精确链接（浏览器标出原文）', precise)]),
    ...(cite === '' ? [] : [citations]),
    outcome,
  ];
}

customElements.define('copy-sheet', CopySheet);
