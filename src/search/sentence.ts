import { fold, tokenise } from './tokens.ts';

/** Words that ask or join; what a sentence is about stands without them. Longest first. */
const joining =
  '什么时候 多长时间 有没有 为什么 什么样 什么 哪些 哪个 哪里 哪儿 哪年 怎么 怎样 如何 为何 何时 多少 多久 多远 请问 是否 关于 以及 还有 目前 已经 能否'.split(
    ' ',
  );

/** Characters that join words and may be left over without anything being lost. */
const particles = new Set('的了吗呢吧么啊和与及或是在有被把由对到从向给那这都也就要会能将几谁');

/** More than this share of a sentence must be found for it to have been searched for at all. */
const enough = 2 / 3;

/** Whether some page holds a text. */
export type Holds = (text: string) => Promise<boolean>;

/**
 * The pieces of a sentence that the corpus knows, as lists of terms to try one after another: the longest stretches
 * it has, then names and words. A list is left out when a number of the sentence, or a third of it, is nowhere in it,
 * or when it is numbers alone, which say nothing without what they count.
 */
export async function knownPieces(
  sentence: string,
  names: readonly string[],
  holds: Holds,
): Promise<string[][]> {
  const stretches = splitAt(sentence, joining);
  const ways = [stretches, stretches.flatMap((stretch) => wordsOf(stretch, names))];
  const lists: string[][] = [];
  for (const parts of ways) {
    const pieces: string[] = [];
    for (const part of parts) pieces.push(...(await piecesOf(part, holds)));
    if (isEnough(pieces, stretches)) lists.push(distinct(pieces));
  }
  return lists;
}

function splitAt(sentence: string, words: readonly string[]): string[] {
  const pattern = new RegExp(words.join('|'), 'u');
  return sentence.split(pattern).filter((part) => tokenise(part).length > 0);
}

/** The names in a stretch, longest first, and the words of what is left as the browser's dictionary parts it. */
function wordsOf(stretch: string, names: readonly string[]): string[] {
  const folded = fold(stretch);
  const name = names
    .map(fold)
    .filter((one) => one.length > 1 && folded.includes(one))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  if (name === '') return segment(folded);
  const at = folded.indexOf(name);
  return [
    ...wordsOf(folded.slice(0, at), names),
    name,
    ...wordsOf(folded.slice(at + name.length), names),
  ].filter((part) => part !== '');
}

function segment(text: string): string[] {
  if (!('Segmenter' in Intl)) return [text];
  return Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(text), (part) => part.segment);
}

/** From the left the longest known stretches of a text: two characters at least, and numbers only whole. */
async function piecesOf(text: string, holds: Holds): Promise<string[]> {
  const units = fold(text).match(/[0-9]+|[a-z]+|./gsu) ?? [];
  const pieces: string[] = [];
  for (let start = 0; start < units.length;) {
    const length = await longestFrom(units, start, holds);
    const piece = units.slice(start, start + length).join('');
    if (tokenise(piece).length > 1 || /^[0-9]$/.test(piece)) pieces.push(trimmed(piece));
    start += Math.max(1, length);
  }
  return pieces;
}

async function longestFrom(units: readonly string[], start: number, holds: Holds): Promise<number> {
  let length = 0;
  while (start + length < units.length && (await holds(units.slice(start, start + length + 1).join('')))) {
    length += 1;
  }
  return length;
}

/** A piece without particles at its ends, where two characters are left: 建设了 is about 建设. */
function trimmed(piece: string): string {
  const characters = Array.from(piece);
  const last = characters.findLastIndex((character) => !particles.has(character));
  const first = characters.findIndex((character) => !particles.has(character));
  return last - first < 1 ? piece : characters.slice(first, last + 1).join('');
}

function isEnough(pieces: readonly string[], stretches: readonly string[]): boolean {
  const whole = stretches.map(fold).join('');
  const covered = pieces.join('');
  const numbers = whole.match(/[0-9]+/g) ?? [];
  const weigh = (text: string): number => Array.from(text).filter((one) => !particles.has(one)).length;
  const isWorded = pieces.some((piece) => /[^0-9]/.test(piece));
  return (
    isWorded && numbers.every((number) => covered.includes(number)) && weigh(covered) > weigh(whole) * enough
  );
}

function distinct(pieces: readonly string[]): string[] {
  return [...new Set(pieces)];
}
