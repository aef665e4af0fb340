import { labelAt } from './labels.ts';
import { documentNumber } from './kinds.ts';
import type { NumberedText } from './quoting.ts';

/** Signs that a file holds more than one article: each a place and what stands there. Nothing is decided by them. */
export function signsOfSeveral(passages: readonly NumberedText[], heads: number, articles: number): string[] {
  const last = passages.length - 1;
  const at = (index: number): string => passages[index]?.id ?? '';
  const signs: string[] = [];
  if (heads > 1) signs.push(`有 ${String(heads)} 个抓取程序的头部`);
  if (articles > 1) signs.push(`网页有 ${String(articles)} 个 <article> 或 <h1>`);
  const matching = (pattern: RegExp): number[] =>
    passages.flatMap(({ text }, index) => (pattern.test(text) ? [index] : []));
  const bylines = matching(
    /(?:[（(](?:本报)?(?:记者|通讯员)?\s?[\p{Script=Han}]{2,4}(?:[\s、][\p{Script=Han}]{2,4}){0,3}[）)]$|^[□■●]?本报记者|^作者[:：])/u,
  );
  const parted = bylines.filter(
    (index, nth) => nth > 0 && index - (bylines[nth - 1] ?? 0) > 2 && index <= last,
  );
  if (parted.length > 0) signs.push(`署名不止一处：${bylines.map(at).join('、')}`);
  const turned = matching(/[（(]上接第.{1,6}版[）)]|[（(]下转第.{1,6}版[）)]/);
  if (turned.length > 0) signs.push(`有转版标记：${turned.map(at).join('、')}`);
  const firsts = matching(/^第一条/).filter((index) => labelAt(passages[index]?.text ?? '') !== undefined);
  if (firsts.length > 1) signs.push(`“第一条”不止一处：${firsts.map(at).join('、')}`);
  const numbers = passages.flatMap(({ text }, index) =>
    text.length <= 40 && documentNumber.test(text) && !/[《，。“]/.test(text) ? [index] : [],
  );
  if (numbers.length > 1) signs.push(`单独成行的文号不止一处：${numbers.map(at).join('、')}`);
  const titles = matching(/^(?:原标题|标题)\s*[:：]/);
  if (titles.length > 1) signs.push(`“标题：”不止一处：${titles.map(at).join('、')}`);
  return signs;
}
