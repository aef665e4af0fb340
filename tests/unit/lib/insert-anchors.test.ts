import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insertAnchors } from '../../../src/lib/insert-anchors.ts';

const alias = (id: string) => `<span id="${id}" class="former-anchor"></span>`;

describe('old anchors', () => {
  const page =
    '<!doctype html><title>页</title><ol><li id="c1">甲</li><li class="x" id=c2>乙 &lt;b></li></ol>';

  it('are put at the beginning of the elements they stand for', () => {
    const shown = insertAnchors(page, [
      { id: 'c9', of: 'c2' },
      { id: 'c8', of: 'c1' },
    ]);
    expect(shown).toBe(
      `<!doctype html><title>页</title><ol><li id="c1">${alias('c8')}甲</li><li class="x" id=c2>${alias('c9')}乙 &lt;b></li></ol>`,
    );
  });

  it('may be several for one element', () => {
    const shown = insertAnchors('<p id="a">甲</p>', [
      { id: 'b', of: 'a' },
      { id: 'c', of: 'a' },
    ]);
    expect(shown).toContain(alias('b'));
    expect(shown).toContain(alias('c'));
  });

  it('change nothing else of the page', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const html = `<!-- -->${before.replaceAll(/[<&]/g, '')}<p id="a">${after.replaceAll(/[<&]/g, '')}</p>`;
        expect(insertAnchors(html, [{ id: 'old', of: 'a' }]).replace(alias('old'), '')).toBe(html);
      }),
    );
  });

  it('are refused where the element is missing', () => {
    expect(() => insertAnchors(page, [{ id: 'c9', of: 'c3' }])).toThrow('no element #c3');
  });
});
