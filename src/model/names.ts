import type { agreementKinds, textBases } from './agreement.ts';
import type { modalityLevels } from './clause.ts';
import type { eventKinds } from './event.ts';
import type { excuseReasons } from './coverage.ts';
import type { organisationKinds } from './organisation.ts';
import type { passageKinds, voices } from './passage.ts';
import type { projectKinds } from './project.ts';
import type { regionKinds } from './region.ts';
import type { grades } from './source.ts';
import type { numberReasons } from './numbers.ts';
import type { statementKinds } from './statement.ts';
import type { tensionKinds } from './tension.ts';
import type { UnknownKind } from './unknown.ts';

/** What readers see for each coded value. One word for one thing, everywhere. */
export const gradeNames: Record<(typeof grades)[number], string> = {
  'official-text': '官方文本',
  'official-report': '官方会议报道',
  reporter: '记者转述',
  interview: '采访',
  opinion: '评论',
};

export const voiceNames: Record<(typeof voices)[number], string> = {
  agreement: '协议',
  plan: '计划',
  report: '报道',
  speech: '讲话',
  opinion: '评论',
};

export const textBasisNames: Record<(typeof textBases)[number], string> = {
  full: '正文',
  press: '报纸转述，不是正文',
  'named-only': '本站无正文',
};

export const modalityNames: Record<(typeof modalityLevels)[number], string> = {
  ensure: '确保、完成',
  push: '加快、推进',
  strive: '力争、争取',
  explore: '研究、探索',
  intend: '拟议',
  support: '支持、引导',
  plain: '直述',
};

export const regionKindNames: Record<(typeof regionKinds)[number], string> = {
  composite: '并称',
  municipality: '直辖市',
  province: '省',
  prefecture: '设区市',
  'new-area': '新区',
  district: '区',
  county: '县',
  zone: '功能区',
  water: '水体、流域',
};

export const passageKindNames: Record<(typeof passageKinds)[number], string> = {
  title: '标题',
  subtitle: '副标题、引题',
  heading: '小标题',
  text: '正文',
  caption: '图片说明',
  byline: '署名',
  furniture: '版面信息',
};

export const repairNames: Record<string, string> = {
  replace: '改字',
  split: '分段',
  move: '移位',
  join: '接回',
  drop: '不收',
  label: '加标签',
};

export const agreementKindNames: Record<(typeof agreementKinds)[number], string> = {
  agreement: '协议',
  protocol: '机制、议定',
  plan: '计划',
  policy: '政策',
};

export const projectKindNames: Record<(typeof projectKinds)[number], string> = {
  rail: '铁路、轨道',
  road: '公路',
  airport: '机场',
  port: '口岸、港口',
  'transport-service': '交通服务',
  park: '园区',
  platform: '平台、示范区',
  market: '市场、物流',
  industry: '产业项目',
  school: '学校',
  hospital: '医院、医疗',
  venue: '场馆',
  culture: '文化设施',
  ecology: '生态工程',
  water: '河湖治理',
  fund: '基金',
  programme: '专项、制度',
};

export const statementKindNames: Record<(typeof statementKinds)[number], string> = {
  speech: '讲话',
  opinion: '评论',
  'next-step': '下一步打算',
  report: '报道',
};

export const organisationKindNames: Record<(typeof organisationKinds)[number], string> = {
  party: '党委',
  government: '政府',
  agency: '部门、机构',
  enterprise: '企业',
  school: '学校',
  hospital: '医疗卫生机构',
  institute: '研究、展示机构',
  collective: '并称',
};

export const eventKindNames: Record<(typeof eventKinds)[number], string> = {
  visit: '访问',
  signing: '签署',
  briefing: '通气会',
  symposium: '座谈会',
  inspection: '考察、视察',
};

export const sourceKindNames: Record<'news' | 'opinion', string> = { news: '新闻报道', opinion: '评论' };

export const excuseNames: Record<(typeof excuseReasons)[number], string> = {
  layout: '标题、署名、版面信息',
  'lead-in': '引出下文',
  framing: '总体表述，没有具体事项',
  exhortation: '号召、表态',
  background: '背景',
  repeat: '与已引的话重复',
  elsewhere: '不属京津冀协同',
};

export const groundNames: Record<'explicit' | 'same-subject' | 'topical', string> = {
  explicit: '后文点名',
  'same-subject': '同一事物',
  topical: '话题相近（本站判断）',
};

/** The lanes of a chain: three that lead from promise to report, and what was only said. */
export const laneNames = { agreed: '约定', planned: '计划', reported: '报道', said: '讲话、评论等' } as const;

export const verificationNames = { once: '恰好一处', absent: '没有找到', several: '不止一处' } as const;

export const unknownNames: Record<UnknownKind, string> = {
  'no-report': '本语料没有报道',
  'not-measurable': '报道了，量不出',
  contradictory: '数字对不上',
};

/** A level in two characters, for marks. */
export const modalityMarks: Record<(typeof modalityLevels)[number], string> = {
  ensure: '确保',
  push: '推进',
  strive: '力争',
  explore: '探索',
  intend: '拟议',
  support: '支持',
  plain: '直述',
};

export const numberReasonNames: Record<(typeof numberReasons)[number], string> = {
  name: '专名的一部分',
  formula: '提法的一部分',
  rank: '等级、名次、环线',
  collective: '合称前面说到的几方',
  indefinite: '没有说出是几',
  word: '字不作数目',
};

export const tensionKindNames: Record<(typeof tensionKinds)[number], string> = {
  unreconciled: '数不相同',
  'same-number': '数相同，数的不同',
  overlap: '交叉统计',
  division: '两种分法',
  wording: '写法不同',
};
