import type { modalityLevels } from './clause.ts';

/**
 * The words that tell how firmly a commitment is worded, as the authoring guide lists them. 研究 and 探索 count only
 * where they mean to look first: finding the word is not yet reading the sentence.
 */
export const modalityWords: Readonly<
  Record<Exclude<(typeof modalityLevels)[number], 'plain'>, readonly string[]>
> = {
  ensure: ['确保', '完成'],
  push: ['加快', '推进', '推动', '促进', '加强', '深化', '完善', '提速'],
  strive: ['力争', '争取'],
  explore: ['研究', '探索'],
  intend: ['拟'],
  support: ['支持', '鼓励', '引导', '配合'],
};
