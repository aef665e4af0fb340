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

/** How each type of page is read, in one line that says only what the page itself shows. */
export const readings = {
  list: '点名称看条目；可以按条件缩小，也可以存成表。',
  agreement: '有横格的宋体是报纸的原文，边上是本站编号，〔按〕是本站的话；原文下面的链接去承诺和后来的提到。',
  clause: '先读原文，再看拆开的每处承诺：语气、谁、对谁、多少、何时，原文没有写的不列；最后是后来的文章。',
  'work-point': '先读计划的原文，再看拆开的每处承诺；列入计划不是完成，有没有报道写在每处的“状态”里。',
  project: '先看现在能说的和为什么，再按日期读每次记载；空着的一段，是没有一篇文章提到的日子。',
  themes: '先看项目各到哪一步，再按日期往下读；一条可以属于几个主题，各页不可相加。',
  regions: '按日期列出与它有关的条目；一条可以涉及几个地区，各页不可相加。',
  leaders: '边上是日期，右边是那一篇印的职务和原话；同名的各立一条，不合并。',
  statements: '先读原话；它承接哪一处、后来哪里提到，凭什么联系，写在边上。',
  organisations: '按日期列出提到它的原话；名称照文章所印。',
  events: '先读原话，再看有关的条目；日期是推断的，都标出来。',
  source: '边上是段落编号和原件行号；点线下的字有条目引用，实线下的名称可以点开。',
  coverage: '深色带线的字有条目引用，浅色的没有；每段下面写着谁引用、为什么不引。',
  chain: '自上而下是约定、计划、报道，最后是只说到它的；点线是空缺。',
  chains: '先列至少两篇文章说到的事，再列其余；空缺的种类写在每组的标题里。',
  overdue: '边上是期限和期满多久，右边是原话和此后提到的地方。',
  modality: '先看各级处数和原字，再往下逐处点开。',
  tensions: '每条把几处原话并排，不分先后。',
  figures: '边上是数，右边是数着什么和原话；照文章所印，一个不加。',
  verification: '先看逐篇的结果，再点开一篇，逐条看引文在段落的第几字。',
  verified: '边上是段落，右边是引它的每一条、位置和结果。',
  'people-timeline': '横看一个人在各篇印的职务，竖看一篇印了哪些人。',
  namesakes: '每个名字下面几条并列，各引各的原文。',
  obligations: '点表里的数字，跳到下面的原文。',
  'as-of': '先看比上一次多了什么，再看各主题当时的状态；链接去的是现在的页面。',
  'as-of-days': '选一个日子，看当时的文章写了什么。',
  method: '每节讲一条规则；各页上的“为什么”由这里的规则算出。',
  codebook: '每类条目一节：字段的名称、含义、形式和实例。',
  pictures: '先看〔按〕里不该得出什么，再点数字看它数的条目。',
  'picture-list': '每格一段，标题是图上的那一格，下面是它数的条目。',
  timeline: '自上而下是先后，空着的高度照时间比例；点文章看它给记录添了什么。',
  data: '先看怎么取，再看有哪些文件；每个例子都可以照抄运行。',
  english: '英文的说明在前，主题、协议、线索的英文一句话在后；链接去的是中文页面。',
  corrections: '新的在前；每处写明哪一条、原来怎样、现在怎样、为什么。',
  accessibility: '先写查过什么、怎么查的，再写还有哪些不足。',
  offline: '先看这个浏览器里存了哪一版，再看存什么、怎样换、怎样删。',
  retired: '这一页只说明原来是什么、为什么撤下、现在看哪里。',
} as const;

export type PageType = keyof typeof readings;
