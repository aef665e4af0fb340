/** What the site is called and how it presents itself. */
export const site = {
  name: '京津冀协同发展政策追踪',
  /** Where a home screen has no room for the name. */
  shortName: '京津冀政策追踪',
  description:
    '把五篇京津冀协同发展报刊文章（2017–2023）整理成可浏览、可检索、可引用、可核对的政策记录，每句话都引原文。',
  language: 'zh-CN',
  /** The ground of the pages, `--paper` of `styles/tokens.css`, for the browser's own frame. */
  ground: { light: '#f7f8f5', dark: '#111922' },
  /** Where readers report mistakes; absent until the editors have an address. */
  contact: undefined as string | undefined,
} as const;

/** The main navigation, in order; the search comes last. */
export const navigation = [
  { collection: 'agreements', label: '协议' },
  { collection: 'work-points', label: '要点' },
  { collection: 'projects', label: '项目' },
  { collection: 'leaders', label: '人物' },
  { collection: 'regions', label: '地区' },
  { collection: 'themes', label: '主题' },
  { collection: 'sources', label: '来源' },
] as const;

/** The supporting lists, at the foot of every page. */
export const furtherNavigation = [
  { collection: 'statements', label: '言论' },
  { collection: 'organisations', label: '机构' },
  { collection: 'events', label: '事件' },
  { collection: 'figures', label: '数字' },
] as const;
