/** Encodings a raw file may be declared in; the names are those of the WHATWG Encoding Standard. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof encodings)[number];

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  /** The bytes are not valid in the declared encoding; `byte` is the offset of the first bad one. */
  | { readonly kind: 'undecodable'; readonly byte: number };

/** Decodes strictly: a malformed byte is reported with its offset, never replaced. The BOM, if any, stays. */
export function decode(bytes: Uint8Array, encoding: Encoding): Decoded {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'undecodable', byte: firstBadByte(bytes, encoding) };
  }
}

/** Binary search for the longest prefix that still decodes as the beginning of a longer text. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (decodesAsPrefix(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle - 1;
  }
  return good;
}

function decodesAsPrefix(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
