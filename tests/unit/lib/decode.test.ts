import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decode, encodings, type Encoding } from '../../../src/lib/decode.ts';

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.split(' '), (pair) => Number.parseInt(pair, 16));
}

describe('bytes of a declared encoding', () => {
  test.each<[Encoding, string, string]>([
    ['utf-8', 'e4 ba ac f0 a0 80 80', '京𠀀'],
    ['gb18030', 'be a9 bd f2 bc bd 95 32 82 36', '京津冀𠀀'],
    ['gb18030', '41 80 0a', 'A€\n'],
    ['big5', 'a8 ca ac 7a be ac', '京津冀'],
    ['utf-16le', 'ac 4e 40 d8 00 dc', '京𠀀'],
    ['utf-16be', '4e ac d8 40 dc 00', '京𠀀'],
  ])('are read: %s %s', (encoding, hex, text) => {
    expect(decode(bytes(hex), encoding)).toEqual({ kind: 'text', text });
  });

  test.each<[Encoding, string]>([
    ['utf-8', 'ef bb bf e4 ba ac'],
    ['utf-16le', 'ff fe ac 4e'],
    ['utf-16be', 'fe ff 4e ac'],
  ])('keep their byte order mark: %s', (encoding, hex) => {
    expect(decode(bytes(hex), encoding)).toEqual({ kind: 'text', text: '\ufeff京' });
  });

  test('give back any text written in UTF-8 or UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decode(new TextEncoder().encode(text), 'utf-8')).toEqual({ kind: 'text', text });
        expect(decode(Buffer.from(text, 'utf16le'), 'utf-16le')).toEqual({ kind: 'text', text });
        expect(decode(Buffer.from(text, 'utf16le').swap16(), 'utf-16be')).toEqual({ kind: 'text', text });
      }),
    );
  });
});

describe('bytes that are not of the encoding', () => {
  test.each<[string, Encoding, string, number]>([
    ['a byte UTF-8 has no use for', 'utf-8', '41 e4 ba ac ff 41', 4],
    ['an overlong form', 'utf-8', '41 c0 80', 1],
    ['a character cut short by another', 'utf-8', 'e4 ba 41', 2],
    ['half a surrogate pair in UTF-8', 'utf-8', '41 ed a0 80', 2],
    ['a text that breaks off, at its end', 'utf-8', 'e4 ba ac e6 b4', 5],
    ['GB 18030 in a text said to be UTF-8', 'utf-8', 'e4 ba ac be a9', 3],
    ['a byte that begins nothing in GB 18030', 'gb18030', 'be a9 ff', 2],
    ['a lead byte of Big5 without its second', 'big5', 'a8 ca a8 20', 3],
    ['an odd byte in UTF-16', 'utf-16le', 'ac 4e 41', 3],
  ])('are refused with the offset of the first bad one: %s', (_, encoding, hex, byte) => {
    expect(decode(bytes(hex), encoding)).toEqual({ kind: 'undecodable', byte });
  });

  test('are refused where the longest part that could still be a beginning ends', () => {
    const couldBegin = (part: Uint8Array, encoding: Encoding): boolean => {
      try {
        new TextDecoder(encoding, { fatal: true }).decode(part, { stream: true });
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), fc.constantFrom(...encodings), (raw, encoding) => {
        const result = decode(raw, encoding);
        if (result.kind === 'text') return;
        const { byte } = result;
        expect(couldBegin(raw.subarray(0, byte), encoding)).toBe(true);
        if (byte < raw.length) expect(couldBegin(raw.subarray(0, byte + 1), encoding)).toBe(false);
      }),
    );
  });

  it('are never replaced by a mark', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 24 }), (raw) => {
        const result = decode(raw, 'utf-8');
        if (result.kind === 'text') expect(new TextEncoder().encode(result.text)).toEqual(raw);
      }),
    );
  });
});
