import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeOf, textContentOf } from '../../src/lib/html.ts';
import { dataNames } from '../../src/routes.ts';
import { builtPages, byClass, byTag, dist, pageAt, withAttribute } from '../helpers/built-site.ts';
import { readCitation } from '../helpers/citation-reader.ts';

const formats = ['bib', 'ris', 'json'] as const;
const site = '京津冀协同发展政策追踪';

/** The two references a page shows. */
function referencesAt(address: string): string[] {
  return byClass(pageAt(address).tree, 'cite-text').map(textContentOf);
}

const agreement = '关于共同推进河北雄安新区规划建设战略合作协议（[2017-08-17]）';
const report2017 = '据报道：王皓《北京与河北签订协议全力支持雄安建设》，[北京日报]，[2017-08-18]，第3版';
const report2019 = '据报道：盛丽《今年将疏解提升50个市场、16个物流中心》，报名、见报日期不详';

describe('the references of one of each kind', () => {
  it('cites an agreement as rendered by the press, its inferred date in brackets', () => {
    const address = '/agreements/xiongan-zhanlue-hezuo-2017/';
    expect(referencesAt(address)).toEqual([
      `${agreement}[EB/OL]. ${report2017}. ${site}(2026-11-20)[引用日期]. ${address}.`,
      `${agreement} [${report2017}]. (2026, November 20). In ${site}. Retrieved [引用日期], from ${address}`,
    ]);
  });

  it('cites an agreement of which only the name is known', () => {
    const address = '/agreements/xiongan-zhongguancun-hezuo-2019/';
    const title = '加快建设雄安新区中关村科技园合作协议（[2019-10-21]）';
    const basis =
      '只见名称，没有正文：范俊生、高枝《深化京冀合作 共同推动区域高质量发展》，网站、发布日期不详';
    expect(referencesAt(address)).toEqual([
      `${title}[EB/OL]. ${basis}. ${site}(2026-11-20)[引用日期]. ${address}.`,
      `${title} [${basis}]. (2026, November 20). In ${site}. Retrieved [引用日期], from ${address}`,
    ]);
  });

  it('cites a clause by our number, said to be ours and a press rendering', () => {
    const address = '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/';
    const title = `${agreement}: 交通第2项（本站编号，据报道）: 加快建设京雄铁路、京石城际`;
    expect(referencesAt(address)).toEqual([
      `${title}[EB/OL]. ${report2017}. ${site}(2026-11-20)[引用日期]. ${address}.`,
      `${title} [${report2017}]. (2026, November 20). In ${site}. Retrieved [引用日期], from ${address}`,
    ]);
  });

  it('cites a work point without taking the day of the briefing for a day of publication', () => {
    const address = '/work-points/2019-jiaotong-3/';
    const title =
      '北京市推进京津冀协同发展2019年工作要点（[2019-06-03]）: 交通第3项（本站编号，据报道）: 开工建设京雄高速';
    expect(referencesAt(address)).toEqual([
      `${title}[EB/OL]. ${report2019}. ${site}(2026-11-20)[引用日期]. ${address}.`,
      `${title} [${report2019}]. (2026, November 20). In ${site}. Retrieved [引用日期], from ${address}`,
    ]);
  });

  it('cites a project with the number of its articles and how far they reach', () => {
    const address = '/projects/jing-xiong-gaosu/';
    const basis = '据2篇文章，语料截至2023-05-13';
    expect(referencesAt(address)).toEqual([
      `京雄高速（项目）[EB/OL]. ${basis}. ${site}(2026-11-20)[引用日期]. ${address}.`,
      `京雄高速（项目） [${basis}]. (2026, November 20). In ${site}. Retrieved [引用日期], from ${address}`,
    ]);
  });

  it.each([
    [
      '/sources/xiongan-xieyi-2017/',
      '王皓. 北京与河北签订协议全力支持雄安建设[N/OL]. [北京日报], [2017-08-18](3)[引用日期].',
      '王皓. ([2017, August 18]). 北京与河北签订协议全力支持雄安建设. [北京日报], 3.',
    ],
    [
      '/sources/guangdu-shendu-2019/',
      '全力推动京津冀协同发展向广度深度拓展[EB/OL]. [凤凰网河北频道]([2019-02-22])[引用日期].',
      '全力推动京津冀协同发展向广度深度拓展. ([2019, February 22]). [凤凰网河北频道].',
    ],
    [
      '/sources/gongzuo-yaodian-2019/',
      '盛丽. 今年将疏解提升50个市场、16个物流中心[N/OL]. [报名不详], [见报日期不详][引用日期].',
      '盛丽. (n.d.). 今年将疏解提升50个市场、16个物流中心. [报名不详].',
    ],
    [
      '/sources/jing-ji-hezuo-2019/',
      '范俊生, 高枝. 深化京冀合作 共同推动区域高质量发展[EB/OL]. [引用日期].',
      '范俊生, & 高枝. (n.d.). 深化京冀合作 共同推动区域高质量发展.',
    ],
    [
      '/sources/xianxingqu-shifanqu-2023/',
      '努力使京津冀成为中国式现代化建设的先行区示范区[N/OL]. 沧州晚报, 2023-05-13(4)[引用日期].',
      '努力使京津冀成为中国式现代化建设的先行区示范区. (2023, May 13). 沧州晚报, 4.',
    ],
  ])(
    'cites the article %s by what it prints, brackets what is inferred, and invents nothing',
    (address, gbt7714, apa) => {
      expect(referencesAt(address)).toEqual([
        `${gbt7714} ${address}.`,
        `${apa} Retrieved [引用日期], from ${address}`,
      ]);
    },
  );
});

describe('the citation files', () => {
  const common = { language: undefined, isNewspaper: false, authors: [], page: undefined, container: site };
  const note2017 =
    '《关于共同推进河北雄安新区规划建设战略合作协议》日期2017-08-17（推断）；《北京与河北签订协议全力支持雄安建设》报名北京日报（推断），见报日期2017-08-18（推断）';
  const languages = { bib: 'chinese', ris: undefined, json: 'zh-CN' } as const;
  const works = [
    {
      ...common,
      url: '/agreements/xiongan-zhanlue-hezuo-2017/',
      key: 'agreements:xiongan-zhanlue-hezuo-2017',
      title: agreement,
      date: [2026, 11, 20],
      note: `${report2017}；${note2017}`,
    },
    {
      ...common,
      url: '/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/',
      key: 'agreements:xiongan-zhanlue-hezuo-2017:jiaotong-2',
      title: `${agreement}: 交通第2项（本站编号，据报道）: 加快建设京雄铁路、京石城际`,
      date: [2026, 11, 20],
      note: `${report2017}；${note2017}`,
    },
    {
      ...common,
      url: '/work-points/2019-jiaotong-3/',
      key: 'work-points:2019-jiaotong-3',
      title:
        '北京市推进京津冀协同发展2019年工作要点（[2019-06-03]）: 交通第3项（本站编号，据报道）: 开工建设京雄高速',
      date: [2026, 11, 20],
      note: `${report2019}；《北京市推进京津冀协同发展2019年工作要点》日期2019-06-03（推断）`,
    },
    {
      ...common,
      url: '/projects/jing-xiong-gaosu/',
      key: 'projects:jing-xiong-gaosu',
      title: '京雄高速（项目）',
      date: [2026, 11, 20],
      note: '据2篇文章，语料截至2023-05-13；盛丽《今年将疏解提升50个市场、16个物流中心》，报名、见报日期不详；《努力使京津冀成为中国式现代化建设的先行区示范区》，沧州晚报，2023-05-13，第4版',
    },
    {
      ...common,
      url: '/sources/xiongan-xieyi-2017/',
      key: 'sources:xiongan-xieyi-2017',
      isNewspaper: true,
      title: '北京与河北签订协议全力支持雄安建设',
      authors: ['王皓'],
      container: '[北京日报]',
      date: [2017, 8, 18],
      page: '3',
      note: '报名北京日报（推断），见报日期2017-08-18（推断）；网址是本站所存文本的地址，原文的网址本站没有',
    },
    {
      ...common,
      url: '/sources/gongzuo-yaodian-2019/',
      key: 'sources:gongzuo-yaodian-2019',
      isNewspaper: true,
      title: '今年将疏解提升50个市场、16个物流中心',
      authors: ['盛丽'],
      container: undefined,
      date: undefined,
      note: '报名、见报日期不详；所报道的事在2019-06-03（推断）；网址是本站所存文本的地址，原文的网址本站没有',
    },
    {
      ...common,
      url: '/sources/xianxingqu-shifanqu-2023/',
      key: 'sources:xianxingqu-shifanqu-2023',
      isNewspaper: true,
      title: '努力使京津冀成为中国式现代化建设的先行区示范区',
      container: '沧州晚报',
      date: [2023, 5, 13],
      page: '4',
      note: '转载自《河北日报》；网址是本站所存文本的地址，原文的网址本站没有',
    },
  ];

  it.each(works)('of $url say every field to a reader of its own', (work) => {
    for (const format of formats) {
      const text = readFileSync(join(dist, work.url, `cite.${format}`), 'utf8');
      expect(readCitation(format, text), format).toEqual({ ...work, language: languages[format] });
    }
  });

  it('stand beside every page of the five kinds, agree with each other and have a key of their own', () => {
    const citable = ['agreements', 'clauses', 'work-points', 'projects', 'sources'] as const;
    const addresses = dataNames
      .filter((name) => citable.some((each) => each === name))
      .flatMap(
        (name) => JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as { url: string }[],
      )
      .map(({ url }) => url);
    const keys = addresses.map((address) => {
      const [bib, ris, json] = formats.map((format) => ({
        ...readCitation(format, readFileSync(join(dist, address, `cite.${format}`), 'utf8')),
        language: undefined,
      }));
      expect(bib).toEqual(json);
      expect(ris).toEqual(json);
      expect(json?.url).toBe(address);
      return json?.key;
    });
    expect(keys.length).toBeGreaterThan(200);
    expect(new Set(keys).size).toBe(keys.length);
    const cited = builtPages().filter(({ tree }) => byTag(tree, 'cite-this').length > 0);
    expect(cited.map(({ address }) => address).sort()).toEqual([...addresses].sort());
  });
});

it('keeps the references out of the search', () => {
  for (const { address, tree } of builtPages()) {
    const indexed = withAttribute(tree, 'data-pagefind-body').filter(
      (body) => byTag(body, 'cite-this').length > 0,
    );
    expect(indexed, address).toEqual([]);
  }
});

it('links each page to its own files, to be saved under a name that tells them apart', () => {
  const { tree } = pageAt('/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/');
  const links = withAttribute(tree, 'download').map((link) => [
    attributeOf(link, 'href'),
    attributeOf(link, 'download'),
  ]);
  expect(links).toEqual(
    formats.map((format) => [
      `/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/cite.${format}`,
      `agreements-xiongan-zhanlue-hezuo-2017-jiaotong-2.${format}`,
    ]),
  );
});
