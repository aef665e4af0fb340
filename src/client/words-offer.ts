import type { Range as Stretch } from '../search/match.ts';
import { toQuery, wordsAt } from '../search/words.ts';
import { CopySheet } from './copy-sheet.ts';
import type { Linked } from './linked.ts';
import { namesAround, printedBlocks } from './page-text.ts';

/** The longest selection that is offered a link; longer ones make addresses that servers refuse. */
const longest = 300;
/** How long a selection must rest, in milliseconds. */
const rest = 250;

/** Words selected in one block of an article. */
interface Selected {
  readonly block: Element;
  readonly range: Stretch;
}

/** `<words-offer>`: from now on, words of an article that are selected are offered a link to exactly those words. */
class WordsOffer extends HTMLElement {
  readonly #button = document.createElement('button');
  #selected: Selected | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    if (this.firstChild !== null) return;
    this.className = 'words-offer';
    this.popover = 'manual';
    this.#button.type = 'button';
    this.#button.textContent = '链接到所选文字';
    this.#button.setAttribute('aria-haspopup', 'dialog');
    this.#button.addEventListener('click', () => this.#open());
    this.append(this.#button);
    document.addEventListener('selectionchange', () => this.#wait());
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), rest);
  }

  #update(): void {
    if (this.contains(document.activeElement)) return;
    this.#selected = selectedWords();
    if (this.#selected === undefined) this.hidePopover();
    else this.#showBeside(this.#selected.block);
  }

  /** Below the end of the selection; after the block in the order of the page, so that the Tab key comes to it next. */
  #showBeside(block: Element): void {
    const end = Array.from(getSelection()?.getRangeAt(0).getClientRects() ?? []).at(-1);
    if (end === undefined) return;
    if (block.nextSibling !== this) block.after(this);
    this.showPopover();
    const { width, height } = this.getBoundingClientRect();
    this.style.setProperty('--x', `${String(Math.min(end.right, innerWidth - width - 16))}px`);
    this.style.setProperty('--y', `${String(Math.min(end.bottom + 8, innerHeight - height - 16))}px`);
  }

  #open(): void {
    if (this.#selected === undefined) return;
    const sheet = new CopySheet();
    sheet.linked = linkedWords(this.#selected);
    this.#button.after(sheet);
  }
}

/** What is selected when it is words of one block and nothing else. */
function selectedWords(): Selected | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const [found, ...others] = printedBlocks(document.body)
    .filter((block) => range.intersectsNode(block))
    .map((block) => ({ block, range: partWithin(range, block) }))
    .filter((part) => part.range.start < part.range.end);
  if (found === undefined || others.length > 0) return undefined;
  const { start, end } = found.range;
  const isAll = found.block.textContent.slice(start, end) === selection.toString().trim();
  const words = withoutOurMarks(found);
  return isAll && words.range.end - words.range.start <= longest ? words : undefined;
}

/** The same without the quotation marks that we put around an article's words in a quote. */
function withoutOurMarks({ block, range }: Selected): Selected {
  const marks = block.matches('blockquote') ? 1 : 0;
  const end = Math.min(range.end, block.textContent.length - marks);
  return { block, range: { start: Math.max(range.start, marks), end } };
}

/** The part of a block's text that a range covers, without white space around it. */
function partWithin(range: Range, block: Element): Stretch {
  const covered = new Range();
  covered.selectNodeContents(block);
  const before = covered.cloneRange();
  if (covered.comparePoint(range.startContainer, range.startOffset) === 0) {
    covered.setStart(range.startContainer, range.startOffset);
  }
  if (covered.comparePoint(range.endContainer, range.endOffset) === 0) {
    covered.setEnd(range.endContainer, range.endOffset);
  }
  before.setEnd(covered.startContainer, covered.startOffset);
  const text = covered.toString();
  const start = before.toString().length + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
}

/** The words as something to link to: at the anchor they stand under, with what tells them from the same words there. */
function linkedWords({ block, range }: Selected): Linked {
  const anchor = block.closest('article [id]');
  const blocks = printedBlocks(anchor ?? block.closest('article') ?? block);
  const lengths = blocks.slice(0, blocks.indexOf(block)).map(({ textContent }) => textContent.length);
  const before = lengths.reduce((sum, length) => sum + length, 0);
  const text = blocks.map(({ textContent }) => textContent).join('');
  const words = wordsAt(text, { start: before + range.start, end: before + range.end });
  const address = new URL(location.pathname + toQuery(words), location.origin);
  if (anchor !== null) address.hash = anchor.id;
  return { ...namesAround(block), address: address.href, block, range };
}

customElements.define('words-offer', WordsOffer);
