import { decode } from '../lib/decode.ts';
import { countHan, readsAsChinese } from './chinese.ts';
import { refusal, type Refusal } from './refusal.ts';

/** How many lines that are no UTF-8 are looked at: enough to know, and bounded. */
const looked = 200;

/**
 * What is wrong with bytes of which some lines are UTF-8 and others are not: two encodings in one file, an end cut
 * within a character, or bytes that are none; undefined where no line is Chinese in UTF-8.
 */
export function mixedEncodings(bytes: Uint8Array): Refusal | undefined {
  let utf8Line: number | undefined;
  let bad: { line: number; bytes: Uint8Array } | undefined;
  let badCount = 0;
  let line = 0;
  for (let start = 0; start < bytes.length && badCount < looked;) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    const stretch = bytes.subarray(start, stop);
    line += 1;
    const decoded = decodeQuickly(stretch);
    if (decoded === undefined) {
      bad ??= { line, bytes: stretch };
      badCount += 1;
    } else if (utf8Line === undefined && countHan(decoded) >= 4 && readsAsChinese(decoded)) utf8Line = line;
    start = stop + 1;
  }
  if (bad !== undefined && utf8Line === undefined && isCutWithin(bytes)) utf8Line = bad.line;
  if (utf8Line === undefined || bad === undefined) return undefined;
  if (isCutWithin(bytes)) return refusal('truncated', { encoding: 'utf-8', line: bad.line });
  const other = (['gb18030', 'big5'] as const).find((encoding) => {
    const text = decode(bad.bytes, encoding);
    return text.kind === 'text' && countHan(text.text) >= 2 && readsAsChinese(text.text);
  });
  return other === undefined
    ? refusal('undecodable', { encoding: 'utf-8', line: bad.line })
    : refusal('encoding-mixed', { line: utf8Line, encoding: 'utf-8', otherLine: bad.line, other });
}

const strict = new TextDecoder('utf-8', { fatal: true });

function decodeQuickly(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** True when the bytes are the beginning of a longer Chinese text in UTF-8. */
function isCutWithin(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return countHan(text) >= 4 && readsAsChinese(text);
  } catch {
    return false;
  }
}
