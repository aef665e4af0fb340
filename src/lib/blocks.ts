import { attributeOf, childrenOf, isBlock, isElement, isHiddenElement, isText } from './html.ts';
import type { HtmlElement, HtmlNode } from './html.ts';

/** The text a reader sees in one block. */
export interface TextBlock {
  /** With white space collapsed; never empty. */
  readonly text: string;
  /** The nearest block-level element around the text. */
  readonly element: HtmlElement;
  /** The ID of that element or the nearest around it that has one; the root's own is not counted. */
  readonly anchor?: string;
}

/**
 * The visible text of `root`, block by block in reading order. Text belongs to the nearest block-level element around
 * it and is broken by blocks nested in it; inline elements run on, and `br` is a space. Left out is what no reader is
 * meant to find: hidden elements, `aria-hidden="true"`, `data-pagefind-ignore` and `data-raw`.
 */
export function visibleBlocks(root: HtmlElement): TextBlock[] {
  const blocks: TextBlock[] = [];
  let run = '';
  const endBlock = (element: HtmlElement, anchor: string | undefined): void => {
    const text = collapse(run);
    run = '';
    if (text !== '') blocks.push({ text, element, ...(anchor === undefined ? {} : { anchor }) });
  };
  const walkBlock = (element: HtmlElement, anchor: string | undefined): void => {
    const walk = (node: HtmlNode, nearest: string | undefined): void => {
      for (const child of childrenOf(node)) {
        if (isText(child)) run += child.value;
        if (!isElement(child) || isLeftOut(child)) continue;
        const nested = idOf(child) ?? nearest;
        if (child.tagName === 'br') run += ' ';
        else if (isBlock(child)) {
          endBlock(element, anchor);
          walkBlock(child, nested);
        } else walk(child, nested);
      }
    };
    walk(element, anchor);
    endBlock(element, anchor);
  };
  walkBlock(root, undefined);
  return blocks;
}

function isLeftOut(element: HtmlElement): boolean {
  return (
    isHiddenElement(element) ||
    attributeOf(element, 'aria-hidden') === 'true' ||
    attributeOf(element, 'data-pagefind-ignore') !== undefined ||
    attributeOf(element, 'data-raw') !== undefined
  );
}

function idOf(element: HtmlElement): string | undefined {
  const id = attributeOf(element, 'id');
  return id === '' ? undefined : id;
}

/** White space as a browser collapses it: ideographic and no-break spaces are characters and stay. */
function collapse(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
}
