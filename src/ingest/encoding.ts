import { decode, type Encoding } from '../lib/decode.ts';
import { guessEncodings } from '../lib/guess-encoding.ts';
import { readsAsChinese } from './chinese.ts';
import { binary, foreignFile, holdsControls } from './foreign.ts';
import { mixedEncodings } from './mixed-encodings.ts';
import { refusal, type Refusal } from './refusal.ts';

/** The text of a file, the encoding it was read in, and why that one, for the report. */
export interface ReadText {
  readonly kind: 'text';
  readonly text: string;
  readonly encoding: Encoding;
  readonly why: string;
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encodings looked for where no mark and no strict reading as UTF-8 tells, by the names of the guess. */
const guessed: Readonly<Record<string, Encoding>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
};

/**
 * Reads bytes in the encoding they are in: that of the byte order mark; else UTF-8 when every byte is; else the one
 * that is guessed, decodes to the last byte and reads as Chinese. A page that declares another is refused, not
 * believed; `asked` is what an editor says and is held to strict decoding alone.
 */
export function readBytes(bytes: Uint8Array, asked?: Encoding): ReadText | Refusal {
  if (bytes.length === 0) return refusal('empty', {});
  const foreign = foreignFile(bytes);
  if (foreign !== undefined) return foreign;
  const read = encodingOf(bytes, asked);
  if (read.kind === 'refused') return read;
  if (read.text.replace(/^\ufeff/, '').trim() === '') return refusal('empty', {});
  if (holdsControls(read.text)) return binary;
  return asked === undefined ? heldToDeclaration(read, bytes) : read;
}

function encodingOf(bytes: Uint8Array, asked: Encoding | undefined): ReadText | Refusal {
  if (asked !== undefined) return strictly(bytes, asked, '照 --encoding 所给');
  const mark = marks.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) return strictly(bytes, mark[0], '有字节序标记（BOM），确定');
  const utf8 = decode(bytes, 'utf-8');
  if (utf8.kind === 'text' && !utf8.text.includes('\u0000')) {
    return { kind: 'text', text: utf8.text, encoding: 'utf-8', why: '逐字节都合 UTF-8，没有 BOM，确定' };
  }
  return mixedEncodings(bytes) ?? guess(bytes);
}

function guess(bytes: Uint8Array): ReadText | Refusal {
  const guesses = guessEncodings(bytes);
  const named = guesses.flatMap(({ name, confidence }) => {
    const encoding = guessed[name];
    return encoding === undefined ? [] : [{ encoding, confidence }];
  });
  const rest = Object.values(guessed).filter((each) => named.every(({ encoding }) => encoding !== each));
  let cut: Refusal | undefined;
  for (const { encoding, confidence } of [
    ...named,
    ...rest.map((each) => ({ encoding: each, confidence: 0 })),
  ]) {
    const why =
      `chardet 判为 ${encoding}（把握 ${String(confidence)}/100），` + '逐字节解码无误，读出来是常用汉字';
    const read = strictly(bytes, encoding, why);
    if (read.kind === 'text' && readsAsChinese(read.text) && !holdsControls(read.text)) return read;
    if (read.kind === 'refused' && read.code === 'truncated' && readsAsChinese(prefixOf(bytes, encoding))) {
      cut ??= read;
    }
  }
  if (cut !== undefined) return cut;
  if (holdsManyControls(bytes)) return binary;
  const best = guesses
    .slice(0, 3)
    .map(({ name, confidence }) => `${name} ${String(confidence)}/100`)
    .join('、');
  return refusal('encoding-unknown', { guesses: best === '' ? '没有' : best });
}

/** True for bytes of which one in two hundred is a control character: no encoding of text is like that. */
function holdsManyControls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64 * 1024);
  const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);
  return head.filter(isControl).length * 200 > head.length;
}

/** Decodes to the last byte, or says whether the file ends within a character or has bytes that make none. */
function strictly(bytes: Uint8Array, encoding: Encoding, why: string): ReadText | Refusal {
  const decoded = decode(bytes, encoding);
  if (decoded.kind === 'text') return { kind: 'text', text: decoded.text, encoding, why };
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, decoded.byte), { stream: true });
  const line = before.split('\n').length;
  const isCut = decoded.byte === bytes.length;
  return refusal(isCut ? 'truncated' : 'undecodable', { encoding, line });
}

function prefixOf(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

/** A page says what it is written in; a byte order mark outweighs it, as it does in browsers. */
function heldToDeclaration(read: ReadText, bytes: Uint8Array): ReadText | Refusal {
  const head = read.text.slice(0, 4096);
  const label = /<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?([\w-]{2,40})/i.exec(
    head,
  )?.[1];
  if (label === undefined || marks.some(([, mark]) => mark.every((byte, at) => bytes[at] === byte)))
    return read;
  const declared = familyOf(label);
  const isAscii = read.text.length === bytes.length;
  if (declared === undefined || declared === read.encoding || isAscii) return read;
  return refusal('encoding-declared', { declared: label, found: read.encoding });
}

function familyOf(label: string): string | undefined {
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return undefined;
  }
}
