import { expect, it } from 'vitest';
import { parseHtml } from '../../../src/lib/html.ts';
import { plainText } from '../../../src/lib/plain-text.ts';

const textOf = (main: string): string =>
  plainText(
    parseHtml(`<!doctype html><title> 京张铁路 </title><body><p>页眉</p><main>${main}</main></body>`),
    '/a/',
  );

it('begins with the title and the address, and leaves out what is not in main', () => {
  expect(textOf('<p>甲</p>')).toBe('京张铁路\n/a/\n\n甲\n');
});

it('marks headings, items and the words of an article', () => {
  const html =
    '<h2>记载</h2><ul><li>一</li><li><p>二</p><blockquote>原话</blockquote></li></ul><p data-printed>印出</p>';
  expect(textOf(html)).toBe('京张铁路\n/a/\n\n## 记载\n\n- 一\n- 二\n- > 原话\n\n> 印出\n');
});

it('sets the cells of a row on one line, and rows close together', () => {
  const html = '<table><tr><th>年</th><th>数</th></tr><tr><td>2019</td><td>16</td></tr></table><p>后</p>';
  expect(textOf(html)).toBe('京张铁路\n/a/\n\n年 | 数\n2019 | 16\n\n后\n');
});

it('leaves out what no reader sees', () => {
  expect(textOf('<p>甲<script>var a</script><span hidden>乙</span></p><div data-raw>原件</div>')).toBe(
    '京张铁路\n/a/\n\n甲\n',
  );
});
