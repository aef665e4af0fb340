import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { generateSource } from '../../../scripts/source-problems.ts';
import type { Passage } from '../../../src/model/passage.ts';
import { normalizeSource } from '../../../src/normalize/source.ts';
import { readContent, type RawSource } from '../../../src/read/content.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const content = readContent(root);

/** The five articles as first read: number of passages, both ends, and the digest of all their words. */
const articles = {
  'gongzuo-yaodian-2019': {
    count: 31,
    first: '今年将疏解提升50个市场、16个物流中心',
    last: '制造、现代服务、金融创新等领域合作互动。',
    digest: '296f47fdaf1dbd51',
  },
  'guangdu-shendu-2019': {
    count: 12,
    first: 'title: 评论：全力推动京津冀协同发',
    last: '[责任编辑：刘亚楠]',
    digest: '7651cafbc6760e56',
  },
  'jing-ji-hezuo-2019': {
    count: 12,
    first: '深化京冀合作 共同推动区域高质量发展',
    last: '(范俊生 高枝)',
    digest: '4048f4a9341fc660',
  },
  'xianxingqu-shifanqu-2023': {
    count: 43,
    first: '践行总书记嘱托 推动京津冀协同发展不断迈',
    last: '据《河北日报》',
    digest: 'a03d437fce715c82',
  },
  'xiongan-xieyi-2017': {
    count: 45,
    first: '3',
    last: '（王皓）',
    digest: '8556fe74a1210aa1',
  },
} as const;
type Article = keyof typeof articles;
const names = Object.keys(articles) as Article[];

/** The stored passages of an article. */
function passagesOf(name: Article): readonly Passage[] {
  return content.passages.get(name) ?? [];
}

/** The one passage of an article that holds these words. */
function passageWith(name: Article, words: string): Passage {
  const holding = passagesOf(name).filter(({ text }) => text.includes(words));
  if (holding[0] === undefined || holding.length > 1) {
    throw new Error(`"${words}" stands in ${String(holding.length)} passages of ${name}`);
  }
  return holding[0];
}

function rawOf(name: Article): RawSource {
  const raw = content.rawSources.find(({ id }) => id === name);
  if (raw === undefined) throw new Error(`no raw file of ${name}`);
  return raw;
}

describe('the stored passages', () => {
  test.each(names)('of %s are those first read', (name) => {
    const texts = passagesOf(name).map(({ text }) => text);
    expect({
      count: texts.length,
      first: texts[0]?.slice(0, 20),
      last: texts.at(-1)?.slice(-20),
      digest: createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16),
    }).toEqual(articles[name]);
  });

  test.each(names)('of %s are what its raw file and repairs give, twice over', (name) => {
    const raw = rawOf(name);
    const once = normalizeSource(raw);
    expect(once.kind === 'source' && once.passages).toEqual(passagesOf(name));
    expect(normalizeSource(raw)).toEqual(once);
  });

  test.each(names)('of %s stand in a file that is up to date to the byte', (name) => {
    const stored = readFileSync(join(root, 'content/sources', name, 'index.mdx'), 'utf8');
    expect(generateSource(rawOf(name))).toMatchObject({ text: stored });
  });

  test.each(names)('of %s hold no white space that type-setting left beside Chinese punctuation', (name) => {
    const spaced = passagesOf(name).filter(({ text }) =>
      /[，。、；：？！“”（）《》]\s|\s[，。、；：？！”）》]/.test(text),
    );
    expect(spaced).toEqual([]);
  });
});

describe('the page of 2017', () => {
  const passages = passagesOf('xiongan-xieyi-2017');
  const indexOf = (words: string): number => passages.indexOf(passageWith('xiongan-xieyi-2017', words));

  it('has its area headings in the order of the sub-headline, and labels of ours where one is lost', () => {
    const signs = passages.flatMap(({ id, kind, text, label }) => [
      ...(label === undefined ? [] : [`${id} （${label}）`]),
      ...(kind === 'heading' ? [`${id} ${text}`] : []),
    ]);
    expect(signs).toEqual([
      'p7 协同推进创新驱动发展',
      'p12 （交通）',
      'p14 开展生态环境联防联治',
      'p18 （产业）',
      'p22 （公共服务）',
      'p27 加强城市规划技术支持服务',
      'p30 （人才）',
    ]);
    expect(passages.find(({ kind }) => kind === 'subtitle')?.text).toBe(
      '涉及创新交通生态产业公共服务规划人才七方面',
    );
  });

  it('has each area’s clauses under its own heading or label, each a whole sentence', () => {
    const areas: string[] = [];
    const clauses = passages.flatMap((passage) => {
      if (passage.kind === 'heading') areas.push(passage.text);
      if (passage.label !== undefined) areas.push(passage.label);
      return passage.voice === 'agreement' ? [{ area: areas.at(-1), text: passage.text }] : [];
    });
    const counts = [...Map.groupBy(clauses, ({ area }) => area)].map(([area, list]) => [area, list.length]);
    expect(counts).toEqual([
      ['协同推进创新驱动发展', 4],
      ['交通', 2],
      ['开展生态环境联防联治', 3],
      ['产业', 4],
      ['公共服务', 5],
      ['加强城市规划技术支持服务', 2],
      ['人才', 2],
    ]);
    expect(clauses.filter(({ text }) => !/^[^，。；、]{2}.*。$/.test(text))).toEqual([]);
  });

  it('has the talent clauses, the mechanism and the byline after the planning clauses', () => {
    const order = [
      '加强城市规划技术支持服务',
      '适时安排北京市有关部门干部和专业技术人才到新区挂职或任职',
      '安排雄安新区管理人员来京培训学习',
      '市京津冀协同办负责人表示',
      '(上接第1版)',
    ].map(indexOf);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[1]).toBeGreaterThan((order[0] ?? 0) + 1);
  });

  it('parts 国有企业 from 金融机构 and joins what a blank line had cut', () => {
    expect(passageWith('xiongan-xieyi-2017', '国有企业').text).toMatch(/。$/);
    expect(passageWith('xiongan-xieyi-2017', '支持北京市属金融机构').text).toMatch(/^支持北京市属金融机构/);
    expect(passageWith('xiongan-xieyi-2017', '支持北京市属金融机构').text).toContain('在雄安新区');
  });

  it('keeps 水务通信 as printed and the second report apart', () => {
    expect(passageWith('xiongan-xieyi-2017', '水务通信').part).toBe('b');
    expect(new Set(passages.slice(0, 33).map(({ part }) => part))).toEqual(new Set(['a']));
    expect(new Set(passages.slice(33).map(({ part }) => part))).toEqual(new Set(['b']));
  });
});

describe('the work points of 2019', () => {
  const passages = passagesOf('gongzuo-yaodian-2019');

  it('are headed by the line that was printed with every character doubled', () => {
    expect(passages[0]).toMatchObject({ kind: 'title', text: '今年将疏解提升50个市场、16个物流中心' });
  });

  it('know nothing of 5500 markets or 1166 logistics centres', () => {
    expect(passages.filter(({ text }) => /5500|1166/.test(text))).toEqual([]);
  });

  it('keep the space that parts the two halves of the second headline', () => {
    expect(passages[1]?.text).toBe('《北京市推进京津冀协同发展2019年工作要点》发布 涉及90项工作');
  });

  it('name the reporter once', () => {
    expect(passages.filter(({ kind }) => kind === 'byline').map(({ text }) => text)).toEqual([
      '□本报记者 盛丽',
    ]);
  });
});

describe('the report of 2023', () => {
  it('joins the sentence that a picture interrupted, and has the caption after it', () => {
    const sentence = passageWith('xianxingqu-shifanqu-2023', '对未来发展更有信心了。');
    const passages = passagesOf('xianxingqu-shifanqu-2023');
    expect(passages[passages.indexOf(sentence) + 1]).toMatchObject({
      kind: 'caption',
      text: '4月26日拍摄的固安县永定城·京津冀固安国际商贸城。',
    });
    expect(sentence.rawLines).toEqual([
      [36, 36],
      [42, 42],
    ]);
  });
});

describe('the opinion piece of 2019', () => {
  it('has its title once, where a portal had printed it three times', () => {
    const passages = passagesOf('guangdu-shendu-2019');
    expect(passages.filter(({ kind }) => kind === 'title').map(({ text }) => text)).toEqual([
      '原标题：全力推动京津冀协同发展向广度深度拓展',
    ]);
    expect(passages.filter(({ text }) => text.includes('原标题'))).toHaveLength(1);
  });
});

describe('the report of the visit of 2019', () => {
  it('keeps the spaces of its headline and of its byline', () => {
    const passages = passagesOf('jing-ji-hezuo-2019');
    expect([passages[0]?.text, passages.at(-1)?.text]).toEqual([
      '深化京冀合作 共同推动区域高质量发展',
      '(范俊生 高枝)',
    ]);
  });

  it('has no line of mark-up left in it', () => {
    expect(passagesOf('jing-ji-hezuo-2019').filter(({ text }) => /[<>]|&[a-z#]/.test(text))).toEqual([]);
  });
});
