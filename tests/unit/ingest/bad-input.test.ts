import { deflateRawSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { encode } from '../../helpers/encode.ts';
import { draftOf, refusalOf } from './ingest-text.ts';

const sentence = '北京市与河北省签署协议，共同推进雄安新区建设，支持学校和医院的发展。\n';
const article = `京冀签署协议\n2024年5月6日\n${sentence.repeat(5)}`;
const gbk = encode(article, 'gb18030');
const asGbk = new TextDecoder('gbk').decode(encode(article, 'utf-8'));
const asLatin = new TextDecoder('windows-1252').decode(encode(article, 'utf-8'));
const meta = (charset: string): string =>
  `<html><head><meta charset="${charset}"></head><body><p>${sentence}</p></body></html>`;

describe('bad input is refused with a message that says what and what instead:', () => {
  test.each<[string, Parameters<typeof refusalOf>, string]>([
    ['nothing', [''], 'empty: 文件是空的。重新取得原件。'],
    ['nothing but a mark and white space', ['\ufeff \n　\n'], 'empty: 文件是空的。重新取得原件。'],
    [
      'a binary file',
      [Uint8Array.from({ length: 4000 }, (_, at) => (at * 37) % 256)],
      'not-text: 这不是文本，是二进制文件。给出文章的文本或网页。',
    ],
    [
      'compressed bytes',
      [new Uint8Array(deflateRawSync(encode(article.repeat(50), 'utf-8')))],
      'not-text: 这不是文本，是二进制文件。给出文章的文本或网页。',
    ],
    [
      'a PDF named .txt',
      ['%PDF-1.7\n1 0 obj\n北京'],
      'not-text: 这不是文本，是PDF。用 PDF 阅读器另存为文本，核对分栏和断行后再来。',
    ],
    [
      'a Word document named .txt',
      ['PK\u0003\u0004word/document.xml'],
      'not-text: 这不是文本，是Word 文档或压缩包。打开它，另存为文本或网页再来。',
    ],
    [
      'UTF-8 cut within a character',
      [encode(article.trimEnd(), 'utf-8').slice(0, -1)],
      'truncated: 文件在第7行末尾断在半个字上（utf-8），后面的不见了。重新取得完整的原件。',
    ],
    [
      'GB18030 cut within a character',
      [encode(article.trimEnd(), 'gb18030').slice(0, -1)],
      'truncated: 文件在第7行末尾断在半个字上（gb18030），后面的不见了。重新取得完整的原件。',
    ],
    [
      'UTF-16 cut within a character',
      [encode(`\ufeff${article.trimEnd()}`, 'utf-16le').slice(0, -1)],
      'truncated: 文件在第7行末尾断在半个字上（utf-16le），后面的不见了。重新取得完整的原件。',
    ],
    [
      'a byte that makes no character',
      [new Uint8Array([...encode(article, 'utf-8'), 0xff, 0xfe, 0x0a, ...encode(article, 'utf-8')])],
      'undecodable: 第8行有不成字的字节（其余是 utf-8）。原件已损坏，重新取得。',
    ],
    [
      'two encodings in one file',
      [new Uint8Array([...encode(article, 'utf-8'), ...gbk])],
      'encoding-mixed: 一个文件里混了两种编码：第1行是 utf-8，第8行是 gb18030。多半是几个文件拼成的：分开，各自给出。',
    ],
    [
      'a page that declares another encoding than its own',
      [meta('gb2312'), 'html'],
      'encoding-declared: 网页自称 gb2312，字节却是 utf-8。核对读出来的字；确是 utf-8 的，加 --encoding utf-8 再来。',
    ],
    [
      'a page in GBK that declares UTF-8',
      [encode(meta('utf-8'), 'gb18030'), 'html'],
      'encoding-declared: 网页自称 utf-8，字节却是 gb18030。核对读出来的字；确是 gb18030 的，加 --encoding gb18030 再来。',
    ],
    [
      'what a lossy save left',
      [article.replace('河北', '锟斤拷')],
      'mojibake: 第3行起是乱码（存盘时有字换成了替代符）：“锟斤拷省签署协议，共同推”。字在别处存盘时已经坏了，这里改不回来：重新取得原件。',
    ],
    [
      'a replacement character',
      [article.replace('河北', '河\ufffd')],
      'mojibake: 第3行起是乱码（存盘时有字换成了替代符）：“\ufffd省签署协议，共同推进雄”。字在别处存盘时已经坏了，这里改不回来：重新取得原件。',
    ],
    ['UTF-8 read as Latin', [asLatin], 'mojibake: 第1行起是乱码（UTF-8 被当作西文读过）'],
    [
      'no Chinese',
      ['Beijing and Hebei signed an agreement.\n'.repeat(40)],
      'no-chinese: 里面没有汉字，不是中文文章。',
    ],
    ['hardly any Chinese', ['Beijing 北京 '.repeat(2)], 'no-chinese: 里面只有 4 个汉字，不成一篇文章。'],
    [
      'a page whose Chinese is all in its scripts',
      [`<html><body><script>${sentence.repeat(20)}</script></body></html>`, 'html'],
      'no-chinese: 里面没有汉字，不是中文文章。',
    ],
    [
      'a page nested a hundred thousand deep',
      [`<html><body>${'<div>'.repeat(100_000)}${sentence}`, 'html'],
      'html-depth: 网页的标签到第1行嵌套超过 500 层，不解析。正常的网页不会这样：另存正文再来。',
    ],
    [
      'a drawing nested a hundred thousand deep',
      [`<html><body><svg>${'<td>'.repeat(100_000)}${sentence}`, 'html'],
      'html-depth: 网页的标签到第1行嵌套超过 500 层，不解析。正常的网页不会这样：另存正文再来。',
    ],
    [
      'a tag with a hundred thousand attributes',
      [
        `<html><body><p ${Array.from({ length: 100_000 }, (_, at) => `a${String(at)}=1`).join(' ')}>${sentence}`,
        'html',
      ],
      'html-attributes: 第1行有一个标签的属性超过 200 个，不解析。正常的网页不会这样：另存正文再来。',
    ],
    [
      'an entity bomb',
      [
        `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n<!ENTITY lol "哈">\n<!ENTITY lol2 "&lol;&lol;&lol;&lol;">\n]>\n<html><body>${sentence}&lol2;</body></html>`,
        'html',
      ],
      'html-entities: 第3行自定义了实体（<!ENTITY>），不展开也不收。网页用不着它：另存正文再来。',
    ],
    [
      'a file of ten megabytes',
      [new Uint8Array(10 * 1024 * 1024).fill(0x61)],
      'too-large: 文件有 10.0 MB，超过上限 8.0 MB。一篇文章不会这么长：另存正文，或分成几个文件。',
    ],
    [
      'an ID that climbs out of its folder',
      [article, 'txt', undefined, { id: '../../etc' }],
      'id-malformed: “../../etc”不能用作编号：只用小写字母、数字和单个连字符。',
    ],
  ])('%s', (_, args, message) => {
    expect(refusalOf(...args)).toContain(message);
  });

  it('UTF-8 read as GBK', () => {
    expect(refusalOf(asGbk.replaceAll('\ufffd', '?'))).toMatch(
      /^mojibake: 第\d行起是乱码（UTF-8 被当作 GBK 读过）/,
    );
  });
});

describe('what looks bad and is not', () => {
  it('is a page in the encoding an editor names', () => {
    expect(draftOf(meta('gb2312'), 'html', undefined, { encoding: 'utf-8' }).encoding).toBe('utf-8');
  });

  it('is a page whose scripts write thousands of tags', () => {
    const script = `<script>${'document.write("<div>");'.repeat(2000)}</script>`;
    expect(draftOf(`<html><body>${script}<p>${sentence}</p></body></html>`, 'html').passages).toHaveLength(1);
  });

  it('is a page of thousands of paragraphs that are never closed', () => {
    expect(draftOf(`<html><body>${`<p>${sentence}`.repeat(3000)}`, 'html').passages).toHaveLength(3000);
  });

  it('is a page in UTF-16 that says, as it was before, that it is in UTF-8', () => {
    expect(draftOf(encode(`\ufeff${meta('utf-8')}`, 'utf-16le'), 'html').encoding).toBe('utf-16le');
  });

  it('is prose of the rarest traditional characters that hold 鐨 or 銆', () => {
    expect(draftOf(`${article}地名有鐨、銆两字。`).kind).toBe('draft');
  });
});

describe('work is bounded', () => {
  const size = 250_000;
  const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));
  // Each grew with the square of its length before: the test would not end.
  test.each([
    ['spaces between two characters', `${sentence}京${fill(' ')}津`, 'txt'],
    [
      'lines that begin alike, below a scraper’s head',
      `---\ntitle: x\n---\n${sentence}${fill('京津冀协同发展推进\n')}`,
      'md',
    ],
    ['comments that never end', `---\ntitle: x\n---\n${sentence}${fill('<!--')}`, 'md'],
    ['tags that never end', `<p>${sentence}</p><textarea>${fill('<a ')}`, 'html'],
    ['references', `<p>${sentence}</p><p>${fill('&nbsp;&#20140;')}</p>`, 'html'],
    ['quotation marks that open', fill('“京津'), 'txt'],
    ['numbers', `${sentence}${fill('1.')}`, 'txt'],
    ['title marks that open', `${sentence}${fill('《京津冀协同')}`, 'txt'],
  ] as const)('for a quarter of a million characters of %s', (_, text, extension) => {
    expect(draftOf(text, extension).passages.length).toBeGreaterThan(0);
  });
});
