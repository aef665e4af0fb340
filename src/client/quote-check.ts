import { element } from './dom.ts';
import { headings, judge, type Claim, type Verdict } from './verdict.ts';

/** How long a file may take to come. */
const patience = 10_000;

/**
 * `<quote-check>`, put into a `<verify-quote>` that was pressed: fetches the stored text, says there what was compared
 * and what came of it, and is gone.
 */
class QuoteCheck extends HTMLElement {
  connectedCallback(): void {
    const asked = this.closest<HTMLElement>('verify-quote');
    if (asked !== null) void check(asked).then(() => this.remove());
  }
}

async function check(asked: HTMLElement): Promise<void> {
  const output = asked.querySelector('output');
  const button = asked.querySelector('button');
  if (output === null || button === null) return;
  const { kind, lines } = await verdictOn(asked);
  const link = output.querySelector('a');
  output.replaceChildren(
    element('strong', '', headings[kind]),
    ...lines.map((line) => element('span', '', line)),
    ...(link === null ? [] : [link]),
  );
  output.dataset['verdict'] = kind;
  button.ariaBusy = null;
}

async function verdictOn(asked: HTMLElement): Promise<Verdict> {
  const { file = '' } = asked.dataset;
  try {
    const response = await fetch(file, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
    if (!response.ok) return unchecked(`取不到 ${file}，服务器答 ${String(response.status)}。`);
    return await judge(claimOf(asked), await response.json());
  } catch (error) {
    if (error instanceof SyntaxError) return unchecked('取来的文件读不懂。');
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return unchecked(`取不到 ${file}，${isLate ? `${String(patience / 1000)}秒没有回应` : '连接不通'}。`);
  }
}

function claimOf(asked: HTMLElement): Claim {
  const { id = '', sha256 = '', start = '', part, prefix, suffix } = asked.dataset;
  return {
    quote: wordsBefore(asked),
    id,
    sha256,
    start: Number(start),
    isPart: part !== undefined,
    prefix,
    suffix,
  };
}

/** The words as the page shows them now, not a copy kept for checking. */
function wordsBefore(asked: HTMLElement): string {
  const before = [...document.querySelectorAll('[data-verbatim]')].filter(
    (each) => (each.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return before.at(-1)?.textContent ?? '';
}

function unchecked(line: string): Verdict {
  return { kind: 'unchecked', lines: [line] };
}

customElements.define('quote-check', QuoteCheck);
