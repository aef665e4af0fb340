import { entriesOf } from '../graph/graph.ts';
import type { DataPageView, Example } from '../model/data-page.ts';
import { isReported } from '../graph/unknown.ts';
import { addressOf, routes } from '../routes.ts';
import { dataIndexView } from './data-package.ts';
import { siteGraph } from './site-graph.ts';
import { absolute, href } from './views.ts';

/** Where the site stands when it is started on one's own machine. */
const local = 'http://localhost:4321';

/** Everything the page of the open data shows. */
export async function dataPageView(): Promise<DataPageView> {
  const graph = await siteGraph();
  const index = await dataIndexView();
  const project = entriesOf(graph, 'projects').find((entry) => !isReported(entry));
  if (project === undefined) throw new Error('there is no project to show as an example');
  return {
    ...index,
    addresses: {
      index: href(routes.dataIndex),
      package: href(routes.dataPackage),
      feed: href(routes.feed()),
      llms: href(routes.llms),
      codebook: href(routes.codebook),
      addresses: href(routes.addresses),
      record: href(routes.recordFile(addressOf(project))),
      text: href(routes.plainText(addressOf(project))),
    },
    examples: examples(routes.recordFile(addressOf(project))),
  };
}

/** Each is run by the tests as it stands here, against the built site or the release. */
function examples(record: string): Example[] {
  const at = (address: string): string => absolute(address) ?? `${local}${href(address)}`;
  return [
    {
      language: 'curl',
      title: '一条记录，与它的页同址',
      code: `curl --silent --fail ${at(record)}`,
    },
    {
      language: 'curl',
      title: '全部数字，一行一条',
      code: `curl --silent --fail ${at(routes.dataLines('figures'))}`,
    },
    {
      language: 'javascript',
      title: '没有报道说到进展的项目（浏览器或 Node）',
      code: `const response = await fetch('${at(routes.data('projects'))}');
const projects = await response.json();
for (const { title, status, lastMention } of projects) {
  if (!status.startsWith('reported-')) console.log(title, status, lastMention);
}`,
    },
    {
      language: 'python',
      title: '到期未见报道的承诺（只用标准库）',
      code: `import csv, io, urllib.request

with urllib.request.urlopen('${at(routes.dataTable('commitments'))}') as response:
    text = io.TextIOWrapper(response, encoding='utf-8-sig', newline='')
    for row in csv.DictReader(text):
        if row['overdue'] == 'true':
            print(row['record'], row['deadline'], row['quote'])`,
    },
    {
      language: 'sql',
      title: '逐字检索：哪些页印着“京雄”。字与字之间空一格，整体加双引号',
      code: `SELECT DISTINCT pages.url, pages.title
FROM blocks_index
JOIN blocks ON blocks.id = blocks_index.rowid
JOIN pages ON pages.url = blocks.page
WHERE blocks_index MATCH '"京 雄"'
ORDER BY pages.url;`,
    },
    {
      language: 'sql',
      title: '项目的状态和沉默',
      code: `SELECT title, status, last_mention, silent_since_newest_article
FROM silence
ORDER BY last_mention, id;`,
    },
    {
      language: 'sql',
      title: '一项条款之后，文章又说了什么，凭什么相连',
      code: `SELECT clause, ground, later_title, later_quote, later_date
FROM clause_followups
ORDER BY clause, later_date;`,
    },
  ];
}
