import { entriesOf } from '../graph/graph.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { articleRights } from '../model/contract.ts';
import { addressOf, routes } from '../routes.ts';
import { furtherNavigation, navigation, site } from '../site.ts';
import { absolute } from './views.ts';
import { whole } from './linked-things.ts';
import { siteGraph } from './site-graph.ts';

/** `/robots.txt`: all may be read; where the map of the site is, once the site's own address is known. */
export function robotsFile(): string {
  const map = absolute(routes.siteMap);
  return `User-agent: *\nAllow: /\n${map === undefined ? '' : `\nSitemap: ${map}\n`}`;
}

/** `/llms.txt`: what the site is and where its plain texts and data are, as llmstxt.org has it. */
export async function llmsFile(): Promise<string> {
  const graph = await siteGraph();
  const link = (label: string, address: string, note: string): string =>
    `- [${label}](${whole(address)})：${note}`;
  const lists = [...navigation, ...furtherNavigation].filter(({ collection }) => collection !== 'sources');
  return `${[
    `# ${site.name}`,
    '',
    `> ${site.description}`,
    '',
    `记录截至${cutOffOf(graph)}，即最晚一篇文章的日期；此后的事本站一概不知。每条内容都有引文，引用时请一并引原文和段落号。`,
    '“约定”“计划”不是“完成”：只有报道能得出 reported-… 的状态；没有后续报道不等于没有进展。标“推断”的日期，文章没有印全。',
    articleRights,
    '',
    '每一页的地址后加 index.txt，是这一页的纯文本；每条记录的页后加 index.json，是这条记录的数据。',
    '',
    '## 文章',
    '',
    ...entriesOf(graph, 'sources').map((entry) => {
      const { date, title } = entry.data;
      const inferred = date.basis === 'inferred' ? '（推断）' : '';
      return link(title, routes.plainText(addressOf(entry)), `${date.value}${inferred}`);
    }),
    '',
    '## 条目',
    '',
    ...lists.map(({ collection, label }) =>
      link(label, routes.plainText(routes.collection(collection)), '全部，纯文本'),
    ),
    link('线索', routes.plainText(routes.chains), '从约定到报道，纯文本'),
    link('方法', routes.plainText(routes.method), '各条规则，纯文本'),
    '',
    '## 数据',
    '',
    link('说明', routes.plainText(routes.dataPage), '文件、字段、例子、版本'),
    link('目录', routes.dataIndex, '全部文件和条数'),
    link('数据包', routes.dataPackage, 'Data Package，各表的列、主键、外键'),
    link('更新', routes.feed(), 'Atom'),
  ].join('\n')}\n`;
}
