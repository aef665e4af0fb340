import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../../src/lib/decode.ts';
import { normalizeText } from './raw-article.ts';

describe('a raw file that is not of its encoding', () => {
  test.each<[Encoding, Uint8Array, number, number, number]>([
    ['utf-8', Buffer.concat([Buffer.from('京津\n冀'), Uint8Array.of(0xff)]), 10, 2, 2],
    ['utf-8', Uint8Array.of(0xff), 0, 1, 1],
    ['gb18030', Uint8Array.of(0xbe, 0xa9, 0x0a, 0x41, 0xff), 4, 2, 2],
    // The bytes of 上 (U+4E0A) hold 0x0A, which is no line break here.
    ['utf-16le', Buffer.concat([Buffer.from('上\n上上', 'utf16le'), Uint8Array.of(0x41)]), 9, 2, 3],
  ])('is reported at the byte, line and column where it breaks: %s', (encoding, raw, byte, line, column) => {
    expect(normalizeText(raw, 'lines', {}, encoding)).toEqual({
      kind: 'problems',
      problems: [
        {
          code: 'raw-undecodable',
          file: 'raw.txt',
          at: { kind: 'position', line, column },
          details: { encoding, byte },
        },
      ],
    });
  });
});
