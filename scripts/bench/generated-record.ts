import { createHash } from 'node:crypto';
import { seeded } from '../measure.ts';
import { personName, placeName, projectTypes, sentence } from './generated-words.ts';

/** Files below a project's root, by path. */
export type Files = ReadonlyMap<string, string>;

/** How many documents one article stands for: itself and the entries that quote it. */
const perArticle = 20;
/** Articles of a larger record stand on no more days than these: a page tells the whole record as of each day. */
const days = 12;

const themes = '交通 生态 产业 供水 教育 医疗 文化 治理'.split(' ');
const regions = '云泽 朔原 临渊 泰岳 宁川 广衡 定澜 永泉 长汀 安陵 和硕 昌黎'.split(' ');

/**
 * A record of `count` documents, the same for the same count: themes, regions, articles, and entries of which each
 * quotes whole sentences of an article. It passes every check of this site once its sources are normalized and its
 * addresses registered.
 */
export function generatedRecord(count: number): Files {
  const random = seeded(count);
  const files = new Map<string, string>([
    ['content/README.md', '# 生成的记录，只供测量\n'],
    ['content/ids.ledger', ''],
    ...themes.map((title, index): [string, string] => [
      `content/themes/theme-${String(index)}.mdx`,
      entry({ title, order: index + 1, scope: `${title}方面的安排。` }),
    ]),
    ...regions.map((name, index): [string, string] => [
      `content/regions/region-${String(index)}.mdx`,
      entry({
        title: `${name}市`,
        aliases: [name],
        kind: 'prefecture',
        evidence: [{ passage: `article-0#p${String(index + 2)}`, quote: `${name}市` }],
        care,
      }),
    ]),
  ]);
  const articles = Math.floor((count - themes.length - regions.length) / perArticle);
  for (let number = 0; number < articles; number += 1) addArticle(files, { number, articles, random });
  files.set('content/changes.yaml', `${JSON.stringify({ changes: changesOf(articles) }, null, 1)}\n`);
  return files;
}

/** What readers who follow the record are told: of each article, on the day the record is made. */
function changesOf(articles: number): object[] {
  return Array.from({ length: articles }, (_, number) => ({
    id: `article-${String(number)}`,
    date: care.coded.on,
    title: `收录报道第${String(number)}号`,
    summary: '原件、编号的段落，以及从中写出的条目。',
    articles: [`article-${String(number)}`],
  }));
}

interface Place {
  readonly number: number;
  readonly articles: number;
  readonly random: () => number;
}

/** One article and its entries; every fifth reports an agreement with its clauses. */
function addArticle(files: Map<string, string>, place: Place): void {
  const { number, articles, random } = place;
  const article = new Article(`article-${String(number)}`, `关于${placeName(number)}等地的报道`);
  const isOfAgreement = number % 5 === 0 && number > 0;
  const speaker = personName(number);
  const [projects, statements] = isOfAgreement ? [3, 7] : [4, 13];
  for (let nth = 0; nth < statements; nth += 1) {
    addStatement(files, article, { ...place, nth, speaker });
  }
  for (let nth = 0; nth < projects; nth += 1) addProject(files, article, { ...place, nth });
  if (isOfAgreement) addAgreement(files, article, place);
  const role = `${regionOf(number).name}市协调人${speaker}`;
  const introduced = article.print(sentence(`${role}介绍情况，`, 2, random), 'report');
  files.set(
    `content/leaders/person-${String(number)}.mdx`,
    entry({
      title: speaker,
      roles: [
        {
          title: `${regionOf(number).name}市协调人`,
          evidence: { ...introduced, quote: role },
          regions: [regionOf(number).id],
        },
      ],
      care,
    }),
  );
  files.set(
    `content/statements/article-${String(number)}-introduction.mdx`,
    entry({
      title: `介绍情况（报道第${String(number)}号）`,
      kind: 'report',
      by: '本报',
      evidence: [introduced],
      themes: ['theme-7'],
      regions: [regionOf(number).id],
      care,
    }),
  );
  // Time goes on from article to article, and never past the last of the days.
  const month = 1 + Math.floor((number * days) / articles);
  for (const [path, text] of article.files(`2020-${String(month).padStart(2, '0')}-15`))
    files.set(path, text);
}

function addStatement(
  files: Map<string, string>,
  article: Article,
  { number, nth, random, speaker }: Place & { nth: number; speaker: string },
): void {
  const region = regionOf(number * 7 + nth);
  const isSpeech = nth % 3 === 1;
  const opening = isSpeech ? `${speaker}说，${region.name}市要` : `${region.name}市今后`;
  const evidence = article.print(sentence(opening, 3 + (nth % 4), random), isSpeech ? 'speech' : 'report');
  // Every fifth follows from a project of the article before.
  const link = nth % 5 === 4 && number > 0 ? { links: [linkTo(number - 1, evidence)] } : {};
  files.set(
    `content/statements/article-${String(number)}-${String(nth)}.mdx`,
    entry({
      title: `${region.name}市的安排（报道第${String(number)}号之${String(nth)}）`,
      kind: isSpeech ? 'speech' : 'report',
      ...(isSpeech ? { speaker: `person-${String(number)}` } : { by: '本报' }),
      evidence: [evidence],
      themes: [themeOf(number + nth)],
      regions: [region.id],
      ...link,
      care,
    }),
  );
}

function linkTo(number: number, evidence: Evidence): object {
  return {
    to: `projects/project-${String(number)}-0`,
    ground: 'topical',
    reason: '生成的记录里前后两篇的关联。',
    evidence,
  };
}

/** A project planned in one article and reported on in the next. */
function addProject(
  files: Map<string, string>,
  article: Article,
  { number, nth, random }: Place & { nth: number },
): void {
  const serial = number * 4 + nth;
  const [kind, word] =
    projectTypes[(serial + Math.floor(serial / 900)) % projectTypes.length] ?? projectTypes[0];
  const name = `${placeName(serial % 900)}${word}`;
  const region = regionOf(serial);
  const told = (voice: 'plan' | 'report', wording: string): object => ({
    kind: voice,
    ...(voice === 'report' ? { outcome: 'underway' } : {}),
    wording,
    evidence: article.print(sentence(`${region.name}市${wording}${name}建设，`, 2, random), voice),
  });
  files.set(
    `content/projects/project-${String(number)}-${String(nth)}.mdx`,
    entry({
      title: name,
      kind,
      themes: [themeOf(serial)],
      regions: [region.id],
      progress: [told('plan', '拟推进'), ...(nth % 2 === 0 ? [told('report', '正在推进')] : [])],
      care,
    }),
  );
}

function addAgreement(files: Map<string, string>, article: Article, { number, random }: Place): void {
  const id = `agreement-${String(number)}`;
  const fullTitle = `${placeName(number)}合作协议`;
  const named = article.print(sentence(`各方签署《${fullTitle}》，共谋发展，`, 1, random), 'report');
  files.set(
    `content/agreements/${id}/index.mdx`,
    entry({
      title: fullTitle,
      fullTitle,
      shortTitle: fullTitle,
      kind: 'agreement',
      textBasis: 'press',
      evidence: [named],
      areas: [
        {
          id: 'fazhan',
          label: '发展',
          evidence: { ...named, quote: '共谋发展' },
          theme: themeOf(number),
        },
      ],
      themes: [themeOf(number)],
      care,
    }),
  );
  for (let order = 1; order <= 6; order += 1) {
    const { passage, quote } = article.print(sentence('各方', 2, random), 'agreement');
    files.set(
      `content/agreements/${id}/clause-${String(order)}.mdx`,
      entry({
        kind: 'clause',
        area: 'fazhan',
        order,
        passage,
        excerpt: quote.slice(0, 10),
        themes: [themeOf(number)],
        commitments: [{ id: 'c1', quote, modality: { level: 'plain' } }],
        care,
      }),
    );
  }
}

interface Evidence {
  readonly passage: string;
  readonly quote: string;
}

/** An article as it is written, a sentence a passage. */
class Article {
  readonly #id: string;
  readonly #lines: { readonly text: string; readonly voice?: string }[];

  constructor(id: string, title: string) {
    this.#id = id;
    this.#lines = [{ text: title }];
  }

  /** Prints a passage and quotes it whole. */
  print(text: string, voice: string): Evidence {
    this.#lines.push({ text, voice });
    return { passage: `${this.#id}#p${String(this.#lines.length)}`, quote: text };
  }

  /** The raw text, and the declaration of its source. */
  files(date: string): [string, string][] {
    const raw = `${this.#lines.map(({ text }) => text).join('\n')}\n`;
    const title = this.#lines[0]?.text ?? '';
    const folder = `content/sources/${this.#id}`;
    const declared = {
      source: {
        title,
        evidence: [{ passage: `${this.#id}#p1`, quote: title }],
        kind: 'news',
        grade: 'reporter',
        date: { value: date, basis: 'inferred', reason: '生成的文档，日期是编的。' },
        dateOf: 'publication',
        parts: [{ id: 'a', title }],
        rights: '生成的文字，只供测量。',
        publish: 'full',
        care,
      },
      raw: {
        file: 'raw.txt',
        sha256: createHash('sha256').update(raw).digest('hex'),
        encoding: 'utf-8',
        shape: 'lines',
      },
      passages: this.#lines.map(({ voice }, index) => ({
        id: `p${String(index + 1)}`,
        lines: String(index + 1),
        ...(voice === undefined ? { kind: 'title' } : { kind: 'text', voice }),
      })),
    };
    return [
      [`${folder}/raw.txt`, raw],
      [`${folder}/repairs.yaml`, `${JSON.stringify(declared, null, 1)}\n`],
    ];
  }
}

const care = { coded: { by: '生成器', on: '2026-11-20' } };

function regionOf(number: number): { id: string; name: string } {
  const index = number % regions.length;
  return { id: `region-${String(index)}`, name: regions[index] ?? '' };
}

function themeOf(number: number): string {
  return `theme-${String(number % themes.length)}`;
}

/** Front matter as JSON, which is YAML. */
function entry(data: object): string {
  return `---\n${JSON.stringify(data, null, 1)}\n---\n`;
}
