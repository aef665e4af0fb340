import type { textBases } from './agreement.ts';
import type { modalityLevels } from './clause.ts';
import type { passageKinds, voices } from './passage.ts';
import type { regionKinds } from './region.ts';
import type { grades } from './source.ts';

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
  full: '协议正文',
  press: '报纸转述，不是协议正文',
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
