import { describe, expect, it, test } from 'vitest';
import { ruleDescriptions } from '../../../src/model/normalization-rules.ts';
import type { Shape } from '../../../src/normalize/lines.ts';
import { read } from './raw-article.ts';

/** Raw text, its shape, the passages it gives and how often each rule was at work. */
type Case = readonly [string, Shape, string, readonly string[], Readonly<Record<string, number>>];

const cases: readonly Case[] = [
  ['a byte order mark at the head goes', 'lines', '\ufeff京津冀', ['京津冀'], { 'byte-order-mark': 1 }],
  [
    'a second byte order mark is white space at an edge',
    'lines',
    '\ufeff\ufeff京津冀',
    ['京津冀'],
    { 'byte-order-mark': 1, 'edge-space': 1 },
  ],
  [
    'a byte order mark at the head of another line is white space at an edge',
    'lines',
    '京\n\ufeff津',
    ['京', '津'],
    { 'edge-space': 1, 'line-break': 1 },
  ],
  [
    'every line break is counted, a Windows one as two characters',
    'lines',
    '京\r\n津\n冀',
    ['京', '津', '冀'],
    { 'line-break': 3 },
  ],
  [
    'lines of a column run on until a blank line',
    'columns',
    '推进京津冀\n协同发展。\n\n建设雄安。',
    ['推进京津冀协同发展。', '建设雄安。'],
    { 'line-break': 3 },
  ],
  [
    'a Windows line break parts no column',
    'columns',
    '推进京津冀\r\n协同发展。\r\n\r\n建设雄安。',
    ['推进京津冀协同发展。', '建设雄安。'],
    { 'line-break': 6 },
  ],
  [
    'a line of spaces is a blank line',
    'columns',
    '京津\n 　\n冀',
    ['京津', '冀'],
    { 'edge-space': 2, 'line-break': 2 },
  ],
  [
    'white space at both ends of a line goes, the full-width indent too',
    'lines',
    '　　10月21日 \n\t昨天\u00a0',
    ['10月21日', '昨天'],
    { 'edge-space': 5, 'line-break': 1 },
  ],
  [
    'spaces that type-setting left in a column go',
    'columns',
    '保 定 的 16个\n县 共建',
    ['保定的16个县共建'],
    { 'cjk-space': 4, 'line-break': 1 },
  ],
  [
    'the same spaces stay on a line that stands alone, where they may separate',
    'columns',
    '保 定 的 16个 县',
    ['保 定 的 16个 县'],
    {},
  ],
  [
    'a space beside Chinese punctuation goes, the one inside a headline stays',
    'columns',
    '《京津冀协同发展2019年工作要点》 发布 涉及90项工作',
    ['《京津冀协同发展2019年工作要点》发布 涉及90项工作'],
    { 'cjk-space': 1 },
  ],
  ['a space between two names stays', 'html', '<p>(范俊生 高枝)</p>', ['(范俊生 高枝)'], { 'html-tag': 7 }],
  [
    'Latin words keep the space between them in a column and lose the one beside Chinese',
    'columns',
    '发展 Beijing Daxing\n机场 GDP 增长',
    ['发展Beijing Daxing机场GDP增长'],
    { 'cjk-space': 3, 'line-break': 1 },
  ],
  [
    'a line printed with every character doubled is halved',
    'columns',
    '今今年年将将疏疏解解5500个个',
    ['今年将疏解50个'],
    { 'doubled-glyph': 8 },
  ],
  [
    'the spaces of a doubled line do not count',
    'lines',
    '盛盛 丽丽 记记 者者',
    ['盛 丽 记 者'],
    { 'doubled-glyph': 4 },
  ],
  ['fewer than four pairs are left alone', 'lines', '人人22，，', ['人人22，，'], {}],
  [
    'a line of which one character is not doubled is left alone',
    'lines',
    '人人天天年年日曰',
    ['人人天天年年日曰'],
    {},
  ],
  [
    'a line with one character more than pairs is left alone',
    'lines',
    '京京津津冀冀协协同',
    ['京京津津冀冀协协同'],
    {},
  ],
  [
    "a scraper's fences and empty keys go, its filled keys stay",
    'scrape',
    '---\ntitle: 评论\ntags: \n---\n正文',
    ['title: 评论', '正文'],
    { 'edge-space': 1, 'front-matter-fence': 11, 'line-break': 4 },
  ],
  [
    'a line like an empty key below the fences is text',
    'scrape',
    '---\ntags:\n---\ntags:\n正文',
    ['tags:', '正文'],
    { 'front-matter-fence': 11, 'line-break': 4 },
  ],
  [
    'a fence that is never closed is text',
    'scrape',
    '---\ntags:\n正文',
    ['---', 'tags:', '正文'],
    { 'line-break': 2 },
  ],
  [
    'a whole line that was there before goes',
    'scrape',
    '全力推动协同发展向深度拓展\n正文\n全力推动协同发展向深度拓展',
    ['全力推动协同发展向深度拓展', '正文'],
    { 'line-break': 2, 'repeated-line': 13 },
  ],
  [
    'a line that breaks off within a copy of what follows goes',
    'scrape',
    '核心提示：取得显著成\n核心提示：\n取得显著成效。',
    ['核心提示：', '取得显著成效。'],
    { 'line-break': 2, 'truncated-repeat': 10 },
  ],
  [
    'a short line may come twice',
    'scrape',
    '他说，好\n他说，好',
    ['他说，好', '他说，好'],
    { 'line-break': 1 },
  ],
  [
    'outside a scrape a line may come twice at any length',
    'lines',
    '全力推动协同发展\n全力推动协同发展',
    ['全力推动协同发展', '全力推动协同发展'],
    { 'line-break': 1 },
  ],
  [
    'tags and comments in a scrape go, over line breaks too',
    'scrape',
    '正<b>文</b>\n<!-- 更\n多 -->\n3<5',
    ['正文', '3<5'],
    { 'html-comment': 11, 'html-tag': 7, 'line-break': 3 },
  ],
  [
    'comments, scripts and styles of a page are no text',
    'html',
    '<p>京<!-- 津 -->冀</p><script>津</script><style>津</style>',
    ['京冀'],
    { 'html-tag': 51 },
  ],
  [
    'character references become the characters they stand for, and white space goes as any other',
    'html',
    '<p>&nbsp;&#12288;A&amp;B &lt;京&gt;&#x4eac;</p>',
    ['A&B <京>京'],
    { 'edge-space': 2, 'html-entity': 4, 'html-tag': 7 },
  ],
  ['what is no character reference stays as it is', 'html', 'a&nonesuch;b&c', ['a&nonesuch;b&c'], {}],
  [
    'blocks within blocks are lines of their own, inline elements run on',
    'html',
    '<div>前<p>中<b>间</b></p>后<br>末</div>',
    ['前', '中间', '后', '末'],
    { 'html-tag': 29 },
  ],
  [
    'an end tag that nothing opened is no text',
    'html',
    '京津</font>冀</span></html>协同',
    ['京津冀协同'],
    { 'html-tag': 21 },
  ],
  [
    'text after a line break in the source of a page begins anew',
    'html',
    '题目\n<div>正文</div>',
    ['题目', '正文'],
    { 'html-tag': 11, 'line-break': 1 },
  ],
];

describe('the mechanical rules', () => {
  test.each(cases)('%s', (_, shape, raw, texts, rules) => {
    expect(read(raw, shape)).toEqual({ texts, rules });
  });

  it('are all tried here', () => {
    const tried = new Set(cases.flatMap(([, , , , rules]) => Object.keys(rules)));
    expect([...tried].toSorted()).toEqual(Object.keys(ruleDescriptions).toSorted());
  });
});

describe('an article in another encoding', () => {
  it('is read by its rules and loses its byte order mark', () => {
    const utf16 = Buffer.from('\ufeff京津\n\n冀', 'utf16le');
    expect(read(utf16, 'columns', {}, 'utf-16le')).toEqual({
      texts: ['京津', '冀'],
      rules: { 'byte-order-mark': 1, 'line-break': 2 },
    });
  });
});
