import {
  childrenOf,
  isBlock,
  isHiddenElement,
  isText,
  parseHtml,
  parseWithOffsets,
  type HtmlNode,
} from '../lib/html.ts';
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
export function toLines(text: string, shape: Shape, trace: Trace): Iterable<Line> {
  switch (shape) {
    case 'columns':
    case 'lines':
      return splitText(text, trace);
    case 'scrape':
      return splitLines(stripMarkup(text, trace), trace);
    case 'html':
      return htmlLines(text, trace);
    default:
      return assertNever(shape);
  }
}

/** Lines of a text without mark-up, one by one: each is made glyphs of when it is asked for. */
function* splitText(text: string, trace: Trace): Generator<Line> {
  for (let start = 0, end = 0, number = 1; end !== -1; start = end + 1, number += 1) {
    end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end + 1;
    const [line] = splitLines(toGlyphs(text.slice(start, stop), start), trace);
    yield { number, glyphs: line?.glyphs ?? [] };
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
  // A comment that never ends is none; past the last end none is looked for.
  const lastEnd = text.lastIndexOf('-->');
  for (const { index, 0: mark } of text.matchAll(/<!--|<\/?[a-z][^<>]*>/gi)) {
    const isComment = mark === '<!--';
    if (index < at || (isComment && index + mark.length > lastEnd)) continue;
    append(kept, toGlyphs(text.slice(at, index), at));
    at = isComment ? text.indexOf('-->', index + mark.length) + 3 : index + mark.length;
    const rule = isComment ? 'html-comment' : 'html-tag';
    for (const glyph of toGlyphs(text.slice(index, at), index)) {
      if (glyph.char === '\n') kept.push(glyph);
      else trace.remove(rule, [glyph]);
    }
  }
  append(kept, toGlyphs(text.slice(at), at));
  return kept;
}

/** The visible text of HTML, a line for each block; everything outside text nodes is `html-tag`. */
function htmlLines(text: string, trace: Trace): Line[] {
  const lines: Line[] = [];
  let current: Glyph[] = [];
  let isInked = false;
  let at = 0;
  const breakLine = (): void => {
    if (current.length === 0) return;
    lines.push({ number: lines.length + 1, glyphs: current });
    current = [];
    isInked = false;
  };
  const decode = referenceDecoder();
  const takeText = (start: number, end: number): void => {
    trace.removeText('html-tag', text.slice(at, start), at);
    for (const glyph of withoutIgnoredTags(text.slice(start, end), start, trace, decode)) {
      if (glyph.char === '\n' || glyph.char === '\r') {
        trace.remove('line-break', [glyph]);
        if (isInked) breakLine();
      } else {
        current.push(glyph);
        isInked ||= glyph.char.trim() !== '';
      }
    }
    at = end;
  };
  // A stack of its own: a page may be nested deeper than calls can be.
  const open: (HtmlNode | 'break')[] = [parseWithOffsets(text)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === 'break') breakLine();
    else if (isText(node)) {
      const place = node.sourceCodeLocation;
      if (place) takeText(place.startOffset, place.endOffset);
    } else if (!isHiddenElement(node)) {
      if (isBlock(node)) {
        breakLine();
        open.push('break');
      }
      for (const child of childrenOf(node).toReversed()) open.push(child);
    }
  }
  breakLine();
  trace.removeText('html-tag', text.slice(at), at);
  return lines;
}

/** The text of a text node without the tags that the parser passed over within it (`</font>` never opened). */
function withoutIgnoredTags(text: string, offset: number, trace: Trace, decode: DecodeReference): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = 0;
  // Beyond the last > no tag ends.
  for (const match of text.slice(0, text.lastIndexOf('>') + 1).matchAll(/<[/!]?[a-z][^>]*>/gi)) {
    append(glyphs, characterReferences(text.slice(at, match.index), offset + at, decode));
    trace.removeText('html-tag', match[0], offset + match.index);
    at = match.index + match[0].length;
  }
  append(glyphs, characterReferences(text.slice(at), offset + at, decode));
  return glyphs;
}

/** Adds to a list: a call cannot spread as many arguments as a long text has characters. */
function append(list: Glyph[], more: readonly Glyph[]): void {
  for (const glyph of more) list.push(glyph);
}

/** Decodes character references (`&nbsp;`, `&#12288;`) to one glyph each that covers the whole reference. */
function characterReferences(text: string, offset: number, decode: DecodeReference): Glyph[] {
  const glyphs: Glyph[] = [];
  let at = 0;
  for (const match of text.matchAll(/&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);/gi)) {
    const decoded = decode(match[0]);
    if (decoded === undefined) continue;
    append(glyphs, toGlyphs(text.slice(at, match.index), offset + at));
    at = match.index + match[0].length;
    glyphs.push({ char: decoded, start: offset + match.index, end: offset + at, by: 'html-entity' });
  }
  append(glyphs, toGlyphs(text.slice(at), offset + at));
  return glyphs;
}

type DecodeReference = (reference: string) => string | undefined;

/** Reads each reference once: a page holds few, thousands of times. */
function referenceDecoder(): DecodeReference {
  const known = new Map<string, string | undefined>();
  return (reference) => {
    if (!known.has(reference)) known.set(reference, decodeReference(reference));
    return known.get(reference);
  };
}

function decodeReference(reference: string): string | undefined {
  const [node] = childrenOf(parseHtml(reference));
  if (node === undefined || !isText(node) || node.value === reference) return undefined;
  return node.value;
}
