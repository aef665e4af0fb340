import { byCodeUnit } from '../lib/text.ts';
import { contains } from './match.ts';
import type { PageBlock, PageRow } from './page.ts';

/** The order in which kinds are listed; those not named here come after them. */
export const kindOrder: readonly string[] = [
  '条款',
  '工作要点',
  '项目',
  '协议',
  '言论',
  '人物',
  '机构',
  '地区',
  '主题',
  '事件',
  '数字',
  '来源',
];

/** Hits in the order they are listed in: by kind, then by URL. */
export function inHitOrder(pages: readonly PageRow[]): PageRow[] {
  return pages.toSorted(
    (a, b) => kindRank(a.kind) - kindRank(b.kind) || byCodeUnit(a.kind, b.kind) || byCodeUnit(a.url, b.url),
  );
}

/** The root-relative address a hit links to: its block where that is known and has an anchor, its page otherwise. */
export function addressOf(url: string, block: PageBlock | undefined): string {
  return block?.anchor === undefined ? url : `${url}#${encodeURIComponent(block.anchor)}`;
}

/**
 * The block of a page that shows it best as a hit: of those that hold the most terms the first, an article's words
 * before ours, and one that only repeats the title last. Undefined when some term stands whole in no block.
 */
export function bestBlock(
  title: string,
  blocks: readonly PageBlock[],
  terms: readonly string[],
): PageBlock | undefined {
  const held = blocks.map((block) => ({
    block,
    terms: terms.filter((term) => contains(block.text, term)),
  }));
  if (!terms.every((term) => held.some((one) => one.terms.includes(term)))) return undefined;
  const most = Math.max(...held.map((one) => one.terms.length));
  const best = held.filter((one) => one.terms.length === most).map(({ block }) => block);
  return (
    best.find(({ text, printed }) => printed && text !== title) ??
    best.find(({ text }) => text !== title) ??
    best.find(({ printed }) => printed) ??
    best[0]
  );
}

function kindRank(kind: string): number {
  const rank = kindOrder.indexOf(kind);
  return rank === -1 ? kindOrder.length : rank;
}
