import { Converter } from 'opencc-js';

const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));

/** The stretch of code points looked through: the basic block of Han characters and the first that extends it. */
const han = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
] as const;

/** For each traditional character its simplified one, for those of the characters that have any. */
export function simplifiedOf(characters: ReadonlySet<string>): Map<string, string> {
  const table = new Map<string, string>();
  for (const [first, last] of han) {
    for (let point = first; point <= last; point += 1) {
      const character = String.fromCodePoint(point);
      const simplified = converters.map((convert) => convert(character)).find((one) => one !== character);
      if (simplified !== undefined && characters.has(simplified)) table.set(character, simplified);
    }
  }
  return table;
}
