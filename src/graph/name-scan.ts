import type { Stretch } from './quotes.ts';

/**
 * What a name in the table is: the name of a place, of something else that has an entry, or a longer name that is no
 * entry's and hides what stands within it.
 */
export type NameKind = 'place' | 'other' | 'hidden';

/** Words that stand as one name: found in the table, a whole title between 《 and 》, or given beforehand. */
export interface NameStretch extends Stretch {
  readonly kind: 'name' | 'title' | 'given';
}

/** 北京市|属国有企业 is 北京 and 市属: the name with 市 is not there, the one without may be. */
const unitOfRank = /[市省区县]$/;
const rankWord = /^[属域级辖直]/;

/** A place name at the head of an institution's name is part of that name: 北京大学, 天津银行, 保定市教育局. */
const institutionTail =
  /^(?:(?![的和与及或等在向到是为由对从以将要选建结])\p{Script=Han}){0,4}?(?:大学|学院|学校|中学|(?<!中)小学|幼儿园|医院|银行|日报|晚报|晨报|早报|电视台|集团|公司|出版社|协会|学会|研究院|研究所|委员会|协同办|管委会|发改委|教委|卫健委|[^当大结布格时平全]局(?!部|面|势|长)|厅|机场|[东西南北]站|港(?!口|湾|澳))/u;

/**
 * The names that stand in a text, in reading order, never overlapping: from left to right, at each place the longest
 * that fits. A title between 《 and 》 is one name, whatever stands within it. Stretches given beforehand stay as they
 * are, and no name reaches into them.
 */
export function scanNames(
  text: string,
  names: ReadonlyMap<string, NameKind>,
  given: readonly Stretch[],
): NameStretch[] {
  return nameScanner(names)(text, given);
}

/** Reads text after text for the same names. */
export function nameScanner(
  names: ReadonlyMap<string, NameKind>,
): (text: string, given: readonly Stretch[]) => NameStretch[] {
  const lengths = lengthsByFirst(names);
  return (text, given) => scanWith(text, names, lengths, given);
}

function scanWith(
  text: string,
  names: ReadonlyMap<string, NameKind>,
  lengths: ReadonlyMap<string, readonly number[]>,
  given: readonly Stretch[],
): NameStretch[] {
  const found: NameStretch[] = [];
  // Beyond the last 》 no title closes, and none is looked for.
  const lastClose = text.lastIndexOf('》');
  let at = 0;
  while (at < text.length) {
    const own = given.find(({ start }) => start === at);
    const limit = given.find(({ start }) => start > at)?.start ?? text.length;
    const title = own === undefined && at < lastClose ? titleAt(text, at, limit) : undefined;
    const name =
      own === undefined && title === undefined
        ? nameAt(text, at, limit, names, lengths.get(text.charAt(at)) ?? [])
        : undefined;
    if (own !== undefined) found.push({ ...own, kind: 'given' });
    if (title !== undefined) found.push({ start: at + 1, end: title - 1, kind: 'title' });
    if (name?.isShown === true) found.push({ start: at, end: name.end, kind: 'name' });
    at = own?.end ?? title ?? name?.end ?? at + 1;
  }
  return found;
}

/** The lengths of the names that begin with a character, the longest first. */
function lengthsByFirst(names: ReadonlyMap<string, NameKind>): Map<string, number[]> {
  const groups = Map.groupBy(names.keys(), (name) => name.charAt(0));
  return new Map(
    [...groups].map(([first, group]) => [
      first,
      [...new Set(group.map(({ length }) => length))].sort((a, b) => b - a),
    ]),
  );
}

/** Where the title that opens here has closed; undefined where none opens, none closes in time, or it is empty. */
function titleAt(text: string, at: number, limit: number): number | undefined {
  if (text[at] !== '《') return undefined;
  const close = text.indexOf('》', at);
  return close <= at + 1 || close >= limit ? undefined : close + 1;
}

function nameAt(
  text: string,
  at: number,
  limit: number,
  names: ReadonlyMap<string, NameKind>,
  lengths: readonly number[],
): { end: number; isShown: boolean } | undefined {
  for (const length of lengths) {
    const end = at + length;
    const name = text.slice(at, end);
    const kind = end > limit ? undefined : names.get(name);
    if (kind === undefined) continue;
    const after = text.slice(end);
    if (unitOfRank.test(name) && rankWord.test(after)) continue;
    const isWithinInstitution = kind === 'place' && institutionTail.test(after);
    return { end, isShown: kind !== 'hidden' && !isWithinInstitution };
  }
  return undefined;
}
