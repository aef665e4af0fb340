/** The name under which the choice is kept in this browser; `public/theme.js` reads it before the first paint. */
const key = 'theme';

/**
 * `<theme-choice hidden>` around three radio buttons, 跟随系统, 浅 and 深. It shows itself where the choice can be kept;
 * without script the page follows the system.
 */
class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    try {
      this.show(localStorage.getItem(key));
    } catch {
      return;
    }
    this.hidden = false;
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.keep(target.value);
    });
    // Another page of the site, or this one kept by the back button, follows at once.
    addEventListener('storage', ({ key: changed, newValue }) => {
      if (changed === key) this.show(newValue);
    });
    addEventListener('pageshow', () => {
      this.show(localStorage.getItem(key));
    });
  }

  private keep(theme: string): void {
    if (theme === '') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
    this.show(theme);
  }

  private show(kept: string | null): void {
    const theme = kept === 'light' || kept === 'dark' ? kept : '';
    document.documentElement.dataset['theme'] = theme;
    for (const choice of this.querySelectorAll('input')) choice.checked = choice.value === theme;
  }
}

customElements.define('theme-choice', ThemeChoice);
