/** What a printed number heads, from the whole down. */
export type LabelLevel = '编' | '章' | '节' | '条' | '款' | '一、' | '（一）' | '1.' | '（1）';

/** A passage's place among numbered clauses. */
export interface Label {
  readonly level: LabelLevel;
  /** The number as printed; absent for a 款, which prints none. */
  readonly printed?: string;
  /** The way to it: the printed numbers above it, its own last; a 款 by its place, as ours. */
  readonly path: readonly string[];
  /** Where the number does not follow the one before it. */
  readonly gap?: string;
}

const han = '〇零一二三四五六七八九十百千';
const articleNumber = `第[${han}\\d]{1,8}条(?:之[一二三四五六七八九十]{1,3})?`;

/** What follows a number that is only referred to: 第二十条第一款规定的期限, 第三条至第五条, 第八条修改为. */
const referred =
  /^(?:第[〇零一二三四五六七八九十百千\d]+[款项目条]|[、和或与及至到—－-]|规定|所列|所称|所指|的|之外|以外|以及|中的?|修改|删去|作出|不适用|适用|明确|关于)/;

const patterns: readonly (readonly [LabelLevel, RegExp])[] = [
  ['编', new RegExp(`^第[${han}\\d]{1,6}编(?=[\\s　]|$)`)],
  ['章', new RegExp(`^第[${han}\\d]{1,6}章(?:之[一二三四五六七八九十])?(?=[\\s　]|$)`)],
  ['节', new RegExp(`^第[${han}\\d]{1,6}节(?=[\\s　]|$)`)],
  ['条', new RegExp(`^${articleNumber}`)],
  ['一、', /^[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十百]+(?:级|线|类|等|期|产业|季度))/],
  ['（一）', /^[（(][一二三四五六七八九十]{1,3}[）)]/],
  ['（1）', /^[（(]\d{1,3}[）)]/],
  ['1.', /^[0-9０-９]{1,3}[.．、](?![0-9０-９])/],
];

const order: readonly LabelLevel[] = ['编', '章', '节', '条', '一、', '（一）', '1.', '（1）'];

/** The number a text begins with, as printed, where it heads a clause and is not a reference to one. */
export function labelAt(text: string): { level: LabelLevel; printed: string } | undefined {
  for (const [level, pattern] of patterns) {
    const printed = pattern.exec(text)?.[0];
    if (printed === undefined) continue;
    if (level === '条' && referred.test(text.slice(printed.length))) return undefined;
    return { level, printed };
  }
  return undefined;
}

export function startsWithLabel(text: string): boolean {
  return labelAt(text) !== undefined;
}

/**
 * The label of each passage, or undefined. What stands within quotation marks is another text's: a law quoted in a
 * decision to amend it keeps its numbers to itself, over as many passages as the quotation runs.
 */
export function labelsOf(texts: readonly string[]): (Label | undefined)[] {
  const quoted = quotedBeginnings(texts);
  const above = new Map<LabelLevel, string>();
  let paragraphs = 0;
  return texts.map((text, index) => {
    const found = quoted[index] === true ? undefined : labelAt(text);
    if (found === undefined) {
      const article = above.get('条');
      const isParagraph = article !== undefined && quoted[index] !== true && /[。：；]$/.test(text);
      if (!isParagraph) return undefined;
      paragraphs += 1;
      above.delete('（一）');
      above.delete('1.');
      return { level: '款', path: [...pathTo(above, '条', 1), paragraphLabel(paragraphs)] };
    }
    const { level, printed } = found;
    const last = above.get(level);
    for (const lower of order.slice(order.indexOf(level) + 1)) {
      // Chapters do not begin the count of articles anew.
      if (lower !== '条') above.delete(lower);
    }
    if (level === '条') paragraphs = 1;
    const gap = gapAfter(last, printed);
    above.set(level, printed);
    return { level, printed, path: pathTo(above, level, paragraphs), ...(gap === undefined ? {} : { gap }) };
  });
}

function pathTo(above: ReadonlyMap<LabelLevel, string>, level: LabelLevel, paragraphs: number): string[] {
  const upTo = order.slice(0, order.indexOf(level) + 1);
  return upTo.flatMap((each) => {
    const printed = above.get(each);
    if (printed === undefined || (each === '条' && isChapter(level))) return [];
    return each === '条' && level !== '条' && paragraphs > 1
      ? [printed, paragraphLabel(paragraphs)]
      : [printed];
  });
}

function isChapter(level: LabelLevel): boolean {
  return level === '编' || level === '章' || level === '节';
}

/** A paragraph of an article prints no number: this one is ours, and says so. */
function paragraphLabel(count: number): string {
  return `第${String(count)}款（没有印序号，本站数）`;
}

/** What is odd about a number after the one before it; nothing for the next, a new beginning, or a 之一 of the same. */
function gapAfter(last: string | undefined, printed: string): string | undefined {
  const isInserted = /之[一二三四五六七八九十]+$/.test(printed);
  const value = numberOf(printed);
  if (last === undefined) return value === 1 || isInserted ? undefined : `从${printed}起，前面的没有`;
  const isNext = isInserted ? value === numberOf(last) : value === numberOf(last) + 1;
  return isNext || value === 1 ? undefined : `${last}之后是${printed}`;
}

const digits = '零一二三四五六七八九';

/** The number a label prints, its 之 left out: 第一百二十四条 is 124. */
export function numberOf(printed: string): number {
  const bare = printed.replace(/之[一二三四五六七八九十]+$/, '').normalize('NFKC');
  const arabic = /\d+/.exec(bare)?.[0];
  if (arabic !== undefined) return Number(arabic);
  let sum = 0;
  let ones = 0;
  for (const char of bare.replaceAll('〇', '零')) {
    const digit = digits.indexOf(char);
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (digit !== -1) ones = digit;
    else if (unit !== undefined) {
      sum += (ones === 0 ? 1 : ones) * unit;
      ones = 0;
    }
  }
  return sum + ones;
}

/** For each text, whether its first character stands within a quotation that opened before it or opens with it. */
function quotedBeginnings(texts: readonly string[]): boolean[] {
  const closes = closedQuotes(texts);
  let depth = 0;
  return texts.map((text, index) => {
    const begins = depth > 0 || /^[“《「『]/.test(text);
    depth += closes[index] ?? 0;
    return begins;
  });
}

/** By how much each text deepens the quotation, marks that are never closed left out: those are slips of print. */
function closedQuotes(texts: readonly string[]): number[] {
  const change = texts.map(() => 0);
  const open: number[] = [];
  texts.forEach((text, index) => {
    // A quotation of several paragraphs opens each of them again and closes the last.
    const from = open.length > 0 && text.startsWith('“') ? 1 : 0;
    for (const char of text.slice(from)) {
      if (char === '“') open.push(index);
      else if (char === '”') {
        const opened = open.pop();
        if (opened === undefined) continue;
        change[opened] = (change[opened] ?? 0) + 1;
        change[index] = (change[index] ?? 0) - 1;
      }
    }
  });
  return change;
}
