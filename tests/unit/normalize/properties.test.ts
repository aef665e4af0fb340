import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBlocks } from '../../../src/normalize/blocks.ts';
import { conservationFaults } from '../../../src/normalize/conservation.ts';
import { textOf, toGlyphs, Trace } from '../../../src/normalize/glyphs.ts';
import { shapes } from '../../../src/normalize/lines.ts';
import { mechanicalLines } from '../../../src/normalize/normalize.ts';
import { closeCjkSpaces, trimLine, undoubleLine, unfence } from '../../../src/normalize/rules.ts';
import { read } from './raw-article.ts';

/** Text in which everything the rules look for comes often. */
const articleText = fc
  .array(
    fc.constantFrom(
      ...['京', '津', '冀', '𠮷', '，', '。', '“', '》', '(', 'a', '1', '<', '>', '/', '&', ';', '-', ':'],
      ...[' ', '　', '\u00a0', '\t', '\ufeff', '\u2028', '\r', '\n', '\r\n', '\n\n'],
      ...['---\n', 'tags:\n', '推进京津冀协同发展\n', '推进京津冀协', '京京津津冀冀协协\n'],
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<br>',
        '<b>',
        '</b>',
        '</font>',
        '<a href="/x">',
        '<li>',
        '<h1>',
      ],
      ...[
        '<script>',
        '</script>',
        '<style>',
        '<title>',
        '</title>',
        '<!--',
        '-->',
        '<svg>',
        '</svg>',
        '<html>',
      ],
      ...['<p hidden>', '<textarea>', '</textarea>', '<pre>', '<!doctype html>', '<template>', '</template>'],
      ...['&nbsp;', '&amp;', '&#12288;', '&#x4eac;', '&#10;', '&bogus;', '&lt;', '&amp'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(articleText, fc.string({ unit: 'binary', maxLength: 60 }));
const shape = fc.constantFrom(...shapes);

describe('for any text', () => {
  test('the mechanical rules, whatever the shape, lose nothing and make nothing up', () => {
    fc.assert(
      fc.property(anyText, shape, (text, of) => {
        const trace = new Trace();
        const blocks = toBlocks(mechanicalLines(text, of, trace), of);
        const kept = blocks.map(({ lines }) => lines.flatMap(({ glyphs }) => glyphs));
        expect(conservationFaults(text, kept, trace.removals)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('the passages of columns and lines hold the inked characters of the text in their order', () => {
    const inked = (text: string): string => text.replace(/[\s\ufeff]/g, '');
    fc.assert(
      fc.property(anyText, fc.constantFrom('columns' as const, 'lines' as const), (text, of) => {
        const { texts, rules } = read(text, of);
        fc.pre(!('doubled-glyph' in rules));
        expect(inked(texts.join(''))).toBe(inked(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('a passage of columns or lines is left as it is when it is read again', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('columns' as const, 'lines' as const), (text, of) => {
        const { texts } = read(text, of);
        const again = read(texts.join(of === 'lines' ? '\n' : '\n\n'), of);
        fc.pre(!('doubled-glyph' in again.rules));
        expect(again.texts).toEqual(texts);
      }),
      { numRuns: 1000 },
    );
  });

  test('no passage begins or ends with white space, is empty, or holds a line break', () => {
    fc.assert(
      fc.property(anyText, shape, (text, of) => {
        for (const passage of read(text, of).texts) expect(passage).toMatch(/^(?!\s)[^\r\n]+(?<!\s)$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('a rule that takes white space or fences finds nothing more the second time', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, joined) => {
        const closed = closeCjkSpaces(toGlyphs(text), joined, new Trace());
        expect(closeCjkSpaces(closed, joined, new Trace())).toEqual(closed);
        const trimmed = trimLine({ number: 1, glyphs: toGlyphs(text) }, new Trace());
        expect(trimLine(trimmed, new Trace())).toEqual(trimmed);
        const unfenced = unfence(mechanicalLines(text, 'lines', new Trace()), new Trace());
        expect(unfence(unfenced, new Trace())).toEqual(unfenced);
      }),
    );
  });

  test('printing every character twice is undone, for lines of four characters and more', () => {
    const line = fc.string({
      unit: fc.constantFrom('京', '津', '冀', '1', 'a', '，', '𠮷'),
      minLength: 4,
      maxLength: 30,
    });
    fc.assert(
      fc.property(line, (text) => {
        const doubled = Array.from(text, (char) => char + char).join('');
        expect(textOf(undoubleLine({ number: 1, glyphs: toGlyphs(doubled) }, new Trace()).glyphs)).toBe(text);
      }),
    );
  });
});
