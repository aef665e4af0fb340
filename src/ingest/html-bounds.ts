import { refusal, type Refusal } from './refusal.ts';

const depthLimit = 500;
const attributeLimit = 200;

/** Elements that hold nothing, and those whose end tags may be left out: they close one another and do not nest. */
const flat = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option tr td th thead tbody tfoot body html head'
  ).split(' '),
);

/** Elements whose content is no mark-up, up to their end tag. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/**
 * Looks a page over before it is parsed, in one pass: a parser's work grows with the square of the depth and of the
 * attributes of a tag. Undefined where all is within bounds.
 */
export function boundsOf(text: string): Refusal | undefined {
  const entity = /<!ENTITY\s/i.exec(text);
  if (entity !== null) return refusal('html-entities', { line: lineAt(text, entity.index) });
  const tags = /<!--|<(\/?)([a-z][^\s/>]*)/gi;
  let depth = 0;
  // Within drawings and formulas every element nests, and none holds raw text.
  let isForeign = false;
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    const { 0: tag, 1: slash, 2: given = '', index } = match;
    const name = given.toLowerCase();
    if (tag === '<!--') {
      const end = text.indexOf('-->', index);
      if (end === -1) return undefined;
      tags.lastIndex = end;
    } else if (slash !== '') {
      if (isForeign || !flat.has(name)) depth = Math.max(0, depth - 1);
      if (name === 'svg' || name === 'math') isForeign = false;
    } else {
      const { count, isClosed } = attributesAt(text, index + tag.length);
      if (count > attributeLimit) {
        return refusal('html-attributes', { line: lineAt(text, index), limit: attributeLimit });
      }
      isForeign ||= !isClosed && (name === 'svg' || name === 'math');
      if (isForeign ? !isClosed : !flat.has(name)) depth += 1;
      if (depth > depthLimit) return refusal('html-depth', { line: lineAt(text, index), limit: depthLimit });
      if (!isForeign && rawText.has(name)) {
        const end = new RegExp(`</${name}`, 'gi');
        end.lastIndex = index + tag.length;
        const close = end.exec(text);
        if (close === null) return undefined;
        tags.lastIndex = close.index;
      }
    }
  }
  return undefined;
}

/** How many attributes follow in a tag, counted no further than the limit needs, and whether it closes itself. */
function attributesAt(text: string, from: number): { count: number; isClosed: boolean } {
  const pattern = /\s*(?:[^\s"'>/=][^\s"'>/=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|[/"'=])/y;
  let count = 0;
  let end = from;
  for (pattern.lastIndex = from; count <= attributeLimit && pattern.test(text); count += 1) {
    end = pattern.lastIndex;
  }
  return { count, isClosed: text.charAt(end - 1) === '/' };
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
