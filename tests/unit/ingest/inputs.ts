import { encode, toTraditional } from '../../helpers/encode.ts';

/** A file as an editor receives it: made up here, in the form of the real ones. */
export interface Input {
  readonly extension: 'txt' | 'html' | 'md';
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => encode(text, 'utf-8');

const han = '零一二三四五六七八九';
function chinese(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10];
  const head = hundreds === 0 ? '' : `${han[hundreds] ?? ''}百`;
  const middle =
    tens === 0
      ? hundreds > 0 && ones > 0
        ? '零'
        : ''
      : `${tens === 1 && hundreds === 0 ? '' : (han[tens] ?? '')}十`;
  return `${head}${middle}${ones === 0 ? '' : (han[ones] ?? '')}`;
}

/** A statute of 124 articles in seven chapters, with a 第三十二条之一, paragraphs and items. */
function statute(): string {
  const lines = ['京津冀协同发展促进条例', '（2023年6月1日京津冀协同发展测试会议第八次会议通过）', '目录'];
  const chapters = ['总则', '规划', '交通', '产业', '生态', '公共服务', '附则'];
  lines.push(...chapters.map((name, index) => `第${chinese(index + 1)}章　${name}`));
  for (let article = 1; article <= 124; article += 1) {
    if (article % 20 === 1)
      lines.push(`第${chinese(Math.floor(article / 20) + 1)}章　${chapters[Math.floor(article / 20)] ?? ''}`);
    if (article === 5) {
      lines.push(
        '第五条　有下列情形之一的，应当会商：',
        '（一）跨省市的重大项目；',
        '（二）跨省市的河流治理。',
      );
    } else if (article === 8) {
      lines.push(
        '第八条　各省市应当建立协调机制。',
        '前款规定的机制每年会商一次。',
        '会商的内容包括：',
        '（一）规划；',
        '（二）项目。',
      );
    } else if (article === 9) {
      lines.push(
        '第九条　将原条例第十条修改为：“第十条　各省市应当公开信息。',
        '“（一）规划信息；',
        '“（二）项目信息。”',
        '第八条第二款规定的会商，适用前两项。',
      );
    } else
      lines.push(
        `第${chinese(article)}条　第${chinese(article)}项事务由各省市依照《中华人民共和国立法法》第七条办理。`,
      );
    if (article === 32) lines.push('第三十二条之一　跨省市的生态补偿，由各省市商定。');
  }
  return lines.join('\n');
}

const notice = `北京市人民政府办公厅文件
京政办发〔2024〕12号
北京市人民政府办公厅关于印发《推进京津冀协同发展2024年工作要点》的通知
各区人民政府，市政府各委、办、局，各市属机构：
《推进京津冀协同发展2024年工作要点》已经市政府同意，现印发给你们，请认真贯彻落实。
一、总体要求
坚持统筹谋划，全年安排重点任务90项。
二、重点任务
（一）交通一体化
1.加快建设京雄高速公路北京段，2024年底前建成通车。
2.研究推进城际铁路联络线前期工作。
（二）生态环境
1.完成造林10万亩，确保潮白河水质达标。
2.支持河北雄安新区开展生态修复。
三、保障措施
（一）加强组织领导
根据《北京市推进京津冀协同发展条例》第八条的规定，各区要压实责任。
北京市人民政府办公厅
2024年3月15日
`;

const page = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="gb2312"><title>京津冀三地签署产业协同协议_某某新闻网</title>
<script>document.write("<p>不应当出现的脚本文字，绝不能收进来。</p>"); alert(1)</script><style>.a{color:red}</style></head>
<body class="page">
<div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/news">新闻</a></li><li><a href="/bj">北京</a></li></ul></div>
<div class="crumb">您当前位置：<a href="/">首页</a> &gt; <a href="/news">新闻</a> &gt; 正文</div>
<div class="wrap"><div class="left">
<h1>京津冀三地签署产业协同协议</h1>
<div class="info"><span>2024年02月26日 09:30</span>　来源：北京日报　作者：<span>王小明</span></div>
<div class="tools">字号：<a>大</a> <a>中</a> <a>小</a> 打印 分享到</div>
<div class="content" style="font-size:16px"><p style="text-indent:2em">　　昨天，北京市、天津市、河北省在雄安新区签署产业协同协议，三地将共同建设5个产业园区。</p>
<p>&nbsp;&nbsp;根据协议，三地将加快建设产业链图谱，力争2025年底前引进企业100家&mdash;&mdash;其中北京40家。</p>
<p><img src="/a.jpg" onerror="alert(2)">　　河北省有关负责人表示，将支持北京企业落户，&#20849;&#21516;打造先进制造业集群。</p>
<p>（责任编辑：李小红）</p></div>
<div class="share">分享到：<a>微信</a><a>微博</a></div>
</div><div class="sidebar"><h3>相关阅读</h3><ul><li><a href="/1">三地共商大计，共谋发展，共建共享</a></li><li><a href="/2">产业转移，再加速，再升级</a></li></ul></div></div>
<div class="footer">版权所有：某某新闻网，未经书面授权，不得转载、摘编。</div>
<script src="/track.js"></script></body></html>`;

const portal = `天津滨海新区承接北京项目增多
<div><span style='font-size:16px;text-indent:30px;display:block'> 　　2024-01-08 10:20　来源：天津日报</span></div><div>&nbsp;</div><div><span style='font-size:16px'> 　　1月7日，记者从天津滨海新区获悉，去年新区承接北京非首都功能疏解项目332个，协议投资额超过1500亿元。</span></div><div>&nbsp;</div><div><span style='font-size:16px'> 　　滨海新区有关负责人介绍，新区将推进&ldquo;滨城&rdquo;建设，完善承接平台。(张大海 李小河)</span></div>`;

const columns = `京冀签署教育合作协议
30所学校结对帮扶

本报记者 赵小川

　　 昨天， 北京市教委与河北
省教育厅签署教育合作协议 ， 根
据协议， 双方将组织30所学校结
对帮扶， 共享优质课程资源。

1.共建学校
　　北京市将在雄安新区支持建
设3所学校， 2025年9月底前开
学。
2.培训教师
　　双方每年互派教师200名，
组织培训1万人次以上。
（赵小川）
`;

const scrape = `---
title: 河北推进大气污染联防联控_频道
author: spider
date: 2024-04-02 08:15
tags:
categories:
---
原标题：河北推进大气污染联防联控
<!-- more -->
<img src="http://example.com/a.png" />
原标题：河北推进大气污染联防联控
4月1日，河北省生态环境厅介绍，今年将与北京、天津共同开展联防联控，推进重点行业
4月1日，河北省生态环境厅介绍，今年将与北京、天津共同开展联防联控，推进重点行业治理。
河北省将完成治理项目5000个，争取空气质量继续改善。
[责任编辑：钱小江]
`;

const plain = `京津冀共建实验室
科技日报
2024年5月6日

北京、天津、河北三地科技部门共建的实验室5月5日在天津揭牌，首批入驻团队12个。

三地将探索建立联合资助机制，鼓励科研人员流动。
（作者：孙小林）
`;

const markdown = `# 雄安新区公布年度建设计划

**来源：** 河北新闻网

发布时间：2024-03-01

## 一、交通

雄安新区将加快建设城际铁路，年内完成投资120亿元。

## 二、公共服务

- 北京支持的3所学校将全部开学。
`;

/** By what they are: each shape, each encoding. */
export const inputs = {
  'a statute of 124 articles in UTF-8': { extension: 'txt', bytes: utf8(statute()) },
  'a notice with three levels of numbering in GB18030': {
    extension: 'txt',
    bytes: encode(notice, 'gb18030'),
  },
  'a whole page with navigation and scripts in GB2312': { extension: 'html', bytes: encode(page, 'gb18030') },
  'a portal’s mark-up with inline styles and entities in UTF-8': { extension: 'html', bytes: utf8(portal) },
  'newspaper columns with broken lines in UTF-16': {
    extension: 'txt',
    bytes: encode(`\ufeff${columns}`, 'utf-16le'),
  },
  'a scraper’s file with front matter': { extension: 'md', bytes: utf8(scrape) },
  'plain text with a byte order mark': { extension: 'txt', bytes: utf8(`\ufeff${plain}`) },
  'plain text in Big5': { extension: 'txt', bytes: encode(toTraditional(plain), 'big5') },
  'plain text in UTF-16 with the high byte first and no mark': {
    extension: 'txt',
    bytes: encode(plain, 'utf-16be'),
  },
  Markdown: { extension: 'md', bytes: utf8(markdown) },
  'a notice as a page in UTF-8': {
    extension: 'html',
    bytes: utf8(
      `<html><head><meta charset="utf-8"><title>通知</title></head><body><table><tr><td><div class="nav"><a>政务公开</a></div><div id="zoom">${notice
        .trim()
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('\n')}</div></td></tr></table></body></html>`,
    ),
  },
  'lines that end in carriage returns, in GB18030': {
    extension: 'txt',
    bytes: encode(plain.replaceAll('\n', '\r\n'), 'gb18030'),
  },
} satisfies Record<string, Input>;

export const statuteText = statute();
