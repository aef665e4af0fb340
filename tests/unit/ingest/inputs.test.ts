import { describe, expect, it, test } from 'vitest';
import { inputs } from './inputs.ts';
import { draftOf, summary } from './ingest-text.ts';

/** What the notice says, whatever it is printed in. */
const notice = {
  title: '北京市人民政府办公厅关于印发《推进京津冀协同发展2024年工作要点》的通知',
  date: '2024-03-15',
  dateFrom: 'p19',
  publisher: '北京市人民政府办公厅',
  number: '京政办发〔2024〕12号',
  passages: [
    'furniture｜北京市人民政府办公厅文件',
    'furniture｜京政办发〔2024〕12号',
    'title｜北京市人民政府办公厅关于印发《推进京津冀协同…',
    'text｜各区人民政府，市政府各委、办、局，各市属机构：',
    'text｜《推进京津冀协同发展2024年工作要点》已经…',
    'heading｜一、总体要求',
    'text｜坚持统筹谋划，全年安排重点任务90项。',
    'heading｜二、重点任务',
    'heading｜（一）交通一体化',
    'text｜1.加快建设京雄高速公路北京段，2024年底…',
    'text｜2.研究推进城际铁路联络线前期工作。',
    'heading｜（二）生态环境',
    'text｜1.完成造林10万亩，确保潮白河水质达标。',
    'text｜2.支持河北雄安新区开展生态修复。',
    'heading｜三、保障措施',
    'heading｜（一）加强组织领导',
    'text｜根据《北京市推进京津冀协同发展条例》第八条的…',
    'byline｜北京市人民政府办公厅',
    'furniture｜2024年3月15日',
  ],
  labels: [
    '一、',
    '二、',
    '二、›（一）',
    '二、›（一）›1.',
    '二、›（一）›2.',
    '二、›（二）',
    '二、›（二）›1.',
    '二、›（二）›2.',
    '三、',
    '三、›（一）',
  ],
};

/** What the plain text on the laboratory says, in any encoding. */
const laboratory = {
  layout: 'plain',
  title: '京津冀共建实验室',
  date: '2024-05-06',
  dateFrom: 'p3',
  publisher: '科技日报',
  authors: ['孙小林'],
  passages: [
    'title｜京津冀共建实验室',
    'furniture｜科技日报',
    'furniture｜2024年5月6日',
    'text｜北京、天津、河北三地科技部门共建的实验室5月…',
    'text｜三地将探索建立联合资助机制，鼓励科研人员流动。',
    'byline｜（作者：孙小林）',
  ],
  labels: [],
  acts: [],
};

/** What each input comes out as: read over once, and held since. */
const expected: Readonly<Record<keyof typeof inputs, object>> = {
  'a statute of 124 articles in UTF-8': {
    encoding: 'utf-8',
    layout: 'statute',
    title: '京津冀协同发展促进条例',
    date: '2023-06-01',
    dateFrom: 'p2',
    acts: [],
  },
  'a notice with three levels of numbering in GB18030': {
    ...notice,
    encoding: 'gb18030',
    layout: 'notice',
    acts: [],
  },
  'a whole page with navigation and scripts in GB2312': {
    encoding: 'gb18030',
    layout: 'page',
    title: '京津冀三地签署产业协同协议',
    date: '2024-02-26',
    dateFrom: 'p2',
    publisher: '北京日报',
    authors: ['王小明'],
    passages: [
      'title｜京津冀三地签署产业协同协议',
      'furniture｜2024年02月26日 09:30　来源：北…',
      'text｜昨天，北京市、天津市、河北省在雄安新区签署产…',
      'text｜根据协议，三地将加快建设产业链图谱，力争20…',
      'text｜河北省有关负责人表示，将支持北京企业落户，共…',
      'byline｜（责任编辑：李小红）',
    ],
    labels: [],
    acts: ['drops'],
  },
  'a portal’s mark-up with inline styles and entities in UTF-8': {
    encoding: 'utf-8',
    layout: 'portal',
    title: '天津滨海新区承接北京项目增多',
    date: '2024-01-08',
    dateFrom: 'p2',
    publisher: '天津日报',
    authors: ['张大海', '李小河'],
    passages: [
      'title｜天津滨海新区承接北京项目增多',
      'furniture｜2024-01-08 10:20　来源：天津日报',
      'text｜1月7日，记者从天津滨海新区获悉，去年新区承…',
      'text｜滨海新区有关负责人介绍，新区将推进“滨城”建…',
    ],
    labels: [],
    acts: [],
  },
  'newspaper columns with broken lines in UTF-16': {
    encoding: 'utf-16le',
    layout: 'columns',
    title: '京冀签署教育合作协议',
    authors: ['赵小川'],
    passages: [
      'title｜京冀签署教育合作协议',
      'subtitle｜30所学校结对帮扶',
      'byline｜本报记者 赵小川',
      'text｜昨天，北京市教委与河北省教育厅签署教育合作协…',
      'heading｜1.共建学校',
      'text｜北京市将在雄安新区支持建设3所学校，2025…',
      'heading｜2.培训教师',
      'text｜双方每年互派教师200名，组织培训1万人次以…',
    ],
    labels: ['1.', '2.'],
    acts: ['splits'],
  },
  'a scraper’s file with front matter': {
    encoding: 'utf-8',
    layout: 'scrape',
    title: '河北推进大气污染联防联控',
    date: '2024-04-02',
    dateFrom: 'p3',
    passages: [
      'furniture｜title: 河北推进大气污染联防联控_频道',
      'furniture｜author: spider',
      'furniture｜date: 2024-04-02 08:15',
      'title｜原标题：河北推进大气污染联防联控',
      'text｜4月1日，河北省生态环境厅介绍，今年将与北京…',
      'text｜河北省将完成治理项目5000个，争取空气质量…',
      'byline｜[责任编辑：钱小江]',
    ],
    labels: [],
    acts: [],
  },
  'plain text with a byte order mark': { ...laboratory, encoding: 'utf-8' },
  'plain text in Big5': {
    encoding: 'big5',
    layout: 'plain',
    title: '京津冀共建實驗室',
    date: '2024-05-06',
    dateFrom: 'p3',
    publisher: '科技日報',
    authors: ['孫小林'],
    passages: [
      'title｜京津冀共建實驗室',
      'furniture｜科技日報',
      'furniture｜2024年5月6日',
      'text｜北京、天津、河北三地科技部門共建的實驗室5月…',
      'text｜三地將探索建立聯合資助機制，鼓勵科研人員流動。',
      'byline｜（作者：孫小林）',
    ],
    labels: [],
    acts: [],
  },
  'plain text in UTF-16 with the high byte first and no mark': { ...laboratory, encoding: 'utf-16be' },
  Markdown: {
    encoding: 'utf-8',
    layout: 'markdown',
    title: '雄安新区公布年度建设计划',
    date: '2024-03-01',
    dateFrom: 'p3',
    publisher: '河北新闻网',
    passages: [
      'title｜雄安新区公布年度建设计划',
      'furniture｜来源：河北新闻网',
      'furniture｜发布时间：2024-03-01',
      'heading｜一、交通',
      'text｜雄安新区将加快建设城际铁路，年内完成投资12…',
      'heading｜二、公共服务',
      'text｜北京支持的3所学校将全部开学。',
    ],
    labels: ['一、', '二、'],
    acts: ['replacements'],
  },
  'a notice as a page in UTF-8': { ...notice, encoding: 'utf-8', layout: 'page', acts: ['drops'] },
  'lines that end in carriage returns, in GB18030': { ...laboratory, encoding: 'gb18030' },
};

describe('what is told of', () => {
  test.each(Object.keys(inputs) as (keyof typeof inputs)[])('%s', (name) => {
    const { extension, bytes } = inputs[name];
    expect(summary(draftOf(bytes, extension))).toMatchObject(expected[name]);
  });
});

describe('a statute of 124 articles', () => {
  const { bytes, extension } = inputs['a statute of 124 articles in UTF-8'];
  const { passages } = draftOf(bytes, extension);
  const labelled = passages.flatMap(({ text, label }) => (label === undefined ? [] : [{ text, ...label }]));

  it('has every article under its printed number, 第三十二条之一 among them, and no other', () => {
    const articles = labelled.filter(({ level }) => level === '条').map(({ printed }) => printed);
    expect(articles).toHaveLength(125);
    expect(articles.slice(31, 34)).toEqual(['第三十二条', '第三十二条之一', '第三十三条']);
    expect(articles.at(-1)).toBe('第一百二十四条');
    expect(labelled.filter(({ gap }) => gap !== undefined)).toEqual([]);
  });

  it('has items and paragraphs at their places, a paragraph by our count', () => {
    const paths = labelled
      .map(({ path }) => path.slice(1).join('›'))
      .filter((path) => /^第[五八]条/.test(path));
    expect(paths).toEqual([
      '第五条',
      '第五条›（一）',
      '第五条›（二）',
      '第八条',
      '第八条›第2款（没有印序号，本站数）',
      '第八条›第3款（没有印序号，本站数）',
      '第八条›第3款（没有印序号，本站数）›（一）',
      '第八条›第3款（没有印序号，本站数）›（二）',
    ]);
  });

  it('gives no label to what the ninth article quotes, nor takes a reference for one', () => {
    const quoted = passages.filter(({ text }) => /^“|^第八条第二款/.test(text));
    expect(quoted.map(({ text, label }) => [text.slice(0, 6), label?.printed])).toEqual([
      ['“（一）规划', undefined],
      ['“（二）项目', undefined],
      ['第八条第二款', undefined],
    ]);
  });
});

describe('the notice', () => {
  const { bytes, extension } = inputs['a notice with three levels of numbering in GB18030'];
  const draft = draftOf(bytes, extension);

  it('has its commitments with the words of modality and the deadlines they print', () => {
    const told = draft.commitments.map(({ passage, modality, deadlines }) => [
      passage,
      modality.map(({ level, wording }) => `${level} ${wording}`).join('，'),
      ...deadlines,
    ]);
    expect(told).toContainEqual(['p10', 'push 加快', '2024年底前']);
    expect(told).toContainEqual(['p11', 'explore 研究，push 推进']);
    expect(told).toContainEqual(['p13', 'ensure 完成，ensure 确保']);
    expect(told).toContainEqual(['p14', 'support 支持']);
  });

  it('has its figures with their units, and no year or number of an order among them', () => {
    expect(draft.figures.map(({ passage, value, unit }) => `${passage} ${value} ${unit}`)).toEqual([
      'p7 90 项',
      'p13 10万 亩',
    ]);
  });

  it('has what is on record with its passages, and the documents that are not', () => {
    expect(draft.names).toContainEqual({
      entries: ['regions/xiongan'],
      names: ['河北雄安新区'],
      passages: ['p14'],
    });
    expect(draft.candidates).toContainEqual({
      kind: 'agreements',
      name: '北京市推进京津冀协同发展条例',
      passages: ['p17'],
    });
  });
});

describe('the whole page', () => {
  const { bytes, extension } = inputs['a whole page with navigation and scripts in GB2312'];
  const draft = draftOf(bytes, extension);
  const words = draft.passages.map(({ text }) => text).join('\n');

  it('neither runs nor keeps a script, and says how many there were', () => {
    expect(draft.scripts).toBe(3);
    expect(words).not.toMatch(/脚本|alert|onerror/);
  });

  it('leaves out navigation, buttons, links and footer by drops that an editor can read', () => {
    expect(words).not.toMatch(/首页|微信|相关|转载|字号/);
    for (const { reason } of draft.acts.drops ?? []) expect(reason).toContain('待编者核对');
  });

  it('keeps every character of the article, entities read', () => {
    expect(words).toContain('引进企业100家——其中北京40家。');
    expect(words).toContain('共同打造先进制造业集群。');
  });
});

describe('what is not printed', () => {
  it('is absent: no date of the text’s own story, no name of a scraper, no publisher out of the blue', () => {
    const columns = draftOf(inputs['newspaper columns with broken lines in UTF-16'].bytes);
    expect(columns.declaration).not.toHaveProperty('date');
    expect(columns.declaration).not.toHaveProperty('publisher');
    expect(columns.missing).toEqual(['date']);
    const scrape = draftOf(inputs['a scraper’s file with front matter'].bytes, 'md');
    expect(scrape.declaration).not.toHaveProperty('authors');
    expect(scrape.declaration.date?.basis).toBe('inferred');
    expect(scrape.self.notes).toContain('p2“author: spider”是抓取程序写的，不作署名');
  });
});

describe('several articles in one file', () => {
  test.each([
    [
      'two scrapers’ heads',
      '---\ntitle: 甲\n---\n北京与河北签署协议，共同建设园区。\n'.repeat(2),
      '有 2 个抓取程序的头部',
    ],
    [
      'bylines apart',
      '北京签约\n双方签约，共建学校。（王小明）\n天津签约\n双方签约，共建医院。\n项目开工。\n（李小红）',
      '署名不止一处',
    ],
    ['a mark that a page turns', '(上接第1版)双方将共同建设园区，推进交通一体化。', '有转版标记：p1'],
    [
      'first articles',
      '条例\n第一条　甲方办理。\n第二条　乙方办理。\n第一条　丙方办理。',
      '“第一条”不止一处',
    ],
    [
      'numbers of documents',
      '国发〔2015〕2号\n甲方办理各项事务。\n国发〔2016〕3号\n乙方办理。',
      '单独成行的文号不止一处',
    ],
  ])('are noticed by %s, and said', (_, text, sign) => {
    expect(draftOf(text).several.join('；')).toContain(sign);
  });
});
