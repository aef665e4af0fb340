import type { Chrome } from '../model/views.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { toChineseNumber } from '../lib/chinese-number.ts';
import { byCodeUnit } from '../lib/text.ts';
import { toChineseDate } from '../lib/partial-date.ts';
import { contentPolicy } from '../lib/content-policy.ts';
import { routes, type ListedCollection } from '../routes.ts';
import { furtherNavigation, navigation } from '../site.ts';
import { siteGraph } from './site-graph.ts';
import { sourcesInTime } from '../graph/sources-in-time.ts';
import { href, toDateView } from './views.ts';

/** The frame of a page; `current` is the part of the site it belongs to. */
export async function chromeFor(current?: ListedCollection | 'search'): Promise<Chrome> {
  const graph = await siteGraph();
  const sources = sourcesInTime(graph);
  const first = sources[0];
  const last = sources.at(-1);
  if (first === undefined || last === undefined) throw new Error('there is no source');
  return {
    home: href(routes.home),
    icons: {
      svg: href(routes.icon),
      ico: href(routes.favicon),
      touch: href(routes.touchIcon),
      manifest: href(routes.manifest),
    },
    theme: href(routes.theme),
    navigation: [
      ...navigation.map(({ collection, label }) => ({
        label,
        href: href(routes.collection(collection)),
        current: current === collection,
      })),
      { label: '检索', href: href(routes.search), current: current === 'search' },
    ],
    further: [
      ...furtherNavigation.map(({ collection, label }) => ({
        label,
        href: href(routes.collection(collection)),
      })),
      { label: '看图', href: href(routes.pictures) },
      { label: '年表', href: href(routes.timeLine) },
      { label: '线索', href: href(routes.chains) },
      { label: '到期未见报道', href: href(routes.overdue) },
      { label: '承诺用词', href: href(routes.modality) },
      { label: '谁向谁承诺', href: href(routes.obligations) },
      { label: '当时所知', href: href(routes.asOfDays) },
      { label: '并存的说法', href: href(routes.tensions) },
      { label: '更正', href: href(routes.corrections) },
      { label: '方法', href: href(routes.method) },
      { label: '编码手册', href: href(routes.codebook) },
      { label: '引文核对', href: href(routes.verification) },
      { label: 'English', href: href(routes.english) },
      { label: '无障碍说明', href: href(routes.accessibility) },
      { label: '开放数据', href: href(routes.dataPage) },
      { label: '离线保存', href: href(routes.offline) },
    ],
    method: href(routes.method),
    articles: { count: sources.length, first: toDateView(first.data.date), last: toDateView(last.data.date) },
    cutOff: toChineseDate(last.data.date.value),
    corpus: `${toChineseNumber(sources.length)}篇文章`,
    names: namesOf(graph),
    policy: contentPolicy,
  };
}

function namesOf(graph: Graph): string[] {
  return entriesOf(graph, 'regions')
    .flatMap(({ data }) => [data.title, ...(data.aliases ?? [])])
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length || byCodeUnit(a, b));
}
