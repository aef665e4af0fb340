import type { Range } from './match.ts';
import { fold } from './tokens.ts';

/** Where words stand in a page, as far as a text directive needs to know. */
export interface Place {
  /** All text of the page before the block. */
  readonly before: string;
  /** The stretch of visible text that comes last before the block. */
  readonly lead: string;
  /** The text of the block the words stand in. */
  readonly text: string;
  /** The words, in `text`. */
  readonly range: Range;
}

/** Longer words are given by their beginning and end. */
const wholeLimit = 60;
/** How long a beginning or end is at least. */
const edgeLength = 10;

/**
 * `text=…` of the text fragment (wicg.github.io/scroll-to-text-fragment) that leads a browser to these words and to
 * no place before them: browsers take the first that fits. Parts are as printed and end where words end, since others
 * are not found; words cut in two are widened to whole ones. Undefined where nothing around the words tells them from
 * an earlier place.
 */
export function textDirective({ before, lead, text, range }: Place): string | undefined {
  const words = widen(text, range);
  const whole = text.slice(words.start, words.end);
  const page = fold(before + text);
  const at = fold(before + text.slice(0, words.start)).length;
  const isFirst = (prefix: string, part: string): boolean =>
    fold(whole) !== '' && page.indexOf(fold(prefix + part)) === at - fold(prefix).length;
  const prefixes = ['', ...prefixesOf(text, words.start, lead)];
  for (const { start, end } of [edgesOf(whole), { start: whole }]) {
    const prefix = prefixes.find((each) => isFirst(each, start));
    if (prefix !== undefined) return spell({ prefix, start, end });
  }
  const suffix = suffixesOf(text, words.end).find((each) => isFirst('', whole + each));
  return suffix === undefined ? undefined : spell({ start: whole, suffix });
}

/** The range made to begin and end where words do. */
function widen(text: string, { start, end }: Range): Range {
  const words = wordsOf(text);
  return {
    start: words.findLast((word) => word.start <= start)?.start ?? start,
    end: words.find((word) => word.end >= end)?.end ?? end,
  };
}

/** The words of a text as browsers part them, and what stands between. */
function wordsOf(text: string): Range[] {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
  return words.map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** Long words by a beginning and an end that stand at punctuation, the end being the first of its like. */
function edgesOf(words: string): { start: string; end?: string } {
  const pauses = [...words.matchAll(/[，。、；：！？]/gu)].map(({ index }) => index);
  const head = pauses.find((index) => index >= edgeLength);
  const tail = pauses.findLast((index) => index < words.length - edgeLength);
  if (words.length <= wholeLimit || head === undefined || tail === undefined || tail < head) {
    return { start: words };
  }
  const rest = fold(words.slice(head));
  const end = words.slice(tail + 1);
  const isFirst = rest.indexOf(fold(end)) === rest.length - fold(end).length;
  return isFirst ? { start: words.slice(0, head), end } : { start: words };
}

/** What may be asked to stand before, shortest first: words of the same block, or what leads to the block. */
function prefixesOf(text: string, start: number, lead: string): string[] {
  const around = text.slice(0, start).trim() === '' ? lead : text.slice(0, start);
  return wordsOf(around)
    .map((word) => around.slice(word.start).trim())
    .reverse();
}

/** What may be asked to stand after, in the same block, shortest first. */
function suffixesOf(text: string, end: number): string[] {
  const around = text.slice(end);
  return wordsOf(around).map((word) => around.slice(0, word.end).trim());
}

function spell({
  prefix = '',
  start,
  end,
  suffix,
}: {
  prefix?: string;
  start: string;
  end?: string | undefined;
  suffix?: string;
}): string {
  const parts = [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    ...[start, end].flatMap((part) => (part === undefined ? [] : [encode(part)])),
    ...(suffix === undefined ? [] : [`-${encode(suffix)}`]),
  ];
  return `text=${parts.join(',')}`;
}

/** Percent-encoded, and with it the three signs a directive is written with. */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll('-', '%2D');
}
