import type { PublishedName } from './published.ts';

/** A table made from a list in records, one row an item. */
export interface ListTable {
  /** The list, as the JSON has it; a list within items of another after a dot. */
  readonly list: string;
  /** What a reader calls it. */
  readonly title: string;
  /** Names of columns by the way to them, where the list has no word for them or would use one word for two. */
  readonly rename?: Readonly<Record<string, string>>;
}

/**
 * The tables that lists in records make. Every list in every published record is one of these, whatever the
 * collection: `record` says whose it is. What is named `record-…` is a list of bare IDs or words.
 */
export const listTables = {
  evidence: { list: 'evidence', title: '引文' },
  'record-aliases': { list: 'aliases', title: '别名', rename: { '': 'alias' } },
  'record-themes': { list: 'themes', title: '条目的主题', rename: { '': 'theme' } },
  'record-regions': { list: 'regions', title: '条目的地区', rename: { '': 'region' } },
  'record-former-ids': { list: 'formerIds', title: '用过的编号', rename: { '': 'former_id' } },
  commitments: {
    list: 'commitments',
    title: '承诺',
    // `dueBy` is by when it is due, whatever says so; this is what the printed deadline means.
    rename: { 'due.by': 'deadline_by', 'due.reason': 'deadline_reason' },
  },
  'commitment-projects': {
    list: 'commitments.projects',
    title: '承诺所及的项目',
    rename: { '': 'project' },
  },
  'commitment-unknown': {
    list: 'commitments.unknown',
    title: '承诺后来怎样，为什么说不出',
    rename: { '': 'reason' },
  },
  'commitment-owner-regions': {
    list: 'commitments.owner.regions',
    title: '由谁：地区',
    rename: { '': 'region' },
  },
  'commitment-owner-organisations': {
    list: 'commitments.owner.organisations',
    title: '由谁：机构',
    rename: { '': 'organisation' },
  },
  'commitment-towards-regions': {
    list: 'commitments.towards.regions',
    title: '对谁：地区',
    rename: { '': 'region' },
  },
  'commitment-towards-organisations': {
    list: 'commitments.towards.organisations',
    title: '对谁：机构',
    rename: { '': 'organisation' },
  },
  progress: { list: 'progress', title: '项目的各次记载' },
  links: { list: 'links', title: '承接的前文' },
  hops: { list: 'hops', title: '线索的各处' },
  'hop-reasons': { list: 'hops.reasons', title: '线索各处的理由', rename: { '': 'reason' } },
  'hop-entries': { list: 'hops.entries', title: '引用线索各处的条目', rename: { '': 'entry' } },
  'record-gaps': { list: 'gaps', title: '线索的空缺', rename: { '': 'lane' } },
  roles: { list: 'roles', title: '职务' },
  mentions: { list: 'mentions', title: '点了名而没有职务的地方' },
  parties: { list: 'parties', title: '签署或制定的各方' },
  signatories: { list: 'signatories', title: '签署人' },
  areas: { list: 'areas', title: '协议、计划的各方面' },
  extent: { list: 'extent', title: '文章说有多少项的原话' },
  authors: { list: 'authors', title: '署名' },
  parts: { list: 'parts', title: '版面上的各篇' },
  'source-rules': {
    list: 'rules',
    title: '机械规则去掉、换掉的字符数',
    rename: { '0': 'rule', '1': 'characters' },
  },
  repairs: { list: 'repairs', title: '需要判断的修订' },
  'raw-lines': {
    list: 'rawLines',
    title: '段落在原件的行',
    rename: { '0': 'first_line', '1': 'last_line' },
  },
  sides: { list: 'sides', title: '并列的各处' },
  repeats: { list: 'repeats', title: '同一个数又印了一次的地方' },
  'record-beside': { list: 'beside', title: '看着相像的数字', rename: { '': 'figure' } },
  'record-not-same-as': { list: 'notSameAs', title: '名称相近而不是同一个', rename: { '': 'other' } },
  'record-part-of': { list: 'partOf', title: '所属的更大项目', rename: { '': 'project' } },
  'record-unknown': { list: 'unknown', title: '项目后来怎样，为什么说不出', rename: { '': 'reason' } },
  'record-clauses': { list: 'clauses', title: '协议的条款，依次', rename: { '': 'clause' } },
  'record-leaders': { list: 'leaders', title: '参加的人', rename: { '': 'leader' } },
  'record-organisations': {
    list: 'organisations',
    title: '参加或受访的机构',
    rename: { '': 'organisation' },
  },
  'record-agreements': { list: 'agreements', title: '涉及的协议、计划', rename: { '': 'agreement' } },
  'record-projects': { list: 'projects', title: '涉及的项目', rename: { '': 'project' } },
  'record-events': { list: 'events', title: '涉及的事件', rename: { '': 'event' } },
} as const satisfies Record<string, ListTable>;

export type ListTableName = keyof typeof listTables;
/** What the tables call a column that the list itself has no fit name for. */
export function columnName(list: string, path: string): string | undefined {
  const table: ListTable | undefined = Object.values(listTables).find((each) => each.list === list);
  return table?.rename?.[path];
}

export const listTableNames = Object.keys(listTables) as readonly ListTableName[];

/** The table of all records of all collections: what `record` in every other table means. */
export const recordsTable = 'records';

/**
 * Lists that a collection's records have only because every record has them: a passage is its own evidence, and the
 * result for a quote repeats what its entry says.
 */
export const impliedLists: Partial<Record<PublishedName, readonly string[]>> = {
  passages: ['aliases', 'themes', 'regions', 'evidence'],
  verification: ['aliases', 'themes', 'regions', 'evidence'],
};

/** The record or passage that IDs in a column name: `<table>.<column>` of a column, and where such a column stands. */
export const references: readonly { readonly column: RegExp; readonly to: string }[] = [
  { column: /^[a-z_]+\.(?:[a-z_]+_)?passage$/, to: 'passages.id' },
  { column: /^areas\.heading$/, to: 'passages.id' },
  { column: /^(?:passages|roles|hops)\.source$/, to: 'sources.id' },
  { column: /^(?:clauses|record_agreements)\.agreement$/, to: 'agreements.id' },
  { column: /^work_points\.plan$/, to: 'agreements.id' },
  { column: /^record_clauses\.clause$/, to: 'clauses.id' },
  { column: /^(?:signatories|record_leaders)\.leader$/, to: 'leaders.id' },
  { column: /^statements\.speaker$/, to: 'leaders.id' },
  { column: /^(?:areas|record_themes)\.theme$/, to: 'themes.id' },
  { column: /^regions\.parent$/, to: 'regions.id' },
  { column: /^(?:parties|record_regions|commitment_[a-z]+_regions)\.region$/, to: 'regions.id' },
  {
    column: /^(?:parties|record_organisations|commitment_[a-z]+_organisations)\.organisation$/,
    to: 'organisations.id',
  },
  { column: /^(?:commitment_projects|record_projects|record_part_of)\.project$/, to: 'projects.id' },
  { column: /^record_events\.event$/, to: 'events.id' },
  { column: /^(?:sides|record_beside)\.figure$/, to: 'figures.id' },
  { column: /^(?:verification|hop_entries)\.entry$/, to: 'records.record' },
  { column: /^links\.to$/, to: 'records.record' },
  { column: /^record_not_same_as\.other$/, to: 'records.record' },
];

/** What the columns mean that only the tables have, or that the codebook has no word for. */
export const columnGuide: Readonly<Record<string, string>> = {
  record: '是哪一条记录：<类别>/<编号>，即 records 表的主键。',
  collection: '记录所在的类别。',
  nth: '在这个列表里的次序，从1起。',
  item: '在该项之下的次序，从1起。',
  id: '编号，在这一类里只此一个；承诺的编号在所属条款或要点里只此一个。',
  url: '本站的地址，从站点根起。',
  text: '原文的字。',
  heading: '文章印出的小标题；各方面表里是它所在的段落。',
  status: '由各次记载算出；只有报道能得出 reported-…。',
  status_as_of: '支持这一状态的最晚一次记载的日期。',
  last_mention: '最晚提到它的文章的日期；沉默从这里算起。',
  sha256: '所存段落（UTF-8）的 SHA-256。',
  modality_level: '语气的强弱，见编码手册。',
  modality_wording: '原文里说明语气的字。',
  due_by: '最晚到哪一日、月或年，不论由什么得出。',
  deadline_by: '原文印出的期限换算成的最后一日、月或年。',
  deadline_reason: '期限没有印全的，怎样读出来的。',
  due_ground: 'deadline：原句印了期限；period：所在计划有时间。',
  overdue: '到最晚一篇文章时期限已过，而没有文章报道。',
  ground: '凭什么相连：explicit 后文点名，same-subject 同一事物，topical 编者判断话题相近。',
  to: '承接的那条记录。',
  wording: '原文说明进展的字；计划里的用字不改变状态。',
  outcome: '报道所说的进展；只有报道有。',
};

/** What a reader calls each collection of records. */
export const collectionTitles: Readonly<Record<PublishedName, string>> = {
  sources: '来源',
  passages: '段落',
  agreements: '协议',
  clauses: '条款',
  'work-points': '工作要点',
  projects: '项目',
  leaders: '人物',
  regions: '地区',
  statements: '言论',
  organisations: '机构',
  themes: '主题',
  figures: '数字',
  events: '事件',
  tensions: '并存的说法',
  verification: '引文核对',
  chains: '线索',
};
