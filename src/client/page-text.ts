import type { Range as Stretch } from '../search/match.ts';
import { textDirective } from '../search/text-directive.ts';

/** The `text=…` directive that leads a browser to a stretch of a block's text; undefined where none can. */
export function directiveOf(block: Element, range: Stretch): string | undefined {
  const nodes = textNodes(document.body);
  const earlier = nodes.slice(
    0,
    Math.max(
      0,
      nodes.findIndex((node) => block.contains(node)),
    ),
  );
  const lead = earlier.findLast((node) => node.data.trim() !== '' && node.parentElement?.checkVisibility());
  return textDirective({
    before: earlier.map(({ data }) => data).join(''),
    lead: lead?.data.trim() ?? '',
    text: block.textContent,
    range,
  });
}

/** The text nodes below an element in order, code left out. */
export function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) {
    const node = walker.currentNode;
    if (node instanceof Text && node.parentElement?.closest('script, style') === null) nodes.push(node);
  }
  return nodes;
}

/** The blocks that hold an article's words, within an element or the element itself. */
export function printedBlocks(scope: Element): Element[] {
  return scope.matches('[data-printed]') ? [scope] : [...scope.querySelectorAll('[data-printed]')];
}

/** What a quotation calls the place a block stands at, and where citations of it stand: as its `<copy-link>` says, or the page. */
export function namesAround(block: Element): { name: string; cite: string } {
  const link = block.closest('.row')?.querySelector<HTMLElement>('copy-link');
  const cite = document.getElementById('cite') === null ? '' : '#cite';
  return { name: link?.dataset['name'] ?? document.title, cite: link?.dataset['cite'] ?? cite };
}
