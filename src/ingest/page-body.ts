import {
  attributeOf,
  childrenOf,
  isElement,
  isHiddenElement,
  isText,
  parseWithOffsets,
  type HtmlElement,
  type HtmlNode,
} from '../lib/html.ts';
import type { Line } from '../normalize/lines.ts';
import { textOf } from '../normalize/glyphs.ts';

/** What was found of a page: the numbers of the blocks that are the article, its title block, and what was left out. */
export interface PageBody {
  readonly kept: ReadonlySet<number>;
  readonly titleBlock?: number;
  /** What the page's own `<title>` says: no reader of the page sees it in the text. */
  readonly pageTitle?: string;
  /** Scripts and styles that were neither run nor kept. */
  readonly scripts: number;
  /** How many `<article>` or `<h1>` it has, whichever are more. */
  readonly articles: number;
}

/** A stretch of the page's source with what is known of the text in it. */
interface Stretch {
  readonly node: HtmlElement;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

const boilerplate = new Set(['nav', 'aside', 'footer', 'form', 'button', 'select', 'iframe', 'menu']);
/** Elements that hold paragraphs. */
const containers = new Set(['body', 'main', 'article', 'section', 'div', 'td']);

const boilerplateWords =
  /(?:^|[-_\s])(?:nav|menu|footer|sidebar|share|related|recommend|breadcrumb|crumb|copyright|toolbar|comment|ad|ads)(?:$|[-_\s])/i;

/** The article of a page, by the source offsets of its blocks: nothing is rewritten, everything can be shown. */
export function pageBody(text: string, lines: readonly Line[]): PageBody {
  const { stretches, links, furniture, pageTitle, scripts } = survey(parseWithOffsets(text));
  const blocks = lines
    .filter(({ glyphs }) => glyphs.length > 0)
    .map((line) => ({
      number: line.number,
      text: textOf(line.glyphs).trim(),
      start: line.glyphs[0]?.start ?? 0,
      end: line.glyphs.at(-1)?.end ?? 0,
    }));
  const linkCover = coverage(links);
  const linked = blocks.map((block) => ({
    ...block,
    linkShare: linkCover(block.start, block.end) / Math.max(1, block.end - block.start),
  }));
  const marksIn = (block: (typeof linked)[number]): number =>
    block.linkShare > 0.5 ? 0 : (block.text.match(/[，。；：、！？]/g)?.length ?? 0);
  const allMarks = prefixSums(linked.map(marksIn));
  // A class name may call the whole page a menu: what holds most of the prose is none.
  const isWithin = within(
    merged(
      furniture.filter(([start, end]) => heldIn(allMarks, linked, start, end) * 2 <= (allMarks.at(-1) ?? 0)),
    ),
  );
  const inked = linked.map((block) => ({ ...block, isBoilerplate: isWithin(block.start) }));
  const prose = inked.map((block) => (block.isBoilerplate ? 0 : marksIn(block)));
  const marks = prefixSums(prose);
  const paragraphs = prefixSums(prose.map((count) => (count >= 2 ? 1 : 0)));
  const holdsMost = (sums: readonly number[], { start, end }: Stretch, share: number): boolean =>
    heldIn(sums, inked, start, end) >= (sums.at(-1) ?? 0) * share;
  const body = stretches
    .filter((stretch) => holdsMost(marks, stretch, 0.8) && holdsMost(paragraphs, stretch, 0.6))
    .filter(({ node }) => containers.has(node.tagName) && (marks.at(-1) ?? 0) > 0)
    .reduce<Stretch | undefined>(
      (best, next) => (best === undefined || next.depth > best.depth ? next : best),
      undefined,
    );
  const from = body?.start ?? 0;
  const to = body?.end ?? text.length;
  const title = titleBlock(inked, stretches, pageTitle, from, to);
  const start = title === undefined ? from : Math.min(from, title.start);
  const isArticle = (block: (typeof inked)[number]): boolean =>
    block.start >= start &&
    block.start < to &&
    block.text !== '' &&
    (block === title || (!block.isBoilerplate && block.linkShare <= 0.5 && !isControl(block.text)));
  return {
    kept: new Set(inked.filter(isArticle).map(({ number }) => number)),
    ...(title === undefined ? {} : { titleBlock: title.number }),
    ...(pageTitle === undefined || pageTitle === '' ? {} : { pageTitle }),
    scripts,
    articles: Math.max(
      ...['article', 'h1'].map((name) => stretches.filter(({ node }) => node.tagName === name).length),
    ),
  };
}

/** Words of buttons that stand among those of the article. */
function isControl(text: string): boolean {
  const bare = text.replace(/[\s|【】[\]（）()：:·]/g, '');
  return (
    bare === '' ||
    /^(?:打印|关闭|收藏|分享(?:到|至)?|字号|字体|大|中|小|大中小|微信|微博|QQ空间|扫一扫.{0,12}|返回顶部|上一篇|下一篇|您?当前位置.{0,40}|打印本页|关闭窗口|复制链接|我要纠错|保存|转发)+$/.test(
      bare,
    )
  );
}

/** The block that is the page's heading: its h1, else the last before the prose whose words the `<title>` begins with. */
function titleBlock<Block extends { number: number; text: string; start: number; isBoilerplate: boolean }>(
  blocks: readonly Block[],
  stretches: readonly Stretch[],
  pageTitle: string | undefined,
  from: number,
  to: number,
): Block | undefined {
  const headings = stretches.filter(({ node }) => node.tagName === 'h1');
  const inH1 = blocks.filter(
    ({ start, text }) => text.length >= 4 && headings.some((h1) => start >= h1.start && start < h1.end),
  );
  const bare = (text: string): string => text.replace(/\s/g, '');
  const named = blocks.filter(
    ({ text, start }) =>
      start < to &&
      bare(text).length >= 4 &&
      pageTitle !== undefined &&
      bare(pageTitle).startsWith(bare(text)),
  );
  return (
    inH1.find((block) => named.includes(block)) ??
    named.filter(({ isBoilerplate }) => !isBoilerplate).at(-1) ??
    (inH1.length === 1 || from === 0 ? inH1[0] : inH1.find(({ start }) => start < to))
  );
}

/** One walk over the page, with a stack of its own: every element with its place, the links, and what is furniture. */
function survey(root: HtmlNode) {
  const stretches: Stretch[] = [];
  const links: [number, number][] = [];
  const furniture: [number, number][] = [];
  let pageTitle: string | undefined;
  let scripts = 0;
  const open: { node: HtmlNode; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (isElement(node)) {
      if (node.tagName === 'script' || node.tagName === 'style') scripts += 1;
      if (node.tagName === 'title') pageTitle ??= childrenOf(node).find(isText)?.value.trim();
      const place = node.sourceCodeLocation;
      if (place && !isHiddenElement(node)) {
        const { startOffset: start, endOffset: end } = place;
        stretches.push({ node, start, end, depth });
        if (node.tagName === 'a') links.push([start, end]);
        const words = `${attributeOf(node, 'class') ?? ''} ${attributeOf(node, 'id') ?? ''}`;
        const isMarked = boilerplateWords.test(words) && !/body|html|main|article/.test(node.tagName);
        if (boilerplate.has(node.tagName) || isMarked) furniture.push([start, end]);
      }
    }
    for (const child of childrenOf(node).toReversed()) open.push({ node: child, depth: depth + 1 });
  }
  return { stretches, links: merged(links), furniture, pageTitle, scripts };
}

/** Ranges in order, those that meet made one. */
function merged(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** Tells how much of a stretch ranges cover, for stretches asked in order. */
function coverage(ranges: readonly [number, number][]): (start: number, end: number) => number {
  let at = 0;
  return (start, end) => {
    while ((ranges[at]?.[1] ?? Infinity) <= start) at += 1;
    let sum = 0;
    for (let next = at; (ranges[next]?.[0] ?? Infinity) < end; next += 1) {
      const [from = 0, to = 0] = ranges[next] ?? [];
      sum += Math.min(to, end) - Math.max(from, start);
    }
    return sum;
  };
}

function within(ranges: readonly [number, number][]): (offset: number) => boolean {
  const cover = coverage(ranges);
  return (offset) => cover(offset, offset + 1) > 0;
}

/** What the blocks between two offsets add up to. */
function heldIn(
  sums: readonly number[],
  blocks: readonly { start: number }[],
  start: number,
  end: number,
): number {
  return (sums[lowerBound(blocks, end)] ?? 0) - (sums[lowerBound(blocks, start)] ?? 0);
}

function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

/** Index of the first block that begins at or behind an offset. */
function lowerBound(blocks: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
