import { loadLinkParts } from './link-parts.ts';

/**
 * `<verify-quote>`, after the `[data-verbatim]` whose words it checks: a button that has them checked when pressed, by
 * `<quote-check>`, whose script comes only then. Without script its link leads to the build's own result.
 */
class VerifyQuote extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null || this.querySelector('output') !== null) return;
    const output = document.createElement('output');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = link.textContent;
    button.addEventListener('click', () => {
      if (button.ariaBusy === 'true') return;
      button.ariaBusy = 'true';
      output.removeAttribute('data-verdict');
      output.replaceChildren('正在取所存的文字……', link);
      loadLinkParts();
      this.append(document.createElement('quote-check'));
    });
    link.replaceWith(button);
    link.textContent = '建站时的结果';
    this.append(output);
  }
}

customElements.define('verify-quote', VerifyQuote);
