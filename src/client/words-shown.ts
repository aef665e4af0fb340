import { findWords, readQuery } from '../search/words.ts';
import { cutPieces, unfold, type Hit } from './page-hits.ts';
import { showMarks, showPlace, type Marks } from './page-marks.ts';
import { printedBlocks, textNodes } from './page-text.ts';
import { element } from './dom.ts';

/**
 * `<words-shown>`: looks for the words the address carries where it points, marks them, and says whether they are
 * there. A link to words that have gone says so and leaves the place as it is. Cleared, it takes marks and words along.
 */
class WordsShown extends HTMLElement {
  #marks: Marks | undefined;
  readonly #leave = new AbortController();

  connectedCallback(): void {
    const hits = hitsOf(location.search, location.hash);
    const status = element('p', '');
    status.setAttribute('role', 'status');
    const button = element('button', '', '清除');
    button.type = 'button';
    button.addEventListener('click', () => this.#clear());
    const bar = element('section', 'find-bar find-bar-words', status, button);
    bar.setAttribute('aria-label', '链接所指的字');
    this.append(bar);
    addEventListener('hashchange', () => this.#clear(), { signal: this.#leave.signal });
    status.textContent = messageOf(hits, location.hash === '' ? '本页' : '本段');
    const [first] = hits ?? [];
    if (hits === undefined || first === undefined) return;
    unfold(first);
    this.#marks = showMarks(hits);
    const place = this.#marks.select(0);
    if (place !== undefined) showPlace(place, bar.getBoundingClientRect().height);
  }

  #clear(): void {
    this.#leave.abort();
    this.#marks?.clear();
    this.remove();
    const address = new URL(location.href);
    for (const name of ['words', 'prefix', 'suffix']) address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
  }
}

/** Where the words stand; undefined when what the address points at is not there. */
function hitsOf(query: string, hash: string): Hit[] | undefined {
  const words = readQuery(query);
  const scope =
    hash === ''
      ? document.querySelector('main article')
      : document.getElementById(decodeURIComponent(hash.slice(1)));
  if (words === undefined || scope === null) return undefined;
  const nodes = printedBlocks(scope).flatMap(textNodes);
  return findWords(nodes.map(({ data }) => data).join(''), words).flatMap((range) => {
    const pieces = cutPieces(nodes, range);
    const first = pieces[0];
    const last = pieces.at(-1);
    return first === undefined || last === undefined ? [] : [{ first, last, pieces }];
  });
}

function messageOf(hits: readonly Hit[] | undefined, place: string): string {
  const words = readQuery(location.search)?.words ?? '';
  if (hits === undefined) return '本页已没有链接所指的段落。';
  if (hits.length === 0) return `${place}已没有这些字：“${words}”。`;
  if (hits.length === 1) return `${place}有链接所指的字，已标出。`;
  return `链接所指的字，${place}有${String(hits.length)}处，都已标出。`;
}

customElements.define('words-shown', WordsShown);
