import { commonCharacters } from './chinese.ts';
import { refusal, type Refusal } from './refusal.ts';

/** What UTF-8 read as GBK makes of common characters: the first two of their three bytes, 的 as 鐨, ， as 锛. */
const misread = misreadCharacters();

/** Words that only a lossy save leaves behind. */
const residue = /锟斤拷|[烫屯]{4}|\ufffd/u;

/** UTF-8 read one byte a character: 的 as ç followed by two that are no letters of ASCII. */
const bytewise = /[\u00e3-\u00e9\u00ef][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]{2}/g;

/** Where a text is garbled beyond mending, and how it came about; undefined where it is not. */
export function mojibakeIn(text: string): Refusal | undefined {
  const lost = residue.exec(text);
  if (lost !== null) return at(text, lost.index, '存盘时有字换成了替代符');
  const sample = text.slice(0, 200_000);
  const beyond = sample.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
  const single = [...sample.matchAll(bytewise)];
  if (single[0] !== undefined && single.length >= 4 && single.length * 3 > beyond / 2) {
    return at(text, single[0].index, 'UTF-8 被当作西文读过');
  }
  const han = [...sample.matchAll(/[\p{Script=Han}\ue000-\uf8ff]/gu)];
  const wrong = han.filter(([char]) => misread.has(char));
  const first = wrong[0];
  if (first !== undefined && wrong.length >= 4 && wrong.length > han.length * 0.2) {
    return at(text, first.index, 'UTF-8 被当作 GBK 读过');
  }
  return undefined;
}

function at(text: string, index: number, how: string): Refusal {
  const line = text.slice(0, index).split('\n').length;
  const sample = text.slice(index, index + 12).split(/[\r\n]/)[0] ?? '';
  return refusal('mojibake', { how, line, sample });
}

function misreadCharacters(): ReadonlySet<string> {
  const common = commonCharacters();
  const gbk = new TextDecoder('gbk');
  const found = Array.from(`${common}，。、“”《》（）：；`, (char) =>
    gbk.decode(new TextEncoder().encode(char).subarray(0, 2)),
  );
  return new Set(found.filter((char) => char.length === 1 && !common.includes(char)));
}
