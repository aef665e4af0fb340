import { excerpt, segments } from '../search/match.ts';
import type { PageBlock, PageRow } from '../search/page.ts';
import { addressOf } from '../search/results.ts';
import { element, marked } from './dom.ts';

/** About how many characters of the text a hit shows. */
const excerptWidth = 90;

/** The list of hits, their texts still to come; the first of each kind carries the kind and how many there are. */
export function hitElements(
  pages: readonly PageRow[],
  terms: readonly string[],
  base: string,
): HTMLElement[] {
  const counts = Map.groupBy(pages, ({ kind }) => kind);
  return pages.map((page, index) => {
    const isFirst = pages[index - 1]?.kind !== page.kind;
    return hitElement(
      page,
      terms,
      base,
      isFirst ? `${page.kind}${String(counts.get(page.kind)?.length)}` : '',
    );
  });
}

function hitElement(page: PageRow, terms: readonly string[], base: string, entry: string): HTMLElement {
  const link = element('a', '', ...marked(segments(page.title, terms)));
  const kind = page.path.startsWith(page.kind) ? '' : page.kind;
  const status = page.path.includes(page.status) ? '' : page.status;
  const from = [page.path, kind, status, page.date].filter((part) => part !== '').join('　');
  const item = element(
    'li',
    'row hit',
    element('div', 'entry', entry),
    element('div', '', element('h3', '', link), element('p', 'snip'), element('p', 'from', from)),
  );
  leadTo(item, page.url, undefined, base);
  return item;
}

/** Puts the block that shows the hit best into its element, and leads there. */
export function showBlock(
  item: HTMLElement,
  page: PageRow,
  block: PageBlock,
  terms: readonly string[],
  base: string,
): void {
  const snippet = item.querySelector<HTMLElement>('.snip');
  const shown = excerpt(block.text, terms, excerptWidth);
  snippet?.replaceChildren(shown.cutBefore ? '…' : '', ...marked(shown.segments), shown.cutAfter ? '…' : '');
  if (block.printed && snippet) snippet.dataset['printed'] = '';
  leadTo(item, page.url, block, base);
}

/** Says of a hit that its text could not be loaded; its page can still be opened. */
export function showNoBlock(item: HTMLElement): void {
  item.querySelector('.snip')?.replaceChildren('摘录没能载入，可以直接打开这一页。');
}

function leadTo(item: HTMLElement, url: string, block: PageBlock | undefined, base: string): void {
  const address = base.replace(/\/$/, '') + addressOf(url, block);
  item.dataset['url'] = address;
  item.querySelector('a')?.setAttribute('href', address);
}
