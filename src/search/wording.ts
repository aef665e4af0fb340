import type { Answer, Interpretation } from './answer.ts';
import { queryLimit, type Query } from './tokens.ts';

/** How each way of reading a query is said. */
const readings: Record<Interpretation, (terms: string) => string> = {
  exact: () => '',
  traditional: (terms) => `按简体${terms}检索：`,
  numeral: (terms) => `按数字的另一种写法${terms}检索：`,
  alias: (terms) => `按正式名称${terms}检索：`,
  pinyin: (terms) => `按拼音读作${terms}检索：`,
  'all-terms': (terms) => `拆成${terms}，找同时有这些词语的页：`,
  nearest: () => '名称相近的：',
  none: () => '',
};

/**
 * What is said of an answer: how many pages, of how many before filtering; where it is not for the words as typed,
 * that they were not found and what was searched for instead. `scope` is what the corpus is called.
 */
export function wordingOf(asked: Query, answer: Answer, shown: number, scope: string): string {
  const limit = asked.cut ? `检索词太长，只查了前${String(queryLimit)}字。` : '';
  if (answer.pages.length === 0) return noneWording(asked, answer, scope) + limit;
  const filtered = shown === answer.pages.length ? '' : `（不筛选有${String(answer.pages.length)}页）`;
  const count = `共${String(shown)}页${filtered}。`;
  if (answer.interpretation === 'exact') return count + limit;
  const reading = readings[answer.interpretation](quoted(answer.terms));
  return `${scope}中没有${quoted(asked.terms)}。${reading}${count}${limit}`;
}

function noneWording({ terms, excluded }: Query, { reason }: Answer, scope: string): string {
  if (reason === 'excluded') return `有${quoted(terms)}的页都有${quoted(excluded)}，排除之后没有了。`;
  if (reason === 'not-together') return `${scope}中没有哪一页同时有${quoted(terms)}。`;
  return terms.length === 1
    ? `${scope}中没有${quoted(terms)}。`
    : `${scope}中没有哪一页同时有${quoted(terms)}。`;
}

function quoted(terms: readonly string[]): string {
  return terms.map((term) => `“${term}”`).join('');
}
