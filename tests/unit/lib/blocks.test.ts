import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleBlocks } from '../../../src/lib/blocks.ts';
import { elementsOf, parseHtml } from '../../../src/lib/html.ts';

/** The blocks of a `main` with this content: text, or text and anchor. */
function blocksOf(html: string): (string | [string, string])[] {
  const [root] = elementsOf(parseHtml(`<main id="main">${html}</main>`));
  if (root === undefined) throw new Error('no root');
  return visibleBlocks(root).map(({ text, anchor }) => (anchor === undefined ? text : [text, anchor]));
}

describe('visibleBlocks', () => {
  test('parts text by its nearest block', () => {
    expect(
      blocksOf('<h1>题</h1><p>一</p><ul><li>二</li><li>三</li></ul><dl><dt>四</dt><dd>五</dd></dl>'),
    ).toEqual(['题', '一', '二', '三', '四', '五']);
  });

  test('runs inline elements on', () => {
    expect(blocksOf('<p>加快<a href="/">建设<em>京</em></a><mark>雄</mark>铁路</p>')).toEqual([
      '加快建设京雄铁路',
    ]);
  });

  test('breaks a text at a block nested in it', () => {
    expect(blocksOf('<div>前<p>中</p>后</div>')).toEqual(['前', '中', '后']);
    expect(blocksOf('<div>前<span><div>中</div></span>后</div>')).toEqual(['前', '中', '后']);
  });

  test('takes a table cell by cell', () => {
    expect(blocksOf('<table><caption>表</caption><tr><th>甲</th><td>乙</td></tr></table>')).toEqual([
      '表',
      '甲',
      '乙',
    ]);
  });

  test('leaves out what is hidden or marked as not to be found', () => {
    const hidden = [
      '<span hidden>无</span>',
      '<span aria-hidden="true">无</span>',
      '<div data-pagefind-ignore>无</div>',
      '<div data-raw>无</div>',
      '<script>无</script>',
      '<style>无</style>',
      '<template><p>无</p></template>',
      '<noscript>无</noscript>',
      '<svg><text>无</text></svg>',
      '<!-- 无 -->',
    ];
    for (const html of hidden) expect(blocksOf(`${html}有`), html).toEqual(['有']);
  });

  test('keeps what is only said not to be hidden', () => {
    expect(blocksOf('<p aria-hidden="false">有</p>')).toEqual(['有']);
  });

  test('collapses white space and takes a line break for a space', () => {
    expect(blocksOf('<p>\n  京　津 \t 冀<br>协同\n</p>')).toEqual(['京　津 冀 协同']);
  });

  test('gives a block the ID of itself or the nearest element around it', () => {
    expect(
      blocksOf('<section id="s"><h2 id="h">题</h2><p>一</p><div><p>二</p></div></section><p>三</p>'),
    ).toEqual([['题', 'h'], ['一', 's'], ['二', 's'], '三']);
  });

  test('keeps the outer ID for what follows a nested block', () => {
    expect(blocksOf('<div id="a">前<p id="b">中</p>后</div>')).toEqual([
      ['前', 'a'],
      ['中', 'b'],
      ['后', 'a'],
    ]);
  });

  test('counts the ID of an inline element for the blocks in it, not for the text around', () => {
    expect(blocksOf('<div id="a">前<ins id="b"><p>中</p></ins></div>')).toEqual([
      ['前', 'a'],
      ['中', 'b'],
    ]);
  });

  test('takes an empty ID for none', () => {
    expect(blocksOf('<section id="s"><p id="">一</p></section>')).toEqual([['一', 's']]);
  });

  test('keeps all text of visible elements, in order', () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('京', '津', '冀', '3'),
        fc
          .tuple(
            fc.constantFrom('div', 'span', 'section', 'em', 'b'),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([tag, children]) => `<${tag}>${children.join('')}</${tag}>`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree), (parts) => {
        const html = parts.join('');
        expect(blocksOf(html).join('')).toBe(html.replace(/<[^>]*>/g, ''));
      }),
    );
  });
});
