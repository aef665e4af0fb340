import type { Graph } from '../graph/graph.ts';
import { namesOf } from '../graph/mentions.ts';
import { idPattern } from '../model/id.ts';
import type { Repairs } from '../model/repairs.ts';
import {
  mechanicalText,
  outlineText,
  type MechanicalText,
  type SourceFiles,
} from '../normalize/normalize.ts';
import { dropsOf, indentedLines, splitsOf, unmarkMarkdown, type ProposedActs } from './acts.ts';
import { candidatesIn } from './candidates.ts';
import { countHan } from './chinese.ts';
import { likelyCommitments } from './commitments.ts';
import { declare, type Draft, type DraftPassage, type Wishes } from './draft.ts';
import { readBytes } from './encoding.ts';
import { figuresIn } from './figures.ts';
import { boundsOf } from './html-bounds.ts';
import { kindsOf, titleIndex } from './kinds.ts';
import { knownNames } from './known-names.ts';
import { labelsOf } from './labels.ts';
import { layoutOf, type Layout, type LayoutName } from './layout.ts';
import { mojibakeIn } from './mojibake.ts';
import { pageBody, type PageBody } from './page-body.ts';
import { describeItself } from './printed.ts';
import { proposeId } from './propose-id.ts';
import { refusal, type Refusal } from './refusal.ts';
import { fingerprint, sameness, type Fingerprint } from './same-text.ts';
import { signsOfSeveral } from './several.ts';

/** The largest file taken in: forty times the longest law. */
export const largestFile = 8 * 1024 * 1024;

/** Below this many Han characters nothing is an article. */
const fewestHan = 10;

/** A file as received. */
export interface GivenFile {
  readonly extension: 'txt' | 'html' | 'md';
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What is on record already. */
export interface OnRecord {
  readonly graph: Graph;
  readonly takenIds: ReadonlySet<string>;
  readonly held: readonly { readonly id: string; readonly print: Fingerprint }[];
}

/** A draft with the fingerprint of its words, or why there is none. */
export type Ingested = { readonly draft: Draft; readonly print: Fingerprint } | Refusal;

/**
 * From the bytes of a file to the draft of a source. Pure and bounded: whatever the bytes, a draft or a refusal comes
 * back, and the passages of a draft are what `normalize` makes of the file and the acts proposed, to the character.
 */
export function ingest(file: GivenFile, wishes: Wishes, record: OnRecord): Ingested {
  if (file.bytes.length > largestFile) {
    return refusal('too-large', { bytes: file.bytes.length, limit: largestFile });
  }
  if (wishes.id !== undefined && !idPattern.test(wishes.id))
    return refusal('id-malformed', { id: wishes.id });
  if (wishes.id !== undefined && record.takenIds.has(wishes.id))
    return refusal('id-taken', { id: wishes.id });
  const read = readBytes(file.bytes, wishes.encoding);
  if (read.kind === 'refused') return read;
  const layout = layoutOf(read.text, file.extension);
  const garbled = mojibakeIn(read.text) ?? (layout.shape === 'html' ? boundsOf(read.text) : undefined);
  if (garbled !== undefined) return garbled;
  const mechanical = mechanicalText(read.text, layout.shape);
  const { acts, page } = actsFor(mechanical, layout.name);
  const raw: Repairs['raw'] = {
    file: `raw.${file.extension}`,
    sha256: file.sha256,
    encoding: read.encoding,
    shape: layout.shape,
  };
  const files = filesOf(file.bytes, raw, acts);
  const { blocks, rules, faults } = outlineText(mechanical, files);
  if (faults.length > 0) return refusal('unsound', { reason: faults.slice(0, 3).join('；') });
  const texts = blocks.map(({ text }) => text);
  const han = texts.reduce((sum, text) => sum + countHan(text), 0);
  if (han < fewestHan) return refusal('no-chinese', { han });
  const print = fingerprint(texts.join('\n'));
  const twin = twinOf(print, record);
  if (twin !== undefined) return twin;

  const titleAt = titleOf(blocks, texts, layout, page);
  const kinds = kindsOf(texts, titleAt);
  const labels = labelsOf(texts);
  const passages = blocks.map(({ lines, text }, index): DraftPassage => {
    const label = labels[index];
    return {
      id: `p${String(index + 1)}`,
      lines,
      kind: kinds[index] ?? 'text',
      text,
      ...(label === undefined ? {} : { label }),
    };
  });
  const draftOf = (id: string): Draft => {
    const self = describeItself(id, passages, titleAt);
    const declaration = declare(self, layout, wishes);
    const content = passages.filter(({ kind }) => kind !== 'byline' && kind !== 'furniture');
    return {
      kind: 'draft',
      id,
      encoding: read.encoding,
      encodingWhy: read.why,
      layout,
      declaration,
      raw,
      acts,
      passages,
      self,
      otherTitles: otherTitles(passages),
      ...(page?.pageTitle === undefined ? {} : { pageTitle: page.pageTitle }),
      rules,
      scripts: page?.scripts ?? 0,
      several: signsOfSeveral(passages, headsIn(read.text), page?.articles ?? 0),
      names: knownNames(record.graph, content),
      candidates: candidatesIn(content, new Set(namesOf(record.graph).keys())),
      figures: figuresIn(content),
      commitments: likelyCommitments(content.filter(({ kind }) => kind === 'text')),
      missing: [
        ...(declaration.title === undefined ? (['title'] as const) : []),
        ...(declaration.date === undefined ? (['date'] as const) : []),
      ],
    };
  };
  const { title, date } = describeItself('a', passages, titleAt);
  const id = wishes.id ?? proposeId(title?.value, wishes.date?.value ?? date?.value, record.takenIds);
  return { draft: draftOf(id), print };
}

/** The entry of a passage in `repairs.yaml`. */
export function listing({ id, lines, kind }: DraftPassage): Repairs['passages'][number] {
  return { id, lines, kind };
}

function actsFor(
  { text, lines, blocks }: MechanicalText,
  layout: LayoutName,
): { acts: ProposedActs; page?: PageBody } {
  if (layout === 'page' || layout === 'portal') {
    const page = pageBody(text, lines);
    return { acts: layout === 'page' ? dropsOf(blocks, page.kept) : {}, page };
  }
  if (layout === 'columns') return { acts: splitsOf(blocks, indentedLines(text)) };
  return { acts: layout === 'markdown' ? unmarkMarkdown(lines) : {} };
}

/** The files of a source of which only the raw file and the acts matter. */
function filesOf(bytes: Uint8Array, raw: Repairs['raw'], acts: ProposedActs): SourceFiles {
  const repairs: Repairs = {
    source: {
      title: '草稿',
      evidence: [{ passage: 'a#p1', quote: '草稿' }],
      kind: 'news',
      grade: 'reporter',
      date: { value: '2000', basis: 'inferred', reason: '草稿' },
      dateOf: 'publication',
      parts: [{ id: 'a' }],
      rights: '草稿',
      publish: 'quotes',
      care: { coded: { by: '草稿', on: '2000' } },
    },
    raw,
    ...acts,
    passages: [],
  };
  return { rawFile: raw.file, raw: bytes, repairsFile: 'repairs.yaml', repairs };
}

function titleOf(
  blocks: readonly { lines: string }[],
  texts: readonly string[],
  layout: Layout,
  page: PageBody | undefined,
): number | undefined {
  if (page?.titleBlock !== undefined) {
    const at = blocks.findIndex(({ lines }) => lines === String(page.titleBlock));
    if (at !== -1) return at;
  }
  if (layout.name !== 'scrape') return titleIndex(texts);
  const original = texts.findIndex((text) => /^(?:原标题|标题)\s*[:：]\s*\S/.test(text));
  if (original !== -1 && original < 12) return original;
  const scraped = texts.findIndex((text) => /^title\s*:\s*\S/i.test(text));
  return scraped === -1 ? titleIndex(texts) : scraped;
}

/** Short lines without a number that may be the title where the one proposed is not. */
function otherTitles(passages: readonly DraftPassage[]): string[] {
  return passages
    .filter(
      ({ kind, label, text }) => (kind === 'subtitle' || kind === 'heading') && !label && text.length >= 8,
    )
    .slice(0, 5)
    .map(({ id, text }) => `${id}“${text}”`);
}

/** How many scrapers' heads a text holds. */
function headsIn(text: string): number {
  return text.match(/^---[ \t]*\r?\n(?=(?:title|author|date|tags)\s*:)/gim)?.length ?? 0;
}

const hows = {
  same: '字相同，编码或版式不同也算',
  holds: '里面有它的全文；要收其余的话，另存成一个文件',
  part: '是它的一部分，没有别的字',
};

function twinOf(print: Fingerprint, { held }: OnRecord): Refusal | undefined {
  for (const { id, print: known } of held) {
    const found = sameness(print, known);
    if (found !== 'other') return refusal('already-held', { id, how: hows[found] });
  }
  return undefined;
}
