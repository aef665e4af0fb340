import { Converter } from 'opencc-js';

/** The bytes of each character in a double-byte encoding, read backwards from how they decode. */
function tableOf(encoding: 'gb18030' | 'big5'): Map<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return table;
}

const tables = { gb18030: tableOf('gb18030'), big5: tableOf('big5') };

/** A text in an encoding; a character that the encoding lacks becomes □ or, in Big5, a space. */
export function encode(
  text: string,
  encoding: 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be',
): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(text, 'utf16le'));
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
  const table = tables[encoding];
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const point = char.codePointAt(0) ?? 0;
      return point < 0x80 ? [point] : (table.get(char) ?? [0x20]);
    }),
  );
}

/** A text in traditional characters, as Big5 can hold it. */
export const toTraditional = Converter({ from: 'cn', to: 'tw' });
