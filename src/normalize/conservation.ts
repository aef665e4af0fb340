import type { Glyph, Removal } from './glyphs.ts';

/**
 * Proves that nothing was lost and nothing made up: every code unit of the raw text is in exactly one
 * passage or in exactly one removal, and every glyph of a passage is the raw character it stands for,
 * save those that a rule or repair declares to have changed. Returns what is wrong, `[]` when all holds.
 */
export function conservationFaults(
  raw: string,
  passages: readonly (readonly Glyph[])[],
  removals: readonly Omit<Removal, 'count'>[],
): string[] {
  const faults: string[] = [];
  const claims = new Uint16Array(raw.length);
  const claim = (start: number, end: number): void => {
    for (let at = start; at < end; at += 1) claims[at] = (claims[at] ?? 0) + 1;
  };
  for (const { start, end } of removals) claim(start, end);
  for (const passage of passages) {
    for (const { start, end, by, char } of passage) {
      claim(start, end);
      if (by === undefined && !(raw.startsWith(char, start) && end - start === char.length)) {
        faults.push(`第${String(start)}字“${raw.slice(start, end)}”成了“${char}”，没有规则说明`);
      }
    }
  }
  claims.forEach((count, at) => {
    if (count === 0) faults.push(`第${String(at)}字“${raw[at] ?? ''}”不见了`);
    if (count > 1) faults.push(`第${String(at)}字“${raw[at] ?? ''}”用了${String(count)}次`);
  });
  return faults;
}
