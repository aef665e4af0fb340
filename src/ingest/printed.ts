import type { Evidence } from '../model/evidence.ts';
import { documentNumber, isByline, isFurniture } from './kinds.ts';
import { findDate } from './printed-date.ts';
import { authorsIn } from './printed-authors.ts';
import {
  evidenceOf,
  take,
  type NumberedText,
  type Printed,
  type PrintedDate,
  type Quote,
} from './quoting.ts';

/** What a file prints about itself. What it does not print is absent. */
export interface SelfDescription {
  readonly title?: Printed;
  readonly publisher?: Printed;
  readonly reprintedFrom?: Printed;
  readonly documentNumber?: Printed;
  readonly date?: PrintedDate;
  readonly authors: readonly Printed[];
  /** What was seen and not taken, with the reason: dates without a year, a scraper's own name. */
  readonly notes: readonly string[];
}

/** How far from either end of the text an article speaks of itself. */
const headLength = 14;
const tailLength = 6;

/** Reads what a file prints about itself, from its own words alone. */
export function describeItself(
  source: string,
  passages: readonly NumberedText[],
  titleAt: number | undefined,
): SelfDescription {
  const outer = passages.filter((_, index) => index < headLength || index >= passages.length - tailLength);
  const quote = (passage: NumberedText, words: string, from = 0): Evidence =>
    evidenceOf(source, passage, words, from);
  const title = titleAt === undefined ? undefined : titleOf(passages[titleAt], quote);
  const { date, notes } = findDate(outer, quote);
  const publisher = publisherOf(passages, outer, quote);
  const reprintedFrom = outer
    .map((passage) =>
      take(
        passage,
        /^(?:[（(])?(?:据|转自|转载自|原载于?)《(?<words>[^》]{2,12})》(?:[）)])?$/u,
        '“据《……》”',
        quote,
      ),
    )
    .find((found) => found !== undefined);
  const number = outer
    .filter(({ text }) => isFurniture(text) || text.length <= 40)
    .filter(({ text }) => !/[《“]/.test(text))
    .map((passage) =>
      take(passage, new RegExp(`(?<words>${documentNumber.source})`, 'u'), '单独成行的文号', quote),
    )
    .find((found) => found !== undefined);
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(reprintedFrom === undefined ? {} : { reprintedFrom }),
    ...(number === undefined ? {} : { documentNumber: number }),
    ...(date === undefined ? {} : { date }),
    authors: authorsIn(passages, outer, quote),
    notes: [...notes, ...scraperNotes(outer)],
  };
}

function titleOf(passage: NumberedText | undefined, quote: Quote): Printed | undefined {
  if (passage === undefined) return undefined;
  const value = passage.text
    .replace(/^#{1,6}\s+/, '')
    .replace(/^(?:原标题|标题|title)\s*[:：]\s*/i, '')
    .replace(/[_|][^_|]{1,12}$/, '')
    .trim();
  return value === '' ? undefined : { value, evidence: quote(passage, value), how: '标题行' };
}

const body = '[\\p{Script=Han}A-Za-z]{2,20}';

function publisherOf(
  all: readonly NumberedText[],
  outer: readonly NumberedText[],
  quote: Quote,
): Printed | undefined {
  const ways: readonly (readonly [RegExp, string, readonly NumberedText[]])[] = [
    [new RegExp(`(?:发布机构|发文机关|发布单位)\\s*[:：]\\s*(?<words>${body})`, 'u'), '“发布机构：”', outer],
    [new RegExp(`(?:信息来源|稿件来源|文章来源|来源)\\s*[:：]\\s*(?<words>${body})`, 'u'), '“来源：”', outer],
    [
      /^(?<words>\p{Script=Han}{2,8}(?:[日晚晨早时時周][报報]|都市[报報]|新[闻聞]网|人民网|新华网))$/u,
      '单独成行的报名',
      outer,
    ],
    [/^(?<words>新华社|中新社)\p{Script=Han}{2,8}\d{1,2}月\d{1,2}日电/u, '电头', all.slice(0, headLength)],
    [
      /^(?<words>(?:中共)?\p{Script=Han}{2,30}(?:人民政府|人民政府办公厅|人民政府办公室|委员会|办公厅|部|局|厅))$/u,
      '落款',
      all.slice(-tailLength),
    ],
  ];
  for (const [pattern, how, where] of ways) {
    for (const passage of where) {
      if (how === '落款' && !isFollowedByDate(all, passage)) continue;
      const found = take(passage, pattern, how, quote);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A signature stands right above the date. */
function isFollowedByDate(all: readonly NumberedText[], passage: NumberedText): boolean {
  const next = all[all.indexOf(passage) + 1];
  return next !== undefined && isFurniture(next.text) && /日$|\d$/.test(next.text);
}

function scraperNotes(outer: readonly NumberedText[]): string[] {
  return outer.flatMap(({ id, text }) =>
    /^author:/i.test(text) && !isByline(text) ? [`${id}“${text}”是抓取程序写的，不作署名`] : [],
  );
}
