import { copyText } from './copy-text.ts';

/** `<copy-block>`: lets the text of its `<pre>` be copied with one button. Without it the text can be selected. */
class CopyBlock extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('pre');
    const button = this.querySelector('button');
    if (text === null || button === null) return;
    button.hidden = false;
    button.addEventListener('click', () => void copyText(text.textContent, this));
  }
}

customElements.define('copy-block', CopyBlock);
