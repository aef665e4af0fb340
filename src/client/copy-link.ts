import { loadLinkParts } from './link-parts.ts';

/**
 * `<copy-link data-name data-cite>` around the link of a place: that link, become a button that opens what can be
 * copied. Before a script runs, and without one, it is the plain link.
 */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = link.textContent;
    button.setAttribute('aria-label', link.getAttribute('aria-label') ?? link.textContent);
    button.setAttribute('aria-haspopup', 'dialog');
    button.addEventListener('click', () => {
      loadLinkParts();
      this.append(document.createElement('copy-sheet'));
    });
    this.dataset['href'] = link.href;
    link.replaceWith(button);
  }
}

customElements.define('copy-link', CopyLink);
