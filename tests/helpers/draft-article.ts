import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateSource } from '../../scripts/source-problems.ts';
import { readContent } from '../../src/read/content.ts';

/** A second article for the base fixture: three sentences, each quoted by an entry. */
const raw = `云松快线全线通车

云松快线全线通车，途经桐江市。松岚市日均客流8万人次。清河沿岸建成湿地。
`;

const id = 'tongche-2022';
const care = 'care:\n  coded: { by: 编者甲, on: "2026-11-20" }\n';

const repairs = (sha256: string, draft: boolean): string => `source:
  title: 云松快线全线通车
  evidence:
    - { passage: "${id}#p1", quote: 云松快线全线通车 }
${draft ? '  draft: true\n' : ''}  kind: news
  grade: reporter
  date: { value: "2022-12-02", basis: inferred, reason: 文中没有写日期。 }
  dateOf: event
  parts:
    - { id: a, title: 云松快线全线通车, voice: report }
  rights: 编造的文字，只供测试。
  publish: full
  care:
    coded: { by: 编者甲, on: "2026-11-20" }
raw: { file: raw.txt, sha256: ${sha256}, encoding: utf-8, shape: lines }
passages:
  - { id: p1, lines: "1", kind: title }
  - { id: p2, lines: "3", kind: text, voice: report }
`;

/** Entries that rest on the article alone: a place, a theme that only they have, a project, a figure. */
const entries: Readonly<Record<string, string>> = {
  'regions/tongjiang.mdx': `---\ntitle: 桐江市\nkind: prefecture\nevidence:\n  - { passage: "${id}#p2", quote: 桐江市 }\n${care}---\n`,
  'themes/keliu.mdx': '---\ntitle: 客流\norder: 3\nscope: 坐车的人。\n---\n',
  'projects/qinghe-shidi.mdx': `---\ntitle: 清河湿地\nkind: ecology\nthemes: [shengtai]\nregions: [qinghe, tongjiang]\nprogress:\n  - kind: report\n    outcome: done\n    wording: 建成\n    evidence: { passage: "${id}#p2", quote: 建成湿地 }\n${care}---\n\n草稿里的编者按。\n`,
  'figures/keliu-8.mdx': `---\nvalue: "8"\nunit: 万人次\nsubject: 松岚市日均客流\nkind: report\nthemes: [keliu]\nregions: [songlan]\nevidence: { passage: "${id}#p2", quote: 松岚市日均客流8万人次 }\n${care}---\n`,
};

/** Writes the article into a project made from the base fixture, entries that rest on it, and words of it into two there. */
export function addArticle(root: string, { draft }: { draft: boolean }): void {
  const folder = join(root, 'content/sources', id);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  write(join(folder, 'raw.txt'), raw);
  write(join(folder, 'repairs.yaml'), repairs(sha256, draft));
  for (const [file, text] of Object.entries(entries)) write(join(root, 'content', file), text);
  addTo(
    root,
    'projects/yunsong-kuaixian.mdx',
    'care:',
    `  - kind: report\n    outcome: in-use\n    wording: 通车\n    evidence: { passage: "${id}#p2", quote: 云松快线全线通车 }\ncare:`,
  );
  addTo(root, 'regions/songlan.mdx', 'care:', `  - { passage: "${id}#p2", quote: 松岚市日均客流 }\ncare:`);
  generate(root, id);
}

function addTo(root: string, file: string, mark: string, text: string): void {
  const path = join(root, 'content', file);
  const parts = readFileSync(path, 'utf8').split(mark);
  if (parts.length !== 2) throw new Error(`"${mark}" stands ${String(parts.length - 1)} times in ${file}`);
  write(path, parts.join(text));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Writes a draft into a copy of the site's own content: an article, and a statement that rests on it alone. */
export function addDraft(root: string): void {
  const name = 'cao-gao-2024';
  const text = '草稿的标题\n\n编造的官员说，要再研究。\n';
  const folder = join(root, 'content/sources', name);
  write(join(folder, 'raw.txt'), text);
  write(
    join(folder, 'repairs.yaml'),
    repairs(createHash('sha256').update(text).digest('hex'), true)
      .replaceAll(id, name)
      .replaceAll('云松快线全线通车', '草稿的标题')
      .replaceAll('voice: report', 'voice: speech'),
  );
  write(
    join(root, 'content/statements/cao-gao-de-hua.mdx'),
    `---\ntitle: 编造的官员谈研究\nkind: speech\nby: 编造的官员\nevidence:\n  - { passage: "${name}#p2", quote: 要再研究 }\nthemes: [jiaotong]\n${care}---\n`,
  );
  generate(root, name);
}

function generate(root: string, name: string): void {
  const source = readContent(root).rawSources.find((each) => each.id === name);
  const made = source && generateSource(source);
  if (made === undefined || 'problems' in made) throw new Error('the article cannot be read');
  write(join(root, 'content/sources', name, 'index.mdx'), made.text);
}
