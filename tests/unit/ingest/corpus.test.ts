import { describe, expect, it, test } from 'vitest';
import { normalize } from '../../../src/normalize/normalize.ts';
import { encode, toTraditional } from '../../helpers/encode.ts';
import { content, draftOf, refusalOf, wholeRecord } from './ingest-text.ts';

const articles = content.rawSources.map((source) => ({
  ...source,
  passages: content.passages.get(source.id) ?? [],
}));

function extensionOf(file: string): 'txt' | 'html' | 'md' {
  return file.endsWith('html') ? 'html' : file.endsWith('md') ? 'md' : 'txt';
}

describe('each of the five articles', () => {
  test.each(articles)(
    '$id, ingested from its raw file with its repairs, gives the committed passages',
    (article) => {
      const { raw } = draftOf(article.raw, extensionOf(article.rawFile));
      expect({ ...raw, sha256: '' }).toEqual({ ...article.repairs.raw, sha256: '' });
      const result = normalize({ ...article, repairs: { ...article.repairs, raw } });
      expect(result.kind === 'passages' && result.passages).toEqual(article.passages);
    },
  );

  const bom = '\ufeff';
  const ways: readonly (readonly [string, (text: string) => Uint8Array])[] = [
    ['UTF-8 with a mark', (text) => encode(bom + text, 'utf-8')],
    ['GB18030', (text) => encode(text, 'gb18030')],
    ['UTF-16LE with a mark', (text) => encode(bom + text, 'utf-16le')],
    ['UTF-16BE without a mark', (text) => encode(text, 'utf-16be')],
    ['Big5, in traditional characters', (text) => encode(toTraditional(text), 'big5')],
  ];

  test.each(ways)('is recognised as held in %s', (_, write) => {
    for (const { id, raw, rawFile } of articles) {
      const text = new TextDecoder().decode(raw);
      expect(refusalOf(write(text), extensionOf(rawFile), wholeRecord)).toContain(
        `already-held: 这一篇已经收了：content/sources/${id}/`,
      );
    }
  });

  const shapes: readonly (readonly [string, 'txt' | 'html' | 'md', (texts: readonly string[]) => string])[] =
    [
      ['plain text', 'txt', (texts) => texts.join('\n')],
      [
        'columns of twenty characters',
        'txt',
        (texts) => texts.map((text) => text.replace(/.{20}/gu, '$&\n')).join('\n\n'),
      ],
      [
        'a whole page',
        'html',
        (texts) =>
          `<!doctype html><html><head><title>${texts[0] ?? ''}</title></head><body><nav><a href="/">首页</a></nav><main>${texts.map((text) => `<p>　　${text}</p>`).join('')}</main></body></html>`,
      ],
      ['Markdown', 'md', (texts) => `# ${texts.join('\n\n')}`],
      ['its blocks in another order', 'txt', (texts) => texts.toReversed().join('\n')],
    ];

  test.each(shapes)('is recognised as held as %s', (_, extension, write) => {
    for (const { id, passages } of articles) {
      const texts = passages.map(({ text }) => text);
      expect(refusalOf(write(texts), extension, wholeRecord)).toContain(`content/sources/${id}/`);
    }
  });

  it('is recognised where a file holds it and more, and where a file holds a part of it', () => {
    const [first = [], second = []] = articles.map(({ passages }) => passages.map(({ text }) => text));
    const record = { ...wholeRecord, held: wholeRecord.held.slice(0, 1) };
    expect(refusalOf([...first, ...second].join('\n'), 'txt', record)).toContain('里面有它的全文');
    expect(refusalOf(first.slice(5, 20).join('\n'), 'txt', record)).toContain('是它的一部分');
  });

  it('is not taken for another', () => {
    for (const { id, raw, rawFile } of articles) {
      const rest = { ...wholeRecord, held: wholeRecord.held.filter((held) => held.id !== id) };
      expect(draftOf(raw, extensionOf(rawFile), rest).kind).toBe('draft');
    }
  });
});
