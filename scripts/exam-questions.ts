import { pick, seeded } from './measure.ts';
import type { Asked } from './search-probe.ts';

/** Kinds whose string stands in the articles as typed: it is found wherever it stands, and nowhere else. */
type ExactKind = 'substring' | 'cross-word' | 'number' | 'name';
/** Kinds that must be read in a certain way and lead to certain pages. */
type ReadKind = 'several' | 'alias' | 'traditional' | 'pinyin' | 'numeral' | 'sentence' | 'typo';
export type Kind = ExactKind | ReadKind | 'negative';

export const kindNames: Readonly<Record<Kind, string>> = {
  substring: '字面',
  'cross-word': '跨词',
  number: '数字与单位',
  name: '人名与机构',
  several: '几个词',
  alias: '别名',
  traditional: '繁体',
  pinyin: '拼音',
  numeral: '数字写法',
  sentence: '整句',
  typo: '错字',
  negative: '没有的',
};

export const kinds = Object.keys(kindNames) as readonly Kind[];

/** A question of the exam. */
export type Question =
  | {
      readonly q: string;
      readonly kind: ExactKind;
      /** Every passage of the articles that holds the string. */
      readonly expect: { readonly passages: readonly string[] };
    }
  | {
      readonly q: string;
      readonly kind: ReadKind;
      readonly expect: {
        /** How it may be read. */
        readonly interpretation: readonly string[];
        /** What it is to be read as: the hits are then the pages that hold this, no more and no less. */
        readonly as?: string;
        /** Pages that must be among the hits or the named things above them. */
        readonly pages: readonly string[];
      };
    }
  | { readonly q: string; readonly kind: 'negative'; readonly expect: { readonly total: 0 } };

/** What was right or wrong with an answer; of several faults the first of these. */
export type Verdict =
  | 'right'
  /** The search did not come to an end. */
  | 'unanswered'
  /** Read in another way than it should be. */
  | 'misread'
  /** A page that should be there is not. */
  | 'missed'
  /** A page is there that should not be, or the number shown is not the number of pages. */
  | 'invented'
  /** A hit in an article leads to a passage without the string. */
  | 'misplaced';

export const verdictNames: Readonly<Record<Verdict, string>> = {
  right: '对',
  unanswered: '没有答完',
  misread: '解读不对',
  missed: '漏了网页',
  invented: '多了网页',
  misplaced: '段落不对',
};

/** An indexed page of the built site. */
export interface ExamPage {
  readonly address: string;
  /** Its visible blocks as DESIGN §6 compares them. */
  readonly blocks: readonly string[];
}

/** DESIGN §6 in its own words, and not by the code under test: NFKC, case folded, punctuation and space dropped. */
export function reduced(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

/** The pages that hold every word of a query in some block, and none that is excluded. */
export function holders(pages: readonly ExamPage[], query: string): Set<string> {
  const words = query.split(/\s+/u).filter((word) => reduced(word) !== '');
  const wanted = words.filter((word) => !/^[-－]/u.test(word)).map(reduced);
  const excluded = words.filter((word) => /^[-－]/u.test(word)).map(reduced);
  if (wanted.length === 0) return new Set();
  const hold = ({ blocks }: ExamPage, word: string): boolean => blocks.some((block) => block.includes(word));
  const found = pages.filter(
    (page) => wanted.every((word) => hold(page, word)) && !excluded.some((word) => hold(page, word)),
  );
  return new Set(found.map(({ address }) => address));
}

/** One string of 1 to 8 characters from each page, the same for the same pages. */
export function sampleStrings(pages: readonly ExamPage[]): string[] {
  const random = seeded(20_170_817);
  return pages.map(({ blocks }) => {
    const points = Array.from(pick(blocks, random));
    const length = Math.min(points.length, 1 + Math.floor(random() * 8));
    const start = Math.floor(random() * (points.length - length + 1));
    return points.slice(start, start + length).join('');
  });
}

/** An answer, with the passages that its hits in articles lead to. */
export interface Answer extends Pick<Asked, 'total' | 'interpretation' | 'hits' | 'named'> {
  /** `source#p1`; known only for questions of exact kinds. */
  readonly passages: readonly string[];
}

/** The page of a hit, without the place on it. */
export function pageOf(hit: string): string {
  return decodeURI(hit.replace(/[?#].*$/, ''));
}

/** Judges an answer; `hold` gives the pages that hold a query. */
export function judge(
  question: Question,
  answer: Answer,
  hold: (query: string) => ReadonlySet<string>,
): Verdict {
  const { total, interpretation, hits, named } = answer;
  if (total === undefined) return 'unanswered';
  const found = new Set(hits.map(pageOf));
  switch (question.kind) {
    case 'negative':
      if (total > 0 || found.size > 0) return 'invented';
      return interpretation === 'none' ? 'right' : 'misread';
    case 'substring':
    case 'cross-word':
    case 'number':
    case 'name': {
      if (interpretation !== 'exact') return 'misread';
      const { passages } = question.expect;
      const articles = passages.map(articleOf);
      if (!articles.every((article) => found.has(article))) return 'missed';
      const verdict = compare(found, hold(question.q), total);
      if (verdict !== 'right') return verdict;
      // Other articles' pages hold the string in the site's own words beside a passage.
      const landed = answer.passages.filter((passage) => articles.includes(articleOf(passage)));
      return landed.every((passage) => passages.includes(passage)) ? 'right' : 'misplaced';
    }
    default: {
      const { expect, q } = question;
      if (!expect.interpretation.includes(interpretation)) return 'misread';
      const reachable = found.union(new Set(named.map(pageOf)));
      if (!expect.pages.every((page) => reachable.has(page))) return 'missed';
      const meant = interpretation === 'exact' ? q : expect.as;
      const isCounted = total === found.size;
      return meant === undefined ? (isCounted ? 'right' : 'invented') : compare(found, hold(meant), total);
    }
  }
}

/** The page of a passage's article. */
function articleOf(passage: string): string {
  return `/sources/${passage.replace(/#.*$/, '')}/`;
}

function compare(found: ReadonlySet<string>, wanted: ReadonlySet<string>, total: number): Verdict {
  if (!found.isSupersetOf(wanted)) return 'missed';
  return found.size === wanted.size && total === found.size ? 'right' : 'invented';
}
