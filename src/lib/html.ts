import { parse, parseFragment, type DefaultTreeAdapterMap, html as spec, type ParserOptions } from 'parse5';

export type HtmlNode = DefaultTreeAdapterMap['node'];
export type HtmlElement = DefaultTreeAdapterMap['element'];
export type HtmlText = DefaultTreeAdapterMap['textNode'];

/** Elements that begin and end a visible block of text; what stands in one never runs on into the next. */
const blockTags = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary ' +
    'table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** Elements whose text no reader sees. */
const hiddenTags = new Set(['script', 'style', 'template', 'noscript', 'head']);

/** Parses a document or a fragment. */
export function parseHtml(source: string): HtmlNode {
  return parseWith(source, { scriptingEnabled: false });
}

/** Parses a document or a fragment, with source offsets on every node, which take a third of the time again. */
export function parseWithOffsets(source: string): HtmlNode {
  return parseWith(source, { scriptingEnabled: false, sourceCodeLocationInfo: true });
}

function parseWith(source: string, options: ParserOptions<DefaultTreeAdapterMap>): HtmlNode {
  const isWhole = /^\s*(<!doctype|<html)/i.test(source);
  return isWhole ? parse(source, options) : parseFragment(source, options);
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
}

export function isBlock(node: HtmlNode): boolean {
  return isElement(node) && blockTags.has(node.tagName);
}

/** True when the element's text is never shown, by its kind or because it is marked hidden from all. */
export function isHiddenElement(node: HtmlNode): boolean {
  if (!isElement(node) || node.namespaceURI !== spec.NS.HTML) return isElement(node);
  return hiddenTags.has(node.tagName) || attributeOf(node, 'hidden') !== undefined;
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** Every element below `node`, in document order. */
export function* elementsOf(node: HtmlNode): Generator<HtmlElement> {
  const ahead = childrenOf(node).toReversed();
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (isElement(next)) yield next;
    for (const child of childrenOf(next).toReversed()) ahead.push(child);
  }
}

/** The text of a node as the DOM gives it, hidden parts included. */
export function textContentOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  return childrenOf(node).map(textContentOf).join('');
}
