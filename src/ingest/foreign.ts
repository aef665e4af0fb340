import { refusal, type Refusal } from './refusal.ts';

const latin = new TextDecoder('windows-1252');

/** How files that are no text begin, and what an editor makes of each. */
const signs: readonly (readonly [string, string, string])[] = [
  ['%PDF-', 'PDF', '用 PDF 阅读器另存为文本，核对分栏和断行后再来。'],
  ['PK\u0003\u0004', 'Word 文档或压缩包', '打开它，另存为文本或网页再来。'],
  ['ÐÏ\u0011à', '旧版 Word 文档', '用 Word 打开，另存为 UTF-8 文本再来。'],
  ['{\\rtf', 'RTF 文档', '打开它，另存为文本再来。'],
  ['‰PNG', '图片', '图片里的字要由人录入。'],
  ['ÿØÿ', '图片', '图片里的字要由人录入。'],
  ['GIF8', '图片', '图片里的字要由人录入。'],
  ['\u001f‹', '压缩包', '解开它，给出里面的文件。'],
];

/** What a file is that only goes by the name of a text; undefined where nothing says so. */
export function foreignFile(bytes: Uint8Array): Refusal | undefined {
  const head = latin.decode(bytes.subarray(0, 16));
  const sign = signs.find(([beginning]) => head.startsWith(beginning));
  return sign === undefined ? undefined : refusal('not-text', { what: sign[1], remedy: sign[2] });
}

/** Characters that no text prints: control characters but for tab, line ends and form feed. */
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** True when a decoded text holds what only a binary file holds. */
export function holdsControls(text: string): boolean {
  return control.test(text);
}

export const binary: Refusal = refusal('not-text', {
  what: '二进制文件',
  remedy: '给出文章的文本或网页。',
});
