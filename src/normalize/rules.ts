import { isAsciiAlphanumeric, isChinesePunctuation, isHan } from '../lib/text.ts';
import type { RuleName } from '../model/normalization-rules.ts';
import { textOf, type Glyph, type Trace } from './glyphs.ts';
import type { Line } from './lines.ts';

const blank = /^[\s\u00a0\u3000\ufeff]$/u;

/** Removes a byte order mark at the head of the text. */
export function dropByteOrderMark(line: Line, trace: Trace): Line {
  if (line.glyphs[0]?.char !== '\ufeff') return line;
  trace.remove('byte-order-mark', line.glyphs.slice(0, 1));
  return { ...line, glyphs: line.glyphs.slice(1) };
}

/** Removes white space at both ends of a line. */
export function trimLine(line: Line, trace: Trace): Line {
  const solid = (glyph: Glyph): boolean => !blank.test(glyph.char);
  const first = line.glyphs.findIndex(solid);
  const last = line.glyphs.findLastIndex(solid);
  if (first === -1) {
    trace.remove('edge-space', line.glyphs);
    return { ...line, glyphs: [] };
  }
  trace.remove('edge-space', line.glyphs.slice(0, first));
  trace.remove('edge-space', line.glyphs.slice(last + 1));
  return { ...line, glyphs: line.glyphs.slice(first, last + 1) };
}

/**
 * Removes the second of each pair when a whole line is printed with every character doubled.
 * Spaces do not count; a line shorter than four pairs is left alone, so that 人人 or 2233 survives.
 */
export function undoubleLine(line: Line, trace: Trace): Line {
  const inked = line.glyphs.filter((glyph) => !blank.test(glyph.char));
  if (inked.length < 8 || inked.length % 2 === 1) return line;
  const doubles = inked.filter((_, index) => index % 2 === 1);
  const doubled = doubles.every((glyph, index) => glyph.char === inked[2 * index]?.char);
  if (!doubled) return line;
  trace.remove('doubled-glyph', doubles);
  const gone = new Set(doubles);
  return { ...line, glyphs: line.glyphs.filter((glyph) => !gone.has(glyph)) };
}

/** Removes the `---` lines and empty keys of a scraper's front matter; filled keys stay as lines. */
export function unfence(lines: readonly Line[], trace: Trace): Line[] {
  if (textOf(lines[0]?.glyphs ?? []) !== '---') return [...lines];
  const end = lines.findIndex((line, index) => index > 0 && textOf(line.glyphs) === '---');
  if (end === -1) return [...lines];
  return lines.map((line, index) => {
    const isFence = index === 0 || index === end;
    const isEmptyKey = index < end && /^[\w-]+:\s*$/.test(textOf(line.glyphs));
    if (!isFence && !isEmptyKey) return line;
    trace.remove('front-matter-fence', line.glyphs);
    return { ...line, glyphs: [] };
  });
}

/** Removes a line that equals an earlier one, and a line that is a cut-off copy of the lines after it. */
export function dropRepeats(lines: readonly Line[], trace: Trace): Line[] {
  const texts = lines.map((line) => textOf(line.glyphs));
  const lastIndex = new Map(texts.map((text, index) => [text, index]));
  const inked = texts.flatMap((text, index) => (text === '' ? [] : [index]));
  const seen = new Set<string>();
  let passed = 0;
  return lines.map((line, index) => {
    const text = texts[index] ?? '';
    if (text !== '') passed += 1;
    if (text.length < 8) return line;
    const isCutOff = lastIndex.get(text) === index && runsOn(text, texts, inked, passed);
    const rule: RuleName | undefined = isCutOff
      ? 'truncated-repeat'
      : seen.has(text)
        ? 'repeated-line'
        : undefined;
    seen.add(text);
    if (rule === undefined) return line;
    trace.remove(rule, line.glyphs);
    return { ...line, glyphs: [] };
  });
}

/** True when the lines from one of the inked on, run together, begin with a text. */
function runsOn(text: string, texts: readonly string[], inked: readonly number[], from: number): boolean {
  let at = 0;
  for (let next = from; at < text.length; next += 1) {
    const line = texts[inked[next] ?? -1];
    if (!line?.startsWith(text.slice(at, at + line.length))) return false;
    at += line.length;
  }
  return true;
}

/**
 * Removes the spaces that type-setting left in Chinese text, and those a split left at an end. A space beside Chinese punctuation always
 * goes. One between two characters of which at least one is Han goes only where lines were joined
 * (`joined`): in a headline or a list of names printed on one line it separates, and stays.
 */
export function closeCjkSpaces(glyphs: readonly Glyph[], joined: boolean, trace: Trace): Glyph[] {
  const isBlank = glyphs.map(({ char }) => blank.test(char));
  const nextInked = inkedAfter(glyphs, isBlank);
  let before = '';
  return glyphs.filter((glyph, index) => {
    if (isBlank[index] !== true) {
      before = glyph.char;
      return true;
    }
    const after = nextInked(index);
    const besidePunctuation = isChinesePunctuation(before) || isChinesePunctuation(after);
    if (before === '' || after === '') {
      trace.remove('edge-space', [glyph]);
      return false;
    }
    const besideHan = isHan(before) || isHan(after);
    const betweenLatin = isAsciiAlphanumeric(before) && isAsciiAlphanumeric(after);
    const goes = besidePunctuation || (joined && besideHan && !betweenLatin);
    if (goes) trace.remove('cjk-space', [glyph]);
    return !goes;
  });
}

/** Tells the first inked character after a place, for places asked from left to right; "" where none follows. */
function inkedAfter(glyphs: readonly Glyph[], isBlank: readonly boolean[]): (index: number) => string {
  let at = 0;
  return (index) => {
    at = Math.max(at, index + 1);
    while (isBlank[at] === true) at += 1;
    return glyphs[at]?.char ?? '';
  };
}
