/** True for a Han character (any script block Unicode calls Han). */
export function isHan(char: string): boolean {
  return /^\p{Script=Han}$/u.test(char);
}

/** True for punctuation of the full-width Chinese kind, the curly quotes Chinese shares with Latin included. */
export function isChinesePunctuation(char: string): boolean {
  return /^[，。、；：？！“”‘’（）《》〈〉【】「」『』…—―・·～]$/u.test(char);
}

/** True for an ASCII letter or digit. */
export function isAsciiAlphanumeric(char: string): boolean {
  return /^[0-9A-Za-z]$/.test(char);
}

/** How many times `part` stands in `whole`, overlapping occurrences counted. */
export function countOccurrences(whole: string, part: string): number {
  if (part === '') return 0;
  let count = 0;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) count += 1;
  return count;
}

/** Plain code-unit order: the same on every machine and in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
