import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../../src/normalize/normalize.ts';
import { listing } from '../../../src/ingest/ingest.ts';
import { fingerprint } from '../../../src/ingest/same-text.ts';
import { repairsOf } from '../normalize/raw-article.ts';
import { emptyRecord, ingestBytes } from './ingest-text.ts';

const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '京津冀协同发展',
        '北京市与河北省签署协议，共同推进建设。',
        '第一条',
        '第三条之一　',
        '一、',
        '（一）',
        '1.',
        '“',
        '”',
      ],
      ...[
        '《',
        '》',
        '（王小明）',
        '2024年5月6日',
        '来源：北京日报',
        '国发〔2015〕2号',
        '本报记者 赵小川',
        '力争2025年底前完成30个项目',
      ],
      ...[
        '\n',
        '\r\n',
        '\n\n',
        '　　',
        ' ',
        '---\n',
        'title: x\n',
        '# ',
        '**',
        '- ',
        '\ufeff',
        '𠮷',
        '，',
        '。',
      ],
      ...[
        '<p>',
        '</p>',
        '<div class="nav">',
        '</div>',
        '<script>',
        '</script>',
        '<h1>',
        '<title>',
        '<!--',
        '-->',
        '<html>',
      ],
      ...[
        '<svg>',
        '<table>',
        '<td>',
        '<a href="x">',
        '</a>',
        '&nbsp;',
        '&#20140;',
        '<meta charset="gbk">',
        '<',
      ],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 80 }));
const extension = fc.constantFrom('txt' as const, 'html' as const, 'md' as const);

test('any bytes are taken in or refused for a reason, never more', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), extension, (bytes, ending) => {
      const result = ingestBytes(bytes, ending);
      expect('draft' in result ? result.draft.kind : result.kind).toMatch(/^(?:draft|refused)$/);
    }),
    { numRuns: 500 },
  );
});

test('the passages of any text are, to the character, what normalize makes of it and the acts proposed', () => {
  fc.assert(
    fc.property(anyText, extension, (text, ending) => {
      const result = ingestBytes(text, ending);
      if (!('draft' in result)) {
        expect(result.code).not.toBe('unsound');
        return;
      }
      const { draft } = result;
      const repairs = {
        ...repairsOf(draft.raw.shape, draft.passages.map(listing), draft.acts),
        raw: draft.raw,
      };
      const raw = new TextEncoder().encode(text);
      const made = normalize({ rawFile: 'raw', raw, repairsFile: 'repairs.yaml', repairs });
      if (made.kind === 'problems') throw new Error(JSON.stringify(made.problems));
      expect(made.passages.map((passage) => passage.text)).toEqual(
        draft.passages.map((passage) => passage.text),
      );
      expect(made.rules).toEqual(draft.rules);
    }),
    { numRuns: 1000 },
  );
});

test('what is told of any text is printed in it: title, date, names and numbers stand where they are said to', () => {
  fc.assert(
    fc.property(pieces, extension, (text, ending) => {
      const result = ingestBytes(text, ending);
      if (!('draft' in result)) return;
      const { self, passages } = result.draft;
      const { title, date, publisher, documentNumber, authors } = self;
      for (const printed of [title, date, publisher, documentNumber, ...authors]) {
        if (printed === undefined) continue;
        const { passage, quote, prefix = '', suffix = '' } = printed.evidence;
        const { text: words = '' } = passages.find(({ id }) => passage.endsWith(`#${id}`)) ?? {};
        expect(words).toContain(`${prefix}${quote}${suffix}`);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the same text gives the same draft again, and is refused once it is held', () => {
  fc.assert(
    fc.property(pieces, extension, (text, ending) => {
      const once = ingestBytes(text, ending);
      expect(ingestBytes(text, ending)).toEqual(once);
      if (!('draft' in once) || once.print.marks.size < 5) return;
      const print = fingerprint(once.draft.passages.map((passage) => passage.text).join('\n'));
      const again = ingestBytes(text, ending, { ...emptyRecord, held: [{ id: 'yi', print }] });
      expect('draft' in again ? 'taken in' : again.code).toBe('already-held');
    }),
    { numRuns: 300 },
  );
});
