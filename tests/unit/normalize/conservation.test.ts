import { describe, expect, it } from 'vitest';
import { conservationFaults } from '../../../src/normalize/conservation.ts';
import { toGlyphs, type Glyph } from '../../../src/normalize/glyphs.ts';
import { normalizeText } from './raw-article.ts';

describe('conservation', () => {
  const [jing, jin, ji] = toGlyphs('京津冀') as [Glyph, Glyph, Glyph];

  it('holds when every character is in one passage or removed', () => {
    expect(conservationFaults('京津冀', [[jing], [ji]], [{ by: 'cjk-space', start: 1, end: 2 }])).toEqual([]);
  });

  it('does not ask for the order of the raw text', () => {
    expect(conservationFaults('京津冀', [[ji, jin], [jing]], [])).toEqual([]);
  });

  it('reports a character that is lost', () => {
    expect(conservationFaults('京津冀', [[jing, ji]], [])).toEqual(['第1字“津”不见了']);
  });

  it('reports a character used twice, and one kept though removed', () => {
    expect(
      conservationFaults(
        '京津冀',
        [
          [jing, jin],
          [jin, ji],
        ],
        [],
      ),
    ).toEqual(['第1字“津”用了2次']);
    expect(
      conservationFaults('京津冀', [[jing, jin, ji]], [{ by: 'repeated-line', start: 2, end: 3 }]),
    ).toEqual(['第2字“冀”用了2次']);
  });

  it('reports a character that became another without a rule', () => {
    expect(conservationFaults('京津冀', [[jing, { ...jin, char: '沪' }, ji]], [])).toEqual([
      '第1字“津”成了“沪”，没有规则说明',
    ]);
  });

  it('reports a character made up from nothing', () => {
    const made = { char: '沪', start: 1, end: 1 };
    expect(conservationFaults('京津冀', [[jing, made, jin, ji]], [])).toEqual([
      '第1字“”成了“沪”，没有规则说明',
    ]);
  });

  it('allows what a rule or repair declares', () => {
    const replaced = { char: '沪', start: 1, end: 1, by: 'repair:replace' };
    const removals = [{ by: 'repair:replace', start: 1, end: 2 }];
    expect(conservationFaults('京津冀', [[jing, replaced, ji]], removals)).toEqual([]);
  });

  it('counts both halves of a character beyond the basic plane', () => {
    expect(conservationFaults('𠮷', [], [{ by: 'edge-space', start: 0, end: 1 }])).toEqual([
      '第1字“\udfb7”不见了',
    ]);
  });

  it('stops a page whose text the HTML parser moves, as it does what stands between the rows of a table', () => {
    expect(normalizeText('<table><tr><td>京</td></tr>津</table>', 'html')).toEqual({
      kind: 'problems',
      problems: [
        {
          code: 'conservation-broken',
          file: 'raw.txt',
          at: { kind: 'path', path: [] },
          details: {
            reason: [
              '第15字“京”用了2次',
              '第16字“<”用了2次',
              '第17字“/”用了2次',
              '第18字“t”用了2次',
              '第19字“d”用了2次',
            ].join('；'),
          },
        },
      ],
    });
  });
});
