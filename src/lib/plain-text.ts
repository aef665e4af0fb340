import { visibleBlocks, type TextBlock } from './blocks.ts';
import {
  attributeOf,
  elementsOf,
  isElement,
  textContentOf,
  type HtmlElement,
  type HtmlNode,
} from './html.ts';

/**
 * A page as plain text: its title, its address, then the words of `main`, block by block in reading order, each exactly
 * as a reader sees it. Headings begin with `#`, items of lists with `-`, an article's words with `>`; the cells of a row
 * stand on one line with ` | ` between.
 */
export function plainText(tree: HtmlNode, address: string): string {
  const main = elementsOf(tree).find(({ tagName }) => tagName === 'main');
  const title = elementsOf(tree).find(({ tagName }) => tagName === 'title');
  const lines = main === undefined ? [] : linesOf(visibleBlocks(main), main);
  const head = [title === undefined ? address : textContentOf(title).trim(), address, ''];
  return `${[...head, ...lines].join('\n')}\n`;
}

/** What kind of line a block makes, and which line, where it shares one. */
interface Line {
  readonly mark: string;
  /** The row or item the block belongs to; blocks of one stand close together. */
  readonly group: HtmlElement;
  readonly texts: string[];
}

function linesOf(blocks: readonly TextBlock[], root: HtmlElement): string[] {
  const lines: Line[] = [];
  for (const { text, element } of blocks) {
    const row = nearest(element, root, ['tr']);
    const last = lines.at(-1);
    if (row !== undefined && last?.group === row) last.texts.push(text);
    else lines.push({ mark: markOf(element, root), group: row ?? groupOf(element, root), texts: [text] });
  }
  return lines.flatMap(({ mark, group, texts }, index) => {
    const before = lines[index - 1];
    const isClose = before?.group.parentNode === group.parentNode && isTight(group);
    return [...(index === 0 || isClose ? [] : ['']), `${mark}${texts.join(' | ')}`];
  });
}

function markOf(element: HtmlElement, root: HtmlElement): string {
  const [, level] = /^h([1-6])$/.exec(element.tagName) ?? [];
  if (level !== undefined) return `${'#'.repeat(Number(level))} `;
  const isArticle = ancestors(element, root).some(
    (each) => each.tagName === 'blockquote' || attributeOf(each, 'data-printed') !== undefined,
  );
  const item = nearest(element, root, ['li']);
  return `${item === undefined ? '' : '- '}${isArticle ? '> ' : ''}`;
}

/** The item, row or entry of a list that a block stands in, or the block itself. */
function groupOf(element: HtmlElement, root: HtmlElement): HtmlElement {
  return nearest(element, root, ['li', 'tr', 'dt', 'dd']) ?? element;
}

function isTight({ tagName }: HtmlElement): boolean {
  return ['li', 'tr', 'dt', 'dd'].includes(tagName);
}

function nearest(element: HtmlElement, root: HtmlElement, tags: readonly string[]): HtmlElement | undefined {
  return ancestors(element, root).find(({ tagName }) => tags.includes(tagName));
}

/** The element and those around it, below `root`. */
function ancestors(element: HtmlElement, root: HtmlElement): HtmlElement[] {
  if (element === root) return [];
  const parent = element.parentNode;
  return [element, ...(parent !== null && isElement(parent) ? ancestors(parent, root) : [])];
}
