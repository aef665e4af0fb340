import { childrenOf, isBlock, isHiddenElement, isText, parseHtml, type HtmlNode } from '../lib/html.ts';
import { assertNever } from '../lib/assert-never.ts';
import { toGlyphs, type Glyph, type Trace } from './glyphs.ts';

/**
 * How a raw file is laid out.
 * - `columns`: newspaper columns; lines are broken by width, blank lines part blocks.
 * - `lines`: one paragraph a line.
 * - `html`: markup; block elements part the lines.
 * - `scrape`: one paragraph a line below a scraper's front matter, with stray markup.
 */
export const shapes = ['columns', 'lines', 'html', 'scrape'] as const;
export type Shape = (typeof shapes)[number];

/** One line of text. `number` counts from 1; in the text shapes it is the line of the raw file. */
export interface Line {
  readonly number: number;
  readonly glyphs: readonly Glyph[];
}

/** Cuts the decoded text into lines by its shape; marks what is no text as removed by a named rule. */
export function toLines(text: string, shape: Shape, trace: Trace): Line[] {
  switch (shape) {
    case 'columns':
    case 'lines':
      return splitLines(toGlyphs(text), trace);
    case 'scrape':
      return splitLines(stripMarkup(text, trace), trace);
    case 'html':
      return htmlLines(text, trace);
    default:
      return assertNever(shape);
  }
}

function splitLines(glyphs: readonly Glyph[], trace: Trace): Line[] {
  const lines: Line[] = [];
  let current: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.char === '\n' || glyph.char === '\r') {
      trace.remove('line-break', [glyph]);
      if (glyph.char === '\r') continue;
      lines.push({ number: lines.length + 1, glyphs: current });
      current = [];
    } else current.push(glyph);
  }
  lines.push({ number: lines.length + 1, glyphs: current });
  return lines;
}

/** Takes tags and comments out of text that is not HTML as a whole; line breaks stay where they were. */
function stripMarkup(text: string, trace: Trace): Glyph[] {
  const kept: Glyph[] = [];
  let at = 0;
  for (const match of text.matchAll(/<!--.*?-->|<\/?[a-z][^<>]*>/gis)) {
    kept.push(...toGlyphs(text.slice(at, match.index), at));
    at = match.index + match[0].length;
    const rule = match[0].startsWith('<!--') ? 'html-comment' : 'html-tag';
    for (const glyph of toGlyphs(match[0], match.index)) {
      if (glyph.char === '\n') kept.push(glyph);
      else trace.remove(rule, [glyph]);
    }
  }
  kept.push(...toGlyphs(text.slice(at), at));
  return kept;
}

/** The visible text of HTML, a line for each block; everything outside text nodes is `html-tag`. */
function htmlLines(text: string, trace: Trace): Line[] {
  const lines: Line[] = [];
  let current: Glyph[] = [];
  let at = 0;
  const breakLine = (): void => {
    if (current.length === 0) return;
    lines.push({ number: lines.length + 1, glyphs: current });
    current = [];
  };
  const takeText = (start: number, end: number): void => {
    trace.remove('html-tag', toGlyphs(text.slice(at, start), at));
    for (const glyph of withoutIgnoredTags(text.slice(start, end), start, trace)) {
      if (glyph.char === '\n' || glyph.char === '\r') {
        trace.remove('line-break', [glyph]);
        if (current.some(({ char }) => char.trim() !== '')) breakLine();
      } else current.push(glyph);
    }
    at = end;
  };
  const walk = (node: HtmlNode): void => {
    if (isText(node)) {
      const place = node.sourceCodeLocation;
      if (place) takeText(place.startOffset, place.endOffset);
      return;
    }
    if (isHiddenElement(node)) return;
    if (isBlock(node)) breakLine();
    for (const child of childrenOf(node)) walk(child);
    if (isBlock(node)) breakLine();
  };
  walk(parseHtml(text));
  breakLine();
  trace.remove('html-tag', toGlyphs(text.slice(at), at));
  return lines;
}

/** The text of a text node without the tags that the parser passed over within it (`</font>` never opened). */
function withoutIgnoredTags(text: string, offset: number, trace: Trace): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = 0;
  for (const match of text.matchAll(/<[/!]?[a-z][^>]*>/gi)) {
    glyphs.push(...characterReferences(text.slice(at, match.index), offset + at));
    trace.remove('html-tag', toGlyphs(match[0], offset + match.index));
    at = match.index + match[0].length;
  }
  glyphs.push(...characterReferences(text.slice(at), offset + at));
  return glyphs;
}

/** Decodes character references (`&nbsp;`, `&#12288;`) to one glyph each that covers the whole reference. */
function characterReferences(text: string, offset: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = 0;
  for (const match of text.matchAll(/&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/gi)) {
    const decoded = decodeReference(match[0]);
    if (decoded === undefined) continue;
    glyphs.push(...toGlyphs(text.slice(at, match.index), offset + at));
    at = match.index + match[0].length;
    glyphs.push({ char: decoded, start: offset + match.index, end: offset + at, by: 'html-entity' });
  }
  glyphs.push(...toGlyphs(text.slice(at), offset + at));
  return glyphs;
}

function decodeReference(reference: string): string | undefined {
  const [node] = childrenOf(parseHtml(reference));
  if (node === undefined || !isText(node) || node.value === reference) return undefined;
  return node.value;
}
