import { contains } from './match.ts';
import type { IndexedPage, PageBlock } from './page.ts';

/** The order in which kinds are listed; those not named here come after them. */
export const kindOrder: readonly string[] = [
  '条款',
  '要点',
  '项目',
  '协议',
  '发言',
  '人物',
  '机构',
  '地区',
  '主题',
  '事件',
  '数字',
  '来源',
];

/** A page that matches, and the block that shows it best. */
export interface Hit {
  readonly page: IndexedPage;
  readonly block: PageBlock;
}

/**
 * The pages on which every term stands whole within some block, by kind and URL. Exact whatever is handed in: pages
 * that do not match are left out, and the order they came in does not show.
 */
export function toHits(pages: readonly IndexedPage[], terms: readonly string[]): Hit[] {
  return pages.flatMap((page) => toHit(page, terms) ?? []).sort(compareHits);
}

/** The root-relative address a hit links to: its block where that has an anchor, its page otherwise. */
export function addressOf({ page, block }: Hit): string {
  return block.anchor === undefined ? page.url : `${page.url}#${encodeURIComponent(block.anchor)}`;
}

/**
 * The block shown is the first of those that hold the most terms: an article's words before ours, and one
 * that only repeats the title last.
 */
function toHit(page: IndexedPage, terms: readonly string[]): Hit | undefined {
  const held = page.blocks.map((block) => ({
    block,
    terms: terms.filter((term) => contains(block.text, term)),
  }));
  if (!terms.every((term) => held.some((one) => one.terms.includes(term)))) return undefined;
  const most = Math.max(...held.map((one) => one.terms.length));
  const best = held.filter((one) => one.terms.length === most).map(({ block }) => block);
  const block =
    best.find(({ text, printed }) => printed && text !== page.title) ??
    best.find(({ text }) => text !== page.title) ??
    best[0];
  return block && { page, block };
}

function compareHits(a: Hit, b: Hit): number {
  return (
    kindRank(a.page.kind) - kindRank(b.page.kind) ||
    compare(a.page.kind, b.page.kind) ||
    compare(a.page.url, b.page.url)
  );
}

function kindRank(kind: string): number {
  const rank = kindOrder.indexOf(kind);
  return rank === -1 ? kindOrder.length : rank;
}

/** Code-unit order; `lib/text.ts` has it too, with an edit-distance library that browsers need not load. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
