import { canHash, placesOf, sha256Of, type QuoteSelector } from '../lib/verbatim.ts';

/** What a page says of a quote: the words it shows, and what was written beside them when the site was built. */
export interface Claim extends QuoteSelector {
  /** The name of the stored text: `p12`, or `p12:5-30` for a quote whose passage is held back. */
  readonly id: string;
  readonly sha256: string;
  /** Where in the stored text the quote begins. */
  readonly start: number;
  /** True where the quote alone is stored, not its whole passage. */
  readonly isPart: boolean;
}

/** What a check came to: the claim holds, holds as far as could be checked, is refuted, or could not be checked. */
export interface Verdict {
  readonly kind: 'holds' | 'unhashed' | 'refuted' | 'unchecked';
  /** What was compared and with what result, sentence by sentence. */
  readonly lines: readonly string[];
}

export const headings: Record<Verdict['kind'], string> = {
  holds: '核对无误',
  unhashed: '文字无误，校验和未核对',
  refuted: '对不上',
  unchecked: '没有核对成',
};

/** Holds a claim against a file of stored texts, as the site publishes it. */
export async function judge(claim: Claim, file: unknown): Promise<Verdict> {
  const texts = textsOf(file);
  if (texts === undefined) return { kind: 'unchecked', lines: ['取来的文件读不懂。'] };
  const text = texts.get(claim.id);
  const name = claim.isPart ? '这一句' : `段落${claim.id}`;
  if (text === undefined) return { kind: 'refuted', lines: [`取来的文件里没有${name}。`] };
  const sha256 = canHash() ? await sha256Of(text) : undefined;
  const count = placesOf(text, claim).length;
  const isSame = sha256 === claim.sha256;
  const kind = count === 1 && isSame ? 'holds' : count === 1 && sha256 === undefined ? 'unhashed' : 'refuted';
  const fetched = claim.isPart
    ? `这篇文章只公开被引用的话；取来所存的这一句（${String(text.length)}字）。`
    : `取来本站所存的${name}（${String(text.length)}字）。`;
  return { kind, lines: [fetched, hashLine(sha256, claim.sha256), quoteLine(claim, text, count)] };
}

function hashLine(computed: string | undefined, written: string): string {
  if (computed === undefined) {
    return '浏览器只在安全连接（https 或本机）上算 SHA-256，这个网址不是；只比对了文字。';
  }
  return computed === written
    ? `算得 SHA-256 ${computed}，与建站时写进本页的相同。`
    : `算得 SHA-256 ${computed}，建站时写进本页的是 ${written}：所存的文字变了。`;
}

function quoteLine(claim: Claim, text: string, count: number): string {
  const { quote, prefix = '', suffix = '', start } = claim;
  const context = prefix + suffix === '' ? '' : `（${[prefix, '', suffix].join('…')}）`;
  if (count > 1) return `引文${context}在其中有${String(count)}处，应当只有一处。`;
  if (count === 0) return `引文${context}在其中没有找到。${difference(quote, text.slice(start))}`;
  const at = placesOf(text, claim)[0] ?? 0;
  return `引文${context}逐字找过，恰好一处：第${String(at + 1)}–${String(at + quote.length)}字。`;
}

/** The first character in which the words shown and those stored in their place differ. */
function difference(quote: string, stored: string): string {
  let at = 0;
  while (at < quote.length && quote[at] === stored[at]) at += 1;
  const [shown, found] = [quote[at], stored[at]];
  if (quote === '') return '本页没有引文。';
  if (shown === undefined) return '引文还在原处，前后文变了。';
  const where = `引文第${String(at + 1)}字本页作“${shown}”`;
  return found === undefined ? `${where}，所存的到此为止。` : `${where}，所存的作“${found}”。`;
}

/** The texts of a file by name; undefined when it is no such file. */
function textsOf(file: unknown): Map<string, string> | undefined {
  const texts = (file as { readonly texts?: unknown } | null)?.texts;
  if (!Array.isArray(texts)) return undefined;
  const entries = texts.flatMap((each: unknown): [string, string][] => {
    const { id, text } = (each ?? {}) as { readonly id?: unknown; readonly text?: unknown };
    return typeof id === 'string' && typeof text === 'string' ? [[id, text]] : [];
  });
  return new Map(entries);
}
