/** What the site is called and how it presents itself. */
export const site = {
  name: '京津冀协同发展政策追踪',
  description:
    '把五篇京津冀协同发展报刊文章（2017–2023）整理成可浏览、可检索、可引用、可核对的政策记录，每句话都引原文。',
  language: 'zh-CN',
  /** Where readers report mistakes; absent until the editors have an address. */
  contact: undefined as string | undefined,
} as const;

/** The main navigation, in order. */
export const navigation = [
  { collection: 'agreements', label: '协议' },
  { collection: 'leaders', label: '人物' },
  { collection: 'regions', label: '地区' },
  { collection: 'themes', label: '主题' },
  { collection: 'sources', label: '来源' },
] as const;
