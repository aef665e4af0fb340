import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTags, cutPieces } from '../../../src/client/page-hits.ts';
import { elementsOf, isBlock, parseHtml } from '../../../src/lib/html.ts';

/** Every element of HTML that a parser takes inside a body. */
const tags = (
  'a abbr address area article aside audio b bdi bdo blockquote button canvas center cite code data datalist dd del ' +
  'details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i ' +
  'iframe img input ins kbd label legend li main map mark menu meter nav object ol output p picture pre progress q ' +
  'ruby s samp search section select slot small span strong sub summary sup time u ul var video wbr'
).split(' ');

describe('the blocks of a page in a browser', () => {
  it.each(tags)('are those of the index: %s', (tag) => {
    const element = [...elementsOf(parseHtml(`<${tag}></${tag}>`))].find(({ tagName }) => tagName === tag);
    if (element === undefined) throw new Error(`<${tag}> was not parsed`);
    expect(blockTags.has(tag)).toBe(isBlock(element));
  });

  it('know the parts of tables too', () => {
    const table =
      '<table><caption></caption><thead><tr><th></th></tr></thead><tbody><tr><td></td></tr></tbody></table>';
    for (const element of elementsOf(parseHtml(table))) {
      expect([element.tagName, blockTags.has(element.tagName)]).toEqual([element.tagName, isBlock(element)]);
    }
  });
});

describe('cutPieces', () => {
  it('cuts a range at the ends of the nodes it runs through', () => {
    const pieces = cutPieces(['加快建设', '京雄', '', '铁路'], { start: 2, end: 7 });
    expect(pieces).toEqual([
      { node: '加快建设', start: 2, end: 4 },
      { node: '京雄', start: 0, end: 2 },
      { node: '铁路', start: 0, end: 1 },
    ]);
  });

  it('gives pieces that joined are the range, whatever the nodes', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(), fc.nat(), (nodes, a, b) => {
        const text = nodes.join('');
        const start = a % (text.length + 1);
        const end = start + (b % (text.length - start + 1));
        const pieces = cutPieces(nodes, { start, end });
        expect(pieces.map((piece) => piece.node.slice(piece.start, piece.end)).join('')).toBe(
          text.slice(start, end),
        );
        expect(pieces.every((piece) => piece.start < piece.end)).toBe(true);
      }),
    );
  });
});
