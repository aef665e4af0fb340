import type { PageBlock, PageRow } from '../search/page.ts';
import { leaveMarks } from './leave-marks.ts';
import { hitElements, showBlock, showNoBlock } from './search-hit.ts';

/** Hits this near to the window, below or above, get their excerpt. */
const nearness = '400px';

/** What a list shows. */
export interface HitListing {
  readonly pages: readonly PageRow[];
  /** What the excerpts mark, here and on the page a hit leads to. */
  readonly terms: readonly string[];
  /** The blocks already at hand. */
  readonly blocks: ReadonlyMap<PageRow, PageBlock>;
  /** Fetches the block of one of the others. */
  readonly load: (page: PageRow) => Promise<PageBlock | undefined>;
}

/** The list of hits in an element; excerpts not at hand are fetched as their hits come near the window. */
export class HitList {
  readonly #list: HTMLElement;
  readonly #base: string;
  #observer: IntersectionObserver | undefined;
  #terms: readonly string[] = [];

  constructor(list: HTMLElement, base: string, signal: AbortSignal) {
    this.#list = list;
    this.#base = base;
    list.addEventListener('click', ({ target }) => this.#onClick(target), { signal });
    signal.addEventListener('abort', () => this.#observer?.disconnect(), { once: true });
  }

  show({ pages, terms, blocks, load }: HitListing): void {
    this.#observer?.disconnect();
    this.#terms = terms;
    const items = hitElements(pages, terms, this.#base);
    const waiting = new Map<Element, PageRow>();
    for (const [nth, page] of pages.entries()) {
      const item = items[nth];
      const block = blocks.get(page);
      if (item === undefined) continue;
      if (block === undefined) waiting.set(item, page);
      else showBlock(item, page, block, terms, this.#base);
    }
    this.#list.replaceChildren(...items);
    this.#observer = this.#fill(waiting, load);
  }

  #fill(waiting: ReadonlyMap<Element, PageRow>, load: HitListing['load']): IntersectionObserver {
    const terms = this.#terms;
    const fill = async (item: HTMLElement, page: PageRow): Promise<void> => {
      const block = await load(page).catch(() => undefined);
      if (block === undefined) showNoBlock(item);
      else showBlock(item, page, block, terms, this.#base);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const page = waiting.get(target);
          if (!isIntersecting || page === undefined || !(target instanceof HTMLElement)) continue;
          observer.unobserve(target);
          void fill(target, page);
        }
      },
      { rootMargin: nearness },
    );
    for (const item of waiting.keys()) observer.observe(item);
    return observer;
  }

  #onClick(target: EventTarget | null): void {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link !== null) leaveMarks(link.pathname, this.#terms);
  }
}
