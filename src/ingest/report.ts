import { modalityMarks, passageKindNames } from '../model/names.ts';
import type { Draft } from './draft.ts';
import { layouts } from './layout.ts';
import type { Printed } from './quoting.ts';

/** How many of a list are printed unless all are asked for. */
const few = 20;

const shapeNames = { columns: '分栏', lines: '一行一段', html: '网页', scrape: '抓取稿' } as const;

const kindNames = {
  agreements: '协议、文件',
  leaders: '人物',
  organisations: '机构',
  projects: '项目',
  regions: '地区',
} as const;

/** What an editor reads of a draft: what was taken, where each thing was found, and what is left to judge. */
export function draftReport(draft: Draft, showAll: boolean): string {
  const { self, passages, acts, missing } = draft;
  const listed = (title: string, lines: readonly string[], none: string): string[] => {
    const shown = showAll ? lines : lines.slice(0, few);
    const rest = lines.length - shown.length;
    return [
      `${title}：${lines.length === 0 ? none : `${String(lines.length)} 处`}`,
      ...shown.map((line) => `    ${line}`),
      ...(rest > 0 ? [`    ……还有 ${String(rest)} 处（--all 全列）`] : []),
    ];
  };
  const labels = passages.flatMap(({ id, label }) =>
    label === undefined
      ? []
      : [`${id}　${label.path.join(' › ')}${label.gap === undefined ? '' : `　⚠ ${label.gap}`}`],
  );
  const actLines = [
    ...(acts.replacements ?? []).map(({ line, from }) => `第${String(line)}行去掉“${from}”`),
    ...(acts.splits ?? []).flatMap((split) =>
      'after' in split ? [`在第${split.after.join('、')}行之后分段`] : [],
    ),
    ...(acts.drops ?? []).map(({ from, to }) => `第${String(from)}至${String(to)}块不收`),
  ];
  return [
    `  编号：${draft.id}（由日期和标题的拼音拟出；按词断开由人来定，用 --id 改）`,
    `  编码：${draft.encoding}（${draft.encodingWhy}）`,
    `  版式：${layouts[draft.layout.name]}（${draft.layout.why}），按“${shapeNames[draft.layout.shape]}”整理`,
    ...(draft.scripts > 0 ? [`  脚本和样式：${String(draft.scripts)} 处，没有执行，没有收`] : []),
    found('标题', self.title),
    ...(draft.pageTitle === undefined
      ? []
      : [`    网页的 <title> 是“${draft.pageTitle}”，正文里不印，不作引文`]),
    ...(draft.otherTitles.length === 0 ? [] : [`    也像标题的行：${draft.otherTitles.join('、')}`]),
    found('发布者', self.publisher),
    found('转载自', self.reprintedFrom),
    found('文号', self.documentNumber),
    draft.declaration.date !== undefined && self.date?.value !== draft.declaration.date.value
      ? `  日期：${draft.declaration.date.value}（--date 所给，标为推断）`
      : found('日期', self.date),
    ...(self.date?.reason === undefined ? [] : [`    标为推断：${self.date.reason}`]),
    ...(self.authors.length === 0
      ? [found('作者', undefined)]
      : self.authors.map((author) => found('作者', author))),
    ...self.notes.map((note) => `    ${note}`),
    `  段落：${String(passages.length)} 段；整理：${
      Object.entries(draft.rules)
        .map(([rule, count]) => `${rule} ${String(count)}`)
        .join('，') || '没有动一个字'
    }`,
    ...passages
      .slice(0, showAll ? undefined : few)
      .map(
        ({ id, kind, lines, text }) =>
          `    ${id}　${passageKindNames[kind]}　行 ${lines}　${excerpt(text, showAll)}`,
      ),
    ...(!showAll && passages.length > few
      ? [`    ……还有 ${String(passages.length - few)} 段（--all 全列）`]
      : []),
    ...[
      ...listed('拟的修订', actLines, '没有'),
      ...listed('印出的条款号', labels, '没有'),
      ...listed('可能不止一篇', draft.several, '看不出'),
      ...listed(
        '已收的名称',
        draft.names.map(
          ({ entries, names, passages: where }) =>
            `${names.join('、')} → ${entries.join('、')}　${where.join('、')}`,
        ),
        '没有',
      ),
      ...listed(
        '可能要新立的',
        draft.candidates.map(
          ({ kind, name, passages: where }) => `${kindNames[kind]}　${name}　${where.join('、')}`,
        ),
        '没有',
      ),
      ...listed(
        '带单位的数',
        draft.figures.map(
          ({ passage, value, unit, comparator, context }) =>
            `${passage}　${value}${unit}${comparator === undefined ? '' : `（${comparator}）`}　…${context}…`,
        ),
        '没有',
      ),
      ...listed(
        '像是承诺的句子',
        draft.commitments.map(
          ({ passage, sentence, modality, deadlines }) =>
            `${passage}　${modality
              .map(({ level, wording }) => `${modalityMarks[level]}“${wording}”`)
              .join(
                '、',
              )}${deadlines.length === 0 ? '' : `　期限“${deadlines.join('”“')}”`}　${excerpt(sentence, showAll)}`,
        ),
        '没有',
      ),
    ].map((line) => `  ${line}`),
    ...(missing.length === 0
      ? []
      : [
          `  还缺：${missing.map((field) => (field === 'date' ? '日期（没有印全；查得出的用 --date 和 --why 给出，或写进 repairs.yaml）' : '标题（没有认出；写进 repairs.yaml）')).join('；')}`,
        ]),
  ].join('\n');
}

function found(name: string, printed: Printed | undefined): string {
  if (printed === undefined) return `  ${name}：没有印，不写`;
  const { value, evidence, how } = printed;
  return `  ${name}：${value}（${evidence.passage.slice(evidence.passage.indexOf('#') + 1)}，${how}“${excerpt(evidence.quote, false)}”）`;
}

function excerpt(text: string, whole: boolean): string {
  return whole || text.length <= 48 ? text : `${text.slice(0, 46)}……`;
}
