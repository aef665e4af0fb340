import { headings, judge, type Claim, type Verdict } from './verdict.ts';

/** How long a file may take to come. */
const patience = 10_000;

/**
 * `<verify-quote>`, after the `[data-verbatim]` whose words it checks: fetches the stored text when pressed, not before,
 * and says in the page what was compared and what came of it. Without script its link leads to the build's own result.
 */
class VerifyQuote extends HTMLElement {
  readonly #output = document.createElement('output');

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null || this.contains(this.#output)) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = link.textContent;
    button.addEventListener('click', () => void this.#check(button, link));
    link.replaceWith(button);
    link.textContent = '建站时的结果';
    this.append(this.#output);
  }

  async #check(button: HTMLButtonElement, link: HTMLAnchorElement): Promise<void> {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    this.#output.removeAttribute('data-verdict');
    this.#output.textContent = '正在取所存的文字……';
    const verdict = await this.#verdict();
    const lines = verdict.lines.map((line) => withText('span', line));
    this.#output.replaceChildren(withText('strong', headings[verdict.kind]), ...lines, link);
    this.#output.dataset['verdict'] = verdict.kind;
    button.ariaBusy = null;
  }

  async #verdict(): Promise<Verdict> {
    const { file = '' } = this.dataset;
    try {
      const response = await fetch(file, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
      if (!response.ok) return unchecked(`取不到 ${file}，服务器答 ${String(response.status)}。`);
      return await judge(this.#claim(), await response.json());
    } catch (error) {
      if (error instanceof SyntaxError) return unchecked('取来的文件读不懂。');
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      return unchecked(`取不到 ${file}，${isLate ? `${String(patience / 1000)}秒没有回应` : '连接不通'}。`);
    }
  }

  #claim(): Claim {
    const { id = '', sha256 = '', start = '', part, prefix, suffix } = this.dataset;
    return {
      quote: this.#wordsShown(),
      id,
      sha256,
      start: Number(start),
      isPart: part !== undefined,
      prefix,
      suffix,
    };
  }

  /** The words as the page shows them now, not a copy kept for checking. */
  #wordsShown(): string {
    const before = [...document.querySelectorAll('[data-verbatim]')].filter(
      (each) => (each.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    return before.at(-1)?.textContent ?? '';
  }
}

function withText(tag: 'strong' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function unchecked(line: string): Verdict {
  return { kind: 'unchecked', lines: [line] };
}

customElements.define('verify-quote', VerifyQuote);
