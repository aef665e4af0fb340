/**
 * One character of a text under normalisation and the stretch of the decoded raw text it stands for.
 * Offsets are UTF-16 code units into the decoded text, end exclusive. Every step of the pipeline moves,
 * removes or keeps glyphs; none may make one up, except a declared replacement (then `start === end`).
 */
export interface Glyph {
  readonly char: string;
  readonly start: number;
  readonly end: number;
  /** The rule or repair that changed the character, when it is not the raw one. */
  readonly by?: string;
}

/** A stretch of raw text that no passage holds, and the rule or repair that took it out. */
export interface Removal {
  readonly by: string;
  readonly start: number;
  readonly end: number;
  /** How many glyphs it was. */
  readonly count: number;
}

/** Collects removals while the pipeline runs; state is passed, never global. */
export class Trace {
  readonly removals: Removal[] = [];

  /** Takes the glyphs out in the name of `by`. */
  remove(by: string, glyphs: Iterable<Glyph>): void {
    for (const { start, end } of glyphs) this.#note(by, start, end, 1);
  }

  /** Takes a stretch of the raw text out in the name of `by`, without making glyphs of it: a page is mostly mark-up. */
  removeText(by: string, text: string, offset: number): void {
    let count = 0;
    for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
    if (count > 0) this.#note(by, offset, offset + text.length, count);
  }

  /** What adjoins the removal before it, in the same name, is one removal with it. */
  #note(by: string, start: number, end: number, count: number): void {
    const last = this.removals.at(-1);
    if (last?.by !== by || last.end !== start) this.removals.push({ by, start, end, count });
    else this.removals[this.removals.length - 1] = { by, start: last.start, end, count: last.count + count };
  }
}

export function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map((glyph) => glyph.char).join('');
}

/** One glyph per code point of `text`, which begins at `offset` of the decoded raw text. */
export function toGlyphs(text: string, offset = 0): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    const length = point > 0xffff ? 2 : 1;
    glyphs.push({ char: charOf(point), start: offset + at, end: offset + at + length });
    at += length;
  }
  return glyphs;
}

/** The strings of the characters met so far: a text has many, of few kinds. */
const characters = new Map<number, string>();

function charOf(point: number): string {
  const known = characters.get(point);
  if (known !== undefined) return known;
  const char = String.fromCodePoint(point);
  characters.set(point, char);
  return char;
}
