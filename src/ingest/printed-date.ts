import { isByline, isFurniture } from './kinds.ts';
import type { NumberedText, PrintedDate, Quote } from './quoting.ts';

const digits = '〇一二三四五六七八九';

/** A whole date as articles print it. */
const whole = new RegExp(
  [
    String.raw`(?<!\d)(?<y1>[12]\d{3})年(?<m1>\d{1,2})月(?<d1>\d{1,2})日`,
    String.raw`(?<!\d)(?<y2>[12]\d{3})[-/.](?<m2>\d{1,2})[-/.](?<d2>\d{1,2})(?!\d)`,
    '(?<y3>[一二][〇○零一二三四五六七八九]{3})年(?<m3>[一二三四五六七八九十]{1,2})月(?<d3>[一二三四五六七八九十]{1,3})日',
  ].join('|'),
  'u',
);

const labelled = /(?:成文日期|发布日期|发布时间|印发日期|发文日期|日期|时间|来源|date)\s*[:：]/i;

/** The date a file prints of itself: never one that the running text only speaks of. */
export function findDate(
  outer: readonly NumberedText[],
  quote: Quote,
): { date?: PrintedDate; notes: readonly string[] } {
  const notes: string[] = [];
  const found = outer.flatMap((passage): (PrintedDate & { rank: number })[] => {
    const { text } = passage;
    const match = whole.exec(text);
    if (match === null) {
      const part = /(?<![\d年])\d{1,2}月\d{1,2}日/.exec(text)?.[0];
      if (part !== undefined) notes.push(`${passage.id}“${part}”没有印年份，不作日期`);
      return [];
    }
    const rank = rankOf(text, match[0]);
    const value = toIso(match.groups ?? {});
    if (value === undefined) {
      notes.push(`${passage.id}“${match[0]}”不是一个日子，不作日期`);
      return [];
    }
    if (rank === undefined) {
      notes.push(`${passage.id}“${match[0]}”是正文里的话，不作文章的日期`);
      return [];
    }
    const isScraped = /^date\s*:/i.test(text);
    return [
      {
        value,
        evidence: quote(passage, match[0], match.index),
        how: ['“日期：”一类的栏目', '单独成行的日期', '署名或来源一行', '通过、发布一行'][rank] ?? '',
        rank,
        ...(isScraped ? { reason: '抓取程序的头部所记，文章没有印；待编者核对。' } : {}),
      },
    ];
  });
  const [best] = found.toSorted((a, b) => a.rank - b.rank);
  if (best === undefined) return { notes };
  const { value, evidence, how, reason } = best;
  return { date: { value, evidence, how, ...(reason === undefined ? {} : { reason }) }, notes };
}

/** How surely a line with a date speaks of the article, surest first; undefined for running text. */
function rankOf(text: string, date: string): number | undefined {
  if (/^[（(].{0,100}(?:通过|公布|修订|修正|施行|发布)/u.test(text)) return 3;
  if (labelled.test(text) && text.length <= 80) return 0;
  if (isFurniture(text) && text.length <= 40) return 1;
  if (isByline(text)) return 2;
  return text.length <= 50 && text.startsWith(date) && !/[，。；]/.test(text) ? 3 : undefined;
}

function toIso(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const year = groups['y1'] ?? groups['y2'] ?? fromHan(groups['y3'] ?? '');
  const month = groups['m1'] ?? groups['m2'] ?? hanNumber(groups['m3'] ?? '');
  const day = groups['d1'] ?? groups['d2'] ?? hanNumber(groups['d3'] ?? '');
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined;
}

function fromHan(year: string): string {
  return [...year].map((char) => String(Math.max(0, digits.indexOf(char)))).join('');
}

/** 十一 is 11, 二十 is 20, 三十一 is 31. */
function hanNumber(text: string): string {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  const ten = tens === '' ? 1 : Math.max(0, digits.indexOf(tens ?? ''));
  const one = ones === undefined || ones === '' ? 0 : Math.max(0, digits.indexOf(ones));
  return String(ten * 10 + one);
}
