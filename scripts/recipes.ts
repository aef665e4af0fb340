import type { CollectionName } from '../src/model/collections.ts';
import type { Voice } from '../src/model/passage.ts';
import type { FoundWords } from '../src/read/find-words.ts';

/** A field the author is asked for. */
export interface Question {
  readonly name: string;
  readonly ask: string;
  /** A list is written with commas or 、 between its items. */
  readonly list?: boolean;
  readonly number?: boolean;
  readonly optional?: boolean;
}

/** The quote an entry is made from, with the voice of its passage. */
export interface FoundEvidence extends FoundWords {
  readonly voice: Voice | undefined;
}

/** How to make an entry of a collection: what to ask, and what to write. */
export interface Recipe {
  readonly questions: readonly Question[];
  readonly build: (
    answers: Readonly<Record<string, string | number | string[]>>,
    found: FoundEvidence,
  ) => unknown;
}

const title: Question = { name: 'title', ask: '名称' };
const themes: Question = { name: 'themes', ask: '主题编号（可几个，用逗号隔开）', list: true };
const regions: Question = { name: 'regions', ask: '地区编号（没有就留空）', list: true, optional: true };
const kind = (values: string): Question => ({ name: 'kind', ask: `类别（${values}）` });

const evidenceOf = ({ passage, quote }: FoundWords): { passage: string; quote: string } => ({
  passage,
  quote,
});

/**
 * Collections an entry can be made for. Sources come from `raw` and `repairs.yaml`; themes need no quote and
 * are written by hand. A clause or work point is written with one commitment, which the editor then refines.
 */
export const recipes: Partial<Record<CollectionName, Recipe>> = {
  agreements: {
    questions: [
      title,
      { name: 'fullTitle', ask: '全称，照引文里的字' },
      { name: 'shortTitle', ask: '本站简称' },
      kind('agreement protocol plan policy'),
      { name: 'textBasis', ask: '本站有什么（full press named-only）' },
      themes,
      regions,
    ],
    build: (answers, found) => ({ ...answers, evidence: [evidenceOf(found)] }),
  },
  clauses: {
    questions: [
      { name: 'area', ask: '属于协议的哪个方面' },
      { name: 'order', ask: '在这个方面里的次序', number: true },
      themes,
      regions,
    ],
    build: (answers, found) => ({
      kind: 'clause',
      ...answers,
      passage: found.passage,
      excerpt: found.quote,
      commitments: [{ id: 'c1', quote: found.quote, modality: { level: 'plain' } }],
    }),
  },
  'work-points': {
    questions: [
      { name: 'plan', ask: '属于哪份计划（协议编号）' },
      { name: 'area', ask: '属于计划的哪个关键词' },
      { name: 'order', ask: '在这个关键词下的次序', number: true },
      themes,
      regions,
    ],
    build: (answers, found) => ({
      ...answers,
      passage: found.passage,
      quote: found.quote,
      excerpt: found.quote,
      commitments: [{ id: 'c1', quote: found.quote, modality: { level: 'plain' } }],
    }),
  },
  regions: {
    questions: [
      title,
      kind('composite municipality province prefecture new-area district county zone water'),
      { name: 'parent', ask: '上级地区编号（没有就留空）', optional: true },
    ],
    build: (answers, found) => ({ ...answers, evidence: [evidenceOf(found)] }),
  },
  leaders: {
    questions: [title, { name: 'role', ask: '文章印出的职务（没有印就留空）', optional: true }],
    build: ({ title: name, role }, found) =>
      role === undefined
        ? { title: name, mentions: [evidenceOf(found)] }
        : { title: name, roles: [{ title: role, evidence: evidenceOf(found) }] },
  },
  organisations: {
    questions: [
      title,
      kind('party government agency enterprise school hospital institute collective'),
      regions,
    ],
    build: (answers, found) => ({ ...answers, evidence: [evidenceOf(found)] }),
  },
  statements: {
    questions: [
      title,
      kind('speech opinion next-step report'),
      { name: 'speaker', ask: '说话人的人物编号（没有点名就留空）', optional: true },
      { name: 'by', ask: '文章所称的说话者（有人物编号就留空）', optional: true },
      themes,
      regions,
    ],
    build: (answers, found) => ({ ...answers, evidence: [evidenceOf(found)] }),
  },
  events: {
    questions: [
      title,
      kind('visit signing briefing symposium inspection'),
      { name: 'date', ask: '日期（如 2019-06-03，只知年月就写年月）' },
      { name: 'reason', ask: '日期没有印全的，写推断的理由；印全了就留空', optional: true },
      regions,
    ],
    build: ({ date, reason, ...answers }, found) => ({
      ...answers,
      date:
        reason === undefined
          ? { value: date, basis: 'stated', evidence: evidenceOf(found) }
          : { value: date, basis: 'inferred', reason },
      evidence: [evidenceOf(found)],
    }),
  },
  projects: {
    questions: [
      title,
      kind(
        'rail road airport port transport-service park platform market industry school hospital venue culture ecology water fund programme',
      ),
      themes,
      regions,
      { name: 'wording', ask: '说到什么程度，照引文里的字（如 力争开工建设）' },
      { name: 'outcome', ask: '只有报道才写：underway、done 或 in-use（否则留空）', optional: true },
    ],
    build: ({ wording, outcome, ...answers }, found) => ({
      ...answers,
      progress: [
        {
          kind: outcome === undefined ? (found.voice ?? 'speech') : 'report',
          ...(outcome === undefined ? {} : { outcome }),
          wording,
          evidence: evidenceOf(found),
        },
      ],
    }),
  },
  figures: {
    questions: [
      { name: 'value', ask: '数字，照原文（如 309）' },
      { name: 'unit', ask: '量词或单位，照原文（如 家）' },
      { name: 'comparator', ask: '限定的字（超过、余、以上……，没有就留空）', optional: true },
      { name: 'subject', ask: '数的是什么，范围写清' },
      kind('agreement plan report speech opinion'),
      themes,
      regions,
    ],
    build: (answers, found) => ({ ...answers, evidence: evidenceOf(found) }),
  },
};
