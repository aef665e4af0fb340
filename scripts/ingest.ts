import { createHash } from 'node:crypto';
import { buildGraph } from '../src/graph/graph.ts';
import type { Draft, Wishes } from '../src/ingest/draft.ts';
import { ingest, listing, type OnRecord } from '../src/ingest/ingest.ts';
import { refusalText, refusal, type Refusal } from '../src/ingest/refusal.ts';
import { draftReport } from '../src/ingest/report.ts';
import { sameness, type Fingerprint } from '../src/ingest/same-text.ts';
import { encodings, type Encoding } from '../src/lib/decode.ts';
import { partialDate } from '../src/model/dated.ts';
import { repairs as repairsSchema } from '../src/model/repairs.ts';
import { readContent } from '../src/read/content.ts';
import { printRepairs } from '../src/read/repairs-format.ts';
import { projectRoot, readOptions } from './cli.ts';
import { heldTexts } from './held-texts.ts';
import { readGiven } from './ingest-files.ts';
import { NotWritten, writeSources, type NewSource } from './ingest-write.ts';
import { generateSource } from './source-problems.ts';

const usage = `用法：npm run ingest -- <文件或文件夹……> [--dry-run] [--all]

把收到的文章（.txt、.html、.md）收成草稿：认出编码和版式，用与 normalize 相同的规则整理，分段，找出标题、
发布者、文号、日期、作者（只取印出的，各注明在哪里），写成 content/sources/<编号>/ 下的原件、repairs.yaml 和
index.mdx，标着 draft: true；并列出提到的已收名称、可能要新立的、带单位的数、像是承诺的句子。
有一个文件不能收，就一个也不写，退出码为 1；从不覆盖已有的文件，从不执行网页里的脚本。
  --dry-run        只看，什么都不写
  --all            各项全列，不只列前 20 处
  --id 编号        草稿的编号（拼音，按词用连字符）；不给就拟一个。只能配一个文件
  --encoding 编码  ${encodings.join('、')}；不给就自己认
  --date 日期      文章没有印日期而查得出的，如 "2024-05" ；要写 --why。只能配一个文件
  --why 理由       日期的根据
  --by 谁          收稿的人（默认 编者甲）
  --on 日期        收稿的日期（默认今天）
  --root 目录      另一个项目目录

单个文件至多 8 MB。`;

interface Outcome {
  readonly path: string;
  readonly result: { readonly draft: Draft; readonly bytes: Uint8Array } | Refusal;
}

function main(): void {
  const { values, positionals } = readOptions({
    usage,
    options: {
      'dry-run': { type: 'boolean' },
      all: { type: 'boolean' },
      id: { type: 'string' },
      encoding: { type: 'string' },
      date: { type: 'string' },
      why: { type: 'string' },
      by: { type: 'string' },
      on: { type: 'string' },
      root: { type: 'string' },
    },
  });
  if (positionals.length === 0) end(`没有给出文件。\n\n${usage}`);
  const given = readGiven(positionals);
  const faults = optionFaults(values, given.length);
  if (faults.length > 0) end(faults.map(refusalText).join('\n'));
  const root = values.root ?? projectRoot;
  const wishes: Wishes = {
    id: values.id,
    encoding: values.encoding as Encoding | undefined,
    date: values.date === undefined ? undefined : { value: values.date, reason: values.why ?? '' },
    by: values.by ?? '编者甲',
    on: values.on ?? today(),
  };
  const outcomes = ingestAll(given, wishes, root);
  for (const { path, result } of outcomes) {
    if ('draft' in result) console.log(`${path}\n${draftReport(result.draft, values.all === true)}\n`);
  }
  const refused = outcomes.flatMap(({ path, result }) => ('draft' in result ? [] : [{ path, result }]));
  for (const { path, result } of refused) console.error(`${path}　${result.code}\n  ${refusalText(result)}`);
  if (refused.length > 0) {
    end(`${String(outcomes.length)} 个文件，${String(refused.length)} 个不能收，什么都没有写。`);
  }
  const drafts = outcomes.flatMap(({ result }) => ('draft' in result ? [result] : []));
  if (values['dry-run'] === true) {
    console.log(`${String(drafts.length)} 个文件都能收；没有写（--dry-run）。`);
    return;
  }
  try {
    writeSources(
      root,
      drafts.map(({ draft, bytes }) => filesOf(draft, bytes)),
    );
  } catch (error) {
    if (error instanceof NotWritten) end(error.message);
    throw error;
  }
  for (const { draft } of drafts) {
    const rest = draft.missing.length > 0 ? '补上还缺的，' : '';
    console.log(
      `已写草稿 content/sources/${draft.id}/。接着${rest}核对 repairs.yaml，npm run normalize，npm run check。`,
    );
  }
}

/** Every file in turn; one that is the same as an earlier one of this run is refused too. */
function ingestAll(given: ReturnType<typeof readGiven>, wishes: Wishes, root: string): Outcome[] {
  const content = readContent(root);
  const graph = buildGraph(content);
  const taken = new Set([...(graph.collections.get('sources')?.keys() ?? []), ...content.passages.keys()]);
  const held = heldTexts(root, content);
  for (const { id } of held) taken.add(id);
  const before: { path: string; print: Fingerprint }[] = [];
  return given.map(({ path, file }): Outcome => {
    if ('kind' in file) return { path, result: file };
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const record: OnRecord = { graph, takenIds: taken, held };
    const result = ingest({ ...file, sha256 }, wishes, record);
    if (!('draft' in result)) return { path, result };
    const twin = before.find(({ print }) => sameness(result.print, print) !== 'other');
    if (twin !== undefined) return { path, result: refusal('same-as', { name: twin.path }) };
    before.push({ path, print: result.print });
    taken.add(result.draft.id);
    return { path, result: { draft: result.draft, bytes: file.bytes } };
  });
}

/** The files of a draft: the raw file as received, what is declared, and what is generated where nothing is wanting. */
function filesOf(draft: Draft, bytes: Uint8Array): NewSource {
  const { id, declaration, raw, acts, passages, missing } = draft;
  const listed = passages.map(listing);
  const repairs = printRepairs({ source: declaration, raw, ...acts, passages: listed }, [
    '草稿：由 npm run ingest 写出。类别、分量、展示方式和各段的种类待编者核定，核完删去 draft。',
    ...(missing.includes('title') ? ['还缺 title 和 evidence：标题照所印，并写明在哪一段。'] : []),
    ...(missing.includes('date') ? ['还缺 date：文章没有印全；查得出的写 basis: inferred 和 reason。'] : []),
  ]);
  const { title, evidence, date } = declaration;
  const generated =
    title === undefined || evidence === undefined || date === undefined
      ? undefined
      : generateSource({
          id,
          rawFile: raw.file,
          raw: bytes,
          repairsFile: 'repairs.yaml',
          // As it will be read back: in the order of the schema.
          repairs: repairsSchema.parse({
            source: { ...declaration, title, evidence, date },
            raw,
            ...acts,
            passages: listed,
          }),
          generated: undefined,
        });
  return {
    id,
    files: {
      [raw.file]: bytes,
      'repairs.yaml': repairs,
      ...(generated !== undefined && 'text' in generated ? { 'index.mdx': generated.text } : {}),
    },
  };
}

function optionFaults(
  values: { id?: string; encoding?: string; date?: string; why?: string; on?: string; by?: string },
  files: number,
): Refusal[] {
  const wrong = (option: string, reason: string): Refusal => refusal('option-wrong', { option, reason });
  const isDate = (text: string): boolean => partialDate.safeParse(text).success;
  return [
    ...(values.id !== undefined && files > 1 ? [wrong('--id', '只能配一个文件')] : []),
    ...(values.date !== undefined && files > 1 ? [wrong('--date', '只能配一个文件')] : []),
    ...(values.date !== undefined && !isDate(values.date)
      ? [wrong('--date', '应如 2024、2024-05 或 2024-05-01')]
      : []),
    ...(values.date !== undefined && (values.why ?? '').trim() === ''
      ? [wrong('--date', '要同时写 --why：这个日期的根据')]
      : []),
    ...(values.why !== undefined && values.date === undefined ? [wrong('--why', '要和 --date 一起用')] : []),
    ...(values.on !== undefined && !isDate(values.on) ? [wrong('--on', '应如 2026-11-20')] : []),
    ...(values.by?.trim() === '' ? [wrong('--by', '不能是空的')] : []),
    ...(values.encoding === undefined || (encodings as readonly string[]).includes(values.encoding)
      ? []
      : [wrong('--encoding', `没有“${values.encoding}”，可用：${encodings.join('、')}`)]),
  ];
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function end(message: string): never {
  console.error(message);
  process.exit(1);
}

main();
